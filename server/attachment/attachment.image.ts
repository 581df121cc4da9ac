/** What the head of an image says: its size in points, and whether it tells where it was taken. */
export interface ImageFacts { readonly width: number; readonly height: number; readonly tellsPlace: boolean }
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

interface Piece { readonly name: string; readonly from: number; readonly to: number }

/** A TIFF directory, as Exif is one: whether its first directory points to one about the place (tag 0x8825). */
function hasPlaceTag(tiff: Buffer): boolean {
  if (tiff.length < 8) return false;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = long(4), end = Math.min(first + 2 + short(first) * 12, tiff.length);
  for (let at = first + 2; at < end; at += 12) if (short(at) === 0x8825) return true;
  return false;
}

const exifMark = Buffer.from('Exif\0\0', 'latin1');

const longestNotes = 64 * 1024; // bytes: what a segment of JPEG holds
const mostNotes = 50; // no camera writes so many; who does wants them searched for long

/** Wherever it stands: phones hang a second picture with notes of its own behind the first. Notes by their directory, others by their words; too many count as telling. */
function saysPlace(bytes: Buffer): boolean {
  let notes = 0;
  for (let at = bytes.indexOf(exifMark); at >= 0; at = bytes.indexOf(exifMark, at + 1)) if (++notes > mostNotes || hasPlaceTag(bytes.subarray(at + exifMark.length, at + exifMark.length + longestNotes))) return true;
  return /GPSLatitude|GPSLongitude|GPSPosition|Raw profile type (exif|APP1|xmp)/.test(bytes.toString('latin1'));
}

/** Segments up to the picture itself; null when they do not follow one another. */
function segmentsOf(bytes: Buffer): Piece[] | null {
  const pieces: Piece[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === 0xff) { at++; continue; }
    const to = at + 2 + bytes.readUInt16BE(at + 2);
    pieces.push({ name: marker.toString(16), from: at + 4, to });
    if (marker === 0xda) return pieces;
    at = to;
  }
  return null;
}

/** Chunks of PNG (`isPng`) or of the RIFF that WebP is; null when one reaches beyond the end. */
function chunksOf(bytes: Buffer, isPng: boolean): Piece[] | null {
  const pieces: Piece[] = [];
  for (let at = isPng ? 8 : 12; at + 8 <= bytes.length;) {
    const size = isPng ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at + 4), from = at + 8;
    if (from + size > bytes.length) return null;
    pieces.push({ name: bytes.toString('latin1', isPng ? at + 4 : at, isPng ? at + 8 : at + 4), from, to: from + size });
    at = isPng ? from + size + 4 : from + size + (size % 2);
  }
  return pieces;
}

const frames = /^c[0-35-79a-bd-f]$/; // SOF markers of JPEG
const three = (bytes: Buffer, at: number): number => bytes.readUIntLE(at, 3) + 1;

function sizeOf(bytes: Buffer, type: ImageType, pieces: readonly Piece[]): { width: number; height: number } | null {
  const find = (name: RegExp, least: number): number | null => pieces.find(piece => name.test(piece.name) && piece.to - piece.from >= least && piece.to <= bytes.length)?.from ?? null;
  if (type === 'image/jpeg') { const at = find(frames, 6); return at === null ? null : { height: bytes.readUInt16BE(at + 1), width: bytes.readUInt16BE(at + 3) }; }
  if (type === 'image/png') { const at = find(/^IHDR$/, 13); return at === null ? null : { width: bytes.readUInt32BE(at), height: bytes.readUInt32BE(at + 4) }; }
  const extended = find(/^VP8X$/, 10), lossy = find(/^VP8 $/, 10), lossless = find(/^VP8L$/, 5);
  if (extended !== null) return { width: three(bytes, extended + 4), height: three(bytes, extended + 7) };
  if (lossy !== null) return { width: bytes.readUInt16LE(lossy + 6) & 0x3fff, height: bytes.readUInt16LE(lossy + 8) & 0x3fff };
  if (lossless === null) return null;
  const packed = bytes.readUInt32LE(lossless + 1);
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
}

/** The facts of a whole image, read from its own structure; null when that is broken. Reads no points. */
export function readImage(bytes: Buffer, type: ImageType): ImageFacts | null {
  const pieces = type === 'image/jpeg' ? segmentsOf(bytes) : chunksOf(bytes, type === 'image/png');
  const size = pieces && sizeOf(bytes, type, pieces);
  if (!pieces || !size || size.width === 0 || size.height === 0) return null;
  const notes = pieces.filter(({ name }) => /^(eXIf|EXIF)$/.test(name));
  return { ...size, tellsPlace: saysPlace(bytes) || notes.length > mostNotes || notes.some(({ from, to }) => hasPlaceTag(bytes.subarray(from, to))) };
}
