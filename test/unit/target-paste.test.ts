import { beforeAll, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';

interface Unit { readonly id: string; readonly code: string; readonly name: string; readonly shortName: string }
interface Pasted { readonly cells: { unit: string; value: number | null }[]; readonly problems: { line: number; written: string; why: string; value?: number | null }[]; readonly skipped: string[] }
interface Paste { readNumber: (written: string) => number | null | undefined; readPaste: (text: string, units: readonly Unit[], from: number) => Pasted }

let paste: Paste;
/** The web's own text, as the browser runs it. */
beforeAll(async () => {
  const { code } = transformFileSync('web/src/routes/target/paste.ts', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
  paste = await import(`data:text/javascript,${encodeURIComponent(code)}`) as Paste;
});

const unit = (id: string, code: string, name: string, shortName = name.replace(/^(Xã|Phường) /, '')): Unit => ({ id, code, name, shortName });
const units = [unit('1', '02647', 'Phường Lào Cai'), unit('2', '02869', 'Xã Bản Liền'), unit('3', '02905', 'Xã Gia Phú'), unit('4', '09001', 'Xã Sa Pa'), unit('5', '09002', 'Phường Sa Pa'), unit('6', 'sgddt', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT')];
const read = (text: string, from = 0) => paste.readPaste(text, units, from);
const clean = { problems: [], skipped: [] };

describe('a number', () => {
  it.each([['1.234,5', 1234.5], ['3.000', 3000], ['3 000', 3000], ['3\u00A0000', 3000], ['12', 12], ['0', 0], ['99,5%', 99.5], ['1.234.567', 1234567], ["'15", 15], [' 7 ', 7], ['1,234', 1.234]])('%s is %d', (written, value) => {
    expect(paste.readNumber(written)).toBe(value);
  });
  it.each(['', '  ', '-', '–'])('"%s" is none', written => { expect(paste.readNumber(written)).toBeNull(); });
  it.each(['1.5', '1,234,567', '12 người', '1.23.456', '-5', '1e3', 'x', '=1+1', '#REF!'])('%s is not guessed at', written => { expect(paste.readNumber(written)).toBeUndefined(); });
});

describe('a column', () => {
  it('fills the rows from the one it was pasted into', () => {
    expect(read('30\n40\n', 1)).toEqual({ ...clean, cells: [{ unit: '2', value: 30 }, { unit: '3', value: 40 }] });
  });
  it('with an empty cell empties that unit\'s, and leaves out its heading', () => {
    expect(read('Chỉ tiêu\r\n1.250\r\n\r\n3')).toEqual({ problems: [], skipped: ['Chỉ tiêu'], cells: [{ unit: '1', value: 1250 }, { unit: '2', value: null }, { unit: '3', value: 3 }] });
  });
  it('past the last unit and what is no number are named', () => {
    expect(read('1\nnhiều\n3', 4)).toEqual({ skipped: [], cells: [{ unit: '5', value: 1 }], problems: [{ line: 2, written: 'Sở Giáo dục và Đào tạo: nhiều', why: 'NO_NUMBER' }, { line: 3, written: '3', why: 'TOO_MANY', value: 3 }] });
  });
});

describe('two columns and more', () => {
  it('find units by name without marks and case, with or without "xã", by the committee\'s name, by short name and by code', () => {
    expect(read('ban lien\t30\nXÃ GIA PHÚ\t40\nUBND phường Lào Cai\t5\nSở GD&ĐT\t7')).toEqual({ ...clean, cells: [{ unit: '2', value: 30 }, { unit: '3', value: 40 }, { unit: '1', value: 5 }, { unit: '6', value: 7 }] });
    expect(read('02869\t30\n2905\t40')).toEqual({ ...clean, cells: [{ unit: '2', value: 30 }, { unit: '3', value: 40 }] });
    expect(read('1\t02869\tXã Bản Liền\t1.030,5')).toEqual({ ...clean, cells: [{ unit: '2', value: 1030.5 }] });
  });
  it('leave out headings, totals and empty lines', () => {
    expect(read('Tên xã\tSố người\nBản Liền\t30\n\t\nTổng cộng\t3.000\nToàn tỉnh\t3.000')).toEqual({ problems: [], skipped: ['Tên xã', 'Tổng cộng', 'Toàn tỉnh'], cells: [{ unit: '2', value: 30 }] });
  });
  it('name what they cannot place, with its figure, and give it to nobody', () => {
    expect(read('Bản Liền\t30\nXã Bản Liên Hà\t10\nSa Pa\t9\nXã Sa Pa\t8\nbản liền\t31\nGia Phú\t1.5')).toEqual({
      skipped: [], cells: [{ unit: '2', value: 30 }, { unit: '4', value: 8 }],
      problems: [{ line: 2, written: 'Xã Bản Liên Hà', why: 'NO_UNIT', value: 10 }, { line: 3, written: 'Sa Pa', why: 'SEVERAL', value: 9 }, { line: 5, written: 'Xã Bản Liền', why: 'TWICE' }, { line: 6, written: 'Xã Gia Phú: 1.5', why: 'NO_NUMBER' }],
    });
  });
});
