import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value;

const badDay = (value: unknown): GraphQLError => new GraphQLError(`Ngày phải có dạng năm-tháng-ngày, như 2026-09-08; nhận được ${JSON.stringify(value)?.slice(0, 40)}.`);

function parseDay(value: unknown): string {
  try { if (isDay(value)) return value; } catch { /* an impossible day, as 2026-02-31 */ }
  throw badDay(value);
}

/** A day of the calendar in Vietnam, never an instant: "2026-09-08". */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Day', description: 'A day of the calendar in Vietnam, as 2026-09-08.',
  serialize: value => value as string,
  parseValue: parseDay,
  parseLiteral: node => parseDay(node.kind === Kind.STRING ? node.value : null),
});

/** A moment with its offset, as PostgreSQL writes it in JSON. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'Instant', description: 'A moment with its offset from UTC, ISO 8601.',
  serialize: value => (value instanceof Date ? value.toISOString() : value as string),
});
