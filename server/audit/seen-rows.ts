import type { Resource } from '../access/resource.js';
import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

interface Asked { readonly ids: Set<string>; readonly seen: Promise<ReadonlySet<string>> }
const asked = new WeakMap<Session, Map<string, Asked>>();

async function select(session: Session, { table, key, keyType }: Resource, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await session.read<{ id: string }>(`SELECT ${key}::text AS id FROM ${table} WHERE ${key} = ANY ($1::${keyType}[])`, [[...ids]]);
  return new Set(rows.map(({ id }) => id));
}

/** Whether the viewer reads the row at this moment; the row policy decides. All that one answer asks of a noun goes in one statement. */
export async function isSeen(session: Session, resource: Resource, id: string): Promise<boolean> {
  if (!isId(resource.keyType, id)) return false;
  const ofSession = asked.get(session) ?? new Map<string, Asked>();
  asked.set(session, ofSession);
  let wish = ofSession.get(resource.type);
  if (!wish) {
    const ids = new Set<string>();
    // Whatever is asked before the running microtasks end goes along.
    wish = { ids, seen: Promise.resolve().then(() => { ofSession.delete(resource.type); return select(session, resource, ids); }) };
    ofSession.set(resource.type, wish);
  }
  wish.ids.add(id);
  return (await wish.seen).has(id);
}
