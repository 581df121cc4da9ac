import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { conflict, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import type { FieldConflict, UserError } from '../graphql/user-error.js';
import { addRow, changeRow, columnOf, DuplicateRow, type Values } from './audited-row.js';

/** A row of a noun with validFrom, validTo and replacedOn: `of` says what the row is about, `said` what it says of that from `validFrom` on. */
export interface DatedRow {
  readonly of: Values;
  readonly said: Values;
  readonly validFrom: string;
  /** The last day where no row before gives one; null is open. */
  readonly validTo: string | null;
  /** The latest row that the writer saw, null for none: if another has come since, nothing is written. */
  readonly latest: string | null | undefined;
}
export type Recorded = { readonly id: string } | { readonly id: string | null; readonly errors: UserError[]; readonly conflicts: FieldConflict[] };

interface Latest { readonly id: string; readonly validFrom: string; readonly validTo: string | null; readonly said: Values }

/** "2026-09-08" → "2026-09-07". */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The row that began last and was not replaced, locked; null when there is none. */
async function lockLatest({ session }: Working, resource: Resource, { of, said }: DatedRow): Promise<Latest | null> {
  const same = Object.keys(of).map((name, at) => `${columnOf(resource, name)} IS NOT DISTINCT FROM $${at + 1}`);
  const named = Object.keys(said).map(name => `'${name}', ${columnOf(resource, name)}`);
  const [latest] = await session.read<Latest>(
    `SELECT ${resource.key}::text AS id, valid_from::text AS "validFrom", valid_to::text AS "validTo", json_build_object(${named.join(', ')}) AS said
       FROM ${resource.table} WHERE replaced_on IS NULL AND ${same.join(' AND ')} ORDER BY valid_from DESC LIMIT 1 FOR NO KEY UPDATE`, Object.values(of));
  return latest ?? null;
}

/** What another writer recorded meanwhile, beside one's own. */
function met(row: DatedRow, latest: Latest | null): Recorded {
  const differing = Object.entries({ ...row.said, validFrom: row.validFrom }).filter(([name, value]) => String(value) !== String({ ...latest?.said, validFrom: latest?.validFrom }[name]));
  return {
    id: latest?.id ?? null,
    errors: [userError('CONFLICT', 'latest', 'Người khác vừa ghi một giá trị mới. Xem giá trị của hai bên rồi ghi lại.')],
    conflicts: differing.map(([name, value]) => conflict(name, value, { ...latest?.said, validFrom: latest?.validFrom }[name])),
  };
}

/**
 * Records what holds from a day on: ends the row before on the day before, or where that began on the same day sets it aside; never writes
 * over one. Each row written has its audit line. A day before the latest row's first, and a latest row that is not the one seen, write nothing.
 */
export async function recordDated(context: Working, resource: Resource, operation: string, row: DatedRow): Promise<Recorded> {
  const latest = await lockLatest(context, resource, row);
  if ((row.latest ?? null) !== (latest?.id ?? null)) return met(row, latest);
  if (latest && row.validFrom < latest.validFrom) {
    const message = `Áp dụng từ ngày: đã có giá trị áp dụng từ ${writtenDay(latest.validFrom)}. Chọn từ ngày đó trở đi.`;
    return { id: latest.id, errors: [userError('BAD_INPUT', 'validFrom', message)], conflicts: [] };
  }
  if (latest) {
    const ending = latest.validFrom === row.validFrom ? { replacedOn: context.clock.today() } : { validTo: dayBefore(row.validFrom) };
    await changeRow(context, resource, operation, { id: latest.id, version: null }, ending);
  }
  try {
    return { id: await addRow(context, resource, operation, { ...row.of, ...row.said, validFrom: row.validFrom, validTo: latest?.validTo ?? row.validTo }) };
  } catch (error) {
    // Two writers of the first row of its kind.
    if (error instanceof DuplicateRow) return met(row, null);
    throw error;
  }
}

/** The payload of a record: the new row under `name`, or why there is none; after a conflict the other writer's. */
export async function answerRecorded(context: Working, resource: Resource, selection: Selection, name: string, recorded: Recorded): Promise<Answered> {
  if (!('errors' in recorded)) return Object.assign({ userErrors: [], conflicts: [] }, { [name]: await readBack(context, resource, selection, name, recorded.id) });
  const theirs = recorded.conflicts.length > 0 && recorded.id !== null ? await readBack(context, resource, selection, name, recorded.id) : null;
  return Object.assign(refuse(context, recorded.errors, recorded.conflicts), { [name]: theirs });
}
