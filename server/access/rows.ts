/** Row rules in SQL. Settings are read through (select …), so that they are computed once a statement and not once a row. */
export const everyRow = 'true';
export const myTasks = 'ANY ((SELECT my_tasks())::int[])';
export const myLedTasks = 'ANY ((SELECT my_led_tasks())::int[])';
export const myChildren = 'ANY ((SELECT my_children())::int[])';

/** One scalar, not a set: a commune's list is walked along the index that begins with its commune. */
export const own = (column = 'unit_id'): string => `${column} = (SELECT my_unit())`;

/** True while today lies in the row's days. */
export const valid = (row: string): string =>
  `(${row}.valid_from IS NULL OR ${row}.valid_from <= (SELECT today())) AND (${row}.valid_to IS NULL OR ${row}.valid_to >= (SELECT today()))`;

/**
 * An edge of the viewer's unit to the household that `column` names; `also` narrows by the edge s. The comparison that says nothing keeps
 * PostgreSQL from hashing all edges of the unit for one page: each row is asked by the index, and lists begin from the edges themselves.
 */
export const sees = (column: string, also?: string): string =>
  `EXISTS (SELECT FROM sight s WHERE s.household_id = ${column} AND s.household_id >= ${column} AND ${own('s.unit_id')} AND ${valid('s')}${also ? ` AND (${also})` : ''})`;

/** The households that the viewer's unit sees by edges that `also` narrows, each once, with the code by which lists are sorted. */
export const seenHouseholds = (also: string): string =>
  `SELECT DISTINCT s.code, s.household_id FROM sight s WHERE ${own('s.unit_id')} AND (${also}) AND ${valid('s')}`;

export const grantOf = (noun: string): string => `s.cause = 'GRANTED' AND s.part = '${noun}'`;
/** A commune's head has opened this noun of the household to the unit for some days. */
export const granted = (noun: string, column: string): string => sees(column, grantOf(noun));
/** Whether a noun's row rule lets such a grant open anything: of that part alone, or of one of several. */
export const opensByGrant = (rule: string | undefined, noun: string): boolean =>
  [...(rule ?? '').matchAll(/s\.cause = 'GRANTED' AND (s\.part = '\w+'|\([^()]*\))/g)].some(([, parts]) => parts!.includes(`s.part = '${noun}'`));

/** What clauses give the unit of one cause ("READS_CAUSE", …), as a set that `column` is tested against. */
export const amongMyServices = (column: string, cause: string): string => `${column} = ANY ((SELECT my_services('${cause}'))::text[])`;
export const amongMySupportKinds = (column: string): string => `${column} = ANY ((SELECT my_support_kinds())::text[])`;

/** A post for some communes only sees no others. */
export const inMyCommunes = (column = 'commune_id'): string =>
  `((SELECT my_communes()) IS NULL OR ${column} = ANY ((SELECT my_communes())::int[]))`;

/** A post for some villages only sees what belongs to their households; the household's own policy decides. */
export const inMyVillages = (table: string): string =>
  `((SELECT my_villages()) IS NULL OR EXISTS (SELECT FROM household h WHERE h.id = ${table}.household_id))`;

/** Only posts that are named for a sensitive noun open its rows. */
export const mayOpen = (noun: string): string => `(SELECT may_open('${noun}'))`;
