import type { PortalKind } from '../access/portal-kind.js';
import type { Policy } from '../access/policy.js';
import type { Resource } from '../access/resource.js';
import { merged, type Selection } from '../access/selection.js';
import { over, slot } from './projection.js';

/** A sensitive record that an answer shows: whose, which part, and why it was opened. */
export interface Opened { readonly household: string | null; readonly member: string | null; readonly part: string; readonly purpose: string | null }

interface To { readonly policy: Policy; readonly portalKind: PortalKind; readonly opened: Opened[] }
type Row = Readonly<Record<string, unknown>>;

const isSensitive = (resource: Resource, { field }: Selection): boolean => resource.sensitive || (resource.fields.get(field.name)?.sensitive ?? false);

interface Asking { readonly filter?: object | null; readonly order?: readonly object[] | null }

/**
 * Sensitive parts that a list was filtered or sorted by, as Household.ethnicity or HouseholdIdentity: whoever gets the rows knows
 * something of them, shown or not. Conditions on related rows count too; of a sensitive noun, or one some of whose rows are, even that there is a row.
 */
export function sensitiveAsked(policy: Policy, kind: PortalKind, resource: Resource, { filter, order }: Asking): string[] {
  const parts = new Set<string>();
  const name = (of: Resource, field: string): void => { if (of.sensitive || of.fields.get(field)?.sensitive) parts.add(of.sensitive ? of.type : `${of.type}.${field}`); };
  const walk = (of: Resource, condition: object): void => {
    for (const [field, inner] of Object.entries(condition) as [string, unknown][]) {
      if (inner === null || inner === undefined) continue;
      if (field === 'and' || field === 'or') for (const branch of inner as object[]) walk(of, branch);
      else if (field === 'not') walk(of, inner);
      else {
        name(of, field);
        const operand = of.operands.get(field), source = of.fields.get(field)?.source;
        if ((operand !== 'row' && operand !== 'rows') || (source?.from !== 'one' && source?.from !== 'many')) continue;
        const target = policy.byType.get(source.type)!;
        if (target.sensitive || target.sensitiveRows[kind] !== undefined) parts.add(target.type);
        for (const below of operand === 'row' ? [inner] : Object.values(inner)) if (below !== null && typeof below === 'object') walk(target, below as object);
      }
    }
  };
  if (filter) walk(resource, filter);
  for (const key of order ?? []) for (const field of Object.keys(key)) name(resource, field);
  return [...parts];
}

/** Beside sensitive values travels whose they are, and whether the row as such is sensitive, so that a reading can be logged even when the answer names nobody. */
export function openedColumn(resource: Resource, children: ReadonlyMap<string, Selection>, row: string, kind: PortalKind, asked: readonly string[]): string | null {
  const byRow = resource.sensitiveRows[kind];
  if (asked.length === 0 && !byRow && ![...children.values()].some(child => isSensitive(resource, child))) return null;
  const owner = (of: 'household' | 'member') => (resource.about ? over(resource.about[of], row) : resource[of] === null ? 'NULL::uuid' : `${row}.${resource[of]}`);
  return `json_build_array(${owner('household')}, ${owner('member')}, ${byRow ? over(byRow, row) : 'false'})`;
}

/** Whether any row below could show something sensitive, known from the selection alone: most pages have nothing to walk for. */
function mayOpen({ policy, portalKind }: To, resource: Resource, { children }: Selection): boolean {
  return resource.sensitiveRows[portalKind] !== undefined || [...children.values()].some(child => {
    if (isSensitive(resource, child)) return true;
    const source = resource.fields.get(child.field.name)?.source;
    if (source?.from !== 'one' && source?.from !== 'many') return false;
    const target = policy.byType.get(source.type)!;
    return sensitiveAsked(policy, portalKind, target, child.args).length > 0 || mayOpen({ policy, portalKind, opened: [] }, target, child);
  });
}

/**
 * Adds what these rows and the rows below them show of sensitive parts; a null value opens nothing.
 * `asked` are the parts that the list was filtered or sorted by; where no row is shown it is one line that names nobody.
 */
export function collectOpened(to: To, resource: Resource, selection: Selection | undefined, nodes: readonly object[], asked: readonly string[] = []): void {
  if (asked.length > 0 && (nodes.length === 0 || !selection)) to.opened.push(...asked.map(part => ({ household: null, member: null, part, purpose: null })));
  if (selection && (asked.length > 0 || mayOpen(to, resource, selection))) for (const node of nodes) collectFrom(to, resource, selection, node, asked);
}

function collectFrom(to: To, resource: Resource, selection: Selection, node: object, asked: readonly string[]): void {
  const row = node as Row;
  const [household, member, isSensitiveRow] = (row.$opened ?? []) as [string | null, string | null, boolean] | [];
  const parts = new Set(isSensitiveRow ? [...asked, resource.type] : asked);
  for (const child of merged(selection.children)) {
    const source = resource.fields.get(child.field.name)?.source;
    const value = row[source?.from === 'one' || source?.from === 'many' ? slot(child) : child.field.name];
    if (value === null || value === undefined) continue;
    if (row.$opened && isSensitive(resource, child)) parts.add(resource.sensitive ? resource.type : `${resource.type}.${child.field.name}`);
    if (source?.from === 'one' || source?.from === 'many') {
      const target = to.policy.byType.get(source.type)!;
      for (const inner of Array.isArray(value) ? value : [value]) collectFrom(to, target, child, inner as object, sensitiveAsked(to.policy, to.portalKind, target, child.args));
    }
  }
  const purpose = (selection.args.purpose as string | undefined) ?? null;
  for (const part of parts) to.opened.push({ household: household ?? null, member: member ?? null, part, purpose });
}
