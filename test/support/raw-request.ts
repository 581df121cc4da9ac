import { request, type IncomingHttpHeaders } from 'node:http';
import type { Client, World } from './world.js';

/** What an answer was on the wire. */
export interface RawAnswer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string; readonly codes: readonly string[]; readonly messages: readonly string[] }
export interface RawRequest { readonly method?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer }

interface Errors { readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[] }

function errorsOf(text: string): NonNullable<Errors['errors']> {
  try { return (JSON.parse(text) as Errors).errors ?? []; } catch { return []; }
}

/** The headers that a signed-in page sends. */
export const signedIn = ({ token, post }: Client): Record<string, string> => ({ cookie: `session=${token}`, 'x-hat': String(post) });

/** Sends exactly these headers and bytes and nothing of its own, as `fetch` would add some. */
export function sendRaw(world: World, { method = 'POST', path = '/graphql', headers = {}, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const sending = request(`${world.url}${path}`, { method, headers: { ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }), ...headers } }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8'), errors = errorsOf(text);
        done({ status: response.statusCode!, headers: response.headers, text, codes: errors.map(e => e.extensions?.code ?? ''), messages: errors.map(e => e.message) });
      });
    });
    sending.once('error', fail).end(body);
  });
}

/** A body as JSON, from a signed-in page. */
export const sendJson = (world: World, client: Client | null, body: unknown, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  sendRaw(world, { headers: { 'content-type': 'application/json', ...(client && signedIn(client)), ...headers }, body: JSON.stringify(body) });
