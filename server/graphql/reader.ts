import type { GraphQLResolveInfo } from 'graphql';
import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { readAll, readOne, readPage, type Connection, type ListArguments, type Reader } from '../database/read.js';
import { slot } from '../database/projection.js';
import { working, type Context } from './context.js';

export function readerOf(context: Context): Reader {
  const { session, policy, cursors, viewer, opened } = working(context);
  return { session, policy, cursors, unitId: viewer.unitId, portalKind: viewer.portalKind, opened };
}

/** The selection of the field that is being resolved, as the guard read it. */
export function selectionAt(context: Context, info: GraphQLResolveInfo): Selection {
  const keys: string[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step; step = step.prev) if (typeof step.key === 'string') keys.unshift(step.key);
  let level: ReadonlyMap<string, Selection> = context.selections, found: Selection | undefined;
  for (const key of keys) { found = level.get(key); level = found?.children ?? new Map(); }
  if (!found) throw new Error(`no selection at ${keys.join('.')}`);
  return found;
}

/** One row of a noun for a root field `noun(id)`; null for another's as for a random id. */
export const one = (context: Context, info: GraphQLResolveInfo, resource: Resource, id: string): Promise<object | null> =>
  readOne(readerOf(context), resource, id, selectionAt(context, info));

/** A page of a noun for a root field `nouns(filter, order, first, after)`. */
export const page = (context: Context, info: GraphQLResolveInfo, resource: Resource, args: ListArguments): Promise<Connection> =>
  readPage(readerOf(context), resource, args, selectionAt(context, info));

/** The first row that matches; for root fields that name a row otherwise than by id. */
export async function first(context: Context, info: GraphQLResolveInfo, resource: Resource, filter: object): Promise<object | null> {
  return (await readAll(readerOf(context), resource, selectionAt(context, info), { filter, first: 1 }))[0] ?? null;
}

/** Every row of a noun that is small by nature. */
export const all = (context: Context, info: GraphQLResolveInfo, resource: Resource): Promise<object[]> =>
  readAll(readerOf(context), resource, selectionAt(context, info), { first: 100 });

/** The value that the one statement already fetched for a field with arguments. */
export const answered = (context: Context, row: object, info: GraphQLResolveInfo): unknown => (row as Record<string, unknown>)[slot(selectionAt(context, info))];
