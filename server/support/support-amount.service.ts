import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow, type Values } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { supportAccess, supportAmountAccess, supportLoanAccess } from './support.access.js';
import type { SaveSupportAmountInput, SaveSupportLoanInput } from './support.input.js';
import { findSupport, isLender, type StoredSupport } from './support.query.js';

type Saved = Answered & { support?: object | null };
const mostMoney = 1_000_000_000_000;

/** Whole đồng, or null when there is none or it is wrong. */
function money(check: Check, field: string, label: string, value: number | null | undefined): number | null {
  if (value !== null && value !== undefined && !Number.isInteger(value)) { check.fail(field, `${label}: nhập số đồng chẵn, không có phần lẻ.`); return null; }
  return check.whole(field, label, value, { least: 0, most: mostMoney });
}
const optional = <T>(value: T | undefined, read: (value: T) => unknown): unknown => (value === undefined ? undefined : read(value));

function readDay(check: Check, context: Working, value: string | null): string | null {
  const today = context.clock.today();
  return check.day('disbursedOn', 'Ngày giải ngân', value, { from: '2022-01-01', to: today });
}

/** The unit's own help, whether or not it still sees the household: a loan outlives the sight. */
async function ownSupport(context: Working, id: string): Promise<StoredSupport | null> {
  const support = await findSupport(context.session, id);
  return support?.provider === context.viewer.unitId ? support : null;
}

/** One row a help: the first save adds it, later ones change it by its version; who saves a first one too late learns of the other's. */
async function save(context: Working, selection: Selection, { operation, resource, version, values, support }: { operation: string; resource: Resource; version: number | null | undefined; values: Values; support: StoredSupport }): Promise<Saved> {
  const taken = async (conflicts: Answered['conflicts']): Promise<Saved> => {
    const theirs = await readBack<object>(context, supportAccess, selection, 'support', support.id);
    return { ...refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa ghi số tiền của khoản hỗ trợ này. Xem giá trị của hai bên rồi lưu lại.')], conflicts), support: theirs };
  };
  // No row has version 0, so a first save meets any row as a conflict.
  const changed = await changeRow(context, resource, operation, { id: support.id, version: version ?? 0 }, values);
  if (changed.outcome === 'CONFLICT') {
    if (resource.sensitive) context.opened.push({ household: support.household, member: support.member, part: resource.type, purpose: null });
    return taken(changed.conflicts);
  }
  if (changed.outcome === 'MISSING') {
    if (version !== null && version !== undefined) return refuse(context, [notFound('support', 'số tiền của khoản hỗ trợ này')]);
    try {
      await addRow(context, resource, operation, { support: support.id, ...values });
    } catch (error) {
      if (!(error instanceof DuplicateRow)) throw error;
      return refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa ghi số tiền của khoản hỗ trợ này. Tải lại trang rồi lưu lại.')]);
    }
  }
  return { support: await readBack(context, supportAccess, selection, 'support', support.id), userErrors: [], conflicts: [] };
}

/** What a help of the own unit is worth, in đồng. */
export async function saveSupportAmount(context: Working, input: SaveSupportAmountInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const support = await ownSupport(context, input.support);
  if (!support) return refuse(context, [notFound('support', 'khoản hỗ trợ của đơn vị')]);
  const values = { amount: money(check, 'amount', 'Số tiền', input.amount), disbursedOn: optional(input.disbursedOn, value => readDay(check, context, value)) };
  if (support.state === 'CANCELLED') check.errors.push(userError('NOT_ALLOWED_NOW', 'support', 'Khoản hỗ trợ này đã hủy.'));
  if (check.failed) return refuse(context, check.errors);
  return save(context, selection, { operation: 'saveSupportAmount', resource: supportAmountAccess, version: input.version, values, support });
}

/** A loan of the policy bank (IV.12), by a post that is named for it. */
export async function saveSupportLoan(context: Working, input: SaveSupportLoanInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const support = await ownSupport(context, input.support);
  if (!support) return refuse(context, [notFound('support', 'khoản hỗ trợ của đơn vị')]);
  if (!context.viewer.sensitiveNouns.includes('SupportLoan')) check.errors.push(userError('NOT_ALLOWED_NOW', 'support', 'Chức vụ này chưa được giao mở khoản vay. Hỏi lãnh đạo đơn vị.'));
  if (support.kind !== 'LOAN' || !await isLender(context.session)) check.errors.push(userError('NOT_ALLOWED_NOW', 'support', 'Chỉ ghi khoản vay cho hỗ trợ vay vốn của Ngân hàng Chính sách xã hội.'));
  if (support.state === 'CANCELLED') check.errors.push(userError('NOT_ALLOWED_NOW', 'support', 'Khoản hỗ trợ này đã hủy.'));
  const values = {
    termMonths: optional(input.termMonths, value => check.whole('termMonths', 'Thời hạn (tháng)', value, { least: 1, most: 360 })),
    purpose: optional(input.purpose, value => check.text('purpose', 'Mục đích vay', value, { most: 300 })),
    disbursedOn: optional(input.disbursedOn, value => readDay(check, context, value)),
    outstanding: optional(input.outstanding, value => money(check, 'outstanding', 'Dư nợ', value)),
    overdue: optional(input.overdue, value => money(check, 'overdue', 'Nợ quá hạn', value)),
  };
  if ((input.overdue ?? 0) > (input.outstanding ?? input.overdue ?? 0)) check.fail('overdue', 'Nợ quá hạn: không lớn hơn dư nợ.');
  if (check.failed) return refuse(context, check.errors);
  return save(context, selection, { operation: 'saveSupportLoan', resource: supportLoanAccess, version: input.version, values, support });
}
