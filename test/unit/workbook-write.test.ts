import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { annotateWorkbook } from '../../server/workbook/annotate.js';
import { usualLimits } from '../../server/workbook/refused.js';
import { openPackage } from '../../server/workbook/package.js';
import { readWorkbook } from '../../server/workbook/read.js';
import { choicesSheet, writeWorkbook, type SheetPlan } from '../../server/workbook/write.js';
import { partsOf, rowsIn, sheetOf, zipped } from '../support/workbook-files.js';

async function written(...sheets: SheetPlan[]): Promise<Buffer> {
  const stream = new PassThrough();
  const [file] = await Promise.all([buffer(stream), writeWorkbook(stream, sheets)]);
  return file;
}

async function part(file: Buffer, name: string): Promise<string> {
  const parts = await openPackage(file, usualLimits);
  return parts.text(name);
}

const valuesIn = async (file: Buffer): Promise<unknown[][]> => (await rowsIn(file)).map(({ cells }) => cells.map(({ value }) => value));

const plan: SheetPlan = {
  name: 'Hộ',
  columns: [
    { header: 'Chủ hộ', kind: 'TEXT', width: 30 },
    { header: 'Ngày', kind: 'DATE' },
    { header: 'Thu nhập', kind: 'WHOLE' },
    { header: 'Loại', kind: 'TEXT', choices: ['Hộ nghèo', 'Hộ cận nghèo, mới'] },
    { header: 'Phiên bản', kind: 'WHOLE', isHidden: true },
  ],
  rows: [
    ['Nguyễn Thị Hồng', '2026-09-05', 1250000, 'Hộ nghèo', 3],
    ['=1+1', '1890-02-01', 0.5, null, 4],
    ['-@\t\r\n  hai  dòng & <b>"_x0041_\u0001', null, -1, null, 5],
  ],
};

describe('a written workbook', () => {
  it('says what was written', async () => {
    expect(await valuesIn(await written(plan))).toEqual([
      ['Chủ hộ', 'Ngày', 'Thu nhập', 'Loại', 'Phiên bản'],
      ['Nguyễn Thị Hồng', '2026-09-05', 1250000, 'Hộ nghèo', 3],
      ['=1+1', '01/02/1890', 0.5, 4],
      ['-@\t\r\n  hai  dòng & <b>"_x0041_\u0001', -1, 5],
    ]);
  });

  it('holds no formula; text that looks like one is quoted', async () => {
    const xml = await part(await written(plan), 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('<c r="A3" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(xml).toContain('<c r="A2" s="3" t="inlineStr">');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain(`<formula1>${choicesSheet}!$A$1:$A$2</formula1>`);
  });

  it('keeps its lists and versions out of sight', async () => {
    const workbook = await readWorkbook(await written(plan));
    expect(workbook.sheets.map(({ name, state, hiddenColumns }) => [name, state, hiddenColumns])).toEqual([['Hộ', 'VISIBLE', [5]], [choicesSheet, 'VERY_HIDDEN', []]]);
  });

  it('is refused for values that no cell holds', async () => {
    const column = [{ header: 'a', kind: 'DATE' as const }];
    await expect(written({ name: 'a', columns: column, rows: [['2026-02-31']] })).rejects.toThrow(RangeError);
    await expect(written({ name: 'a/b', columns: column, rows: [] })).rejects.toThrow(RangeError);
    await expect(written({ name: 'a', columns: column, rows: [[NaN]] })).rejects.toThrow(RangeError);
  });
});

describe('an annotated workbook', () => {
  const notes = [
    { sheet: 'Hộ', address: 'B2', message: 'Sai ngày', kind: 'ERROR' as const },
    { sheet: 'Hộ', address: 'C2', message: 'Thu nhập <cao>', kind: 'WARNING' as const },
    { sheet: 'Hộ', address: 'D3', message: 'Thiếu loại hộ', kind: 'ERROR' as const },
    { sheet: 'Hộ', address: 'A9', message: 'Dòng trống', kind: 'ERROR' as const },
  ];

  it('says what it said, and its own column is no data', async () => {
    const original = await written(plan);
    const annotated = await annotateWorkbook(original, notes);
    expect(await rowsIn(annotated)).toEqual(await rowsIn(original));
    const workbook = await readWorkbook(annotated);
    expect(workbook.sheets[0]).toMatchObject({ notesColumn: 6, lastColumn: 5, rowCount: 4 });
    const xml = await part(annotated, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<t xml:space="preserve">B2: Sai ngày&#10;C2: Thu nhập &lt;cao&gt;</t>');
    expect(xml).toContain('<row r="9"><c r="A9"');
    expect(xml).toContain('<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdGhiChu2"/></worksheet>');
    expect((await part(annotated, 'xl/commentsGhiChu1.xml')).match(/<comment /g)).toHaveLength(4);
    expect((await part(annotated, 'xl/drawings/vmlGhiChu1.vml')).match(/<v:shape /g)).toHaveLength(4);
  });

  it('is annotated again without anything doubled, and cleaned when nothing is wrong', async () => {
    const original = await written(plan);
    const once = await annotateWorkbook(original, notes);
    const again = await annotateWorkbook(once, notes.slice(0, 1));
    expect((await part(again, 'xl/commentsGhiChu1.xml')).match(/<comment /g)).toHaveLength(1);
    expect((await part(again, 'xl/drawings/vmlGhiChu1.vml')).match(/<v:shape /g)).toHaveLength(1);
    expect((await part(again, 'xl/worksheets/sheet1.xml')).match(/Lỗi cần sửa/g)).toHaveLength(1);
    expect((await part(again, '[Content_Types].xml')).match(/commentsGhiChu1/g)).toHaveLength(1);
    const clean = await annotateWorkbook(again, []);
    expect(await part(clean, 'xl/commentsGhiChu1.xml')).toContain('<commentList></commentList>');
    expect(await rowsIn(clean)).toEqual(await rowsIn(original));
  });

  it('adds its shapes to those of a program that declares no prefix for them', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const original = await zipped(partsOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>', '', `<legacyDrawing xmlns:r="${relation}" r:id="rId1"/>`), {
      'xl/drawings/a.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="theirs"/></xml>',
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/vmlDrawing" Target="../drawings/a.vml"/></Relationships>`,
    }));
    const vml = await part(await annotateWorkbook(original, [{ sheet: 'Hộ', address: 'A1', message: 'a', kind: 'ERROR' }]), 'xl/drawings/a.vml');
    expect(vml).toContain('<v:shape id="theirs"/>');
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', error => { throw error; });
    expect(() => parser.write(vml).close()).not.toThrow();
    expect(vml.match(/id="_x0000_t202"/g)).toHaveLength(1);
  });

  it('comments on merged cells at the first of them, since the others can have none', async () => {
    const original = await zipped(partsOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>', '', '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>')));
    const annotated = await annotateWorkbook(original, [{ sheet: 'Hộ', address: 'A1', message: 'gộp', kind: 'WARNING' }, { sheet: 'Hộ', address: 'A2', message: 'thiếu', kind: 'ERROR' }]);
    expect(await part(annotated, 'xl/commentsGhiChu1.xml')).toContain('<commentList><comment ref="A1" authorId="0"><text><r><t xml:space="preserve">gộp&#10;A2: thiếu</t></r></text></comment></commentList>');
    expect(await part(annotated, 'xl/worksheets/sheet1.xml')).toContain('<t xml:space="preserve">A2: thiếu</t>');
  });

  it('leaves parts that are not its own, and comments of people, as they were', async () => {
    const theirs =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Cán bộ</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Của tôi</t></text></comment></commentList></comments>';
    const original = await zipped(
      partsOf(sheetOf('<row r="1" spans="1:2"><c r="A1" s="2"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>', '<dimension ref="A1:B1"/><cols><col min="1" max="16384" width="9"/></cols>', '<tableParts count="0"/>'), {
        'xl/theme/theme1.xml': '<a:theme xmlns:a="b"/>',
        'xl/comments1.xml': theirs,
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
      }),
    );
    const annotated = await annotateWorkbook(original, [{ sheet: 'Hộ', address: 'A1', message: 'a', kind: 'WARNING' }, { sheet: 'Hộ', address: 'B1', message: 'b', kind: 'ERROR' }]);
    expect(await part(annotated, 'xl/theme/theme1.xml')).toBe('<a:theme xmlns:a="b"/>');
    const comments = await part(annotated, 'xl/comments1.xml');
    expect(comments).toContain('<comment ref="A1" authorId="1"><text><t>Của tôi</t></text></comment><comment ref="B1" authorId="0">');
    const xml = await part(annotated, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<f>A1</f>');
    expect(xml).toContain('<col min="1" max="2" width="9"/><col min="3" max="3" width="60" customWidth="1"/><col min="4" max="16384" width="9"/>');
    expect(xml).toMatch(/<legacyDrawing [^>]*\/><tableParts count="0"\/><\/worksheet>$/);
    expect(await part(annotated, 'xl/styles.xml')).toContain('<xf numFmtId="10" fillId="2" applyFill="1"><alignment horizontal="center"></alignment></xf>');
  });

  it('is refused for a sheet or an address that is not there', async () => {
    const file = await written(plan);
    await expect(annotateWorkbook(file, [{ ...notes[0]!, sheet: 'Khác' }])).rejects.toThrow(RangeError);
    await expect(annotateWorkbook(file, [{ ...notes[0]!, address: '2B' }])).rejects.toThrow(RangeError);
  });
});
