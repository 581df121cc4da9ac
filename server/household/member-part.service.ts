import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { saveRow, type Values } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { holderOf, lockMember } from './household.query.js';
import { memberHealthAccess, memberInsuranceAccess, memberLabourAccess, memberSchoolingAccess } from './member-part.access.js';
import type {
  SaveHouseholdIdentityInput, SaveMemberHealthInput, SaveMemberInsuranceInput, SaveMemberLabourInput, SaveMemberSchoolingInput,
} from './member-write.input.js';
import { householdIdentityAccess } from './member.access.js';

interface Part { readonly resource: Resource; readonly operation: string; readonly field: string; readonly what: string }
interface Named { readonly member: string; readonly version?: number | null; readonly asOf?: string; readonly purpose?: string }

/** The one row a member of this part, changed or added; the person must be one whom the viewer may write. */
async function save(context: Working, part: Part, input: Named, selection: Selection, values: (check: Check, member: { id: string; household: string; birthYear: number }) => Promise<Values> | Values): Promise<Answered> {
  const check = new Check(), { resource, operation, field, what } = part;
  const held = await lockMember(context.session, input.member);
  if (!held) return refuse(context, [notFound('member', 'thành viên')]);
  // A part that this post may not open it may not write either, whatever else it may.
  if (resource.sensitive && !context.viewer.sensitiveNouns.includes(resource.type)) return refuse(context, [userError('NOT_ALLOWED_NOW', 'member', `Chức vụ này không được mở ${what}. Đề nghị lãnh đạo đơn vị phân công.`)]);
  const asOf = input.asOf === undefined ? {} : { asOf: check.day('asOf', 'Số liệu đến ngày', input.asOf, { from: '2020-01-01', to: context.clock.today(), required: true }) };
  const row = { ...await values(check, held), ...asOf };
  if (check.failed) return refuse(context, check.errors);
  const done = await saveRow(context, resource, operation, { owner: 'member', id: held.id, version: input.version ?? null }, row);
  if (resource.sensitive) context.opened.push({ household: held.household, member: held.id, part: resource.type, purpose: input.purpose ?? null });
  return settle(context, { resource, selection, field, what, id: held.id }, done);
}

export const saveMemberLabour = (context: Working, input: SaveMemberLabourInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberLabourAccess, operation: 'saveMemberLabour', field: 'labour', what: 'thông tin lao động' }, input, selection, check => ({
    status: input.status, trainedLevel: input.trainedLevel, occupation: check.text('occupation', 'Nghề nghiệp', input.occupation, { most: 120 }),
  }));

export const saveMemberSchooling = (context: Working, input: SaveMemberSchoolingInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberSchoolingAccess, operation: 'saveMemberSchooling', field: 'schooling', what: 'thông tin học tập' }, input, selection, check => ({
    attending: input.attending, level: input.level, reason: check.text('reason', 'Lý do không đi học', input.attending ? null : input.reason, { most: 300 }),
  }));

export const saveMemberInsurance = (context: Working, input: SaveMemberInsuranceInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberInsuranceAccess, operation: 'saveMemberInsurance', field: 'insurance', what: 'thông tin bảo hiểm y tế' }, input, selection, check => ({
    hasCard: input.hasCard, validTo: input.hasCard ? check.day('validTo', 'Thẻ có giá trị đến', input.validTo, { from: '2020-01-01', to: '2040-12-31' }) : null,
  }));

export const saveMemberHealth = (context: Working, input: SaveMemberHealthInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: memberHealthAccess, operation: 'saveMemberHealth', field: 'health', what: 'thông tin sức khỏe' }, input, selection, () => ({
    malnutrition: input.malnutrition, disability: input.disability, seriousIllness: input.seriousIllness,
  }));

const twelve = /^[0-9]{12}$/;

/** The papers of one person; a number stands once in the commune's own list, and of another commune's list nothing is told. */
export const saveHouseholdIdentity = (context: Working, input: SaveHouseholdIdentityInput, selection: Selection): Promise<Answered> =>
  save(context, { resource: householdIdentityAccess, operation: 'saveHouseholdIdentity', field: 'identity', what: 'giấy tờ' }, input, selection, async (check, member) => {
    if (!['CITIZEN_ID', 'BIRTH_NUMBER', 'NONE'].includes(input.idKind)) check.fail('idKind', 'Loại giấy tờ: chọn một mục trong danh sách.');
    const idNumber = input.idKind === 'NONE' ? null : check.text('idNumber', 'Số định danh', input.idNumber, { most: 12, required: true });
    if (idNumber && !twelve.test(idNumber)) check.fail('idNumber', 'Số định danh: phải đủ 12 chữ số. Kiểm tra lại trên giấy tờ.');
    const holder = idNumber ? await holderOf(context.session, idNumber, member.id) : null;
    if (holder) check.fail('idNumber', `Số định danh: đã ghi cho một người của hộ ${holder}. Kiểm tra lại hai hộ.`);
    const birthDate = check.day('birthDate', 'Ngày sinh', input.birthDate, { from: '1900-01-01', to: context.clock.today() });
    if (birthDate && Number(birthDate.slice(0, 4)) !== member.birthYear) check.fail('birthDate', `Ngày sinh: không khớp năm sinh ${member.birthYear}. Sửa ngày sinh hoặc năm sinh.`);
    return { idKind: input.idKind, idNumber, insuranceNumber: check.text('insuranceNumber', 'Số thẻ bảo hiểm y tế', input.insuranceNumber, { most: 20 }), birthDate };
  });
