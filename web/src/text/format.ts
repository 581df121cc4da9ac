const locale = 'vi-VN';
const zone = 'Asia/Ho_Chi_Minh';
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
// Days are calendar dates, read as midnight UTC on both sides, so that no zone or summer time moves them.
const oneDay = 86_400_000;
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** 1234.5 → "1.234,5"; at most two decimals. */
export const formatNumber = (value: number): string => decimals.format(value);

/** A count of the server, which stops counting at 10.000. */
export interface Counted {
  value: number;
  isExact: boolean;
}

/** 60 → "60"; past the cap "hơn 10.000". */
export const formatCount = ({ value, isExact }: Counted): string => (isExact ? formatNumber(value) : `hơn ${formatNumber(value)}`);

/** 45 → "45%". */
export const formatPercent = (value: number): string => `${decimals.format(value)}%`;

/** "2026-09-08" → "08/9/2026": days below 10 and the months 1 and 2 take a zero (Nghị định 30/2020, phụ lục I). */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}/${monthOf(month)}/${year}`;
}

/** "2026-09-08" → "08/9", for use beside a date that names the year. */
export function formatDayOfYear(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${date}/${monthOf(month)}`;
}

/** "2026-09-08" → "Thứ Ba, 08/9/2026". */
export function formatLongDay(day: string): string {
  const name = weekdays.format(new Date(`${day}T00:00:00Z`));
  return `${name.replace(/(^| )\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))}, ${formatDay(day)}`;
}

/** An instant → "08/9/2026 16:02" in Vietnam's time. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  return `${formatDay(calendar.format(date))} ${clock.format(date)}`;
}

/** An instant → "16:02 ngày 08/9/2026" in Vietnam's time, for use in a sentence. */
export const sayInstant = (instant: string): string => `${clock.format(new Date(instant))} ngày ${formatDay(calendar.format(new Date(instant)))}`;

/** An instant's hour → "16:02" in Vietnam's time. */
export const formatTime = (instant: Date): string => clock.format(instant);

/** "8/9/2026", "08-09-2026" or "8.9.26" → "2026-09-08"; null when it is no day of the calendar. */
export function parseDay(written: string): string | null {
  const match = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})\s*$/.exec(written);
  if (!match) return null;
  const [, date = '', month = '', year = ''] = match;
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** "1.250" → 1250; null when it is not a whole number. Dots and spaces group thousands. */
export function parseWhole(written: string): number | null {
  const plain = written.trim();
  if (!/^\d{1,3}([. ]\d{3})*$|^\d+$/.test(plain)) return null;
  const value = Number(plain.replace(/[. ]/g, ''));
  return Number.isSafeInteger(value) ? value : null;
}

/** Days from `from` to `to`, negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / oneDay;

/** The day after: "trước ngày 10" is a last day of the 9th. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + oneDay).toISOString().slice(0, 10);

/** Text without tone marks, case or đ, for searching: "Giàng A Sùng" → "giang a sung". */
export const searchable = (value: string): string =>
  value.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** Vietnamese order with numbers by value: III.2 before III.10. */
export const inOrder = new Intl.Collator('vi', { numeric: true });

/** People stand by their given name, the last word, as on every list of names in Vietnam. */
export const byGivenName = (a: { readonly name: string }, b: { readonly name: string }): number => inOrder.compare(given(a.name), given(b.name)) || inOrder.compare(a.name, b.name);
const given = (name: string): string => name.split(' ').at(-1) ?? '';

function monthOf(month: string): string {
  const number = Number(month);
  return number < 3 ? month : String(number);
}

/** Whether it is a day of the calendar: 31/2 is none. */
function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
