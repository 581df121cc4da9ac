import { Field, ObjectType } from 'type-graphql';
import type { Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { readOne } from '../database/read.js';
import type { Working } from './context.js';
import { notFound, userError } from './check.js';
import { readerOf } from './reader.js';
import { FieldConflict, UserError } from './user-error.js';

/** What every write answers: why nothing was saved, and what another writer changed meanwhile; both empty when it was saved. */
export interface Answered { readonly userErrors: UserError[]; readonly conflicts: FieldConflict[] }

/** The payload type of a noun's writes: `{ <field>, userErrors, conflicts }`, the row null when nothing was saved, after a conflict the other writer's. */
export function payloadOf(name: string, field: string, node: new () => object): new () => Answered {
  const Payload = class { declare userErrors: UserError[]; declare conflicts: FieldConflict[]; };
  Field(() => node, { nullable: true })(Payload.prototype, field);
  Field(() => [UserError])(Payload.prototype, 'userErrors');
  Field(() => [FieldConflict])(Payload.prototype, 'conflicts');
  ObjectType(`${name}Payload`, { simpleResolvers: true })(Payload);
  return Payload;
}

/** Nothing of this operation is kept. */
export function refuse(context: Working, userErrors: UserError[], conflicts: FieldConflict[] = []): Answered {
  context.session.rollBack();
  context.refused.push(...userErrors);
  return { userErrors, conflicts };
}

/** What a payload's field asks of the row just written, read back under the writer's own rights; null when it was not asked for. */
export async function readBack<Row extends object>(context: Working, resource: Resource, payload: Selection, name: string, id: string | number): Promise<Row | null> {
  const selection = merged(payload.children).find(child => child.field.name === name);
  return selection ? readOne<Row>(readerOf(context), resource, String(id), selection) : null;
}

/** What a write did to a row, as audited writes tell it. */
type Outcome = { readonly outcome: 'DONE' } | { readonly outcome: 'MISSING' } | { readonly outcome: 'CONFLICT'; readonly conflicts: FieldConflict[] };
export interface Settling { readonly resource: Resource; readonly selection: Selection; readonly field: string; /** The row's noun in words, as "hộ". */ readonly what: string; readonly id: string; /** The input's field that a conflict names, where no version is sent. */ readonly at?: string }

/** The payload of a write: the row read back when it was done, else why nothing was saved; after a conflict the other writer's row beside both values. */
export async function settle(context: Working, { resource, selection, field, what, id, at = 'version' }: Settling, done: Outcome): Promise<Answered> {
  if (done.outcome === 'MISSING') return refuse(context, [notFound('id', what)]);
  const row = await readBack(context, resource, selection, field, id);
  if (done.outcome === 'DONE') return { [field]: row, userErrors: [], conflicts: [] } as Answered;
  return { ...refuse(context, [userError('CONFLICT', at, `Người khác vừa sửa ${what} này. Xem giá trị của hai bên rồi lưu lại.`)], done.conflicts), [field]: row };
}
