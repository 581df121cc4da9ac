import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { addressOf, placeOf, rangeOf, type Range } from './address.js';
import { commentsOf, commentsXml, mostComments, shapeKey, shapesVml } from './annotate-comments.js';
import { annotatedSheet, type CellNote } from './annotate-sheet.js';
import { stylesOf, type NoteKind } from './annotate-styles.js';
import { readManifest, relationships } from './manifest.js';
import { escaped, xmlDeclaration } from './markup.js';
import { openPackage, relationshipsOf, type Package } from './package.js';
import { notesHeader, readWorkbook, type Sheet } from './read.js';
import { usualLimits, WorkbookRefused } from './refused.js';
import { officeRelationships, packageRelationships } from './write-parts.js';

export interface WorkbookNote {
  readonly sheet: string;
  /** "C12" */
  readonly address: string;
  readonly message: string;
  readonly kind: NoteKind;
}

type Content = string | (() => AsyncIterable<Buffer>);

/** By row, by column; several messages for a cell are one, an error outweighs a warning. */
function byCell(notes: readonly WorkbookNote[]): Map<number, Map<number, CellNote>> {
  const rows = new Map<number, Map<number, CellNote>>();
  for (const { address, message, kind } of notes) {
    const place = placeOf(address);
    if (!place) throw new RangeError(`no address: ${address}`);
    const cells = rows.get(place.row) ?? new Map<number, CellNote>();
    rows.set(place.row, cells);
    const known = cells.get(place.column);
    cells.set(place.column, known ? { kind: known.kind === 'ERROR' ? 'ERROR' : kind, message: `${known.message}\n${message}` } : { kind, message });
  }
  return rows;
}

/** Where a comment may stand: of merged cells only the first one has any. */
function commentsAt(rows: ReadonlyMap<number, ReadonlyMap<number, CellNote>>, merged: readonly string[]): Map<string, CellNote> {
  const ranges = merged.map(rangeOf).filter((range): range is Range => range !== undefined), cells = new Map<string, CellNote>();
  for (const [row, inRow] of rows) for (const [column, note] of inRow) {
    const range = ranges.find(({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column);
    const address = range ? addressOf(range.from.column, range.from.row) : addressOf(column, row), known = cells.get(address);
    const message = address === addressOf(column, row) ? note.message : `${addressOf(column, row)}: ${note.message}`;
    cells.set(address, known ? { kind: known.kind === 'ERROR' ? 'ERROR' : note.kind, message: `${known.message}\n${message}` } : { kind: note.kind, message });
  }
  return cells;
}

const beforeEnd = (xml: string, name: string, more: string): string => {
  const end = xml.lastIndexOf(`</${name}>`);
  if (end === -1) throw new WorkbookRefused('DAMAGED', name);
  return xml.slice(0, end) + more + xml.slice(end);
};

const emptyRelationships = `${xmlDeclaration}<Relationships xmlns="${packageRelationships}"></Relationships>`;

/** Comments, their shapes and the relationships to them; gives the id of a relationship that the sheet has to name. */
async function annotateComments(parts: Package, sheetPart: string, at: number, cells: ReadonlyMap<string, CellNote>, changed: Map<string, Content>, types: string[]): Promise<string | null> {
  const related = await relationships(parts, sheetPart);
  const known = related.find(({ type }) => type === 'comments');
  const drawn = related.find(({ type }) => type === 'vmlDrawing');
  const { others, ours } = known ? await commentsOf(await parts.stream(known.part)) : { others: [], ours: new Set<string>() };
  const taken = new Set(others.map(({ attributes }) => attributes.ref));
  const added = new Map([...cells].filter(([address]) => !taken.has(address)).slice(0, mostComments));
  const commentsPart = known?.part ?? `xl/commentsGhiChu${at + 1}.xml`;
  const shapesPart = drawn?.part ?? `xl/drawings/vmlGhiChu${at + 1}.vml`;
  changed.set(commentsPart, commentsXml(others, added));
  changed.set(shapesPart, shapesVml(drawn ? await parts.text(drawn.part) : null, new Set([...ours].map(shapeKey)), [...added.keys()]));
  const relative = (part: string): string => escaped(posix.relative(posix.dirname(sheetPart), part));
  const file = relationshipsOf(sheetPart);
  let xml = parts.has(file) ? (await parts.text(file)).replace(/<Relationships([^>]*)\/>\s*$/, '<Relationships$1></Relationships>') : emptyRelationships;
  if (!known) {
    xml = beforeEnd(xml, 'Relationships', `<Relationship Id="rIdGhiChu1" Type="${officeRelationships}/comments" Target="${relative(commentsPart)}"/>`);
    types.push(`<Override PartName="/${escaped(commentsPart)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`);
  }
  if (!drawn) xml = beforeEnd(xml, 'Relationships', `<Relationship Id="rIdGhiChu2" Type="${officeRelationships}/vmlDrawing" Target="${relative(shapesPart)}"/>`);
  changed.set(file, xml);
  return drawn ? null : 'rIdGhiChu2';
}

async function packed(parts: Package, changed: ReadonlyMap<string, Content>, last: string): Promise<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const failed = (error: Error): void => void output.destroy(error);
  zip.on('error', failed);
  const names = [...new Set([...parts.names, ...changed.keys()])].filter(name => !name.endsWith('/') && name !== last);
  for (const name of [...names, last]) {
    const content = changed.get(name);
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name);
    else {
      zip.addReadStreamLazy(name, give => {
        const stream = content ? Promise.resolve(Readable.from(content(), { objectMode: false })) : parts.stream(name);
        stream.then(readable => give(null, readable.on('error', failed)), failed);
      });
    }
  }
  zip.end();
  return buffer(output);
}

/**
 * The same workbook with each message at its cell: a light red or yellow fill and a comment (a cell with a comment of its own
 * keeps that), and all messages of a row in a column "Lỗi cần sửa" at the right end, headed in `headerRow`. Marks of an
 * earlier annotation are replaced; every other part of the file is copied as it was. Throws WorkbookRefused for a file that is
 * not taken, RangeError for a sheet or an address that is not there.
 */
export async function annotateWorkbook(original: string | Buffer, notes: readonly WorkbookNote[], headerRow = 1): Promise<Buffer> {
  const read = await readWorkbook(original);
  read.close();
  const parts = await openPackage(original, usualLimits);
  try {
    const manifest = await readManifest(parts, usualLimits);
    const { stylesPart } = manifest;
    if (stylesPart === undefined) throw new WorkbookRefused('DAMAGED', 'no styles');
    const unknown = notes.find(({ sheet }) => !manifest.sheets.some(({ name }) => name === sheet));
    if (unknown) throw new RangeError(`no sheet ${unknown.sheet}`);
    const styles = await stylesOf(() => parts.stream(stylesPart));
    const changed = new Map<string, Content>();
    const types: string[] = [];
    for (const [at, { name, part }] of manifest.sheets.entries()) {
      const sheet = read.sheets[at] as Sheet;
      const rows = byCell(notes.filter(note => note.sheet === name));
      if (rows.size === 0 && sheet.notesColumn === null) continue;
      const lastNoted = Math.max(0, ...[...rows.values()].map(cells => Math.max(...cells.keys())));
      const notesColumn = sheet.notesColumn ?? Math.max(sheet.lastColumn, lastNoted) + 1;
      const drawing = await annotateComments(parts, part, at, commentsAt(rows, sheet.merged), changed, types);
      changed.set(part, () => readStream(parts, part, stream => annotatedSheet(stream, { rows, headerRow, header: notesHeader, notesColumn, drawing }, styles)));
    }
    let contentTypes = await parts.text('[Content_Types].xml');
    if (!/Extension="vml"/i.test(contentTypes)) types.unshift('<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>');
    contentTypes = beforeEnd(contentTypes, 'Types', types.join(''));
    changed.set('[Content_Types].xml', contentTypes);
    // Styles come last: the sheets, as they are written, say which they need.
    changed.set(stylesPart, () => readStream(parts, stylesPart, stream => styles.rewrite(stream)));
    return await packed(parts, changed, stylesPart);
  } finally {
    parts.close();
  }
}

async function* readStream(parts: Package, name: string, pass: (stream: Readable) => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* pass(await parts.stream(name));
}
