import type { PortalKind } from '../access/portal-kind.js';
import type { Policy } from '../access/policy.js';
import type { Field, Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { conditionOf, type Values } from './condition.js';
import { ordering } from './keyset.js';
import { openedColumn, sensitiveAsked } from './opened.js';

/** What a statement needs besides the selection. */
export interface Projecting { readonly policy: Policy; readonly portalKind: PortalKind; readonly values: Values }

export const over = (sql: string, row: string): string => sql.replaceAll('$.', `${row}.`);

/** A field's value as an SQL expression over `row`; relations have none. */
export function valueOf(field: Field, row: string): string {
  const { source } = field;
  if (source.from === 'column' || source.from === 'one') return `${row}.${source.column}`;
  if (source.from === 'expression') return over(source.sql, row);
  throw new Error(`${field.name} has no value of its own`);
}

/** The columns to select for an object: scalars by name, relations as JSON, one level a call. `asked` are the sensitive parts that the list is filtered or sorted by. */
export function projection(resource: Resource, children: ReadonlyMap<string, Selection>, row: string, projecting: Projecting, asked: readonly string[] = []): string {
  const columns = new Map<string, string>();
  for (const selection of merged(children)) {
    const field = resource.fields.get(selection.field.name);
    if (!field) throw new Error(`${resource.type}.${selection.field.name} has no line in its access table`);
    const { source } = field;
    if (source.from === 'resolver') for (const need of source.needs) columns.set(need, `${row}.${need}`);
    else if (source.from === 'one') columns.set(slot(selection), toOne(source, selection, row, projecting));
    else if (source.from === 'many') columns.set(slot(selection), toMany(source, selection, resource, row, projecting));
    else columns.set(selection.field.name, valueOf(field, row));
  }
  const opened = openedColumn(resource, children, row, projecting.portalKind, asked);
  if (opened) columns.set('$opened', opened);
  if (columns.size === 0) columns.set(resource.key, `${row}.${resource.key}`);
  return [...columns].map(([name, sql]) => `${sql} AS "${name}"`).join(', ');
}

/** A relation asked for twice with different arguments keeps both answers: its resolver reads the slot of its own number, since PostgreSQL cuts a long name. */
export const slot = ({ no, field }: Selection): string => (field.args.length > 0 ? `${field.name}:${no}` : field.name);

type ToOne = Extract<Field['source'], { from: 'one' }>;
type ToMany = Extract<Field['source'], { from: 'many' }>;

function toOne(source: ToOne, selection: Selection, row: string, projecting: Projecting): string {
  const target = projecting.policy.byType.get(source.type)!, inner = projecting.values.alias();
  return `(SELECT to_json(o) FROM (SELECT ${projection(target, selection.children, inner, projecting)} FROM ${target.table} ${inner}`
    + ` WHERE ${inner}.${source.key ?? target.key} = ${row}.${source.column}) o)`;
}

function toMany(source: ToMany, selection: Selection, resource: Resource, row: string, projecting: Projecting): string {
  const target = projecting.policy.byType.get(source.type)!, inner = projecting.values.alias();
  const { first, filter, order } = selection.args as { first?: number; filter?: object | null; order?: object[] | null };
  const conditions = [`${inner}.${source.column} = ${row}.${source.key ?? resource.key}`,
    source.where && over(source.where, inner), filter && conditionOf(target, filter, inner, projecting)].filter(Boolean);
  const sorted = order?.length ? ordering(projecting.policy, target, order, inner).map(o => `${o.sql} ${o.direction}`).join(', ') : over(source.order, inner);
  return `(SELECT coalesce(json_agg(o), '[]') FROM (SELECT ${projection(target, selection.children, inner, projecting, sensitiveAsked(projecting.policy, projecting.portalKind, target, selection.args))} FROM ${target.table} ${inner}`
    + ` WHERE ${conditions.join(' AND ')} ORDER BY ${sorted}${first ? ` LIMIT ${first}` : ''}) o)`;
}
