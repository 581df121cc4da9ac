export interface Dated {
  id: string;
  validFrom: string;
  validTo: string | null;
  replacedOn?: string | null;
}

/** Rows that nothing replaced, latest first. */
export const standing = <R extends Dated>(rows: readonly R[]): R[] =>
  rows.filter(({ replacedOn }) => !replacedOn).sort((a, b) => b.validFrom.localeCompare(a.validFrom));

/** The row that holds on a day, or before the first day the first to come, or after the last the last that held. */
export function current<R extends Dated>(rows: readonly R[], day: string): R | undefined {
  const inOrder = standing(rows);
  return inOrder.find(({ validFrom }) => validFrom <= day) ?? inOrder.at(-1);
}
