import { postRoles, portalKinds, type PortalKind, type PostRole } from '../../server/access/portal-kind.js';
import { goldenLines, goldenOperations, goldenTables } from '../attack/golden-matrix.js';

export type Verbs = Readonly<Record<PortalKind, string>>;
export type GoldenMatrix = ReadonlyMap<string, ReadonlyMap<string, Verbs>>;

/** Cells of a line; what stands behind the last verbs is a remark. */
function readLine(line: string): [names: string[], verbs: Verbs] {
  const [names = '', ...cells] = line.split('|').map(cell => cell.trim());
  const verbs = cells.map(cell => /^[rfacu]+(?= |$)/.exec(cell)?.[0] ?? '');
  if (verbs.length !== portalKinds.length) throw new Error(`not five columns: ${line}`);
  return [names.split(' '), Object.fromEntries(portalKinds.map((kind, i) => [kind, verbs[i]!])) as Verbs];
}

const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(Boolean);

/** noun → field → verbs of each portal kind, as a person wrote them. */
export const goldenMatrix: GoldenMatrix = new Map(Object.entries(goldenLines).map(([noun, text]) =>
  [noun, new Map(lines(text).flatMap(line => { const [names, verbs] = readLine(line); return names.map(name => [name, verbs] as const); }))]));

/** Table without a type → its columns and what each kind may do with them. */
export const tablesByHand: ReadonlyMap<string, ReadonlyMap<string, Verbs>> = new Map(Object.entries(goldenTables).map(([table, text]) =>
  [table, new Map(lines(text).flatMap(line => { const [columns, verbs] = readLine(line); return columns.map(column => [column, verbs] as const); }))]));

const kindOf: Readonly<Record<string, PortalKind>> = { S: 'secretariat', D: 'department', C: 'commune', M: 'massOrganisation' };
const roleOf: Readonly<Record<string, PostRole>> = { L: 'LEADER', O: 'OFFICER', V: 'VILLAGE_OFFICER', R: 'VIEWER', S: 'SUPERVISOR', A: 'ACCOUNT_ADMINISTRATOR' };

/** Root field → who may run it. */
export const operationsByHand: ReadonlyMap<string, { portals: readonly PortalKind[]; posts: readonly PostRole[] }> = new Map(lines(goldenOperations).flatMap(line => {
  const [paths = '', portals = '', posts = ''] = line.split('|').map(cell => cell.trim());
  const who = { portals: [...portals].map(letter => kindOf[letter]!), posts: postRoles.filter(role => [...posts].some(letter => roleOf[letter] === role)) };
  return paths.split(/\s+/).map(path => [path, who] as const);
}));

export const mayByHand = (kind: PortalKind, noun: string, field: string, verb: string): boolean => goldenMatrix.get(noun)?.get(field)?.[kind].includes(verb) ?? false;
