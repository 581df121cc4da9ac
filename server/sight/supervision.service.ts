import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { supervisionAccess } from './supervision.access.js';
import type { CreateSupervisionInput, EndSupervisionInput } from './supervision.input.js';
import { findSides, lockSupervision } from './supervision.query.js';

type Saved = Answered & { supervision?: object | null };

const answered = (context: Working, selection: Selection, id: string): Promise<Saved> =>
  settle(context, { resource: supervisionAccess, selection, field: 'supervision', what: 'lượt giám sát', id }, { outcome: 'DONE' });

/** Sends the Front to a commune's list for some days (IV.14): a review is its own committee's, an inspection the province's. */
export async function createSupervision(context: Working, input: CreateSupervisionInput, selection: Selection): Promise<Saved> {
  const check = new Check(), year = Number(context.clock.today().slice(0, 4));
  const title = check.text('title', 'Tên đợt', input.title, { most: 200, required: true });
  const validFrom = check.day('validFrom', 'Từ ngày', input.validFrom, { from: `${year - 1}-01-01`, to: `${year + 1}-12-31`, required: true });
  const validTo = check.day('validTo', 'Đến ngày', input.validTo, { from: input.validFrom, to: `${year + 1}-12-31`, required: true });
  const unit = check.id('unit', 'đơn vị giám sát', input.unit), commune = check.id('commune', 'xã, phường', input.commune);
  if (unit !== null && commune !== null) {
    const { isCommune, isOwnCommittee, isProvincial } = await findSides(context.session, unit, commune);
    if (!isCommune) check.errors.push(notFound('commune', 'xã, phường'));
    else if (input.kind === 'REVIEW' && !isOwnCommittee) check.fail('unit', 'Đơn vị giám sát: đợt rà soát do Ủy ban MTTQ của chính xã, phường đó giám sát.');
    else if (input.kind === 'INSPECTION' && !isProvincial) check.fail('unit', 'Đơn vị giám sát: đợt kiểm tra do Ủy ban MTTQ tỉnh thực hiện.');
  }
  if (check.failed) return refuse(context, check.errors);
  try {
    const id = await addRow(context, supervisionAccess, 'createSupervision', { unit, commune, kind: input.kind, title, validFrom, validTo });
    return answered(context, selection, id);
  } catch (error) {
    if (!(error instanceof DuplicateRow)) throw error;
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'validFrom', 'Đã có đợt giám sát này bắt đầu cùng ngày. Sửa đợt đã có hoặc chọn ngày khác.')]);
  }
}

/** Brings the last day forward; sight of the list ends after it. */
export async function endSupervision(context: Working, { id, validTo: wanted }: EndSupervisionInput, selection: Selection): Promise<Saved> {
  const check = new Check(), current = await lockSupervision(context.session, id);
  if (!current) return refuse(context, [notFound('id', 'đợt giám sát')]);
  const validTo = check.day('validTo', 'Đến ngày', wanted, { from: current.validFrom, to: current.validTo, required: true });
  if (check.failed) return refuse(context, check.errors);
  await changeRow(context, supervisionAccess, 'endSupervision', { id, version: null }, { validTo });
  return answered(context, selection, id);
}
