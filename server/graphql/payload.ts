import type { Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { readOne } from '../database/read.js';
import type { Working } from './context.js';
import { readerOf } from './reader.js';

/** What a payload's field asks of the row just written, read back under the writer's own rights; null when it was not asked for. */
export async function readBack<Row extends object>(context: Working, resource: Resource, payload: Selection, name: string, id: string | number): Promise<Row | null> {
  const selection = merged(payload.children).find(child => child.field.name === name);
  return selection ? readOne<Row>(readerOf(context), resource, String(id), selection) : null;
}
