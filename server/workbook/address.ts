/** Excel's own bounds of a sheet. */
export const lastColumn = 16_384;
export const lastRow = 1_048_576;

/** 1 → "A", 28 → "AB". */
export function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export const addressOf = (column: number, row: number): string => `${lettersOf(column)}${row}`;

export interface Place {
  /** From 1. */
  readonly column: number;
  readonly row: number;
}

/** "C12" → column 3, row 12; undefined when it is no address within Excel's bounds. */
export function placeOf(address: string): Place | undefined {
  let column = 0;
  let at = 0;
  for (; at < address.length && at < 4; at++) {
    const code = address.charCodeAt(at) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  const digits = address.slice(at);
  if (column < 1 || column > lastColumn || !/^[1-9]\d{0,6}$/.test(digits) || Number(digits) > lastRow) return undefined;
  return { column, row: Number(digits) };
}

export interface Range {
  readonly name: string;
  readonly from: Place;
  readonly to: Place;
}

/** "B2:C5"; undefined when it is no range. */
export function rangeOf(name: string): Range | undefined {
  const [first = '', second = first] = name.replaceAll('$', '').split(':');
  const from = placeOf(first);
  const to = placeOf(second);
  return from && to && to.column >= from.column && to.row >= from.row ? { name, from, to } : undefined;
}
