import { randomUUID } from 'node:crypto';
import type { Movement } from '../standard/movement.rule.js';
import { endRows, insertClasses, type KnownHousehold, type NewClass } from './household.importer.query.js';
import type { Village } from './import.lists.js';
import type { Line } from './import.reader.js';
import { given, insertRows, updateRows, type Change, type ImporterContext, type Judged, type Saved } from './importer.js';

export interface HouseholdWrite {
  readonly line: Line; readonly id: string; readonly code: string; readonly known: KnownHousehold | undefined; readonly village: Village | undefined;
  readonly lacks: ReadonlyMap<string, boolean>; readonly moved: Movement | null;
}
type Row = Record<string, unknown>;
/** The rows of one chunk, by table, and whose line each is for. */
interface Rows { readonly households: Row[]; readonly changed: Row[]; readonly members: Row[]; readonly heads: Row[]; readonly lacks: Row[]; readonly ended: string[]; readonly causes: Row[]; readonly groups: Row[]; readonly contacts: Row[]; readonly changedContacts: Row[]; readonly classes: NewClass[] }

const same = (one: unknown, other: unknown): boolean => String(one ?? '') === String(other ?? '');

function householdRow({ line, id, known, village }: HouseholdWrite): Row {
  const value = (key: string, before: unknown): unknown => given(line, key) ?? before ?? null;
  return {
    id, village_id: village?.id ?? known?.village ?? null, area_type: given(line, 'areaType') ?? known?.areaType ?? village?.areaType, head_name: value('headName', known?.headName),
    ethnicity_code: value('ethnicity', known?.ethnicity), exit_registered_on: value('exitRegisteredOn', known?.exitRegisteredOn),
    expected_exit_year: value('expectedExitYear', known?.expectedExitYear), officer_in_charge: value('officer', known?.officer),
  };
}

const before = (known: KnownHousehold): Row => ({
  village_id: known.village, area_type: known.areaType, head_name: known.headName, ethnicity_code: known.ethnicity, exit_registered_on: known.exitRegisteredOn,
  expected_exit_year: known.expectedExitYear, officer_in_charge: known.officer,
});

/** Adds the rows of one line and notes what they will have changed. */
function gather(write: HouseholdWrite, rows: Rows, commune: number, { today, standard }: { today: string; standard: string }, changes: Change[]): void {
  const { line, id, code, known, lacks, moved } = write, row = householdRow(write), { id: _, ...after } = row;
  const decisionDay = given<string>(line, 'decisionDay') ?? null, day = moved ? decisionDay ?? moved.since : today;
  if (!known) {
    rows.households.push({ ...row, code, commune_id: commune });
    changes.push({ t: 'household', i: id, a: after });
    const year = given<number>(line, 'headBirthYear');
    if (year !== undefined) {
      const member = randomUUID();
      rows.members.push({ id: member, household_id: id, full_name: row.head_name, is_head: true, birth_year: year, sex: given(line, 'headSex'), relation: 'Chủ hộ', ethnicity_code: row.ethnicity_code });
      changes.push({ t: 'member', i: member });
    }
  } else {
    const differing = Object.keys(after).filter(name => !same(after[name], before(known)[name]));
    if (differing.length > 0) {
      rows.changed.push({ ...row, version: known.version });
      changes.push({ t: 'household', i: id, b: Object.fromEntries(differing.map(name => [name, before(known)[name]])), a: Object.fromEntries(differing.map(name => [name, after[name]])) });
      if (differing.includes('head_name') && known.head) {
        rows.heads.push({ id: known.head, full_name: row.head_name });
        changes.push({ t: 'member', i: known.head, b: { full_name: known.headName } });
      }
    }
  }
  for (const [indicator, isLacking] of lacks) {
    const open = known?.lacks[indicator];
    if (isLacking && !open) rows.lacks.push({ household_id: id, indicator, standard, deprived: true, since: day, as_of: day });
    else if (!isLacking && open) { rows.ended.push(open); changes.push({ t: 'deprivation', i: open, b: { until: null } }); }
  }
  for (const cause of given<string[]>(line, 'causes') ?? []) if (!known?.causes.includes(cause)) rows.causes.push({ household_id: id, cause, since: day });
  for (const kind of given<string[]>(line, 'groups') ?? []) if (!known?.groups.includes(kind)) rows.groups.push({ household_id: id, kind, since: day });
  const address = given<string>(line, 'address'), phone = given<string>(line, 'phone');
  if (address !== undefined || phone !== undefined) {
    const contact = { household_id: id, address_detail: address ?? known?.address ?? null, phone: phone ?? known?.phone ?? null };
    if (!known?.hasContact) { rows.contacts.push(contact); changes.push({ t: 'household_contact', i: id }); }
    else if (!same(contact.address_detail, known.address) || !same(contact.phone, known.phone)) {
      rows.changedContacts.push(contact);
      changes.push({ t: 'household_contact', i: id, b: { address_detail: known.address, phone: known.phone } });
    }
  }
  if (moved) rows.classes.push({ household_id: id, class: moved.class, standard, movement: moved.code, since: day, class_since: moved.since, decision_number: given<string>(line, 'decisionNumber') ?? null, decision_day: decisionDay });
}

/** Writes a chunk of households with all that hangs on them; what was made and what was there before comes back by line. */
export async function saveHouseholds({ session, viewer, lists, batch }: ImporterContext, lines: readonly (Judged<HouseholdWrite> & { readonly write: HouseholdWrite })[]): Promise<Saved[]> {
  const rows: Rows = { households: [], changed: [], members: [], heads: [], lacks: [], ended: [], causes: [], groups: [], contacts: [], changedContacts: [], classes: [] };
  const changes = new Map<string, Change[]>();
  for (const { write } of lines) {
    const own: Change[] = [];
    changes.set(write.id, own);
    gather(write, rows, viewer.unitId, lists, own);
  }
  const note = (made: readonly { id: string; household: string }[], table: string): void => made.forEach(({ id, household }) => changes.get(household)!.push({ t: table, i: id }));
  await insertRows(session, 'household', rows.households);
  await updateRows(session, 'household', 'id', rows.changed, true);
  await insertRows(session, 'member', rows.members);
  await updateRows(session, 'member', 'id', rows.heads, false);
  note(await insertRows(session, 'deprivation', rows.lacks, 'id, household_id AS household'), 'deprivation');
  await endRows(session, 'deprivation', rows.ended, lists.today);
  note(await insertRows(session, 'poverty_cause', rows.causes, 'id, household_id AS household'), 'poverty_cause');
  note(await insertRows(session, 'household_group', rows.groups, 'id, household_id AS household'), 'household_group');
  await insertRows(session, 'household_contact', rows.contacts);
  await updateRows(session, 'household_contact', 'household_id', rows.changedContacts, false);
  const known = new Map(lines.map(({ write }) => [write.id, write.known]));
  for (const { household, created, closed, closed_before } of await insertClasses(session, batch, rows.classes)) {
    const own = changes.get(household)!;
    if (closed) own.push({ t: 'class_record', i: closed, b: closed_before! });
    if (!created) continue;
    own.push({ t: 'class_record', i: created });
    const was = known.get(household), now = rows.classes.find(row => row.household_id === household)!;
    if (was) own.push({ t: 'household', i: household, b: { class: was.class, standard: was.standard, class_since: was.since }, a: { class: now.class, standard: now.standard, class_since: now.class_since } });
  }
  return lines.map(({ no, write }) => ({ no, household: write.id, changes: changes.get(write.id)! }));
}
