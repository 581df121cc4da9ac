import { badInput } from '../access/guard.js';
import type { Policy } from '../access/policy.js';
import type { Field, Operand, Relating, Resource } from '../access/resource.js';
import { over, valueOf, type Projecting } from './projection.js';
import { searched } from './search.js';

/** Conditions on related rows that one statement may hold. */
const mostRelations = 20;

/** Collects a statement's bound values; `bind` returns the placeholder. Its rows are numbered, so that nested ones of one table never meet. */
export class Values {
  readonly list: unknown[] = [];
  private rows = 0;
  private relations = 0;
  alias(): string { return `t${this.rows++}`; }
  /** The alias of a related row; throws BAD_USER_INPUT when there are too many. */
  related(): string {
    if (++this.relations > mostRelations) throw badInput(`Điều kiện gửi lên có hơn ${mostRelations} điều kiện về dòng liên quan. Bớt điều kiện rồi gửi lại.`);
    return this.alias();
  }
  bind(value: unknown, type: string): string { this.list.push(value); return `$${this.list.length}::${type}`; }
}

/**
 * A filter as SQL over `row`. Nested and/or/not keep their grouping; an empty filter is true.
 * Which fields may be named was decided by the guard before.
 */
export function conditionOf(resource: Resource, filter: object, row: string, projecting: Projecting): string {
  const parts: string[] = [];
  for (const [name, given] of Object.entries(filter)) {
    if (given === null || given === undefined) continue;
    if (name === 'and' || name === 'or') {
      const branches = (given as object[]).map(branch => `(${conditionOf(resource, branch, row, projecting)})`);
      parts.push(branches.length ? `(${branches.join(name === 'and' ? ' AND ' : ' OR ')})` : String(name === 'and'));
    } else if (name === 'not') parts.push(`((${conditionOf(resource, given as object, row, projecting)}) IS NOT TRUE)`);
    else if (name === 'search' && resource.search) parts.push(searched(projecting.policy.byType.get(resource.search)!, resource.key, given as string, row, projecting.values));
    else {
      const field = resource.fields.get(name), operand = resource.operands.get(name);
      if (!field || !operand) throw new Error(`${resource.type}.${name} cannot be filtered by`);
      if (operand === 'row' || operand === 'rows') {
        parts.push(...related(resource, field, given as object, row, projecting));
        continue;
      }
      const type = operand === 'id' ? keyTypeOf(projecting.policy, resource, field) : typeOf[operand];
      for (const [operator, value] of Object.entries(given)) if (value !== null && value !== undefined)
        parts.push(comparison(valueOf(field, row), operator, value, type, projecting.values));
    }
  }
  return parts.length ? parts.join(' AND ') : 'true';
}

interface OfRows { readonly some?: object | null; readonly none?: object | null; readonly every?: object | null; readonly atLeast?: number | null }

/** Conditions on the rows that a relation leads to, of those that the caller reads: row security stands within EXISTS as anywhere. */
function related(resource: Resource, { source }: Field, given: OfRows, row: string, projecting: Projecting): string[] {
  if (source.from !== 'one' && source.from !== 'many') throw new Error(`${resource.type} has no such relation`);
  const target = projecting.policy.byType.get(source.type)!;
  const rows = (condition: (inner: string) => string): string => {
    const inner = projecting.values.related();
    const joint = source.from === 'one' ? `${inner}.${source.key ?? target.key} = ${row}.${source.column}` : `${inner}.${source.column} = ${row}.${source.key ?? resource.key}`;
    const where = source.from === 'many' && source.where ? ` AND ${over(source.where, inner)}` : '';
    return `SELECT FROM ${target.table} ${inner} WHERE ${joint}${where} AND ${condition(inner)}`;
  };
  const matching = (filter: object) => rows(inner => conditionOf(target, filter, inner, projecting));
  if (source.from === 'one') return [`EXISTS (${matching(given)})`];
  const { some, none, every, atLeast } = given, isCounted = atLeast !== null && atLeast !== undefined, parts: string[] = [];
  if (some && !isCounted) parts.push(`EXISTS (${matching(some)})`);
  if (isCounted && atLeast > 0) {
    const least = projecting.values.bind(atLeast, 'int');
    parts.push(`(SELECT count(*) FROM (${matching(some ?? {})} LIMIT ${least}) c) >= ${least}`);
  }
  if (none) parts.push(`NOT EXISTS (${matching(none)})`);
  if (every) parts.push(`NOT EXISTS (${rows(inner => `((${conditionOf(target, every, inner, projecting)}) IS NOT TRUE)`)})`);
  return parts;
}

const typeOf: Readonly<Record<Exclude<Operand, 'id' | Relating>, string>> = { text: 'text', exact: 'text', number: 'numeric', day: 'date', instant: 'timestamptz', boolean: 'boolean', enum: 'text' };

/** The type of the key that a field of ids compares: its own noun's, or that of the noun it points to. */
export const keyTypeOf = (policy: Policy, resource: Resource, { source }: Field): Resource['keyType'] =>
  source.from === 'one' ? policy.byType.get(source.type)!.keyType : resource.keyType;

const wellFormed: Readonly<Record<Resource['keyType'], RegExp>> = {
  int: /^\d{1,9}$/, text: /^/, uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
};

/** An id that could name no row of this type is like a random one: it matches nothing. */
export const isId = (type: Resource['keyType'], value: string): boolean => wellFormed[type].test(value);

/** LIKE wildcards in what a person typed are letters. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function comparison(sql: string, operator: string, value: unknown, type: string, values: Values): string {
  const isKey = type === 'int' || type === 'uuid';
  switch (operator) {
    case 'eq': return isKey && !isId(type, value as string) ? 'false' : `${sql} = ${values.bind(value, type)}`;
    case 'in': return `${sql} = ANY (${values.bind(isKey ? (value as string[]).filter(v => isId(type, v)) : value, `${type}[]`)})`;
    case 'gte': return `${sql} >= ${values.bind(value, type)}`;
    case 'lte': return `${sql} <= ${values.bind(value, type)}`;
    case 'isNull': return `((${sql} IS NULL) = ${values.bind(value, 'boolean')})`;
    case 'startsWith': return `${sql} LIKE ${values.bind(`${literal(value as string)}%`, 'text')}`;
    case 'contains': return `${sql} ILIKE ${values.bind(`%${literal(value as string)}%`, 'text')}`;
    default: throw new Error(`Unknown comparison ${operator}`);
  }
}
