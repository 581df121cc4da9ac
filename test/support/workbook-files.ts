import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readWorkbook, type Row } from '../../server/workbook/read.js';
import { WorkbookRefused, type WorkbookLimits } from '../../server/workbook/refused.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook's parts by hand, as no well-behaved program would write them. */
export function partsOf(sheetXml: string, more: Readonly<Record<string, string | Buffer>> = {}): Record<string, string | Buffer> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet xmlns="${main}"><fills count="1"><fill><patternFill patternType="none"/></fill></fills><cellXfs count="3"><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"/>` +
      '<xf numFmtId="10" fillId="0"><alignment horizontal="center"/></xf></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  };
}

export const sheetOf = (rows: string, before = '', after = ''): string =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

export async function rowsIn(file: string | Buffer, sheet = 'Hộ'): Promise<Row[]> {
  const workbook = await readWorkbook(file);
  const rows: Row[] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  workbook.close();
  return rows;
}

/** The code with which a file is refused, or 'taken'. */
export async function refusalOf(file: string | Buffer, limits: Partial<WorkbookLimits> = {}): Promise<string> {
  try {
    (await readWorkbook(file, limits)).close();
    return 'taken';
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.code;
    throw error;
  }
}

/** Changes a number in the central directory's record of a part: 24 is the declared size, 8 the flags. */
export function withDirectory(file: Buffer, part: string, offset: number, value: number, bytes: 2 | 4): Buffer {
  const copy = Buffer.from(file);
  const signature = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = copy.indexOf(signature); at !== -1; at = copy.indexOf(signature, at + 4)) {
    if (copy.toString('utf8', at + 46, at + 46 + copy.readUInt16LE(at + 28)) === part) copy.writeUIntLE(value, at + offset, bytes);
  }
  return copy;
}
