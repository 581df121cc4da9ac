import { writtenDay } from '../graphql/check.js';
import { dayOf, numberOf, textOf, type Cell, type Reading } from '../workbook/cell.js';
import { nearest, plainOf, type Lists } from './import.lists.js';

/** Reads one cell, or says what is wrong with it and how to mend it. */
export type Parser = (cell: Cell | undefined, lists: Lists) => Reading<unknown>;
/** What may stand in a cell, with what it means. */
export type Words = readonly (readonly [word: string, code: string])[];

const refused = (problem: string): Reading<never> => ({ value: null, problem });
const given = <T>(value: T): Reading<T> => ({ value, problem: null });
const number = new Intl.NumberFormat('vi-VN');
const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** What a piece of a list says, or nothing. */
const codeOf = (text: string, words: Words): string | undefined => {
  const plain = plainOf(text);
  return words.find(([word, code]) => plainOf(word) === plain || code === text.trim().toUpperCase())?.[1];
};
/** One word a meaning, the first. */
export const picks = (words: Words): string[] => words.filter(([, code], at) => words.findIndex(other => other[1] === code) === at).map(([word]) => word);
const listed = (words: Words): string => picks(words).map(word => `“${word}”`).join(', ');

export const text = (most: number): Parser => cell => {
  const read = textOf(cell);
  return read.value !== null && read.value.length > most ? refused(`Dài ${number.format(read.value.length)} ký tự, nhiều nhất ${number.format(most)}. Hãy rút gọn.`) : read;
};

/** A household's code as lists write it. */
export const code: Parser = cell => {
  const read = textOf(cell);
  return read.value !== null && !/^[\p{L}\d][\p{L}\d./_-]{0,39}$/u.test(read.value) ? refused(`Mã “${cut(read.value)}” không hợp lệ. Mã chỉ gồm chữ, số và dấu . / - _, nhiều nhất 40 ký tự.`) : read;
};

export const personName: Parser = cell => {
  const read = textOf(cell);
  if (read.value === null) return read;
  if (read.value.length > 120) return refused(`Dài ${read.value.length} ký tự, nhiều nhất 120. Hãy rút gọn.`);
  return /\d/.test(read.value) ? refused(`Họ tên “${cut(read.value)}” có chữ số. Hãy ghi đúng họ và tên.`) : read;
};

export const choice = (words: (lists: Lists) => Words, what: string): Parser => (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const among = words(lists), found = codeOf(read.value, among);
  return found === undefined ? refused(`${what} “${cut(read.value)}” không có trong danh mục. Hãy chọn một trong: ${listed(among)}.`) : given(found);
};

/** Several choices between ; or line breaks. */
export const choices = (words: (lists: Lists) => Words, what: string): Parser => (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const among = words(lists), found: string[] = [];
  for (const piece of read.value.split(';').map(one => one.trim()).filter(Boolean)) {
    const one = codeOf(piece, among);
    if (one === undefined) return refused(`${what} “${cut(piece)}” không có trong danh mục. Gần giống: ${nearest(piece, picks(among)).map(word => `“${word}”`).join(', ')}. Ngăn các mục bằng dấu chấm phẩy.`);
    found.push(one);
  }
  return given([...new Set(found)]);
};

const yes = new Set(['x', 'co', '1', 'dung', 'v', 'true']), no = new Set(['khong', '0', 'sai', 'k', 'false']);
export const tick: Parser = cell => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const plain = plainOf(read.value);
  return yes.has(plain) ? given(true) : no.has(plain) ? given(false) : refused(`“${cut(read.value)}” không rõ có hay không. Hãy ghi x nếu có, Không nếu không.`);
};

/** A day not after today, unless it is planned. */
export const day = (rule: { readonly from?: string; readonly mayBeAhead?: boolean } = {}): Parser => (cell, lists) => {
  const read = dayOf(cell), from = rule.from ?? '1990-01-01', to = rule.mayBeAhead ? '2035-12-31' : lists.today;
  return read.value !== null && (read.value < from || read.value > to) ? refused(`Ngày ${writtenDay(read.value)} nằm ngoài khoảng ${writtenDay(from)} – ${writtenDay(to)}. Hãy kiểm tra lại.`) : read;
};

export const whole = (least: number, most: number): Parser => cell => {
  const read = numberOf(cell);
  if (read.value === null) return read;
  if (!Number.isInteger(read.value)) return refused(`Phải là số nguyên, đang ghi ${String(read.value).replace('.', ',')}.`);
  return read.value < least || read.value > most ? refused(`Số ${number.format(read.value)} nằm ngoài khoảng ${number.format(least)} – ${number.format(most)}. Hãy kiểm tra lại.`) : read;
};

/** A year that may stand as 1975 or be read from a day. */
export const year = (least: number): Parser => (cell, lists) => {
  const to = Number(lists.today.slice(0, 4));
  const read = cell?.kind === 'DATE' ? given(Number(cell.value.slice(0, 4))) : numberOf(cell);
  if (read.value === null) return read;
  return !Number.isInteger(read.value) || read.value < least || read.value > to ? refused(`Năm ${read.value} không hợp lệ. Hãy ghi năm từ ${least} đến ${to}.`) : read;
};

/** Its value is never repeated in a message: it is a paper's. */
export const idNumber: Parser = cell => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const digits = read.value.replace(/[\s.]/g, '');
  return /^\d{12}$/.test(digits) ? given(digits) : refused('Số định danh phải đủ 12 chữ số. Hãy định dạng ô là Văn bản (Text) rồi gõ lại, kể cả số 0 ở đầu.');
};

export const insuranceNumber: Parser = cell => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const written = read.value.replace(/\s/g, '').toUpperCase();
  return /^([A-Z]{2}\d{13}|\d{10})$/.test(written) ? given(written) : refused('Số thẻ bảo hiểm y tế phải gồm 15 ký tự (hai chữ cái, 13 chữ số) hoặc 10 chữ số.');
};

export const village: Parser = (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const plain = plainOf(read.value), bare = (name: string): string => plainOf(name).replace(/^(thon|ban|to dan pho|to|khu pho|xom|lang) /, '');
  const exact = lists.villages.filter(one => one.code === read.value || plainOf(one.name) === plain);
  const found = exact.length > 0 ? exact : lists.villages.filter(one => bare(one.name) === bare(read.value!));
  if (found.length === 1) return given(found[0]!);
  if (found.length > 1) return refused(`Có ${found.length} thôn tên “${cut(read.value)}”. Hãy ghi mã thôn: ${found.map(one => one.code).join(', ')}.`);
  const like = nearest(read.value, lists.villages.map(one => one.name));
  return refused(`Thôn “${cut(read.value)}” không có trong danh mục thôn của xã. Gần giống: ${like.map(name => `“${name}”`).join(', ')}. Hãy chọn đúng tên.`);
};

/** By name or by the code of the General Statistics Office. */
export const ethnicity: Parser = (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const plain = plainOf(read.value).replace(/^dan toc /, ''), other: Record<string, string> = { hmong: '08', meo: '08', 'h mong': '08', man: '09' };
  const padded = /^\d$/.test(plain) ? `0${plain}` : plain;
  const found = lists.ethnicGroups.find(one => one.code === padded || plainOf(one.name) === plain) ?? lists.ethnicGroups.find(one => one.code === other[plain]);
  return found ? given(found.code) : refused(`Dân tộc “${cut(read.value)}” không có trong danh mục. Gần giống: ${nearest(read.value, lists.ethnicGroups.map(one => one.name)).map(name => `“${name}”`).join(', ')}. Ghi tên hoặc mã hai chữ số.`);
};

export interface CommuneGiven { readonly id: number; readonly code: string; readonly note: string | null }

/** A code of today, or one of before July 2025, which is said. A commune names itself and no other. */
export const commune: Parser = (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const written = /^\d{4}$/.test(read.value) ? `0${read.value}` : read.value;
  const old = lists.oldCommunes.get(written), found = lists.communes.get(old?.newCode ?? written);
  if (!found) return refused(`Mã xã “${cut(read.value)}” không có trong danh mục. Hãy ghi mã năm chữ số của xã, phường hiện nay.`);
  if (lists.isCommune && found.code !== lists.ownCode) return refused(`Mã xã “${written}” là của ${found.name}, không phải của đơn vị bạn. Hãy bỏ dòng này hoặc sửa mã xã.`);
  return given<CommuneGiven>({ id: found.id, code: found.code, note: old ? `Mã xã cũ ${written} (${old.oldName}) được chuyển thành ${found.code} (${found.name}).` : null });
};
