import { open as openFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { type Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { piecesOf } from './markup.js';
import { WorkbookRefused, type WorkbookLimits } from './refused.js';

/** The parts of an office file, whose sizes, names and overlaps have been checked; a part inflates to no more than it declares. */
export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  sizeOf(name: string): number;
  /** Throws WorkbookRefused when there is no such part. */
  stream(name: string): Promise<Readable>;
  text(name: string): Promise<string>;
  close(): void;
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const megabyte = 2 ** 20;

/** Refuses by the first bytes what is no zip archive. */
function admitBeginning(beginning: Buffer, whole: () => Promise<Buffer>): Promise<void> | undefined {
  if (beginning.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return undefined;
  if (!beginning.subarray(0, 8).equals(compound)) throw new WorkbookRefused('NOT_WORKBOOK', 'first bytes');
  return whole().then(bytes => {
    // An encrypted workbook is a compound file with this stream; names in its directory are UTF-16.
    throw new WorkbookRefused(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'ENCRYPTED' : 'OLD_EXCEL');
  });
}

async function admitSource(source: string | Buffer, limits: WorkbookLimits): Promise<void> {
  if (typeof source !== 'string') {
    if (source.length === 0) throw new WorkbookRefused('EMPTY_FILE');
    if (source.length > limits.fileBytes) throw new WorkbookRefused('TOO_LARGE');
    await admitBeginning(source.subarray(0, 8), () => Promise.resolve(source));
    return;
  }
  const file = await openFile(source);
  try {
    const { size } = await file.stat();
    if (size === 0) throw new WorkbookRefused('EMPTY_FILE');
    if (size > limits.fileBytes) throw new WorkbookRefused('TOO_LARGE');
    const beginning = Buffer.alloc(8);
    await file.read(beginning, 0, 8, 0);
    await admitBeginning(beginning, () => file.readFile());
  } finally {
    await file.close();
  }
}

function admitEntry(entry: Entry, limits: WorkbookLimits): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new WorkbookRefused('ENCRYPTED');
  if (!entry.canDecodeFileData()) throw new WorkbookRefused('DAMAGED', 'compression method');
  if (fileName.length > 255 || /[\u0000-\u001f\u007f]|(^|\/)\.{1,2}(\/|$)/.test(fileName)) throw new WorkbookRefused('UNSAFE_PATH');
  if (uncompressedSize > limits.inflatedBytes) throw new WorkbookRefused('BOMB', 'declared size');
  if (uncompressedSize > megabyte && uncompressedSize > compressedSize * limits.ratio) throw new WorkbookRefused('BOMB', 'ratio');
  if (/vbaproject|(^|\/)(macrosheets|dialogsheets)\//i.test(fileName)) throw new WorkbookRefused('MACROS');
  if (/(^|\/)(embeddings|activeX)\/|\.(zip|7z|rar|gz|tar|cab|xlsx|xlsm|xlsb|xls|docx?|exe|dll|js|vbs|bat|cmd|ps1|jar|lnk)$/i.test(fileName)) throw new WorkbookRefused('EMBEDDED');
}

/** Bombs let many entries share the same bytes. */
function admitLayout(entries: readonly Entry[], limits: WorkbookLimits): void {
  const inOrder = [...entries].sort((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  let free = 0;
  let inflated = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < free) throw new WorkbookRefused('BOMB', 'overlapping entries');
    free = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
    inflated += entry.uncompressedSize;
  }
  if (inflated > limits.inflatedBytes) throw new WorkbookRefused('BOMB', 'inflated size');
}

function refusalOf(error: Error): WorkbookRefused {
  if (error instanceof WorkbookRefused) return error;
  return new WorkbookRefused(/relative path|absolute path|invalid characters/.test(error.message) ? 'UNSAFE_PATH' : 'DAMAGED', `zip: ${error.message}`);
}

async function entriesOf(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new WorkbookRefused('BOMB', 'entries');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    admitEntry(entry, limits);
    // Names of parts are compared without regard to case.
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) throw new WorkbookRefused('UNSAFE_PATH', 'the same name twice');
    entries.set(key, entry);
  }
  admitLayout([...entries.values()], limits);
  return entries;
}

/** A path or the bytes. Throws WorkbookRefused for all that the limits or the zip forbid, before anything is inflated. */
export async function openPackage(source: string | Buffer, limits: WorkbookLimits): Promise<Package> {
  await admitSource(source, limits);
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  const opened = typeof source === 'string' ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options);
  const zip = await opened.catch((error: Error) => Promise.reject(refusalOf(error)));
  zip.on('error', () => zip.close());
  const entries = await entriesOf(zip, limits).catch((error: Error) => {
    zip.close();
    throw refusalOf(error);
  });
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw new WorkbookRefused('DAMAGED', 'a part is missing');
    return entry;
  };
  const stream = (name: string): Promise<Readable> =>
    zip.openReadStreamPromise(entryOf(name)).catch((error: Error) => Promise.reject(refusalOf(error)));
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: name => entries.has(name.toLowerCase()),
    sizeOf: name => entryOf(name).uncompressedSize,
    stream,
    text: async name => {
      let text = '';
      for await (const piece of piecesOf(await stream(name))) text += piece;
      return text;
    },
    close: () => zip.close(),
  };
}

/** A relationship's target, relative to the folder of the part that names it, as the name of a part. */
export const partOf = (from: string, target: string): string => (target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target));

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels" */
export const relationshipsOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
