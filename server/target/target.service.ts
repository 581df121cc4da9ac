import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { changeRow } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, settle, type Answered } from '../graphql/payload.js';
import { tell, tellAll } from '../notice/notice.service.js';
import { targetAccess } from './target.access.js';
import type { CloseTargetSplitInput, SplitTargetInput, TargetShareInput } from './target.input.js';
import { assignmentsOf, findShares, findSharing, lockSplit, writeShares, type NewShare, type SharingUnit, type StoredShare, type StoredSplit } from './target.query.js';

type Saved = Answered & { target?: object | null };
const settling = (selection: Selection, id: number) => ({ resource: targetAccess, selection, field: 'target', what: 'chỉ tiêu', id: String(id) });

/** The units of the input with their figures, each once and of a kind that the target counts. */
async function readShares(context: Working, check: Check, split: StoredSplit, given: readonly TargetShareInput[]): Promise<{ shares: (NewShare & { version: number | null })[]; units: Map<number, SharingUnit> }> {
  const shares = given.flatMap(({ unit, value, version }) => {
    const id = check.id('shares', 'đơn vị', unit);
    return id === null ? [] : [{ unit: id, value: value ?? null, version: version ?? null }];
  });
  const units = new Map((await findSharing(context.session, shares.map(share => share.unit))).map(unit => [unit.id, unit]));
  const named = (of: readonly NewShare[]): string => of.map(share => units.get(share.unit)?.name ?? '').join(', ');
  if (shares.length === 0 && !check.failed) check.fail('shares', 'Chưa có đơn vị nào được giao số. Nhập số rồi lưu lại.');
  if (shares.some(share => !units.has(share.unit))) check.errors.push(notFound('shares', 'một số đơn vị'));
  const twice = shares.filter((share, at) => shares.findIndex(other => other.unit === share.unit) !== at);
  if (twice.length > 0) check.fail('shares', `Có đơn vị được giao hai lần: ${named(twice)}. Giữ lại một số cho mỗi đơn vị.`);
  const most = split.unitOfMeasure === '%' ? 100 : 1_000_000_000;
  const outside = shares.filter(({ value }) => value !== null && !(value >= 0 && value <= most));
  if (outside.length > 0) check.fail('shares', `Số giao phải từ 0 đến ${new Intl.NumberFormat('vi-VN').format(most)}. Sửa lại: ${named(outside)}.`);
  const broken = split.isCounted ? shares.filter(({ value }) => value !== null && !Number.isInteger(value)) : [];
  if (broken.length > 0) check.fail('shares', `Chỉ tiêu tính bằng ${split.unitOfMeasure} nên số giao phải là số nguyên. Sửa lại: ${named(broken)}.`);
  return { shares, units };
}

/** What another writer left otherwise than this one saw it, and not as this one wants it. */
const met = (share: NewShare & { version: number | null }, current: StoredShare | undefined): boolean =>
  (share.version ?? 0) !== (current?.version ?? 0) && share.value !== (current?.value ?? null);

/**
 * Gives units their shares of the province's target, all or none. The target's owner may until the secretariat closes the split; then
 * only the secretariat, with a reason. Sums above or below the target are the writer's to judge: the plan gives it an operator, not a sum.
 * A unit's assignment on the task takes the figure as its own in the same transaction, and the unit is told.
 */
export async function splitTarget(context: Working, input: SplitTargetInput, selection: Selection): Promise<Saved> {
  const { session, viewer } = context, check = new Check(), isSecretariat = viewer.portalKind === 'secretariat';
  const wanted = check.id('target', 'chỉ tiêu', input.target);
  const split = wanted === null ? null : await lockSplit(session, wanted);
  if (!split || (!isSecretariat && split.owner !== viewer.unitId)) return refuse(context, [notFound('target', 'chỉ tiêu thuộc trách nhiệm phân giao của đơn vị')]);
  if (split.closedOn && !isSecretariat) {
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'target', `Cơ quan Thường trực đã chốt phân giao chỉ tiêu này ngày ${writtenDay(split.closedOn)}. Đề nghị Cơ quan Thường trực điều chỉnh.`)]);
  }
  const reason = split.closedOn ? check.text('reason', 'Lý do điều chỉnh', input.reason, { most: 1000, required: true }) : null;
  const { shares, units } = await readShares(context, check, split, input.shares);
  if (check.failed) return refuse(context, check.errors);
  const stored = new Map((await findShares(session, split.id, shares.map(share => share.unit))).map(share => [share.unit, share]));
  const clashes = shares.filter(share => met(share, stored.get(share.unit)));
  if (clashes.length > 0) {
    const message = `Người khác vừa sửa số giao của: ${clashes.map(share => units.get(share.unit)!.name).join(', ')}. Xem số của hai bên rồi lưu lại.`;
    const conflicts = clashes.map(share => conflict(units.get(share.unit)!.code, share.value, stored.get(share.unit)?.value ?? null));
    return { ...refuse(context, [userError('CONFLICT', 'shares', message)], conflicts), target: await readBack(context, targetAccess, selection, 'target', split.id) };
  }
  const differing = shares.filter(share => share.value !== (stored.get(share.unit)?.value ?? null));
  await save(context, split, { reason, differing, stored, units });
  return settle(context, settling(selection, split.id), { outcome: 'DONE' });
}

interface Change { readonly reason: string | null; readonly differing: readonly NewShare[]; readonly stored: ReadonlyMap<number, StoredShare>; readonly units: ReadonlyMap<number, SharingUnit> }

async function save(context: Working, split: StoredSplit, { reason, differing, stored, units }: Change): Promise<void> {
  if (differing.length === 0) return;
  const written = await writeShares(context.session, { id: split.id, reason, added: differing.filter(share => !stored.has(share.unit)), changed: differing.filter(share => stored.has(share.unit)) });
  const told = (value: (share: NewShare) => number | null) => Object.fromEntries(differing.map(share => [units.get(share.unit)!.code, value(share)]));
  await auditWrite(context, { operation: 'splitTarget', noun: 'Target', rowId: split.id,
    before: { shares: told(share => stored.get(share.unit)?.value ?? null) }, after: { shares: told(share => share.value), ...(reason && { reason }) } });
  const assignments = await assignmentsOf(context.session, split.task, differing.map(share => share.unit));
  await tellAll(context, written.map(share =>
    ({ kind: 'TARGET_SET', to: { unit: share.unit, roles: ['LEADER', 'OFFICER'] }, noun: 'Target', rowId: split.id, assignment: assignments.get(share.unit) ?? null })));
}

/** As of today only the secretariat changes the split, with a reason; the owner is told. */
export async function closeTargetSplit(context: Working, { id, version }: CloseTargetSplitInput, selection: Selection): Promise<Saved> {
  const wanted = new Check().id('id', 'chỉ tiêu', id);
  const split = wanted === null ? null : await lockSplit(context.session, wanted);
  if (!split) return refuse(context, [notFound('id', 'chỉ tiêu')]);
  if (split.closedOn) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', `Phân giao chỉ tiêu này đã chốt ngày ${writtenDay(split.closedOn)}.`)]);
  const closed = await changeRow(context, targetAccess, 'closeTargetSplit', { id, version }, { closedOn: context.clock.today() });
  if (closed.outcome === 'DONE' && split.owner !== null) await tell(context, { kind: 'TARGET_SET', to: { unit: split.owner, roles: ['LEADER', 'OFFICER'] }, noun: 'Target', rowId: split.id });
  return settle(context, settling(selection, split.id), closed);
}
