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

const moment = /^([12]\d{3}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

function parseInstant(value: unknown): string {
  const day = typeof value === 'string' ? moment.exec(value)?.[1] : undefined;
  try { if (isDay(day)) return value as string; } catch { /* an impossible day */ }
  throw new GraphQLError(`Thời điểm phải ghi theo ISO 8601 kèm múi giờ, như 2026-09-08T07:30:00+07:00; nhận được ${JSON.stringify(value)?.slice(0, 40)}.`);
}

/** A moment with its offset, as PostgreSQL writes it in JSON. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'Instant', description: 'A moment with its offset from UTC, ISO 8601.',
  serialize: value => (value instanceof Date ? value.toISOString() : value as string),
  parseValue: parseInstant,
  parseLiteral: node => parseInstant(node.kind === Kind.STRING ? node.value : null),
});
