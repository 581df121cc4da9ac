import type { Policy } from '../access/policy.js';
import type { Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { slot } from './projection.js';

/** A sensitive record that an answer shows: whose, which part, and why it was opened. */
export interface Opened { readonly household: string | null; readonly member: string | null; readonly part: string; readonly purpose: string | null }

interface To { readonly policy: Policy; readonly opened: Opened[] }
type Row = Readonly<Record<string, unknown>>;

const isSensitive = (resource: Resource, { field }: Selection): boolean => resource.sensitive || (resource.fields.get(field.name)?.sensitive ?? false);

interface Asking { readonly filter?: object | null; readonly order?: readonly object[] | null }

/** Sensitive fields that a list was filtered or sorted by: whoever gets the rows knows their values, shown or not. */
export function sensitiveAsked(resource: Resource, { filter, order }: Asking): string[] {
  const named = (condition: object): string[] => Object.entries(condition).flatMap(([name, inner]: [string, unknown]) =>
    name === 'and' || name === 'or' ? (inner as object[]).flatMap(named) : name === 'not' && inner ? named(inner) : [name]);
  const fields = new Set([...(filter ? named(filter) : []), ...(order ?? []).flatMap(key => Object.keys(key))]);
  return [...fields].filter(name => resource.fields.get(name)?.sensitive);
}

/** Beside sensitive values travels whose they are, so that a reading can be logged even when the answer names nobody. */
export function openedColumn(resource: Resource, children: ReadonlyMap<string, Selection>, row: string, asked: readonly string[]): string | null {
  if (asked.length === 0 && ![...children.values()].some(child => isSensitive(resource, child))) return null;
  const owner = (name: string | null) => (name === null ? 'NULL::uuid' : `${row}.${name}`);
  return `json_build_array(${owner(resource.household)}, ${owner(resource.member)})`;
}

/** Whether any row below could show something sensitive, known from the selection alone: most pages have nothing to walk for. */
function mayOpen(policy: Policy, resource: Resource, { children }: Selection): boolean {
  return [...children.values()].some(child => {
    if (isSensitive(resource, child)) return true;
    const source = resource.fields.get(child.field.name)?.source;
    if (source?.from !== 'one' && source?.from !== 'many') return false;
    const target = policy.byType.get(source.type)!;
    return sensitiveAsked(target, child.args).length > 0 || mayOpen(policy, target, child);
  });
}

/**
 * Adds what these rows and the rows below them show of sensitive parts; a null value opens nothing.
 * `asked` are the fields that the list was filtered or sorted by; a count by them alone is one line that names nobody.
 */
export function collectOpened(to: To, resource: Resource, selection: Selection | undefined, nodes: readonly object[], asked: readonly string[] = []): void {
  if (asked.length > 0 && (nodes.length === 0 || !selection)) to.opened.push(...asked.map(name => ({ household: null, member: null, part: `${resource.type}.${name}`, purpose: null })));
  if (selection && (asked.length > 0 || mayOpen(to.policy, resource, selection))) for (const node of nodes) collectFrom(to, resource, selection, node, asked);
}

function collectFrom(to: To, resource: Resource, selection: Selection, node: object, asked: readonly string[]): void {
  const row = node as Row;
  const [household, member] = (row.$opened ?? []) as (string | null)[];
  const parts = new Set(asked.map(name => `${resource.type}.${name}`));
  for (const child of merged(selection.children)) {
    const source = resource.fields.get(child.field.name)?.source;
    const value = row[source?.from === 'one' || source?.from === 'many' ? slot(child) : child.field.name];
    if (value === null || value === undefined) continue;
    if (row.$opened && isSensitive(resource, child)) parts.add(resource.sensitive ? resource.type : `${resource.type}.${child.field.name}`);
    if (source?.from === 'one' || source?.from === 'many') {
      const target = to.policy.byType.get(source.type)!;
      for (const inner of Array.isArray(value) ? value : [value]) collectFrom(to, target, child, inner as object, sensitiveAsked(target, child.args));
    }
  }
  const purpose = (selection.args.purpose as string | undefined) ?? null;
  for (const part of parts) to.opened.push({ household: household ?? null, member: member ?? null, part, purpose });
}
