import type { DocumentNode } from 'graphql';
import { merged, type Selection } from '../access/selection.js';
import { sensitiveAsked } from '../database/opened.js';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../identity/viewer.js';
import { exportLists } from './export.columns.js';
import type { ExportLine } from './export.column.js';
import type { ExportKind } from './export-job.entity.js';

/** Rows of one page; what the lists of the graph allow at most. */
export const pageRows = 100;

/** What opening a selection takes besides the gates. */
export interface Sensitivity {
  /** Nouns for which the post has to be named. */
  readonly nouns: readonly string[];
  readonly wantsPurpose: boolean;
}
export interface Available extends Sensitivity { readonly line: ExportLine }

function documentText(kind: ExportKind, lines: readonly ExportLine[]): string {
  const { field, noun, made } = exportLists[kind], selects = lines.map(({ select }) => select).join(' ');
  const purpose = selects.includes('$purpose') ? ', $purpose: Purpose!' : '';
  return `query ExportPage($filter: ${noun}Filter, $order: [${noun}Order!], $first: Int!, $after: String, $counts: Boolean!${purpose}) {
    ${field}(filter: $filter, order: $order, first: $first, after: $after) { nodes { ${made} ${selects} } pageInfo { hasNextPage endCursor } totalCount @include(if: $counts) { value isExact } } }`;
}

export interface PageWish { readonly filter: object | null; readonly order: readonly object[] | null; readonly purpose: string | null; readonly after?: string | null; readonly counts?: boolean }
export const variablesOf = ({ filter, order, purpose, after = null, counts = false }: PageWish): Record<string, unknown> =>
  ({ filter, order, first: pageRows, after, counts, ...(purpose !== null && { purpose }) });

/** Where in the tables a selection opens what is sensitive, by the same lines by which its reading is logged. */
function sensitivityOf({ policy }: Context, { portalKind, sensitiveNouns }: Viewer, children: ReadonlyMap<string, Selection>): Sensitivity {
  const nouns = new Set<string>();
  let wantsPurpose = false;
  const walk = (level: ReadonlyMap<string, Selection>): void => {
    for (const { parent, field, children: below } of merged(level)) {
      const resource = policy.byType.get(parent.name);
      if (resource?.sensitive) nouns.add(resource.type);
      // Rows that a post opens only when it is named for them are not there for the others.
      const byPost = resource?.rows[portalKind]?.includes('may_open(') ?? false;
      if (resource && (resource.sensitive || resource.fields.get(field.name)?.sensitive || resource.sensitiveRows[portalKind] && (!byPost || sensitiveNouns.length > 0))) wantsPurpose = true;
      walk(below);
    }
  };
  walk(children);
  return { nouns: [...nouns], wantsPurpose };
}

const nodesOf = (selections: ReadonlyMap<string, Selection>): ReadonlyMap<string, Selection> => [...selections.values()][0]?.children.get('nodes')?.children ?? new Map<string, Selection>();

const alone = new WeakMap<ExportLine, DocumentNode | { readonly unknown: true }>();

/** The columns of a list that the viewer has: those that the gates let through, asked one by one. Empty for a list that is not the viewer's. */
export function availableColumns(context: Context, viewer: Viewer, kind: ExportKind): Available[] {
  const { field, columns } = exportLists[kind];
  if (!context.policy.mayRun(viewer.portalKind, viewer.postRole, `Query.${field}`)) return [];
  return columns.flatMap(line => {
    let document = alone.get(line);
    if (!document) alone.set(line, document = context.inner.read(documentText(kind, [line])) ?? { unknown: true });
    if ('unknown' in document) return [];
    try {
      const selections = context.inner.admit({ context, viewer, document, variables: variablesOf({ filter: null, order: null, purpose: 'REVIEW' }), purpose: null });
      const found = { line, ...sensitivityOf(context, viewer, nodesOf(selections)) };
      return found.nouns.every(noun => viewer.sensitiveNouns.includes(noun)) ? [found] : [];
    } catch (error) {
      if ((error as { extensions?: { code?: string } }).extensions?.code === 'FORBIDDEN') return [];
      throw error;
    }
  });
}

export interface Plan extends Sensitivity { readonly document: DocumentNode; readonly lines: readonly ExportLine[] }

/**
 * The one operation that is run page by page, admitted with the filter and order of the list. Throws FORBIDDEN when filter or order name what the
 * viewer may not, BAD_USER_INPUT when they are no filter and order of the list. Of `keys` all must be available.
 */
export function planExport(context: Context, viewer: Viewer, kind: ExportKind, keys: readonly string[], wish: PageWish): Plan {
  const lines = exportLists[kind].columns.filter(({ key }) => keys.includes(key)).sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const document = context.inner.read(documentText(kind, lines));
  if (!document) throw new Error(`no such list: ${kind}`);
  const selections = context.inner.admit({ context, viewer, document, variables: variablesOf({ ...wish, purpose: wish.purpose ?? 'REVIEW' }), purpose: null });
  const { nouns, wantsPurpose } = sensitivityOf(context, viewer, nodesOf(selections));
  const asked = sensitiveAsked(context.policy, viewer.portalKind, context.policy.byType.get(exportLists[kind].noun)!, wish);
  return { document, lines, nouns, wantsPurpose: wantsPurpose || asked.length > 0 };
}
