import { portalKinds, postRoles, type PortalKind, type PostRole } from './portal-kind.js';
import type { Resource, Verb } from './resource.js';

/**
 * The input type of a mutation: its `keys` say which rows are meant; every other field is a field of `noun`
 * and may be sent only by a portal kind whose line has the verb.
 */
export interface InputLine { readonly type: string; readonly keys: readonly string[]; readonly noun?: string; readonly verb?: 'create' | 'update' }

/** Who may run a root field: the portal kinds, and of their posts those named; `payload` is a type that only carries its answer. */
export interface OperationLine {
  readonly portals: readonly PortalKind[];
  readonly posts: readonly PostRole[];
  readonly input?: InputLine;
  readonly payload?: string;
}
export type OperationLines = Readonly<Record<string, OperationLine>>;

/** A look ends by any of these; they write nothing but the sign-in. */
const writesWhileViewing: ReadonlySet<string> = new Set(['Mutation.endViewAs', 'Mutation.switchHat', 'Mutation.logout', 'Mutation.login']);

/** How many of the related rows a condition must hold for. */
const listWrappers = ['some', 'none', 'every', 'atLeast'] as const;

/** What each portal kind may name; whatever no table lists is denied. */
export class Policy {
  /** Those that the schema shows. */
  readonly nouns: readonly Resource[];
  readonly byType: ReadonlyMap<string, Resource>;
  private readonly inputs = new Map<string, InputLine>();
  private readonly granted = new Map<PortalKind, Set<string>>(portalKinds.map(kind => [kind, new Set<string>()]));

  constructor(
    readonly resources: readonly Resource[],
    readonly operations: OperationLines,
    /** Types that carry no data of their own, as PageInfo and the comparisons of filters. */
    wrappers: readonly string[],
    /** Nouns that a role of post may not name at all, whatever its portal may. */
    readonly closed: Partial<Record<PostRole, readonly string[]>> = {},
  ) {
    this.nouns = resources.filter(r => !r.isInternal);
    this.byType = new Map(resources.map(r => [r.type, r]));
    for (const kind of portalKinds) {
      const paths = this.granted.get(kind)!;
      for (const resource of this.nouns) for (const [name, field] of resource.fields) {
        const may = (verb: Verb) => field.verbs[kind].includes(verb);
        if (may('r')) paths.add(`${resource.type}.${name}`);
        if (may('f')) for (const joint of ['and', 'or', 'not', name]) paths.add(`${resource.type}Filter.${joint}`);
        if (may('f') && field.source.from === 'many') for (const wrapper of listWrappers) paths.add(`${field.source.type}ListFilter.${wrapper}`);
        else if (may('f')) paths.add(`${resource.type}Order.${name}`);
        if (may('c')) paths.add(`${resource.type}.${name}:create`);
        if (may('u')) paths.add(`${resource.type}.${name}:update`);
      }
      for (const { type, search } of this.nouns) if (search && this.byType.get(search)?.fields.get('word')?.verbs[kind].includes('f')) paths.add(`${type}Filter.search`);
      for (const resource of this.nouns) if ([...resource.fields.values()].some(f => f.verbs[kind])) paths.add(`${resource.type}Connection.*`);
      if (signedIn.includes(kind)) for (const type of wrappers) paths.add(`${type}.*`);
      for (const [path, line] of Object.entries(operations)) if (line.portals.includes(kind)) {
        paths.add(path);
        if (line.payload) paths.add(`${line.payload}.*`);
        for (const key of line.input?.keys ?? []) paths.add(`${line.input!.type}.${key}`);
      }
    }
    for (const { input } of Object.values(operations)) if (input) this.inputs.set(input.type, input);
  }

  /** True only if a line of a table says so. A type's wrapper line (`PageInfo.*`) covers its fields. */
  may(kind: PortalKind, path: string): boolean {
    const paths = this.granted.get(kind)!;
    if (paths.has(path)) return true;
    const dot = path.indexOf('.'), type = path.slice(0, dot);
    const input = this.inputs.get(type);
    if (input) return input.noun !== undefined && paths.has(`${input.noun}.${path.slice(dot + 1)}:${input.verb}`);
    return paths.has(`${type}.*`);
  }

  /** Gate 1's question: portal kind and post both. */
  mayRun(kind: PortalKind, role: PostRole, path: string): boolean {
    const line = this.operations[path];
    return line !== undefined && line.portals.includes(kind) && line.posts.includes(role);
  }

  /** Gate 2's question for a post: its portal's answer, less what is closed to the role. */
  mayAs(kind: PortalKind, role: PostRole, path: string): boolean {
    const closed = this.closed[role];
    return this.may(kind, path) && !(closed && this.nounsAt(path).some(noun => closed.includes(noun)));
  }

  /**
   * What a person of the secretariat may name besides while looking at another unit's portal: what the secretariat's leader may as well, no
   * write, and no sensitive field. Rows of sensitive nouns stay shut by the row rules.
   */
  mayWhileViewing(path: string): boolean {
    if (path.startsWith('Mutation.')) return writesWhileViewing.has(path);
    if (path in this.operations) return this.mayRun('secretariat', 'LEADER', path);
    const [type = '', name = ''] = path.split('.'), field = this.byType.get(type.replace(/(Filter|Order)$/, '')) ?? this.byType.get(type);
    return !path.includes(':') && !field?.fields.get(name)?.sensitive && this.mayAs('secretariat', 'LEADER', path);
  }

  /** The noun that a path belongs to, and the one it leads to: of a closed noun even the number of rows is closed. */
  private nounsAt(path: string): string[] {
    const [type = '', name = ''] = path.split('.');
    const noun = [type, type.replace(/(Filter|Order|Connection)$/, ''), type.replace(/ListFilter$/, '')].find(one => this.byType.has(one)) ?? type;
    const source = this.byType.get(noun)?.fields.get(name)?.source;
    return [noun, ...(source?.from === 'one' || source?.from === 'many' ? [source.type] : [])];
  }

  readers(path: string): PortalKind[] { return portalKinds.filter(kind => this.may(kind, path)); }

  /** Every path that this portal kind and post may name, sorted, and when it is only looked at, what may be named then; the web's `useCan` reads it. */
  permissions(kind: PortalKind, role: PostRole, isViewing = false): string[] {
    return [...this.granted.get(kind)!].filter(path => !path.endsWith('.*') && this.mayAs(kind, role, path) && (!(path in this.operations) || this.mayRun(kind, role, path))
      && (!isViewing || this.mayWhileViewing(path))).sort();
  }
}

/** Every portal kind that signs in; the public has none of it. */
export const signedIn: readonly PortalKind[] = ['secretariat', 'department', 'commune', 'massOrganisation'];
export const everyPost: readonly PostRole[] = postRoles;
