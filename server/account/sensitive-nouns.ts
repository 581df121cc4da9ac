import type { Policy } from '../access/policy.js';
import type { PortalKind } from '../access/portal-kind.js';

/** Sensitive nouns whose rows the portal kind has at all, for a post that is named for them; as the row rules say it, sorted. */
export function sensitiveNounsOf(policy: Policy, kind: string): string[] {
  const rules = policy.resources.flatMap(({ rows, write }) => [rows[kind as PortalKind], write[kind as PortalKind]]);
  return [...new Set(rules.flatMap(rule => [...(rule ?? '').matchAll(/may_open\('(\w+)'\)/g)].map(([, noun]) => noun!)))].sort();
}
