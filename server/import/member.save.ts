import type { Line } from './import.reader.js';
import { given, insertRows, updateRows, type Change, type ImporterContext, type Judged, type Saved } from './importer.js';
import { papersOf, type KnownMember } from './member.importer.query.js';

export interface MemberWrite { readonly line: Line; readonly id: string; readonly household: string; readonly known: KnownMember | undefined; readonly year: number; readonly isHead: boolean }
type Row = Record<string, unknown>;
interface Writes { readonly added: Row[]; readonly changed: Row[] }

const same = (one: unknown, other: unknown): boolean => String(one ?? '') === String(other ?? '');

/** Adds a row, or changes the one that is there where the line says otherwise; `was` is null when there is none. */
function put(table: string, key: string, row: Row, was: Row | null, into: Writes, changes: Change[]): void {
  const id = row[key] as string, names = Object.keys(row).filter(name => name !== key && name !== 'household_id');
  if (was === null) { into.added.push(row); changes.push({ t: table, i: id }); return; }
  const differing = names.filter(name => name !== 'as_of' && !same(row[name], was[name]));
  if (differing.length === 0) return;
  const { household_id: _, ...patch } = row;
  into.changed.push({ ...patch, ...(was.version !== undefined && { version: was.version }) });
  changes.push({ t: table, i: id, b: Object.fromEntries(differing.map(name => [name, was[name] ?? null])) });
}

/** Writes a chunk of members with their work, schooling, insurance and papers. */
export async function saveMembers({ session, lists, opened }: ImporterContext, lines: readonly (Judged<MemberWrite> & { readonly write: MemberWrite })[]): Promise<Saved[]> {
  const tables = { member: 'id', member_labour: 'member_id', member_schooling: 'member_id', member_insurance: 'member_id', household_identity: 'member_id' } as const;
  const none = (): Writes => ({ added: [], changed: [] });
  const writes = { member: none(), member_labour: none(), member_schooling: none(), member_insurance: none(), household_identity: none() };
  const withPapers = lines.filter(({ write }) => write.known && ['idNumber', 'insuranceNumber'].some(key => write.line.values[key] !== undefined));
  const papers = new Map((withPapers.length > 0 ? await papersOf(session, withPapers.map(({ write }) => write.id)) : []).map(one => [one.member, one]));
  if (papers.size > 0) opened(withPapers.filter(({ write }) => papers.has(write.id)).map(({ write }) => ({ household: write.household, member: write.id })));
  const saved = lines.map(({ no, write: { line, id, household, known, year, isHead } }): Saved => {
    const changes: Change[] = [], as_of = lists.today;
    const or = (key: string, before: unknown): unknown => given(line, key) ?? before ?? null;
    put('member', 'id', {
      id, household_id: household, full_name: given(line, 'fullName'), is_head: isHead, birth_year: year, birth_date: or('birthDate', known?.birthDate), sex: given(line, 'sex'),
      relation: or('relation', known?.relation), ethnicity_code: given(line, 'ethnicity'), residence: or('residence', known?.residence ?? 'PRESENT'),
    }, known ? { version: known.version, full_name: known.name, is_head: known.isHead, birth_year: known.birthYear, birth_date: known.birthDate, sex: known.sex, relation: known.relation, ethnicity_code: known.ethnicity, residence: known.residence } : null, writes.member, changes);
    if (['labour', 'occupation', 'trained'].some(key => line.values[key] !== undefined))
      put('member_labour', 'member_id', { member_id: id, status: or('labour', known?.labour), occupation: or('occupation', known?.occupation), trained_level: or('trained', known?.trained), as_of },
        known?.labour ? { status: known.labour, occupation: known.occupation, trained_level: known.trained } : null, writes.member_labour, changes);
    if (['attending', 'level'].some(key => line.values[key] !== undefined))
      put('member_schooling', 'member_id', { member_id: id, attending: or('attending', known?.attending), level: or('level', known?.level ?? 'NONE'), as_of },
        known?.level ? { attending: known.attending, level: known.level } : null, writes.member_schooling, changes);
    if (['hasCard', 'cardTo'].some(key => line.values[key] !== undefined))
      put('member_insurance', 'member_id', { member_id: id, has_card: or('hasCard', known?.hasCard), valid_to: or('cardTo', known?.cardTo), as_of },
        known && known.hasCard !== null ? { has_card: known.hasCard, valid_to: known.cardTo } : null, writes.member_insurance, changes);
    if (['idNumber', 'insuranceNumber'].some(key => line.values[key] !== undefined)) {
      const paper = papers.get(id);
      put('household_identity', 'member_id', { member_id: id, id_kind: given(line, 'idNumber') !== undefined ? 'CITIZEN_ID' : paper?.idKind ?? 'NONE', id_number: or('idNumber', paper?.idNumber), insurance_number: or('insuranceNumber', paper?.insuranceNumber) },
        paper ? { id_kind: paper.idKind, id_number: paper.idNumber, insurance_number: paper.insuranceNumber } : null, writes.household_identity, changes);
    }
    return { no, household, changes };
  });
  for (const [table, key] of Object.entries(tables)) {
    const { added, changed } = writes[table as keyof typeof tables];
    await insertRows(session, table, added);
    await updateRows(session, table, key, changed, table === 'member');
  }
  return saved;
}
