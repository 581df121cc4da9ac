import { readWorkbook } from '../../server/workbook/read.js';
import { waitFor } from './wait-for.js';
import type { Answer, Client, World } from './world.js';

export interface Job { readonly id: string; readonly state: string; readonly done: number; readonly total: number | null; readonly message: string | null; readonly file: { readonly id: string; readonly name: string } | null }
export interface Wish { readonly kind: string; readonly columns: readonly string[]; readonly filter?: object; readonly order?: readonly object[]; readonly purpose?: string; readonly mapping?: string }

const fields = 'id state done total message file { id name }';
export const startExport = (client: Client, { filter, order, ...input }: Wish): Promise<Answer> => client(
  `mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { ${fields} } userErrors { code field message } } }`,
  { input: { ...input, ...(filter && { filter: JSON.stringify(filter) }), ...(order && { order: JSON.stringify(order) }) } });

export const jobsOf = async (client: Client): Promise<Job[]> => (await client(`{ exportJobs(first: 100, order: [{ no: DESC }]) { nodes { ${fields} } } }`)).data.exportJobs.nodes;
export const jobOf = async (client: Client, id: string): Promise<Job> => (await jobsOf(client)).find(job => job.id === id)!;

/** The job once it is over. */
export const ended = (client: Client, id: string): Promise<Job> => waitFor(async () => {
  const job = await jobOf(client, id);
  return job.state === 'QUEUED' || job.state === 'RUNNING' ? null : job;
});

export const fetchFile = (world: World, client: Client, id: string): Promise<Response> =>
  fetch(`${world.url}/files/${id}`, { headers: { cookie: `session=${client.token}`, 'x-hat': String(client.post), 'sec-fetch-site': 'same-origin' } });

/** Rows of a sheet as a person sees them, the header first; cells by column, null where one is empty. */
export async function sheetRows(file: Buffer, at: number): Promise<(string | number | boolean | null)[][]> {
  const workbook = await readWorkbook(file), { name, lastColumn } = workbook.sheets[at]!, rows = [];
  for await (const { cells } of workbook.rows(name)) {
    const row: (string | number | boolean | null)[] = Array.from({ length: lastColumn }, () => null);
    for (const { column, value } of cells) row[column - 1] = value;
    rows.push(row);
  }
  workbook.close();
  return rows;
}

/** Starts, waits, fetches: the file of an export that succeeds. */
export async function exported(world: World, client: Client, wish: Wish): Promise<Buffer> {
  const { data } = await startExport(client, wish), { exportJob, userErrors } = data.startExport;
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  const { file, message } = await ended(client, exportJob.id);
  if (!file) throw new Error(message ?? 'no file');
  return Buffer.from(await (await fetchFile(world, client, file.id)).arrayBuffer());
}

export const columnsOf = async (client: Client, kind: string): Promise<{ key: string; header: string; isDefault: boolean; isSensitive: boolean }[]> =>
  (await client('query ($kind: ExportKind!) { exportColumns(kind: $kind) { key header isDefault isSensitive } }', { kind })).data.exportColumns;
