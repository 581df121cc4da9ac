import { createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from '../access/guard.js';
import type { Policy } from '../access/policy.js';
import type { Resource } from '../access/resource.js';
import { keyTypeOf, type Values } from './condition.js';
import { valueOf } from './projection.js';

export type Direction = 'ASC' | 'DESC';
export interface Ordered { readonly sql: string; readonly direction: Direction; readonly type: string }

const castOf: Readonly<Record<string, string>> = { text: 'text', exact: 'text', enum: 'text', number: 'numeric', day: 'date', instant: 'timestamptz', boolean: 'boolean' };

/** The order asked for, one key an input object, and the row's own key last, so that the order is total. */
export function ordering(policy: Policy, resource: Resource, order: readonly object[] | null | undefined, row: string): Ordered[] {
  const asked = (order ?? []).flatMap(item => Object.entries(item)).map(([name, direction]) => {
    const field = resource.fields.get(name), operand = resource.operands.get(name);
    if (!field || !operand) throw new Error(`${resource.type}.${name} cannot be sorted by`);
    return { sql: valueOf(field, row), direction: direction as Direction, type: castOf[operand] ?? keyTypeOf(policy, resource, field) };
  });
  return [...asked, { sql: `${row}.${resource.key}`, direction: 'ASC', type: resource.keyType }];
}

/** Rows after the cursor's, as SQL. Nulls come last going up and first going down, as PostgreSQL sorts them. */
export function afterRow(ordered: readonly Ordered[], last: readonly (string | null)[], values: Values): string {
  const steps = ordered.map(({ sql, direction, type }, i) => {
    const equal = ordered.slice(0, i).map((o, j) => (last[j] === null ? `${o.sql} IS NULL` : `${o.sql} = ${values.bind(last[j], o.type)}`));
    const value = last[i];
    const beyond = value === null ? (direction === 'ASC' ? 'false' : `${sql} IS NOT NULL`)
      : direction === 'ASC' ? `(${sql} > ${values.bind(value, type)} OR ${sql} IS NULL)` : `${sql} < ${values.bind(value, type)}`;
    return `(${[...equal, beyond].join(' AND ')})`;
  });
  return `(${steps.join(' OR ')})`;
}

/**
 * Cursors carry the sort keys of the last row, sealed for one unit, noun and order: anybody else's, or a changed one, is bad input.
 * They hold nothing that the list itself did not show, since sorting by a field implies reading it.
 */
export class Cursors {
  constructor(private readonly secret: string) {}
  private seal(body: string, scope: string): string { return createHmac('sha256', this.secret).update(`${scope}\n${body}`).digest('base64url').slice(0, 22); }
  write(keys: readonly (string | null)[], scope: string): string {
    const body = Buffer.from(JSON.stringify(keys)).toString('base64url');
    return `${body}.${this.seal(body, scope)}`;
  }
  /** Throws BAD_USER_INPUT. */
  read(cursor: string, scope: string): (string | null)[] {
    const [body = '', seal = ''] = cursor.split('.');
    const expected = Buffer.from(this.seal(body, scope)), given = Buffer.from(seal);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw badInput('Con trỏ trang (after) không dùng được cho danh sách này. Tải lại từ trang đầu.');
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as (string | null)[];
  }
}
