import type { Policy } from '../access/policy.js';
import type { Resource } from '../access/resource.js';
import type { Selection } from '../access/selection.js';
import { slot } from './projection.js';

/** A sensitive record that an answer shows: whose, which part, and why it was opened. */
export interface Opened { readonly household: string | null; readonly member: string | null; readonly part: string; readonly purpose: string | null }

interface To { readonly policy: Policy; readonly opened: Opened[] }
type Row = Readonly<Record<string, unknown>>;

const isSensitive = (resource: Resource, { field }: Selection): boolean => resource.sensitive || (resource.fields.get(field.name)?.sensitive ?? false);

/** Beside sensitive values travels whose they are, so that a reading can be logged even when the answer names nobody. */
export function openedColumn(resource: Resource, children: ReadonlyMap<string, Selection>, row: string): string | null {
  if (![...children.values()].some(child => isSensitive(resource, child))) return null;
  const owner = (name: string | null) => (name === null ? 'NULL::uuid' : `${row}.${name}`);
  return `json_build_array(${owner(resource.household)}, ${owner(resource.member)})`;
}

/** Whether any row below could show something sensitive, known from the selection alone: most pages have nothing to walk for. */
function mayOpen(policy: Policy, resource: Resource, { children }: Selection): boolean {
  return [...children.values()].some(child => {
    if (isSensitive(resource, child)) return true;
    const source = resource.fields.get(child.field.name)?.source;
    return (source?.from === 'one' || source?.from === 'many') && mayOpen(policy, policy.byType.get(source.type)!, child);
  });
}

/** Adds what these rows and the rows below them show of sensitive parts; a null value opens nothing. */
export function collectOpened(to: To, resource: Resource, selection: Selection, nodes: readonly object[]): void {
  if (mayOpen(to.policy, resource, selection)) for (const node of nodes) collectFrom(to, resource, selection, node);
}

function collectFrom(to: To, resource: Resource, selection: Selection, node: object): void {
  const row = node as Row;
  const [household, member] = (row.$opened ?? []) as (string | null)[];
  const parts = new Set<string>();
  for (const child of selection.children.values()) {
    const source = resource.fields.get(child.field.name)?.source;
    const value = row[source?.from === 'one' || source?.from === 'many' ? slot(child) : child.field.name];
    if (value === null || value === undefined) continue;
    if (row.$opened && isSensitive(resource, child)) parts.add(resource.sensitive ? resource.type : `${resource.type}.${child.field.name}`);
    if (source?.from === 'one' || source?.from === 'many') {
      const target = to.policy.byType.get(source.type)!;
      for (const inner of Array.isArray(value) ? value : [value]) collectFrom(to, target, child, inner as object);
    }
  }
  const purpose = (selection.args.purpose as string | undefined) ?? null;
  for (const part of parts) to.opened.push({ household: household ?? null, member: member ?? null, part, purpose });
}
