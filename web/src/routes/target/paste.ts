// Without imports that run, so that the same text is tried as it stands.

export interface PasteUnit {
  id: string;
  code: string;
  name: string;
  shortName: string;
}
export type PasteFault = 'NO_UNIT' | 'SEVERAL' | 'NO_NUMBER' | 'TWICE' | 'TOO_MANY';
export interface PasteProblem {
  /** Of the pasted text, from 1. */
  line: number;
  written: string;
  why: PasteFault;
  /** The figure of the line, where only its unit is in doubt. */
  value?: number | null;
}
export interface Pasted {
  cells: { unit: string; value: number | null }[];
  problems: PasteProblem[];
  /** Headings and totals, which are no unit's. */
  skipped: string[];
}

/**
 * A number as it is written here: "1.234,5", "3 000", "12%". Empty is null. Undefined for what could mean two numbers ("1.5") or none.
 * Dots and spaces group thousands, a comma begins the decimals; a leading apostrophe is Excel's.
 */
export function readNumber(written: string): number | null | undefined {
  const plain = written.replace(/^'/, '').replace(/[\u00A0\u202F]/g, ' ').trim().replace(/\s*%$/, '');
  if (plain === '' || plain === '-' || plain === '–') return null;
  if (!/^\d{1,3}([. ]\d{3})+(,\d+)?$|^\d+(,\d+)?$/.test(plain)) return undefined;
  const value = Number(plain.replace(/[. ]/g, '').replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** "UBND Xã Bản Liền " → "xa ban lien": without marks, case, đ, punctuation and the committee before it. */
const plainName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim().replace(/^(ubnd|uy ban nhan dan) /, '');
const bareName = (name: string): string => plainName(name).replace(/^(xa|phuong|x|p) /, '');

/** Finds a unit by its code, with or without leading zeros, by its name, or by its name without "xã, phường" where only one bears it. */
export function unitFinder(units: readonly PasteUnit[]): (written: string) => PasteUnit[] {
  const named = (key: string, of: (name: string) => string) => units.filter((unit) => of(unit.name) === key || of(unit.shortName) === key);
  return (written) => {
    const code = written.replace(/^'/, '').trim();
    const byCode = units.filter((unit) => unit.code === code || (/^\d+$/.test(code) && unit.code.replace(/^0+/, '') === code.replace(/^0+/, '')));
    if (byCode.length > 0) return byCode;
    const whole = plainName(written);
    if (whole === '') return [];
    const byName = named(whole, plainName);
    return byName.length > 0 ? byName : named(bareName(written), bareName);
  };
}

const isTotal = (written: string): boolean => /^(tong|cong|toan tinh|tong so|tong cong)\b/.test(plainName(written));

/**
 * What was copied from a sheet, as cells of the split. One column fills the rows from `from` down, as they stand on the screen; with more columns
 * the rightmost that holds numbers is the figure, and one of the others names the unit. What fits no unit is named and given to nobody.
 */
export function readPaste(text: string, units: readonly PasteUnit[], from: number): Pasted {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = Math.max(...lines.map((line) => line.length));
  return width === 1 ? oneColumn(lines.map(([cell = '']) => cell), units, from) : byUnit(lines, units, width);
}

function oneColumn(written: readonly string[], units: readonly PasteUnit[], from: number): Pasted {
  const found: Pasted = { cells: [], problems: [], skipped: [] };
  // A heading copied with the column is nobody's figure.
  const heading = written.length > 1 && readNumber(written[0] ?? '') === undefined && written[0] !== '' ? 1 : 0;
  if (heading) found.skipped.push(written[0] ?? '');
  written.slice(heading).forEach((cell, at) => {
    const unit = units[from + at], value = readNumber(cell), line = at + heading + 1;
    if (value === undefined) found.problems.push({ line, written: unit ? `${unit.name}: ${cell}` : cell, why: 'NO_NUMBER' });
    else if (!unit) found.problems.push({ line, written: cell, why: 'TOO_MANY', value });
    else found.cells.push({ unit: unit.id, value });
  });
  return found;
}

function byUnit(lines: readonly string[][], units: readonly PasteUnit[], width: number): Pasted {
  const found: Pasted = { cells: [], problems: [], skipped: [] };
  const find = unitFinder(units);
  const isNumber = (cell: string | undefined) => typeof readNumber(cell ?? '') === 'number';
  const figures = Array.from({ length: width }, (_, at) => width - 1 - at).find((column) => lines.some((line) => isNumber(line[column]))) ?? width - 1;
  const lineOf = new Map<string, number>();
  lines.forEach((cells, at) => {
    const line = at + 1, keys = cells.filter((cell, column) => column !== figures && cell !== ''), written = keys.join(' ');
    if (cells.every((cell) => cell === '')) return;
    const matches = keys.map(find).filter((some) => some.length > 0).sort((a, b) => a.length - b.length)[0] ?? [];
    const value = readNumber(cells[figures] ?? '');
    const [unit] = matches;
    if (!unit && (keys.some(isTotal) || (at === 0 && value === undefined))) found.skipped.push(written || (cells[figures] ?? ''));
    else if (!unit) found.problems.push({ line, written: written || (cells[figures] ?? ''), why: 'NO_UNIT', ...(value !== undefined && { value }) });
    else if (matches.length > 1) found.problems.push({ line, written, why: 'SEVERAL', ...(value !== undefined && { value }) });
    else if (value === undefined) found.problems.push({ line, written: `${unit.name}: ${cells[figures] ?? ''}`, why: 'NO_NUMBER' });
    else if (lineOf.has(unit.id)) found.problems.push({ line, written: unit.name, why: 'TWICE' });
    else {
      lineOf.set(unit.id, line);
      found.cells.push({ unit: unit.id, value });
    }
  });
  return found;
}
