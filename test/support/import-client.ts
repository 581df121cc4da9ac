import { expect } from '@jest/globals';
import { sendRaw, signedIn, type RawAnswer } from './raw-request.js';
import { partsOf, sheetOf, zipped } from './workbook-files.js';
import type { Client, World } from './world.js';
import { lettersOf } from '../../server/workbook/address.js';

export type TestCell = string | number | null | { readonly formula: string; readonly value: string | number } | { readonly error: string } | { readonly day: number };
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function cellOf(address: string, cell: TestCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('day' in cell) return `<c r="${address}" s="1"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${address}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${address}"${typeof cell.value === 'string' ? ' t="str"' : ''}><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`;
}

export interface Dressing {
  /** As "C3:C4". */
  readonly merged?: readonly string[];
  /** Rows and columns by number, sheets beside the list by name with their rows. */
  readonly hidden?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hiddenSheets?: Readonly<Record<string, readonly (readonly TestCell[])[]>>;
}

/** A workbook as people make them, cell by cell. */
export function fileOf(rows: readonly (readonly TestCell[])[], more: Dressing = {}): Promise<Buffer> {
  const lines = rowsXml(rows, more.hidden);
  const merges = more.merged?.length ? `<mergeCells count="${more.merged.length}">${more.merged.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : '';
  const columns = more.hiddenColumns?.length ? `<cols>${more.hiddenColumns.map(no => `<col min="${no}" max="${no}" width="9" hidden="1"/>`).join('')}</cols>` : '';
  const others = Object.entries(more.hiddenSheets ?? {});
  const parts = partsOf(sheetOf(lines, columns, merges), Object.fromEntries(others.map(([, cells], at) => [`xl/worksheets/sheet${at + 2}.xml`, sheetOf(rowsXml(cells))])));
  parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('</sheets>', `${others.map(([name], at) => `<sheet name="${name}" sheetId="${at + 2}" state="hidden" r:id="rId${at + 3}"/>`).join('')}</sheets>`);
  parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace('</Relationships>', `${others.map((_, at) =>
    `<Relationship Id="rId${at + 3}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 2}.xml"/>`).join('')}</Relationships>`);
  return zipped(parts);
}

function rowsXml(rows: readonly (readonly TestCell[])[], hidden: readonly number[] = []): string {
  return rows.map((row, at) => `<row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${row.map((cell, column) => cellOf(`${lettersOf(column + 1)}${at + 1}`, cell)).join('')}</row>`).join('');
}

export interface Batch {
  readonly id: string; readonly version: number; readonly state: string; readonly total: number; readonly good: number; readonly bad: number; readonly warned: number; readonly duplicates: number;
  readonly saved: number; readonly message: string | null; readonly annotatedFile: { readonly id: string; readonly name: string } | null;
}
const fields = 'id version state total good bad warned duplicates saved message annotatedFile { id name }';

export const put = (world: World, client: Client, ticket: string, body: Buffer, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  sendRaw(world, { method: 'PUT', path: `/files/${ticket}`, headers: { ...signedIn(client), origin: world.url, ...headers }, body });

export async function begin(client: Client, kind = 'HOUSEHOLDS', mapping: string | null = null): Promise<{ id: string; ticket: string }> {
  const { data } = await client('mutation ($input: BeginImportInput!) { beginImport(input: $input) { ticket importBatch { id } userErrors { code field message } } }', { input: { kind, fileName: 'ho.xlsx', mapping } });
  expect(data.beginImport.userErrors).toEqual([]);
  return { id: data.beginImport.importBatch.id, ticket: data.beginImport.ticket };
}

/** Waits until a batch is in none of the states that pass by themselves. */
export async function settled(client: Client, id: string): Promise<Batch> {
  for (let tries = 0; tries < 600; tries++) {
    const { data, errors } = await client(`{ importBatch(id: "${id}") { ${fields} } }`);
    expect(errors).toBeUndefined();
    if (!['WAITING_FILE', 'CHECKING', 'SAVING', 'UNDOING'].includes(data.importBatch.state)) return data.importBatch as Batch;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('the batch never settled');
}

export async function check(world: World, client: Client, file: Buffer, kind = 'HOUSEHOLDS', mapping: string | null = null): Promise<Batch> {
  const { id, ticket } = await begin(client, kind, mapping);
  expect((await put(world, client, ticket, file)).status).toBe(200);
  return settled(client, id);
}

export async function confirm(client: Client, batch: Batch, onlyGood = true): Promise<Batch> {
  const { data } = await client('mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) { userErrors { code field message } } }', { input: { id: batch.id, version: batch.version, onlyGood } });
  expect(data.confirmImport.userErrors).toEqual([]);
  return settled(client, batch.id);
}

export async function undo(client: Client, id: string): Promise<Batch> {
  const { data } = await client(`mutation { undoImport(input: { id: "${id}" }) { userErrors { code field message } } }`);
  expect(data.undoImport.userErrors).toEqual([]);
  return settled(client, id);
}

/** What is said of the lines, by line number. */
export async function messagesOf(client: Client, id: string): Promise<Record<number, string[]>> {
  const { data } = await client(`{ importRows(first: 100, order: [{ rowNo: ASC }], filter: { batch: { eq: "${id}" } }) { nodes { rowNo messages } } }`);
  return Object.fromEntries((data.importRows.nodes as { rowNo: number; messages: string[] }[]).filter(row => row.messages.length > 0).map(row => [row.rowNo, row.messages]));
}
