import type { Resource } from '../access/resource.js';
import { isId } from '../database/condition.js';
import { conflict } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { FieldConflict } from '../graphql/user-error.js';
import { auditWrite } from './audit.service.js';

/** Values by the names of the noun's fields; a relation takes the id of its row. */
export type Values = Readonly<Record<string, unknown>>;

/** Two rows would say the same; the caller says which and how to mend it. */
export class DuplicateRow extends Error {}
/** A unique key says no, or days of two rows meet that may not. */
const isDuplicate = (error: unknown): boolean => ['23505', '23P01'].includes(String((error as { code?: unknown }).code));

export type Changed =
  | { readonly outcome: 'DONE'; readonly before: Values; readonly id: string }
  | { readonly outcome: 'MISSING' }
  /** Nothing was written; every field in which the two writers differ. */
  | { readonly outcome: 'CONFLICT'; readonly conflicts: FieldConflict[]; readonly id: string };

/** The column of a field to write or compare; throws for what is no column. */
export function columnOf(resource: Resource, name: string): string {
  const source = resource.fields.get(name)?.source;
  if (source?.from === 'column' || source?.from === 'one') return source.column;
  if (name === 'household' && resource.household) return resource.household;
  if (name === 'member' && resource.member) return resource.member;
  if (name === 'support') return 'support_id';
  throw new Error(`${resource.type}.${name} is no column to write`);
}

const hasField = (resource: Resource, name: string): boolean => resource.fields.has(name);

/** A long number keeps its last three digits, as the paper's holder would name it; of anything else only that it was there. */
const masked = (value: unknown): string => (typeof value === 'string' && /^[A-Z]{0,2}\d{9,}$/.test(value) ? `•••${value.slice(-3)}` : '•••');

/** Values as the trail keeps them: whoever reads it learns who wrote which sensitive field when, and not what. */
function told(resource: Resource, values: Values): Values {
  const isOpen = (name: string): boolean => {
    const field = resource.fields.get(name);
    return !resource.sensitive ? !field?.sensitive : !field || field.source.from === 'one' || resource.openInAudit.includes(name);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null || value === undefined || isOpen(name) ? value : masked(value)]));
}

/**
 * Inserts a row under the viewer's own rights, with its audit line in the same transaction; returns the new id.
 * Throws DuplicateRow when a unique key or an exclusion says no, and the database's refusal when the access table does.
 */
export async function addRow(context: Working, resource: Resource, operation: string, values: Values): Promise<string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = given.map(([name]) => columnOf(resource, name)), places = given.map((_, at) => `$${at + 1}`);
  try {
    const [row] = await context.session.read<{ id: string }>(
      `INSERT INTO ${resource.table} (${columns.join(', ')}) VALUES (${places.join(', ')}) RETURNING ${resource.key}::text AS id`, given.map(([, value]) => value));
    await auditWrite(context, { operation, noun: resource.type, rowId: row.id, before: null, after: told(resource, values) });
    return row.id;
  } catch (error) {
    if (isDuplicate(error)) throw new DuplicateRow(resource.type, { cause: error });
    throw error;
  }
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

interface Current { readonly version: number | null; readonly row: Values; readonly household: string | null; readonly member: string | null }

/** The other writer's value of a sensitive field (★) is read like any other. A noun that is sensitive as such notes its writes itself, with the purpose. */
function toldByConflict({ opened }: Working, resource: Resource, { row, household, member }: Current, names: readonly string[]): void {
  for (const name of names) if (resource.fields.get(name)?.sensitive && row[name] !== null) opened.push({ household, member, part: `${resource.type}.${name}`, purpose: null });
}

/**
 * Writes `patch` over the row with this key, if the viewer may write it and nobody changed it since `version` (null asks for none, for
 * nouns that have no version). The row stays locked to the end of the transaction. Fields that stay as they are cost nothing.
 */
export async function changeRow(context: Working, resource: Resource, operation: string, { id, version }: { id: string; version: number | null }, patch: Values): Promise<Changed> {
  if (!isId(resource.keyType, id)) return { outcome: 'MISSING' };
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const named = given.map(([name]) => `'${name}', ${columnOf(resource, name)}`);
  const versioned = hasField(resource, 'version') ? 'version' : 'NULL::int';
  const [current] = await context.session.read<Current>(
    `SELECT ${versioned} AS version, json_build_object(${named.join(', ')}) AS row, ${resource.household ?? 'NULL'} AS household, ${resource.member ?? 'NULL'} AS member
       FROM ${resource.table} WHERE ${resource.key} = $1 FOR NO KEY UPDATE`, [id]);
  if (!current) return { outcome: 'MISSING' };
  const differing = given.filter(([name, value]) => text(value) !== text(current.row[name]));
  if (version !== null && current.version !== version) {
    toldByConflict(context, resource, current, differing.map(([name]) => name));
    return { outcome: 'CONFLICT', id, conflicts: differing.map(([name, value]) => conflict(name, value, current.row[name])) };
  }
  if (differing.length > 0) {
    const set = differing.map(([name], at) => `${columnOf(resource, name)} = $${at + 2}`);
    try {
      await context.session.read(`UPDATE ${resource.table} SET ${set.join(', ')} WHERE ${resource.key} = $1`, [id, ...differing.map(([, value]) => value)]);
    } catch (error) {
      if (isDuplicate(error)) throw new DuplicateRow(resource.type, { cause: error });
      throw error;
    }
    const before = Object.fromEntries(differing.map(([name]) => [name, current.row[name]]));
    await auditWrite(context, { operation, noun: resource.type, rowId: id, before: told(resource, before), after: told(resource, Object.fromEntries(differing)) });
  }
  return { outcome: 'DONE', before: current.row, id };
}

/**
 * For a noun of which there is one row a household, member or help: changes it by its version, or adds it when the writer knew of none. Whoever
 * meant to add the first row and meets another's gets both values; two who add it at the same moment meet in DuplicateRow.
 */
export async function saveRow(context: Working, resource: Resource, operation: string, { owner, id, version }: { owner: 'household' | 'member' | 'support'; id: string; version: number | null }, values: Values): Promise<Changed> {
  // No row has version 0.
  const changed = await changeRow(context, resource, operation, { id, version: version ?? 0 }, values);
  if (changed.outcome !== 'MISSING' || version !== null) return changed;
  await addRow(context, resource, operation, { [owner]: id, ...values });
  return { outcome: 'DONE', before: {}, id };
}
