import { describe, expect, it } from '@jest/globals';
import { dayOf, numberOf, textOf, type Cell } from '../../server/workbook/cell.js';
import { readWorkbook } from '../../server/workbook/read.js';
import { dayOfSerial } from '../../server/workbook/sheet-parser.js';
import { partsOf, rowsIn, sheetOf, zipped } from '../support/workbook-files.js';

const where = { address: 'C12', column: 3, isFormula: false, merged: null };
const text = (value: string): Cell => ({ ...where, kind: 'TEXT', value });
const number = (value: number): Cell => ({ ...where, kind: 'NUMBER', value });

describe('days', () => {
  it.each([['05/09/2026', '2026-09-05'], ['5/9/2026', '2026-09-05'], ['05-09-2026', '2026-09-05'], ['5.9.2026', '2026-09-05'], ['2026-09-05', '2026-09-05'], [' 29/02/2024\u00a0', '2024-02-29']])(
    'reads %s',
    (written, day) => expect(dayOf(text(written))).toEqual({ value: day, problem: null }),
  );
  it.each([['31/02/2026', 'không có trong lịch'], ['29/02/2025', 'không có trong lịch'], ['05/13/2026', 'không có trong lịch'], ['5/9/26', 'hai chữ số'], ['5/9-2026', 'không phải ngày'], ['1985', 'không phải ngày'], ['mai', 'không phải ngày']])(
    'refuses %s',
    (written, problem) => expect(dayOf(text(written)).problem).toContain(problem),
  );
  it('takes empty text as empty and a number as no day', () => {
    expect(dayOf(text('  '))).toEqual({ value: null, problem: null });
    expect(dayOf(undefined)).toEqual({ value: null, problem: null });
    expect(dayOf(number(1985)).problem).toContain('không phải ngày');
  });
  it.each<[number, boolean, string | undefined]>([[1, false, '1900-01-01'], [59, false, '1900-02-28'], [60, false, undefined], [61, false, '1900-03-01'], [46_270.75, false, '2026-09-05'], [0, true, '1904-01-01'], [44_808, true, '2026-09-05'], [3_000_000, false, undefined]])(
    'reads the serial %s, 1904: %s',
    (serial, is1904, day) => expect(dayOfSerial(serial, is1904)).toBe(day),
  );
});

describe('numbers', () => {
  it.each([['1.250', 1250], ['1.234,5', 1234.5], ['1250', 1250], ['0,5', 0.5], ['-1.234.567', -1234567], ['12,75', 12.75], ['0', 0], ['1250,125', 1250.125]])('reads %s', (written, value) =>
    expect(numberOf(text(written))).toEqual({ value, problem: null }),
  );
  it.each(['1,250', '1.5', '1,234.5', '1,234,567', '0.125', '1 250', '1e5', '12%', '5 triệu', '--1', '1.25.000', '１２'])('refuses %s', written =>
    expect(numberOf(text(written)).problem).toContain(`“${written}”`),
  );
});

describe('text', () => {
  it('is composed, trimmed and has single spaces', () => {
    expect(textOf(text('  Nguyê\u0303n\u00a0 Thị\n Hô\u0300ng\u200b '))).toEqual({ value: 'Nguyễn Thị Hồng', problem: null });
  });
  it.each(['a\u0000b', 'a\u0007', 'a\u202eb', 'a\ud800'])('refuses control characters (%#)', value => expect(textOf(text(value)).problem).toContain('ký tự điều khiển'));
  it('is made of numbers that Excel kept whole', () => {
    expect(textOf(number(79_123_456_789))).toEqual({ value: '79123456789', problem: null });
    expect(textOf(number(1.5)).value).toBe('1,5');
    expect(textOf(number(1e15)).problem).toContain('Văn bản');
  });
});

describe('a sheet with wrong cells', () => {
  const rows =
    '<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><r><t>Mã </t></r><r><t>hộ</t></r><rPh><t>x</t></rPh></is></c></row>' +
    '<row r="3"><c r="A3" s="1"><v>46270</v></c><c r="B3"><f>A3*2</f><v>7</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"/><c r="F3" s="2"><v>0.5</v></c></row>' +
    '<row r="4"><c r="A4" t="inlineStr"><is><t>a_x0000_b</t></is></c><c r="B4" t="str"><v>x</v></c></row>';
  const file = zipped(
    partsOf(sheetOf(rows, '<cols><col min="2" max="2" hidden="1"/></cols>', '<mergeCells><mergeCell ref="A4:B4"/></mergeCells>'), { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
  );

  it('is told cell by cell', async () => {
    const [head, third, fourth] = await rowsIn(await file);
    expect(head).toEqual({ no: 1, isHidden: true, cells: [{ address: 'A1', column: 1, isFormula: false, merged: null, kind: 'TEXT', value: 'Mã hộ' }] });
    expect(third!.cells.map(({ address, kind, value, isFormula }) => [address, kind, value, isFormula])).toEqual([
      ['A3', 'DATE', '2026-09-05', false],
      ['B3', 'NUMBER', 7, true],
      ['C3', 'ERROR', '#N/A', false],
      ['D3', 'BOOLEAN', true, false],
      ['F3', 'NUMBER', 0.5, false],
    ]);
    expect(third!.cells.map(one => textOf(one).problem?.slice(0, 20))).toEqual([undefined, 'Ô chứa công thức nên', 'Ô báo lỗi #N/A. Hãy ', undefined, undefined]);
    expect(fourth!.cells.map(({ merged }) => merged)).toEqual(['A4:B4', 'A4:B4']);
    expect(textOf(fourth!.cells[0]).problem).toContain('A4:B4');
  });

  it('is told as a whole', async () => {
    const workbook = await readWorkbook(await file);
    expect(workbook.hasExternalLinks).toBe(true);
    expect(workbook.sheets).toEqual([
      {
        name: 'Hộ', state: 'VISIBLE', rowCount: 3, lastRow: 4, lastColumn: 6, formulaCount: 1,
        merged: ['A4:B4'], hiddenRows: [1], hiddenColumns: [2], notesColumn: null,
      },
    ]);
    expect(() => workbook.rows('Khác')).toThrow(RangeError);
    workbook.close();
  });
});
