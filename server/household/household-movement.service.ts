import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import type { Values } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { householdAccess } from './household.access.js';
import { findVillage } from './household.query.js';
import type { EndHouseholdInput, MergeHouseholdsInput, MoveHouseholdInput, SplitHouseholdInput } from './household-movement.input.js';
import { end, isCommune, lockMoving, membersOf, merge, move, split, type MovingHousehold } from './household-movement.query.js';

const earliest = '2015-01-01';
interface Named { readonly field: string; readonly versionField: string; readonly id: string; readonly version: number }

const settled = (context: Working, selection: Selection, id: string): Promise<Answered> =>
  settle(context, { resource: householdAccess, selection, field: 'household', what: 'hộ', id }, { outcome: 'DONE' });

/** The households, locked, living and as the writer last saw them; else the answer that says what stands against it. */
async function open(context: Working, selection: Selection, named: readonly Named[]): Promise<{ held: MovingHousehold[] } | { answer: Answered }> {
  const found = await lockMoving(context.session, named.map(one => one.id));
  const missing = named.filter(one => !found.has(one.id));
  if (missing.length > 0) return { answer: refuse(context, missing.map(one => notFound(one.field, 'hộ'))) };
  const held = named.map(one => found.get(one.id)!);
  const ended = named.filter((_, at) => held[at].endedOn);
  if (ended.length > 0) return { answer: refuse(context, ended.map(one => userError('NOT_ALLOWED_NOW', one.field, 'Hộ này đã kết thúc, không ghi biến động được nữa.'))) };
  const stale = named.findIndex((one, at) => one.version !== held[at].version);
  if (stale < 0) return { held };
  const { versionField, version, id } = named[stale];
  const conflicts = [conflict(versionField, version, held[stale].version)];
  return { answer: await settle(context, { resource: householdAccess, selection, field: 'household', what: 'hộ', id }, { outcome: 'CONFLICT', conflicts }) };
}

/** No movement before the day from which the list has the household as it is. */
function readMovement(context: Working, check: Check, input: { day: string; reason: string }, held: readonly MovingHousehold[]): { day: string; reason: string } {
  const from = held.map(one => one.openSince ?? earliest).sort().at(-1)!;
  return {
    day: check.day('day', 'Ngày biến động', input.day, { from, to: context.clock.today(), required: true }) ?? input.day,
    reason: check.text('reason', 'Lý do', input.reason, { most: 1000, required: true }) ?? '',
  };
}

const note = (context: Working, operation: string, rowId: string, before: Values | null, after: Values): Promise<void> =>
  auditWrite(context, { operation, noun: 'Household', rowId, before, after });

/** The village of a new household; a post for some villages names one of those. */
async function readVillage({ session, viewer }: Working, check: Check, value: string | null | undefined): Promise<number | null> {
  const id = check.id('village', 'thôn này trong xã', value);
  if (id === null) return null;
  const isOpen = viewer.villages === null || viewer.villages.includes(id);
  if (!isOpen || !await findVillage(session, id, viewer.unitId)) check.errors.push(notFound('village', 'thôn này trong xã'));
  return id;
}

/**
 * Tách hộ: the members named become a household with everything of theirs, listed with the class of the old one, which keeps its head and somebody who
 * lives there. Answers the new household.
 */
export async function splitHousehold(context: Working, input: SplitHouseholdInput, selection: Selection): Promise<Answered> {
  const check = new Check(), opened = await open(context, selection, [{ field: 'household', versionField: 'version', id: input.household, version: input.version }]);
  if ('answer' in opened) return opened.answer;
  const [held] = opened.held, words = readMovement(context, check, input, opened.held), village = await readVillage(context, check, input.village);
  const all = await membersOf(context.session, held.id), members = [...new Set(input.members)];
  const leaving = all.filter(one => members.includes(one.id));
  if (members.length === 0) check.fail('members', 'Thành viên: chọn ít nhất một người tách ra.');
  else if (leaving.length < members.length) check.errors.push(notFound('members', 'thành viên này trong hộ'));
  else if (leaving.some(one => one.isHead)) check.fail('members', 'Thành viên: chủ hộ phải ở lại hộ cũ. Đổi chủ hộ của hộ cũ trước khi tách, hoặc bỏ chọn chủ hộ.');
  else if (!all.some(one => one.lives && !members.includes(one.id))) check.fail('members', 'Thành viên: hộ cũ phải còn ít nhất một người đang cư trú.');
  if (!members.includes(input.head)) check.fail('head', 'Chủ hộ mới: chọn một trong những người tách ra.');
  else if (leaving.some(one => one.id === input.head && !one.lives)) check.fail('head', 'Chủ hộ mới: người đã đi hoặc đã mất không làm chủ hộ được.');
  if (check.failed) return refuse(context, check.errors);
  const made = await split(context.session, { household: held.id, members, head: input.head, village, ...words });
  await note(context, 'splitHousehold', held.id, { members: all.map(one => one.id) }, { splitOff: made, members: all.map(one => one.id).filter(id => !members.includes(id)), ...words });
  await note(context, 'splitHousehold', made, null, { splitFrom: held.id, members, head: input.head, village: village ?? held.village, ...words });
  return settled(context, selection, made);
}

/**
 * Chuyển hộ đến xã, phường khác: everything follows; this commune no longer sees the household, and keeps it on its lists of earlier days.
 * Answers no household, for the same reason.
 */
export async function moveHousehold(context: Working, input: MoveHouseholdInput, selection: Selection): Promise<Answered> {
  const check = new Check(), opened = await open(context, selection, [{ field: 'household', versionField: 'version', id: input.household, version: input.version }]);
  if ('answer' in opened) return opened.answer;
  const [held] = opened.held, words = readMovement(context, check, input, opened.held);
  const commune = check.id('toCommune', 'xã, phường này', input.toCommune);
  if (commune === held.commune) check.fail('toCommune', 'Xã, phường đến: phải khác xã, phường hiện tại. Chuyển thôn thì sửa thôn của hộ.');
  else if (commune !== null && !await isCommune(context.session, commune)) check.errors.push(notFound('toCommune', 'xã, phường này'));
  if (check.failed || commune === null) return refuse(context, check.errors);
  await move(context.session, held.id, commune, words.day, words.reason);
  await note(context, 'moveHousehold', held.id, { commune: held.commune, code: held.code, village: held.village }, { commune, village: null, ...words });
  return { household: null, userErrors: [], conflicts: [] } as Answered;
}

/** Nhập hộ: `gone` joins `keep` with its people, helps, open needs and pairings, and ends. Answers the household that stays. */
export async function mergeHouseholds(context: Working, input: MergeHouseholdsInput, selection: Selection): Promise<Answered> {
  if (input.keep.toLowerCase() === input.gone.toLowerCase()) return refuse(context, [userError('BAD_INPUT', 'gone', 'Hộ nhập vào: chọn một hộ khác với hộ giữ lại.')]);
  const check = new Check(), opened = await open(context, selection, [
    { field: 'keep', versionField: 'keepVersion', id: input.keep, version: input.keepVersion }, { field: 'gone', versionField: 'goneVersion', id: input.gone, version: input.goneVersion }]);
  if ('answer' in opened) return opened.answer;
  const [kept, gone] = opened.held, words = readMovement(context, check, input, opened.held);
  if (check.failed) return refuse(context, check.errors);
  const members = (await membersOf(context.session, gone.id)).map(one => one.id);
  await merge(context.session, kept.id, gone.id, words.day, words.reason);
  await note(context, 'mergeHouseholds', kept.id, null, { merged: gone.id, members, ...words });
  await note(context, 'mergeHouseholds', gone.id, { endedOn: null, endKind: null }, { endedOn: words.day, endKind: 'MERGED', mergedInto: kept.id, reason: words.reason });
  return settled(context, selection, kept.id);
}

/** Kết thúc hộ: it leaves the list on the day, and whatever stood open of it ends; its people are told as dead or gone. Answers it as it ended. */
export async function endHousehold(context: Working, input: EndHouseholdInput, selection: Selection): Promise<Answered> {
  const check = new Check(), opened = await open(context, selection, [{ field: 'household', versionField: 'version', id: input.household, version: input.version }]);
  if ('answer' in opened) return opened.answer;
  const [held] = opened.held, words = readMovement(context, check, input, opened.held);
  if (input.kind === 'MERGED') check.fail('kind', 'Hình thức kết thúc: hộ về chung với hộ khác thì ghi nhập hộ, không ghi kết thúc hộ.');
  if (check.failed) return refuse(context, check.errors);
  await end(context.session, held.id, input.kind, words.day, words.reason);
  await note(context, 'endHousehold', held.id, { endedOn: null, endKind: null }, { endedOn: words.day, endKind: input.kind, reason: words.reason });
  return settled(context, selection, held.id);
}
