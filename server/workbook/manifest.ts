import { WorkbookRefused, type WorkbookLimits } from './refused.js';
import { localOf, plainText, readMarkup, type Handlers } from './markup.js';
import { partOf, relationshipsOf, type Package } from './package.js';

export interface Relationship {
  readonly id: string;
  /** The end of the type's address: "worksheet", "styles". */
  readonly type: string;
  /** The name of a part; those outside the package are left out. */
  readonly part: string;
}

export type SheetState = 'VISIBLE' | 'HIDDEN' | 'VERY_HIDDEN';

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
}

export interface Manifest {
  readonly workbookPart: string;
  readonly stylesPart: string | undefined;
  readonly sharedTextsPart: string | undefined;
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly hasExternalLinks: boolean;
}

export async function readPart(parts: Package, name: string, handlers: Handlers): Promise<void> {
  await readMarkup(await parts.stream(name), handlers);
}

/** The relationships of a part to other parts; none when it has no such file. */
export async function relationships(parts: Package, from: string): Promise<Relationship[]> {
  const file = from === '' ? '_rels/.rels' : relationshipsOf(from);
  const found: Relationship[] = [];
  if (!parts.has(file)) return found;
  await readPart(parts, file, {
    open: ({ name, attributes: { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } }) => {
      if (localOf(name) !== 'Relationship' || mode === 'External') return;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: partOf(from, target) });
    },
  });
  return found;
}

async function admitType(parts: Package, workbookPart: string): Promise<void> {
  let type: string | undefined;
  let byExtension: string | undefined;
  await readPart(parts, '[Content_Types].xml', {
    open: ({ attributes: { PartName: part, Extension: extension, ContentType: content = '' } }) => {
      if (/macroEnabled|vbaProject/i.test(content)) throw new WorkbookRefused('MACROS');
      if (part?.toLowerCase() === `/${workbookPart}`.toLowerCase()) type = content;
      if (extension?.toLowerCase() === 'xml') byExtension = content;
    },
  });
  if (!/spreadsheetml\.(sheet|template)\.main\+xml$/.test(type ?? byExtension ?? '')) throw new WorkbookRefused('NOT_WORKBOOK', 'content type');
}

/** Throws WorkbookRefused when the package is no workbook of the .xlsx kind. */
export async function readManifest(parts: Package, limits: WorkbookLimits): Promise<Manifest> {
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) throw new WorkbookRefused('NOT_WORKBOOK', 'no content types');
  const workbookPart = (await relationships(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (workbookPart === undefined) throw new WorkbookRefused('NOT_WORKBOOK', 'no document');
  await admitType(parts, workbookPart);
  const related = await relationships(parts, workbookPart);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readPart(parts, workbookPart, {
    open: ({ name, attributes }) => {
      const local = localOf(name);
      if (local === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (local !== 'sheet') return;
      if (sheets.length >= limits.sheets) throw new WorkbookRefused('TOO_MANY_SHEETS');
      const id = Object.entries(attributes).find(([key]) => key !== 'id' && localOf(key) === 'id')?.[1];
      const target = related.find(relationship => relationship.id === id);
      // Charts have sheets of their own, which hold no cells.
      if (target && target.type !== 'worksheet') return;
      const state = ({ hidden: 'HIDDEN', veryHidden: 'VERY_HIDDEN' } as const)[attributes.state ?? ''] ?? 'VISIBLE';
      sheets.push({ name: plainText(attributes.name ?? ''), state, part: target?.part ?? '' });
    },
  });
  if (sheets.length === 0) throw new WorkbookRefused('DAMAGED', 'no sheet');
  for (const { part } of sheets) if (!parts.has(part)) throw new WorkbookRefused('DAMAGED', 'a sheet is missing');
  const one = (kind: string): string | undefined => related.find(({ type, part }) => type === kind && parts.has(part))?.part;
  return {
    workbookPart,
    sheets,
    is1904,
    stylesPart: one('styles'),
    sharedTextsPart: one('sharedStrings'),
    hasExternalLinks: parts.names.some(name => /^xl\/(externalLinks\/|connections\.xml$|queryTables\/)/i.test(name)),
  };
}

const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

// What is quoted, escaped or in brackets is no part of the date; a format with a day or a year shows a day.
const showsDay = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|General/gi, ''));

/** For each cell style whether it shows a day. */
export async function dayStyles(parts: Package, { stylesPart }: Manifest): Promise<boolean[]> {
  const days = new Set(builtInDays);
  const styles: boolean[] = [];
  let isInCells = false;
  if (stylesPart === undefined) return styles;
  await readPart(parts, stylesPart, {
    open: ({ name, attributes }) => {
      const local = localOf(name);
      if (local === 'cellXfs') isInCells = true;
      else if (local === 'numFmt' && showsDay(attributes.formatCode ?? '')) days.add(Number(attributes.numFmtId));
      else if (local === 'xf' && isInCells) styles.push(days.has(Number(attributes.numFmtId ?? 0)));
    },
    close: name => {
      if (localOf(name) === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/** The texts that cells point to, phonetic guides left out. */
export async function sharedTexts(parts: Package, { sharedTextsPart }: Manifest, limits: WorkbookLimits): Promise<string[]> {
  const texts: string[] = [];
  if (sharedTextsPart === undefined) return texts;
  if (parts.sizeOf(sharedTextsPart) > limits.sharedTextBytes) throw new WorkbookRefused('TOO_LARGE', 'shared texts');
  let text = '';
  let isWanted = false;
  let isGuide = false;
  await readPart(parts, sharedTextsPart, {
    open: ({ name }) => {
      const local = localOf(name);
      if (local === 'si') text = '';
      else if (local === 'rPh') isGuide = true;
      else if (local === 't') isWanted = !isGuide;
    },
    text: piece => {
      if (isWanted) text += piece;
    },
    close: name => {
      const local = localOf(name);
      if (local === 't') isWanted = false;
      else if (local === 'rPh') isGuide = false;
      else if (local === 'si') texts.push(plainText(text));
    },
  });
  return texts;
}
