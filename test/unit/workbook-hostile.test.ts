import { describe, expect, it } from '@jest/globals';
import { partsOf, refusalOf, sheetOf, withDirectory, zipped } from '../support/workbook-files.js';

const sheet1 = 'xl/worksheets/sheet1.xml';
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const plain = partsOf(sheetOf(cell));
const compound = (text: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')]);

describe('a file that is no workbook', () => {
  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'EMPTY_FILE'],
    ['a renamed program', Buffer.from('MZ\x90\x00\x03'), 'NOT_WORKBOOK'],
    ['a CSV file', Buffer.from('Mã hộ;Chủ hộ\n1;A'), 'NOT_WORKBOOK'],
    ['a page', Buffer.from('<html><table></table></html>'), 'NOT_WORKBOOK'],
    ['an old .xls', compound('Workbook'), 'OLD_EXCEL'],
    ['a workbook with a password', compound('EncryptedPackage'), 'ENCRYPTED'],
    ['the beginning of an archive', Buffer.from('PK\x03\x04'), 'DAMAGED'],
  ])('refuses %s', async (_, file, code) => expect(await refusalOf(file)).toBe(code));

  it('refuses a Word document, an archive and a workbook with macros', async () => {
    const word = { ...plain, '[Content_Types].xml': String(plain['[Content_Types].xml']).replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main') };
    expect(await refusalOf(await zipped(word))).toBe('NOT_WORKBOOK');
    expect(await refusalOf(await zipped({ 'a.txt': 'a' }))).toBe('NOT_WORKBOOK');
    expect(await refusalOf(await zipped({ ...plain, 'xl/vbaProject.bin': 'x' }))).toBe('MACROS');
    const macro = { ...plain, '[Content_Types].xml': String(plain['[Content_Types].xml']).replace(/application\/vnd[^"]*main\+xml/, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml') };
    expect(await refusalOf(await zipped(macro))).toBe('MACROS');
  });

  it('refuses a truncated file wherever it was cut', async () => {
    const whole = await zipped(plain);
    for (const part of [0.2, 0.5, 0.9, 0.99]) expect(await refusalOf(whole.subarray(0, whole.length * part))).toBe('DAMAGED');
    expect(await refusalOf(whole)).toBe('taken');
  });

  it('refuses a file above the limit', async () => expect(await refusalOf(await zipped(plain), { fileBytes: 500 })).toBe('TOO_LARGE'));
});

describe('a bomb', () => {
  it('is refused by its declared size, its ratio and the number of its entries', async () => {
    const file = await zipped(plain);
    expect(await refusalOf(withDirectory(file, sheet1, 24, 2 ** 31, 4))).toBe('BOMB');
    const real = await zipped({ ...plain, [sheet1]: sheetOf(cell, ' '.repeat(3 * 2 ** 20)) });
    expect(real.length).toBeLessThan(3 * 2 ** 20 / 200);
    expect(await refusalOf(real)).toBe('BOMB');
    expect(await refusalOf(file, { entries: 5 })).toBe('BOMB');
    expect(await refusalOf(file, { inflatedBytes: 100 })).toBe('BOMB');
  });

  it('is refused when it inflates to more than it declares', async () => {
    const real = await zipped({ ...plain, [sheet1]: sheetOf(cell, ' '.repeat(3 * 2 ** 20)) });
    expect(await refusalOf(withDirectory(real, sheet1, 24, 1000, 4))).toBe('BOMB');
  });

  it('is refused when entries share their bytes or are archives', async () => {
    const file = await zipped({ ...plain, 'xl/a.xml': 'aaaa', 'xl/b.xml': 'aaaa' });
    expect(await refusalOf(withDirectory(file, 'xl/b.xml', 42, 0, 4))).toBe('BOMB');
    expect(await refusalOf(await zipped({ ...plain, 'xl/media/a.zip': 'PK' }))).toBe('EMBEDDED');
    expect(await refusalOf(await zipped({ ...plain, 'xl/embeddings/oleObject1.bin': 'x' }))).toBe('EMBEDDED');
  });
});

describe('tricks', () => {
  it('refuses paths that lead out and names that come twice', async () => {
    const file = await zipped({ ...plain, 'aa/evil': 'x' });
    const renamed = (name: string): Buffer => Buffer.from(file.toString('latin1').replaceAll('aa/evil', name), 'latin1');
    expect(await refusalOf(renamed('../evil'))).toBe('UNSAFE_PATH');
    expect(await refusalOf(renamed('/a/evil'))).toBe('UNSAFE_PATH');
    expect(await refusalOf(renamed('aa\\evil'))).toBe('UNSAFE_PATH');
    expect(await refusalOf(await zipped({ ...plain, 'XL/Workbook.xml': 'x' }))).toBe('UNSAFE_PATH');
  });

  it('refuses encrypted entries', async () => expect(await refusalOf(withDirectory(await zipped(plain), sheet1, 8, 1, 2))).toBe('ENCRYPTED'));

  it.each<[string, string, string]>([
    ['entities of its own', `<!DOCTYPE a [<!ENTITY b "c">]>${sheetOf(cell)}`, 'UNSAFE_XML'],
    ['an entity from outside', `<!DOCTYPE a SYSTEM "file:///etc/passwd">${sheetOf(cell)}`, 'UNSAFE_XML'],
    ['an unknown entity', sheetOf('<row r="1"><c r="A1"><v>&b;</v></c></row>'), 'DAMAGED'],
    ['deep nesting', sheetOf('<a>'.repeat(100) + '</a>'.repeat(100)), 'UNSAFE_XML'],
    ['an unclosed element', sheetOf(cell).slice(0, -4), 'DAMAGED'],
    ['a row that comes again', sheetOf(cell + cell), 'DAMAGED'],
    ['a cell in another row', sheetOf('<row r="1"><c r="A2"><v>1</v></c></row>'), 'DAMAGED'],
    ['a shared text that is not there', sheetOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), 'DAMAGED'],
  ])('refuses a sheet with %s', async (_, xml, code) => expect(await refusalOf(await zipped(partsOf(xml)))).toBe(code));

  it('refuses too many rows, columns and merged cells', async () => {
    const rows = [1, 2, 3].map(no => `<row r="${no}"><c r="A${no}"><v>1</v></c><c r="C${no}"><v>1</v></c></row>`).join('');
    const file = await zipped(partsOf(sheetOf(rows, '', '<mergeCells><mergeCell ref="D1:E1"/><mergeCell ref="D2:E2"/></mergeCells>')));
    expect(await refusalOf(file, { rows: 2 })).toBe('TOO_MANY_ROWS');
    expect(await refusalOf(file, { columns: 2 })).toBe('TOO_MANY_COLUMNS');
    expect(await refusalOf(file, { merges: 1 })).toBe('TOO_MANY_MERGES');
    expect(await refusalOf(file, { rows: 3, columns: 3, merges: 2 })).toBe('taken');
  });
});
