/** A value of an address that is written as `form` says; anything else is none. */
export const matching = (value: unknown, form: RegExp): string | undefined => (typeof value === 'string' && form.test(value) ? value : undefined);

/** The id of a unit, a village or a task. */
export const idIn = (value: unknown): string | undefined => matching(value, /^\d{1,12}$/);

/** A day of the calendar, yyyy-mm-dd. */
export const dayIn = (value: unknown): string | undefined => {
  const day = matching(value, /^\d{4}-\d\d-\d\d$/);
  return day && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day ? day : undefined;
};

/** Words to search for, the first hundred characters. */
export const wordsIn = (value: unknown): string | undefined => (typeof value === 'string' && value ? value.slice(0, 100) : undefined);

/** What an address does say, without the filters that it leaves out. */
export const said = <Filters extends object>(filters: Filters): Filters => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Filters;
