import fc from 'fast-check';

type Row = Readonly<Record<string, unknown>>;
type Filter = Readonly<Record<string, unknown>>;

const members = fc.oneof(fc.constantFrom('FEMALE', 'MALE').map(sex => ({ sex: { eq: sex } })), fc.boolean().map(isHead => ({ isHead: { eq: isHead } })), fc.integer({ min: 1950, max: 2022 }).map(year => ({ birthYear: { gte: year } })), fc.constant({}));
const household = fc.constantFrom('POOR', 'NEAR_POOR', 'NONE').map(one => ({ household: { class: { in: [one] } } }));
const deprivations = fc.oneof(fc.constantFrom('HOUSING', 'WATER', 'E', 'INSURANCE', '%').map(start => ({ indicator: { startsWith: start } })), fc.boolean().map(isNull => ({ until: { isNull } })), fc.boolean().map(deprived => ({ deprived: { eq: deprived } })), household, fc.constant({}));
const groups = fc.oneof(fc.constantFrom('MINORITY', 'MERIT', 'NO_LABOUR').map(kind => ({ kind: { eq: kind } })), fc.constant({}));
const pairings = fc.oneof(fc.constantFrom('PROPOSED', 'AGREED', 'ENDED').map(state => ({ state: { eq: state } })), household, fc.constant({}));

const quantified = (inner: fc.Arbitrary<object>): fc.Arbitrary<object> => fc.oneof(
  fc.constantFrom('some', 'none', 'every').chain(quantifier => inner.map(one => ({ [quantifier]: one }))),
  fc.tuple(inner, fc.integer({ min: 0, max: 4 })).map(([some, atLeast]) => ({ some, atLeast })),
  inner.map(not => ({ some: { not } })),
);

/** Any filter of households by related rows, joined by and, or, not; by members only where the portal kind may. */
export const anyRelationFilter = (withMembers: boolean): fc.Arbitrary<object> => fc.letrec(tie => ({
  filter: fc.oneof({ maxDepth: 2, depthIdentifier: 'relation' },
    fc.oneof(
      quantified(deprivations).map(one => ({ deprivations: one })), quantified(groups).map(one => ({ groups: one })), quantified(pairings).map(one => ({ pairings: one })),
      ...(withMembers ? [quantified(members).map(one => ({ members: one }))] : []),
    ),
    fc.array(tie('filter'), { maxLength: 3 }).map(all => ({ or: all })), fc.array(tie('filter'), { maxLength: 3 }).map(all => ({ and: all })), tie('filter').map(not => ({ not }))),
})).filter as fc.Arbitrary<object>;

/** What matches() has to be given of a household. */
export const relatedFields = (withMembers: boolean): string =>
  `id class ${withMembers ? 'members { sex isHead birthYear }' : ''} deprivations { indicator until deprived household { class } } groups { kind } pairings { state household { class } }`;

/** A filter worked out over rows that were read, without the database. */
export function matches(filter: Filter, row: Row): boolean {
  return Object.entries(filter).every(([name, given]) => {
    if (name === 'and') return (given as Filter[]).every(one => matches(one, row));
    if (name === 'or') return (given as Filter[]).some(one => matches(one, row));
    if (name === 'not') return !matches(given as Filter, row);
    const value = row[name];
    if (Array.isArray(value)) return matchesRows(given as Record<string, Filter | number>, value as Row[]);
    if (value !== null && typeof value === 'object') return matches(given as Filter, value as Row);
    return Object.entries(given as Filter).every(([operator, other]) => compares(operator, value, other));
  });
}

function matchesRows({ some, none, every, atLeast }: Record<string, Filter | number>, rows: readonly Row[]): boolean {
  const count = (filter: unknown): number => rows.filter(row => matches(filter as Filter, row)).length;
  return (some === undefined || count(some) >= ((atLeast as number | undefined) ?? 1)) && (none === undefined || count(none) === 0) && (every === undefined || count(every) === rows.length);
}

function compares(operator: string, value: unknown, other: unknown): boolean {
  if (operator === 'isNull') return (value === null) === other;
  if (operator === 'eq') return value === other;
  if (operator === 'in') return (other as unknown[]).includes(value);
  if (operator === 'gte') return (value as number) >= (other as number);
  return (value as string).startsWith(other as string);
}
