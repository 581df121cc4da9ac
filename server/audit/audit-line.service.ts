import type { Policy } from '../access/policy.js';
import type { Working } from '../graphql/context.js';
import type { Viewer } from '../identity/viewer.js';
import { isSeen } from './seen-rows.js';
import type { AuditChain, AuditChange, AuditRefusal } from './audit-line.entity.js';

export interface Told { readonly noun: string | null; readonly before: object | null; readonly after: object | null; readonly row_id: string | null; readonly unit_id: number | null }
type Values = Readonly<Record<string, unknown>>;
type Reading = Pick<Working, 'policy' | 'viewer' | 'session'>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value));

// What is written of sign-ins has no noun of the graph and holds nothing of a person's but the portal that was looked at.
const openNouns: ReadonlySet<string> = new Set(['SignIn', 'Account']);

/**
 * Whether the values of a field may be told to this viewer: the field must be one that the portal and the post read today, and a sensitive
 * one, or a field of a sensitive noun, one that the post opens. What no access table knows is not told.
 */
function maySee(policy: Policy, { portalKind, postRole, sensitiveNouns, viewing }: Viewer, noun: string | null, field: string): boolean {
  if (noun !== null && openNouns.has(noun)) return true;
  const resource = noun === null ? undefined : policy.byType.get(noun), line = resource?.fields.get(field), path = `${noun}.${field}`;
  if (!resource || !line || !policy.mayAs(portalKind, postRole, path) || (viewing && !policy.mayWhileViewing(path))) return false;
  const target = line.source.from === 'one' ? line.source.type : null;
  if (target !== null && policy.byType.get(target)?.sensitive) return false;
  const isShut = resource.sensitive || line.sensitive || resource.sensitiveRows[portalKind] !== undefined;
  return !isShut || sensitiveNouns.includes(resource.type);
}

/** What another unit wrote is told of rows that the viewer reads today: its drafts and working papers stay its own until they are sent. */
async function mayReadRow({ policy, viewer, session }: Reading, { noun, row_id, unit_id }: Told): Promise<boolean> {
  if (unit_id === viewer.unitId || noun === null || openNouns.has(noun)) return true;
  const resource = policy.byType.get(noun);
  return resource !== undefined && row_id !== null && isSeen(session, resource, row_id);
}

/** A line's fields before and after, in the order in which they were written, values only of those that the viewer may see. */
export async function changesOf(context: Reading, line: Told): Promise<AuditChange[]> {
  const { policy, viewer } = context, { noun, before, after } = line;
  const was = (before ?? {}) as Values, is = (after ?? {}) as Values, names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const open = names.filter(field => maySee(policy, viewer, noun, field)), shown = new Set(open.length > 0 && await mayReadRow(context, line) ? open : []);
  return names.map(field => (shown.has(field)
    ? { field, before: text(was[field]), after: text(is[field]), isHidden: false } : { field, before: null, after: null, isHidden: true }));
}

interface Detail { readonly code?: string; readonly fields?: readonly string[]; readonly errors?: readonly string[]; readonly userErrors?: readonly AuditRefusal[] }

/** Why it was refused, as far as the line says. */
export function refusalsOf(detail: Detail | null): AuditRefusal[] {
  const { code, fields = [], errors = [], userErrors = [] } = detail ?? {};
  return [...userErrors, ...errors.map(one => ({ code: one, field: null })), ...(code === undefined ? [] : fields.length > 0 ? fields.map(field => ({ code, field })) : [{ code, field: null }])];
}

/** How the chain stands; nothing in it is of any unit. */
export async function auditChain({ session }: Working): Promise<AuditChain> {
  const [state] = await session.read<AuditChain>('SELECT to_json(sealed_until) AS "sealedUntil", to_json(checked_at) AS "checkedAt", is_whole AS "isWhole" FROM audit_state()');
  return state;
}
