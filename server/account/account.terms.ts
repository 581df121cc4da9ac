import type { Check } from '../graphql/check.js';
import type { Session } from '../database/session.js';
import type { PostTerms } from './account.input.js';
import { communesAmong, villagesOf, type KeptUnitRow, type Terms } from './account.query.js';

const numbers = (ids: readonly string[]): number[] => [...new Set(ids.filter(id => /^\d{1,9}$/.test(id)).map(Number))];

/** Terms longer than anybody plans mean a slip of the pen. */
const span = { from: '2000-01-01', to: '2099-12-31' } as const;

/** Which roles have which territory; the database holds to the same. */
function checkTerritory(check: Check, { role, villages, communes }: PostTerms, kind: string): void {
  if (villages && kind !== 'commune') check.fail('villages', 'Thôn, bản: chỉ chức vụ của xã, phường được giới hạn theo thôn, bản. Bỏ chọn thôn, bản.');
  else if (villages && role !== 'VILLAGE_OFFICER' && role !== 'OFFICER') check.fail('villages', 'Thôn, bản: chỉ trưởng thôn và công chức phụ trách thôn được giới hạn theo thôn, bản. Bỏ chọn thôn, bản.');
  else if (!villages?.length && (villages || role === 'VILLAGE_OFFICER')) check.fail('villages', 'Thôn, bản: chưa chọn. Chọn ít nhất một thôn, bản.');
  if (communes && kind !== 'department' && kind !== 'massOrganisation') check.fail('communes', 'Xã, phường: đơn vị này làm việc với mọi hộ của mình, không giới hạn theo xã, phường. Bỏ chọn xã, phường.');
  else if (communes && role !== 'OFFICER' && role !== 'VIEWER') check.fail('communes', 'Xã, phường: chỉ chuyên viên và người chỉ xem được giới hạn theo xã, phường. Bỏ chọn xã, phường.');
  else if (communes?.length === 0) check.fail('communes', 'Xã, phường: chưa chọn. Chọn ít nhất một xã, phường.');
}

/** The terms with their places looked up, or null with everything that is wrong noted; of another unit's village it says what it says of none. */
export async function termsOf(session: Session, check: Check, input: PostTerms, unit: KeptUnitRow): Promise<Terms | null> {
  const before = check.errors.length;
  if (!unit.roles.includes(input.role)) check.fail('role', 'Chức vụ: bạn không được trao hoặc đổi sang chức vụ này. Lãnh đạo và người quản trị do lãnh đạo đơn vị cử; các chức vụ khác theo loại đơn vị.');
  const validFrom = check.day('validFrom', 'Từ ngày', input.validFrom, { ...span, required: true });
  const validTo = check.day('validTo', 'Đến ngày', input.validTo, span);
  if (validFrom && validTo && validTo < validFrom) check.fail('validTo', 'Đến ngày: trước ngày bắt đầu. Chọn ngày từ ngày bắt đầu trở đi.');
  checkTerritory(check, input, unit.kind);
  if (check.errors.length > before) return null;
  const villages = input.villages && await villagesOf(session, unit.id, numbers(input.villages)), communes = input.communes && await communesAmong(session, numbers(input.communes));
  if (villages && villages.length < new Set(input.villages).size) check.fail('villages', 'Thôn, bản: có thôn, bản không thuộc đơn vị này. Chọn lại từ danh sách.');
  if (communes && communes.length < new Set(input.communes).size) check.fail('communes', 'Xã, phường: có xã, phường không tìm thấy. Chọn lại từ danh sách.');
  return check.errors.length > before ? null : { role: input.role, villages: villages ?? null, communes: communes ?? null, validFrom: validFrom!, validTo };
}
