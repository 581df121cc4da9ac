import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { addRow, changeRow, DuplicateRow, type Values } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { tellAll, type NoticeKind } from '../notice/notice.service.js';
import { pairingAccess } from './pairing.access.js';
import type { ConfirmPairingInput, DeclinePairingInput, EndPairingInput, ProposePairingInput, UpdatePairingInput } from './pairing.input.js';
import { agree, findPlaced, findRival, finish, isAgreed, kindOfUnit, lockPairing, namesOf, secretariatOf, type StoredPairing } from './pairing.query.js';

type Saved = Answered & { pairing?: object | null };
const what = 'phân công giúp đỡ';
const notNow = (message: string) => userError('NOT_ALLOWED_NOW', 'id', message);

const settling = (selection: Selection, id: string) => ({ resource: pairingAccess, selection, field: 'pairing', what: 'phân công', id });

const answered = (context: Working, selection: Selection, id: string): Promise<Saved> => settle(context, settling(selection, id), { outcome: 'DONE' });

/** The other writer's values beside one's own; the row comes back as it stands. */
const conflicting = (context: Working, selection: Selection, id: string, conflicts: Answered['conflicts']): Promise<Saved> =>
  settle(context, settling(selection, id), { outcome: 'CONFLICT', conflicts });

/** Tells the sides of a pairing but the writer's own; the leaders answer for it, the officers follow it up. `also` is a further unit. */
async function tellSides(context: Working, kind: NoticeKind, { id, commune, helper }: { readonly id: string; readonly commune: number; readonly helper: number }, also: number | null = null): Promise<void> {
  const units = [commune, helper, also].filter(unit => unit !== null && unit !== context.viewer.unitId);
  await tellAll(context, units.map(unit => ({ kind, to: { unit: unit!, roles: ['LEADER', 'OFFICER'] }, noun: 'Pairing', rowId: id })));
}

/** Whether the two units may pair, and the viewer may propose it: a commune for itself, a helper for itself, the secretariat for anybody. */
async function checkSides(context: Working, check: Check, commune: number | null, helper: number | null): Promise<void> {
  const { viewer: { portalKind, unitId, communes }, session } = context;
  if (commune !== null && (portalKind === 'commune' ? commune !== unitId : communes?.includes(commune) === false || await kindOfUnit(session, commune) !== 'commune')) check.errors.push(notFound('commune', 'xã, phường'));
  const isOwn = portalKind === 'department' || portalKind === 'massOrganisation';
  if (helper !== null && (isOwn ? helper !== unitId : !['department', 'massOrganisation'].includes(await kindOfUnit(session, helper) ?? ''))) check.errors.push(notFound('helper', 'đơn vị giúp đỡ'));
}

/** Households are given after body and commune have agreed on the day from which; else why not, and what comes first. */
async function checkAgreed({ session }: Working, check: Check, commune: number, helper: number, day: string): Promise<void> {
  if (await isAgreed(session, commune, helper, day)) return;
  const names = await namesOf(session, [commune, helper]);
  check.errors.push(userError('NOT_ALLOWED_NOW', 'household', `${names.get(helper)} và ${names.get(commune)} chưa thống nhất phân công giúp đỡ từ ngày ${writtenDay(day)}. Thống nhất phân công giữa đơn vị và xã trước, rồi giao từng hộ.`));
}

/**
 * Proposes a pairing, which gives no sight until both sides confirm it (III.2(8), IV.14): first of a body with a commune, then with its
 * households. A household is helped by one body at a time; of another body's pairing only the name is told.
 */
export async function proposePairing(context: Working, input: ProposePairingInput, selection: Selection): Promise<Saved> {
  const { session, clock } = context, check = new Check();
  const year = Number(clock.today().slice(0, 4)), span = { from: `${year - 1}-01-01`, to: `${year + 5}-12-31` };
  const commune = check.id('commune', 'xã, phường', input.commune), helper = check.id('helper', 'đơn vị giúp đỡ', input.helper);
  const words = {
    validFrom: check.day('validFrom', 'Từ ngày', input.validFrom, { ...span, required: true }) ?? input.validFrom,
    validTo: check.day('validTo', 'Đến ngày', input.validTo, { from: input.validFrom, to: span.to }),
    leaderInCharge: check.text('leaderInCharge', 'Lãnh đạo phụ trách', input.leaderInCharge, { most: 120 }) ?? undefined,
    officer: check.text('officer', 'Cán bộ theo dõi', input.officer, { most: 120 }) ?? undefined, promise: check.text('promise', 'Cam kết', input.promise, { most: 2000 }) ?? undefined,
  };
  await checkSides(context, check, commune, helper);
  const household = input.household ? await findPlaced(session, input.household) : null;
  if (input.household && (!household || household.commune !== commune)) check.errors.push(notFound('household', 'hộ này ở xã, phường đã chọn'));
  if (!check.failed && household) await checkAgreed(context, check, commune!, helper!, words.validFrom);
  if (check.failed) return refuse(context, check.errors);
  const again = () => refuse(context, [userError('NOT_ALLOWED_NOW', 'commune', 'Đơn vị đã có phân công giúp đỡ xã này trong thời gian đó. Xem phân công đang có hoặc chọn thời gian khác.')]);
  const taken = (by: string) => refuse(context, [userError('NOT_ALLOWED_NOW', 'household', `Hộ ${household?.code} vừa được ${by} nhận giúp đỡ. Chọn hộ khác hoặc thời gian khác.`)]);
  const rival = household && await findRival(session, input.household!, words.validFrom, words.validTo);
  if (rival) return taken(rival);
  try {
    const id = await addRow(context, pairingAccess, 'proposePairing', { commune, helper, ...(household && { household: input.household }), ...words });
    await tellSides(context, 'PAIRING_PROPOSED', { id, commune: commune!, helper: helper! });
    return await answered(context, selection, id);
  } catch (error) {
    // The database's own rule, where a writer came past the queue.
    if (error instanceof DuplicateRow) return household ? taken('đơn vị khác') : again();
    throw error;
  }
}

type Move = (current: StoredPairing) => Promise<Saved | null>;

/** Lock, compare the version, let `move` write; `move` answers what stands against it, or null once it has written. */
async function write(context: Working, { id, version }: ConfirmPairingInput, yours: Values, selection: Selection, move: Move): Promise<Saved> {
  const current = await lockPairing(context.session, id);
  if (!current) return refuse(context, [notFound('id', what)]);
  if (current.version !== version) {
    const now = current as unknown as Values;
    return conflicting(context, selection, id, Object.entries(yours).filter(([, value]) => value !== undefined).map(([name, value]) => conflict(name, value, now[name])));
  }
  return await move(current) ?? answered(context, selection, id);
}

const moved = (context: Working, operation: string, { id, state }: StoredPairing, to: string): Promise<void> =>
  auditWrite(context, { operation, noun: 'Pairing', rowId: id, before: { state }, after: { state: to } });

/** A side's leader confirms, as of today, for that side; agreed once both have, and sight begins with the pairing's days. */
export function confirmPairing(context: Working, input: ConfirmPairingInput, selection: Selection): Promise<Saved> {
  const side = context.viewer.portalKind === 'commune' ? 'communeConfirmedOn' : 'helperConfirmedOn', today = context.clock.today();
  return write(context, input, { [side]: today }, selection, async current => {
    if (current.state !== 'PROPOSED') return refuse(context, [notNow('Chỉ xác nhận phân công đang đề xuất.')]);
    if (current[side]) return refuse(context, [notNow('Đơn vị đã xác nhận phân công này; đang chờ bên kia.')]);
    await changeRow(context, pairingAccess, 'confirmPairing', input, { [side]: today });
    if (await agree(context.session, current.id)) await moved(context, 'confirmPairing', current, 'AGREED');
    await tellSides(context, 'PAIRING_CONFIRMED', current);
    return null;
  });
}

async function close(context: Working, operation: string, kind: NoticeKind, current: StoredPairing, input: ConfirmPairingInput, words: Values): Promise<null> {
  await changeRow(context, pairingAccess, operation, input, words);
  await finish(context.session, current.id);
  await moved(context, operation, current, 'ENDED');
  // Whoever keeps the list finds another helper, or another household.
  await tellSides(context, kind, current, await secretariatOf(context.session));
  return null;
}

/** A side's leader declines what is proposed, with the reason. */
export function declinePairing(context: Working, input: DeclinePairingInput, selection: Selection): Promise<Saved> {
  return write(context, input, { state: 'ENDED' }, selection, async current => {
    const check = new Check(), endReason = check.text('endReason', 'Lý do', input.endReason, { most: 1000, required: true });
    if (current.state !== 'PROPOSED') check.errors.push(notNow('Chỉ từ chối phân công đang đề xuất; phân công đã thống nhất thì kết thúc.'));
    return check.failed ? refuse(context, check.errors) : close(context, 'declinePairing', 'PAIRING_DECLINED', current, input, { endReason });
  });
}

/** Either side or the secretariat ends an agreed pairing, or takes a proposal back, with the reason; sight ends with it. */
export function endPairing(context: Working, input: EndPairingInput, selection: Selection): Promise<Saved> {
  return write(context, input, { state: 'ENDED' }, selection, async current => {
    const check = new Check(), endReason = check.text('endReason', 'Lý do', input.endReason, { most: 1000, required: true });
    const outcome = input.outcome === undefined ? undefined : check.text('outcome', 'Kết quả', input.outcome, { most: 2000 });
    if (current.state === 'ENDED') check.errors.push(notNow('Phân công này đã kết thúc.'));
    return check.failed ? refuse(context, check.errors) : close(context, 'endPairing', current.state === 'PROPOSED' ? 'PAIRING_WITHDRAWN' : 'PAIRING_ENDED', current, input, { endReason, outcome });
  });
}

/** The helper's officer, promise and outcome; the leader in charge, whom the secretariat names (IV.13). */
export async function updatePairing(context: Working, input: UpdatePairingInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const text = (field: 'leaderInCharge' | 'officer' | 'promise' | 'outcome', label: string, most: number) => (input[field] === undefined ? undefined : check.text(field, label, input[field], { most }));
  const patch = {
    leaderInCharge: text('leaderInCharge', 'Lãnh đạo phụ trách', 120), officer: text('officer', 'Cán bộ theo dõi', 120),
    promise: text('promise', 'Cam kết', 2000), outcome: text('outcome', 'Kết quả', 2000),
  };
  const current = await lockPairing(context.session, input.id);
  if (!current) return refuse(context, [notFound('id', what)]);
  if (current.version === input.version && current.state === 'ENDED' && (patch.officer !== undefined || patch.promise !== undefined || patch.leaderInCharge !== undefined))
    check.errors.push(notNow('Phân công đã kết thúc: chỉ bổ sung được kết quả.'));
  if (check.failed) return refuse(context, check.errors);
  const changed = await changeRow(context, pairingAccess, 'updatePairing', input, patch);
  if (changed.outcome === 'CONFLICT') return conflicting(context, selection, input.id, changed.conflicts);
  return answered(context, selection, input.id);
}
