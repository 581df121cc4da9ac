interface Where {
  /** "C12" */
  readonly address: string;
  /** From 1. */
  readonly column: number;
  /** The value is what a formula gave when the file was last saved: not to be trusted. */
  readonly isFormula: boolean;
  /** The merged range that the cell belongs to, "C12:D12". */
  readonly merged: string | null;
}

/** Text as it stands in the file; a day as yyyy-mm-dd; an error as Excel writes it, "#N/A". */
export type Cell = Where &
  (
    | { readonly kind: 'TEXT' | 'DATE' | 'ERROR'; readonly value: string }
    | { readonly kind: 'NUMBER'; readonly value: number }
    | { readonly kind: 'BOOLEAN'; readonly value: boolean }
    | { readonly kind: 'EMPTY'; readonly value: null }
  );

/** What a cell says, null when it is empty; or why it cannot be taken, in words for the person who filled it in. */
export type Reading<Value> = { readonly value: Value | null; readonly problem: null } | { readonly value: null; readonly problem: string };

const read = <Value>(value: Value | null): Reading<Value> => ({ value, problem: null });
const refused = (problem: string): Reading<never> => ({ value: null, problem });

// C0, C1 but for tab and line breaks; marks that turn the direction of writing and so hide what is written.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

/** NFC, spaces of every kind and line breaks as single spaces, trimmed, invisible joiners dropped. */
export const tidied = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();

function problemOf(cell: Cell): string | null {
  if (cell.isFormula) return 'Ô chứa công thức nên giá trị không được dùng. Hãy sao chép ô rồi dán lại dưới dạng giá trị.';
  if (cell.merged !== null) return `Ô nằm trong vùng gộp ${cell.merged}. Hãy bỏ gộp và điền từng ô.`;
  if (cell.kind === 'ERROR') return `Ô báo lỗi ${cell.value}. Hãy điền lại giá trị.`;
  if (cell.kind === 'TEXT' && forbidden.test(cell.value)) return 'Ô có ký tự điều khiển không nhìn thấy. Hãy xóa ô và gõ lại.';
  return null;
}

// Excel keeps 15 digits; what is longer has already lost its end.
const isExact = (value: number): boolean => Math.abs(value) < 1e15;

/** Text that is written or a number, day or truth as it is shown: 79123 → "79123", 2026-02-01 → "01/02/2026". Empty text counts as empty. */
export function textOf(cell: Cell | undefined): Reading<string> {
  if (!cell || cell.kind === 'EMPTY') return read<string>(null);
  const problem = problemOf(cell);
  if (problem !== null) return refused(problem);
  switch (cell.kind) {
    case 'NUMBER':
      if (!isExact(cell.value)) return refused('Số quá dài, Excel đã làm tròn. Hãy định dạng ô là Văn bản (Text) rồi gõ lại đủ các chữ số.');
      return read(String(cell.value).replace('.', ','));
    case 'BOOLEAN':
      return read(cell.value ? 'Đúng' : 'Sai');
    case 'DATE':
      return read(cell.value.split('-').reverse().join('/'));
    default:
      return read(tidied(String(cell.value)) || null);
  }
}

/** A day of the calendar as yyyy-mm-dd, or undefined. */
export function dayFrom(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && year <= 9999 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** A day as yyyy-mm-dd from an Excel date, from d/m/yyyy with / - or . between, or from yyyy-mm-dd. */
export function dayOf(cell: Cell | undefined): Reading<string> {
  if (!cell || cell.kind === 'EMPTY') return read<string>(null);
  const problem = problemOf(cell);
  if (problem !== null) return refused(problem);
  if (cell.kind === 'DATE') return read(cell.value);
  if (cell.kind !== 'TEXT') return refused('Ô không phải ngày tháng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 05/09/2026.');
  const text = tidied(cell.value);
  if (text === '') return read<string>(null);
  const written = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!written && !iso) {
    return /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text)
      ? refused(`Năm trong “${text}” chỉ có hai chữ số. Hãy ghi đủ bốn chữ số, ví dụ 05/09/2026.`)
      : refused(`“${text.slice(0, 40)}” không phải ngày tháng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 05/09/2026.`);
  }
  const day = written ? dayFrom(Number(written[4]), Number(written[3]), Number(written[1])) : dayFrom(Number(iso![1]), Number(iso![2]), Number(iso![3]));
  return day === undefined ? refused(`Ngày “${text}” không có trong lịch. Hãy kiểm tra ngày và tháng.`) : read(day);
}

/** A number from a number or from Vietnamese writing: "1.250", "1.234,5", "1250". What could mean two numbers is refused. */
export function numberOf(cell: Cell | undefined): Reading<number> {
  if (!cell || cell.kind === 'EMPTY') return read<number>(null);
  const problem = problemOf(cell);
  if (problem !== null) return refused(problem);
  if (cell.kind === 'NUMBER') return isExact(cell.value) ? read(cell.value) : refused('Số quá lớn. Hãy kiểm tra lại.');
  if (cell.kind !== 'TEXT') return refused('Ô không phải số. Hãy ghi bằng chữ số, ví dụ 1.250 hoặc 1250.');
  const text = tidied(cell.value);
  if (text === '') return read<number>(null);
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) {
    return refused(`“${text}” có thể hiểu là hai số khác nhau. Hãy ghi ${text.replace(',', '.')} nếu là hàng nghìn, hoặc ${text}0 nếu là số thập phân.`);
  }
  if (!/^-?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?$/.test(text)) {
    return refused(`“${text.slice(0, 40)}” không đọc được là số. Hãy ghi theo kiểu Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 1.234,5.`);
  }
  const value = Number(text.replaceAll('.', '').replace(',', '.'));
  return isExact(value) ? read(value) : refused('Số quá lớn. Hãy kiểm tra lại.');
}
