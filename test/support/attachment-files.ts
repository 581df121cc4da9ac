import { crc32, deflateSync } from 'node:zlib';
import { expect } from '@jest/globals';
import { sendRaw, signedIn, type RawAnswer } from './raw-request.js';
import { zipped } from './workbook-files.js';
import type { Client, World } from './world.js';

/** A grey picture of 8 × 8 points, as an encoder writes it. */
const smallest = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AfwD/2Q==', 'base64');

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A photograph; `no` tells one from another. */
export const jpeg = (no = 1): Buffer => Buffer.concat([smallest.subarray(0, 2), segment(0xfe, Buffer.from(`ảnh ${no}`)), smallest.subarray(2)]);

/** Exif with one entry: where the directory about the place lies. */
const placed = Buffer.from('457869660000' + '49492a0008000000' + '0100' + '2588' + '0400' + '01000000' + '1a000000' + '00000000', 'hex');
export const jpegWithPlace = (): Buffer => Buffer.concat([smallest.subarray(0, 2), segment(0xe1, placed), smallest.subarray(2)]);
/** Exif that says both how the camera was held (on its side) and where it was. */
const turnedAndPlaced = Buffer.from('457869660000' + '49492a0008000000' + '0200' + '120103000100000006000000' + '258804000100000026000000' + '00000000' + '000000000000', 'hex');
/** A photograph as a phone writes it, of whatever an encoder made. */
export const asPhoneWrites = (encoded: Buffer): Buffer => Buffer.concat([encoded.subarray(0, 2), segment(0xe1, turnedAndPlaced), encoded.subarray(2)]);
/** A second picture behind the first, and only it says where. */
export const jpegWithPlaceBehind = (): Buffer => Buffer.concat([jpeg(), jpegWithPlace()]);

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]), size = Buffer.alloc(4), sum = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** A white picture that says it has so many points, all of them or only the first few sent. */
export function png(width = 8, height = 8, more: readonly [string, Buffer][] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', head), ...more.map(([name, body]) => chunk(name, body)), chunk('IDAT', deflateSync(Buffer.alloc(9 * 8, 255))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}
export const pngWithPlace = (): Buffer => png(8, 8, [['eXIf', placed.subarray(6)]]);

export const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

/** A page with a few words; `no` tells one from another. */
export const pdf = (no = 1): Buffer => Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
4 0 obj<</Length 22>>stream
BT (${String(no).padStart(6, '0')}) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`);

const office = 'application/vnd.openxmlformats-officedocument';
const types = (part: string, type: string): string => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
const word = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>';

/** A document of Word, with further parts or another type of its main part. */
export const docx = (more: Readonly<Record<string, string | Buffer>> = {}, type = `${office}.wordprocessingml.document.main+xml`): Promise<Buffer> =>
  zipped({ '[Content_Types].xml': types('word/document.xml', type), 'word/document.xml': word, ...more });
export const xlsx = (more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipped({ '[Content_Types].xml': types('xl/workbook.xml', `${office}.spreadsheetml.sheet.main+xml`), 'xl/workbook.xml': '<workbook/>', ...more });

export interface Wish { readonly assignment: string; readonly purpose?: 'EVIDENCE' | 'DOCUMENT'; readonly name?: string; readonly size?: number }

/** The ticket for a file, or why there is none. */
export async function ask(client: Client, { assignment, purpose = 'EVIDENCE', name = 'anh.jpg', size = 1000 }: Wish): Promise<{ ticket: string | null; userErrors: { code: string; field: string | null; message: string }[] }> {
  const { data, errors } = await client('mutation ($input: AskUploadInput!) { askUpload(input: $input) { ticket userErrors { code field message } } }', { input: { assignment, purpose, name, size } });
  expect(errors).toBeUndefined();
  return data.askUpload;
}

export const send = (world: World, client: Client, ticket: string, body: Buffer, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  sendRaw(world, { method: 'PUT', path: `/files/${ticket}`, headers: { ...signedIn(client), origin: world.url, ...headers }, body });

/** Sends a file that is taken; returns its id. */
export async function sent(world: World, client: Client, wish: Wish, body: Buffer = jpeg()): Promise<string> {
  const { ticket } = await ask(client, wish), answer = await send(world, client, ticket!, body);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return (JSON.parse(answer.text) as { id: string }).id;
}

export interface Fetched { readonly status: number; readonly body: Buffer; readonly headers: Headers }
export async function fetched(world: World, client: Client, id: string): Promise<Fetched> {
  const answer = await fetch(`${world.url}/files/${id}`, { headers: { ...signedIn(client), origin: world.url } });
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}
