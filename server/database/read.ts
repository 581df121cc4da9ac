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

/**
 * The rows that a list is read from, and its order over them: the table itself, or for a viewer who sees little of it the few rows seen,
 * walked in the order of the list where it is one that the walk knows. Rows asked for by id are few already.
 */
function sourceOf({ portalKind }: Reader, resource: Resource, { filter, order }: ListArguments, row: string, ordered: readonly Ordered[]): { from: string; ordered: readonly Ordered[] } {
  const rows = resource.walk?.rows[portalKind], table = `${resource.table} ${row}`;
  if (!resource.walk || !rows || (filter && resource.key in filter)) return { from: table, ordered };
  const { key, column = resource.key, sorts } = resource.walk;
  const known = (order ?? []).flatMap(item => Object.entries(item) as [string, string][]).map(([name, direction]) => (direction === 'ASC' ? sorts[name] : undefined));
  // A walk by another row's key has no order of this noun's own rows.
  const inOrder = column === resource.key && known.every(name => name !== undefined);
  return {
    from: `(${rows}) w JOIN ${table} ON ${row}.${column} = w.${key}`,
    ordered: inOrder ? ordered.map((one, at) => ({ ...one, sql: `w.${known[at] ?? key}` })) : ordered,
  };
}

/** A page in keyset order, the count beside it only where it is asked for; one statement. */
export async function readPage(reader: Reader, resource: Resource, args: ListArguments, selection: Selection): Promise<Connection> {
  const values = new Values(), row = values.alias();
  const projecting = { policy: reader.policy, portalKind: reader.portalKind, values };
  const wanted = (name: string) => merged(selection.children).find(child => child.field.name === name);
  const asked = sensitiveAsked(reader.policy, reader.portalKind, resource, args);
  const columns = projection(resource, wanted('nodes')?.children ?? new Map(), row, projecting, asked);
  const { from: source, ordered } = sourceOf(reader, resource, args, row, ordering(reader.policy, resource, args.order, row));
  const scope = `${reader.unitId} ${resource.type} ${JSON.stringify(args.order ?? [])}`;
  const matching = args.filter ? conditionOf(resource, args.filter, row, projecting) : 'true';
  const later = args.after ? afterRow(ordered, reader.cursors.read(args.after, scope), values) : 'true';
  const keys = wanted('pageInfo') ? `, json_build_array(${ordered.map(o => `(${o.sql})::text`).join(', ')}) AS "$keys"` : '';
  const page = `SELECT ${columns}${keys} FROM ${source} WHERE ${matching} AND ${later}`
    + ` ORDER BY ${ordered.map(o => `${o.sql} ${o.direction}`).join(', ')} LIMIT ${args.first + 1}`;
  const count = wanted('totalCount') ? `(SELECT count(*)::int FROM (SELECT 1 FROM ${source} WHERE ${matching} LIMIT ${countCap + 1}) c)` : 'NULL::int';
  const { from, sql } = withConstants(reader.policy, `SELECT (SELECT coalesce(json_agg(o), '[]') FROM (${page}) o) AS rows, ${count} AS total`);
  const [{ rows, total }] = await reader.session.read<{ rows: Keyed[]; total: number | null }>(`${sql}${from && ` FROM ${from}`}`, values.list);
  const nodes = rows.slice(0, args.first), last = nodes.at(-1)?.$keys;
  const shown = wanted('nodes');
  collectOpened(reader, resource, shown && { ...shown, args: { ...shown.args, purpose: args.purpose } }, nodes, asked);
  return {
    nodes,
    pageInfo: { hasNextPage: rows.length > args.first, endCursor: last ? reader.cursors.write(last, scope) : null },
    totalCount: total === null ? null : { value: Math.min(total, countCap), isExact: total <= countCap },
  };
}
