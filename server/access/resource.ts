import { portalKinds, snake, type PortalKind } from './portal-kind.js';

type Maybe<Letter extends string> = Letter | '';
/** r read, f filter and sort, a aggregate, c create, u update, always in this order. '' is never. */
export type Verbs = `${Maybe<'r'>}${Maybe<'f'>}${Maybe<'a'>}${Maybe<'c'>}${Maybe<'u'>}`;
export type Verb = 'r' | 'f' | 'a' | 'c' | 'u';
export type Line = readonly [secretariat: Verbs, department: Verbs, commune: Verbs, massOrganisation: Verbs, public_: Verbs];

/** A row rule a portal kind, as SQL over the noun's own table; a missing kind sees no row. */
export type Rows = Partial<Record<PortalKind, string>>;

/**
 * For kinds that see few of a noun's many rows: where to begin a list from. `key` of `rows` equals the noun's `column` (its own key), each value
 * once, and no row that the row rule shows lies outside. Never decides who sees a row, the row rule does; without it every row of the table
 * would be asked. `sorts` are the noun's sort fields that `rows` knows too, so that it is walked in order; kinds that see most rows begin there
 * for such an order only.
 */
export interface Walk {
  readonly rows: Partial<Record<PortalKind, string>>; readonly key: string; readonly column?: string; readonly sorts: Readonly<Record<string, string>>; readonly forOrderOnly?: readonly PortalKind[];
}

/** Where a field's value comes from, when it is not the column of its own name. */
export type Source =
  | { readonly from: 'column'; readonly column: string }
  /** An expression over columns of the row, written with $ for its alias; `needs` are granted with it. */
  | { readonly from: 'expression'; readonly sql: string; readonly needs: readonly string[] }
  | { readonly from: 'one'; readonly type: string; readonly column: string; readonly key?: string }
  /** `most` is how many rows the cost rule counts; the list itself is never cut short unless `first` says so. `where` and `order` are over $. */
  | { readonly from: 'many'; readonly type: string; readonly column: string; readonly key?: string; readonly most: number; readonly where?: string; readonly order: string }
  /** Answered by a resolver of its own from columns of the row. */
  | { readonly from: 'resolver'; readonly needs: readonly string[] };

export const column = (name: string): Source => ({ from: 'column', column: name });
export const expression = (sql: string, needs: readonly string[]): Source => ({ from: 'expression', sql, needs });
/** To one row of `type` whose `key` (id) equals this row's `column`. */
export const one = (type: string, name: string, key?: string): Source => ({ from: 'one', type, column: name, ...(key && { key }) });
/** To the rows of `type` whose `column` equals this row's `key` (id). */
export const many = (type: string, name: string, options: { most: number; order: string; where?: string; key?: string }): Source =>
  ({ from: 'many', type, column: name, ...options });
export const resolver = (...needs: string[]): Source => ({ from: 'resolver', needs });

/** The kinds of value that a filter compares. */
export type Operand = 'id' | 'text' | 'exact' | 'number' | 'day' | 'instant' | 'boolean' | 'enum' | Relating;
/** Instead of a value, conditions on the related row (`one`) or on the related rows (`many`). */
export type Relating = 'row' | 'rows';

/** Keys that carry data; methods are not fields of the table. */
type FieldOf<Entity> = { [K in keyof Entity]-?: Entity[K] extends (...args: never[]) => unknown ? never : K }[keyof Entity] & string;

export interface Field {
  readonly name: string;
  readonly source: Source;
  readonly verbs: Readonly<Record<PortalKind, Verbs>>;
  /** Reading it is logged, whoever reads (★). */
  readonly sensitive: boolean;
}

export interface About { readonly household: string; readonly member: string }

export interface Resource {
  readonly type: string;
  readonly table: string;
  readonly rows: Rows;
  /** Rows that a portal kind may write; missing is none. */
  readonly write: Rows;
  /** Each reading is logged with household, part and purpose (★). */
  readonly sensitive: boolean;
  /** Which rows of an otherwise plain noun are sensitive (★) to a portal kind, over $. */
  readonly sensitiveRows: Rows;
  /** Fields of a sensitive noun whose values the audit trail may keep; of the others it keeps that they were written. */
  readonly openInAudit: readonly string[];
  /** The columns that name the household and the person whom a row is about, where it is about one. */
  readonly household: string | null;
  readonly member: string | null;
  /** Instead of columns, SQL over $ that finds them where the row hangs on another; only for the log of what was opened. */
  readonly about: About | null;
  readonly walk: Walk | null;
  /** A look at another's portal leaves the row rule as it is: it stands on the way of every list. What the look may not show is cut where the rows are shown. */
  readonly isWholeWhileViewing: boolean;
  /** Rows are added and never changed, by nobody: not even what runs by itself may. */
  readonly isAppendOnly: boolean;
  readonly key: string;
  readonly keyType: 'int' | 'uuid' | 'text';
  /** Columns besides those of the fields, which policies of other tables read. */
  readonly keys: readonly string[];
  /** How each field with f compares; filled in by the noun's filter type. */
  readonly operands: Map<string, Operand>;
  readonly fields: ReadonlyMap<string, Field>;
  /** A table that no type of the schema shows; grants and policies of it are like any other's. */
  readonly isInternal: boolean;
  /** The resource (searchWords) with the words by which rows of this one are found; the row's own column `words` has them all. */
  readonly search: string | null;
}

export interface ResourceOptions<Entity> {
  readonly rows: Rows;
  readonly write?: Rows;
  readonly sensitive?: boolean;
  readonly sensitiveRows?: Rows;
  readonly openInAudit?: readonly FieldOf<Entity>[];
  readonly household?: string;
  readonly member?: string;
  readonly about?: About;
  readonly walk?: Walk;
  readonly isWholeWhileViewing?: boolean;
  readonly isAppendOnly?: boolean;
  readonly key?: string;
  readonly keyType?: 'int' | 'uuid' | 'text';
  readonly keys?: readonly string[];
  readonly isInternal?: boolean;
  readonly search?: string;
  readonly sensitiveFields?: readonly FieldOf<Entity>[];
  readonly sources?: { readonly [K in FieldOf<Entity>]?: Source };
}

/**
 * One line a field, complete at compile time: a field of Entity without a line does not compile.
 * Throws when f, a, c or u stands without r: in PostgreSQL a column one may filter by is a column one can read.
 */
export function resource<Entity>(
  type: string, table: string, options: ResourceOptions<Entity>,
  lines: { readonly [K in FieldOf<Entity>]: Line },
): Resource {
  const sources = (options.sources ?? {}) as Readonly<Record<string, Source | undefined>>;
  const fields = new Map(Object.entries<Line>(lines).map(([name, line]) => {
    for (const verbs of line) if (verbs && !verbs.includes('r')) throw new Error(`${type}.${name}: '${verbs}' without r guards nothing`);
    const verbs = Object.fromEntries(portalKinds.map((kind, i) => [kind, line[i]])) as Record<PortalKind, Verbs>;
    const sensitive = options.sensitiveFields?.includes(name as FieldOf<Entity>) ?? false;
    return [name, { name, source: sources[name] ?? column(snake(name)), verbs, sensitive }];
  }));
  return {
    type, table, rows: options.rows, write: options.write ?? {}, sensitive: options.sensitive ?? false, sensitiveRows: options.sensitiveRows ?? {}, openInAudit: options.openInAudit ?? [],
    household: options.household ?? null, member: options.member ?? null, about: options.about ?? null, walk: options.walk ?? null, isWholeWhileViewing: options.isWholeWhileViewing ?? false, isAppendOnly: options.isAppendOnly ?? false, key: options.key ?? 'id', keyType: options.keyType ?? 'int', keys: [...(options.keys ?? []), ...[options.household, options.member].filter(name => name !== undefined)], operands: new Map(), fields,
    isInternal: options.isInternal ?? false, search: options.search ?? null,
  };
}

/** The columns of the row that a field reads, and so that its readers are granted. */
export function columnsOf({ source }: Field, key: string): readonly string[] {
  switch (source.from) {
    case 'column': case 'one': return [source.column];
    case 'many': return [source.key ?? key];
    case 'expression': case 'resolver': return source.needs;
  }
}
