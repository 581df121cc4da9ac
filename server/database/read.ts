import type { PortalKind } from '../access/portal-kind.js';
import type { Policy } from '../access/policy.js';
import type { Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { conditionOf, isId, Values } from './condition.js';
import { withConstants } from './constants.js';
import { afterRow, ordering, type Cursors, type Ordered } from './keyset.js';
import { projection } from './projection.js';
import { collectOpened, sensitiveAsked, type Opened } from './opened.js';
import type { Session } from './session.js';

export interface Reader { readonly session: Session; readonly policy: Policy; readonly cursors: Cursors; readonly unitId: number; readonly portalKind: PortalKind; readonly opened: Opened[] }
export interface ListArguments { readonly filter?: object | null; readonly order?: readonly object[] | null; readonly first: number; readonly after?: string | null; /** Why sensitive rows are opened, where the list asks for it. */ readonly purpose?: string | null }
export interface Connection { readonly nodes: readonly object[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly totalCount: { readonly value: number; readonly isExact: boolean } | null }

type Keyed = object & { readonly $keys?: (string | null)[] };

/** Counts stop here; beyond it a person needs a roll-up, not a count. */
const countCap = 10_000;

/** A count of fewer rows than this tells of each of them what it was narrowed by, as cells of a table do. */
const smallCell = 5;

/** One JSON object a row of `n`. */
function nodesOf({ policy }: Reader, n: string): string {
  const { from, sql } = withConstants(policy, n);
  return `SELECT to_json(n) AS node FROM ${from && `${from} CROSS JOIN LATERAL `}${sql}`;
}

/** The one row with this id that the viewer may see, with what the selection asks; null for another's row as for a random id. */
export async function readOne<Row extends object>(reader: Reader, resource: Resource, id: string, selection: Selection): Promise<Row | null> {
  if (!isId(resource.keyType, id)) return null;
  const values = new Values(), row = values.alias();
  const projecting = { policy: reader.policy, portalKind: reader.portalKind, values };
  const columns = projection(resource, selection.children, row, projecting);
  const found = await reader.session.read<{ node: Row }>(
    nodesOf(reader, `(SELECT ${columns} FROM ${resource.table} ${row} WHERE ${row}.${resource.key} = ${values.bind(id, resource.keyType)}) n`), values.list);
  const node = found[0]?.node ?? null;
  if (node) collectOpened(reader, resource, selection, [node]);
  return node;
}

/** The first rows that match, in the order of their ids. */
export async function readAll(reader: Reader, resource: Resource, selection: Selection, { filter, first }: { filter?: object; first: number }): Promise<object[]> {
  const values = new Values(), row = values.alias();
  const projecting = { policy: reader.policy, portalKind: reader.portalKind, values };
  const columns = projection(resource, selection.children, row, projecting);
  const found = await reader.session.read<{ node: object }>(nodesOf(reader, `(SELECT ${columns} FROM ${resource.table} ${row}`
    + ` WHERE ${filter ? conditionOf(resource, filter, row, projecting) : 'true'} ORDER BY ${row}.${resource.key} LIMIT ${first}) n`), values.list);
  const nodes = found.map(({ node }) => node);
  collectOpened(reader, resource, selection, nodes);
  return nodes;
}

// PostgreSQL takes this for a hundred rows, and it is one: the walk then seems long, and is followed in its order until the page is full.
// Its own estimates of what row policies leave are so low that it would fetch and sort everything.
const seemingLong = (rows: string): string => `SELECT x.* FROM (${rows}) x CROSS JOIN json_array_elements('[1]')`;

interface RowsOf { readonly from: string; /** Where the same rows are counted, in any order. */ readonly counted: string; readonly ordered: readonly Ordered[] }

/**
 * The rows that a list is read from, and its order over them: the table itself, or for a viewer who sees little of it the few rows seen,
 * walked in the order of the list where it is one that the walk knows. Rows asked for by id are few already.
 */
function sourceOf({ portalKind }: Reader, resource: Resource, { filter, order }: ListArguments, row: string, ordered: readonly Ordered[]): RowsOf {
  const rows = resource.walk?.rows[portalKind], table = `${resource.table} ${row}`;
  if (!resource.walk || !rows || (filter && resource.key in filter)) return { from: table, counted: table, ordered };
  const { key, column = resource.key, sorts, forOrderOnly = [] } = resource.walk;
  const known = (order ?? []).flatMap(item => Object.entries(item) as [string, string][]).map(([name, direction]) => (direction === 'ASC' ? sorts[name] : undefined));
  const inOrder = known.every(name => name !== undefined), seesMost = forOrderOnly.includes(portalKind);
  if (seesMost && (!inOrder || known.length === 0)) return { from: table, counted: table, ordered };
  // The noun's own key comes last; a walk by another row's key does not know it.
  const walked = column === resource.key ? [...known, key] : known;
  const walk = (of: string): string => `(${of}) w JOIN ${table} ON ${row}.${column} = w.${key}`;
  return {
    from: walk(seesMost ? seemingLong(rows) : rows), counted: seesMost ? table : walk(rows),
    ordered: inOrder ? ordered.map((one, at) => (walked[at] ? { ...one, sql: `w.${walked[at]}` } : one)) : ordered,
  };
}

/** Nothing of a row is shown, and yet each is told of. */
const unshown = (selection: Selection, purpose?: string | null): Selection => ({ ...selection, args: { purpose }, children: new Map() });

/** A page in keyset order, the count beside it only where it is asked for; one statement. */
export async function readPage(reader: Reader, resource: Resource, args: ListArguments, selection: Selection): Promise<Connection> {
  const values = new Values(), row = values.alias();
  const projecting = { policy: reader.policy, portalKind: reader.portalKind, values };
  const wanted = (name: string) => merged(selection.children).find(child => child.field.name === name);
  const asked = sensitiveAsked(reader.policy, reader.portalKind, resource, args);
  const columns = projection(resource, wanted('nodes')?.children ?? new Map(), row, projecting, asked);
  const { from: source, counted, ordered } = sourceOf(reader, resource, args, row, ordering(reader.policy, resource, args.order, row));
  const scope = `${reader.unitId} ${resource.type} ${JSON.stringify(args.order ?? [])}`;
  const matching = args.filter ? conditionOf(resource, args.filter, row, projecting) : 'true';
  const later = args.after ? afterRow(ordered, reader.cursors.read(args.after, scope), values) : 'true';
  const keys = wanted('pageInfo') ? `, json_build_array(${ordered.map(o => `(${o.sql})::text`).join(', ')}) AS "$keys"` : '';
  const shown = wanted('nodes'), isTelling = asked.length > 0 && !shown;
  const page = `SELECT ${columns}${keys} FROM ${source} WHERE ${matching} AND ${later}`
    + ` ORDER BY ${ordered.map(o => `${o.sql} ${o.direction}`).join(', ')} LIMIT ${args.first + 1}`;
  const count = wanted('totalCount') ? `(SELECT count(*)::int FROM (SELECT 1 FROM ${counted} WHERE ${matching} LIMIT ${countCap + 1}) c)` : 'NULL::int';
  const few = isTelling ? `, (SELECT coalesce(json_agg(o), '[]') FROM (SELECT ${projection(resource, new Map(), row, projecting, asked)} FROM ${counted} WHERE ${matching} LIMIT ${smallCell}) o) AS few` : '';
  // A count alone reads no page beside it.
  const isCountAlone = wanted('totalCount') && !shown && !wanted('pageInfo') && !args.after;
  const found = isCountAlone ? "'[]'::json" : `(SELECT coalesce(json_agg(o), '[]') FROM (${page}) o)`;
  const { from, sql } = withConstants(reader.policy, `SELECT ${found} AS rows, ${count} AS total${few}`);
  const [{ rows, total, few: told = [] }] = await reader.session.read<{ rows: Keyed[]; total: number | null; few?: object[] }>(`${sql}${from && ` FROM ${from}`}`, values.list);
  const nodes = rows.slice(0, args.first), last = nodes.at(-1)?.$keys;
  if (told.length > 0 && told.length < smallCell) collectOpened(reader, resource, unshown(selection, args.purpose), told, asked);
  else collectOpened(reader, resource, shown && { ...shown, args: { ...shown.args, purpose: args.purpose } }, nodes, asked);
  return {
    nodes,
    pageInfo: { hasNextPage: rows.length > args.first, endCursor: last ? reader.cursors.write(last, scope) : null },
    totalCount: total === null ? null : { value: Math.min(total, countCap), isExact: total <= countCap },
  };
}
