import { differences, type Difference, type Query } from '../access/drift.js';
import type { Policy } from '../access/policy.js';
import { portalKinds, postRoles, roleOf, type PortalKind, type PostRole } from '../access/portal-kind.js';
import { columnsOf, type Resource } from '../access/resource.js';
import { fieldSentences, kindName, operationSentence, rowSentences, type Change, type FieldChange } from './access-diff.words.js';
import { countSeen, watchersOn, type Seen, type Watchers } from './access-sight.js';

/** The matrix as schema/permissions.json keeps it. */
export interface SignedMatrix {
  readonly nouns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly operations: Readonly<Record<string, { readonly portals: readonly string[]; readonly posts: readonly string[] }>>;
}

const verbOf: Readonly<Record<string, string>> = { SELECT: 'r', INSERT: 'c', UPDATE: 'u' };

/** Tables whose rows may look different afterwards: those named, and those whose rules ask one of them. */
async function touched(query: Query, policy: Policy, found: readonly Difference[]): Promise<Resource[]> {
  const names = new Set(found.flatMap(({ mend }) => [...mend.matchAll(/ ON (?:public\.)?(\w+)/g)].map(([, table]) => table)));
  const rules = await query<{ table: string; rule: string }>('SELECT tablename AS table, qual AS rule FROM pg_policies WHERE schemaname = \'public\' AND qual IS NOT NULL');
  for (let size = 0; size !== names.size;) {
    size = names.size;
    for (const { table, rule } of rules) if ([...names].some(name => new RegExp(`\\b${name}\\b`).test(rule))) names.add(table);
  }
  return policy.nouns.filter(({ table }) => names.has(table));
}

/** What a column grant that comes or goes means for the fields that read it. */
function grantChanges(policy: Policy, found: readonly Difference[]): FieldChange[] {
  return found.flatMap(({ what }) => {
    const [, missing, privilege = '', column = '', table = '', role = ''] = /^(thiếu|thừa) quyền (SELECT|INSERT|UPDATE) \((\w+)\) ON (\w+) TO (\w+)$/.exec(what) ?? [];
    const kind = portalKinds.find(one => roleOf(one) === role), verb = verbOf[privilege];
    if (!missing || !kind || !verb) return [];
    return policy.nouns.filter(one => one.table === table).flatMap(resource => [...resource.fields.values()]
      .filter(field => columnsOf(field, resource.key).includes(column) && field.source.from !== 'many' && field.verbs[kind].includes(verb) === (missing === 'thiếu'))
      .map(field => ({ noun: resource.type, field: field.name, kind, verb, isGiven: missing === 'thiếu' })));
  });
}

/** What differs between a matrix that was signed and the tables at hand, by every verb. */
function fieldChanges(policy: Policy, { nouns }: SignedMatrix): FieldChange[] {
  const kept = policy.nouns.flatMap(resource => [...resource.fields.values()].flatMap(field => portalKinds.flatMap((kind, at) => {
    const was = nouns[resource.type]?.[field.name]?.[at] ?? '', is: string = field.verbs[kind];
    return [...'rfacu'].filter(verb => was.includes(verb) !== is.includes(verb)).map(verb => ({ noun: resource.type, field: field.name, kind, verb, isGiven: is.includes(verb) }));
  })));
  const gone = Object.entries(nouns).flatMap(([noun, lines]) => Object.entries(lines).filter(([field]) => !policy.byType.get(noun)?.fields.has(field)).flatMap(([field, line]) =>
    portalKinds.flatMap((kind, at) => [...line[at] ?? ''].map(verb => ({ noun, field, kind, verb, isGiven: false })))));
  return [...kept, ...gone];
}

function operationChanges(policy: Policy, { operations }: SignedMatrix, posts: (kind: PortalKind, role?: PostRole) => number): string[] {
  const may = (line: { readonly portals: readonly string[]; readonly posts: readonly string[] } | undefined, kind: string, role: string) => Boolean(line?.portals.includes(kind) && line.posts.includes(role));
  return [...new Set([...Object.keys(operations), ...Object.keys(policy.operations)])].flatMap(path => portalKinds.flatMap(kind => [true, false].flatMap(isGiven => {
    const roles = postRoles.filter(role => may(operations[path], kind, role) !== may(policy.operations[path], kind, role) && may(policy.operations[path], kind, role) === isGiven);
    const people = roles.reduce((sum, role) => sum + posts(kind, role), 0);
    return roles.length === 0 ? [] : [operationSentence(path, `${roles.map(role => roleWords[role]).join(', ')} của ${kindName(kind)} (${people} người)`, isGiven)];
  })));
}
const roleWords: Readonly<Record<PostRole, string>> = { LEADER: 'lãnh đạo', OFFICER: 'chuyên viên', VILLAGE_OFFICER: 'cán bộ thôn, bản', VIEWER: 'người xem', SUPERVISOR: 'người giám sát', ACCOUNT_ADMINISTRATOR: 'quản trị tài khoản' };

const same = (a: Seen | null, b: Seen | null): boolean => (a?.count ?? 0) === (b?.count ?? 0) && (a?.sum ?? '0') === (b?.sum ?? '0');

/**
 * What bringing the database to the tables would do, in sentences about people; empty when it does nothing. `signed` is the matrix to hold
 * filters, roll-ups and operations against, which no grant tells. Must run inside a transaction that the caller rolls back.
 */
export async function accessDiff(policy: Policy, query: Query, today: string, signed: SignedMatrix | null): Promise<string[]> {
  const watchers = await watchersOn(query, today);
  const posts = (kind: PortalKind, role?: PostRole): number => watchers.filter(({ viewer }) => viewer.portalKind === kind && (!role || viewer.postRole === role)).reduce((sum, one) => sum + one.posts, 0);
  const found = await differences(policy, query), tables = found.length === 0 ? [] : await touched(query, policy, found);
  const look = async (): Promise<Map<Watchers, (Seen | null)[]>> => {
    const seen = new Map<Watchers, (Seen | null)[]>();
    for (const one of watchers) {
      const counts: (Seen | null)[] = [];
      for (const table of tables) counts.push(await countSeen(query, one, table, today));
      seen.set(one, counts);
    }
    return seen;
  };
  const before = await look();
  for (const { mend } of found) await query(mend);
  const after = await look();
  const changes: Change[] = watchers.flatMap(one => tables.flatMap((table, at) => {
    const [was, is] = [before.get(one)![at], after.get(one)![at]];
    return same(was, is) ? [] : [{ noun: table.type, watchers: one, before: was, after: is }];
  }));
  const fields = [...grantChanges(policy, found), ...(signed ? fieldChanges(policy, signed) : [])];
  return [...rowSentences(changes), ...fieldSentences(fields, posts), ...(signed ? operationChanges(policy, signed, posts) : [])];
}
