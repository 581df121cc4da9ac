import { createClient, type Client as Connection } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import type { Client, World } from './world.js';

export interface Listening {
  /** What arrived so far, the oldest first. */
  readonly arrived: readonly unknown[];
  /** Codes of errors by which the subscription ended. */
  readonly errors: readonly string[];
  /** With the code by which the connection was closed, or the HTTP status by which it was refused. */
  readonly closed: Promise<string>;
  stop(): Promise<void>;
}

export interface Wish { readonly query?: string; readonly variables?: Record<string, unknown>; readonly origin?: string | null; readonly hat?: string | null; readonly url?: string; readonly token?: string | null }

const arrivals = 'subscription { noticeArrived { id kind noun rowId } }';

/** A connection as the portal's page makes it; `wish` changes one thing of it. */
export function connect(world: World, client: Pick<Client, 'token' | 'post'>, { origin, hat, url = world.url, token = client.token }: Wish = {}): { connection: Connection; closed: Promise<string> } {
  const headers = { ...(token !== null && { cookie: `session=${token}` }), ...(origin !== null && { origin: origin ?? url }) };
  let told: (code: string) => void = () => {};
  const closed = new Promise<string>(done => { told = done; });
  class Page extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers } satisfies ClientOptions);
      this.on('unexpected-response', (_request, response) => { told(String(response.statusCode)); this.close(); });
      this.on('close', code => told(String(code)));
    }
  }
  const connection = createClient({
    url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Page, retryAttempts: 0, lazy: true,
    ...(hat !== null && { connectionParams: { hat: hat ?? String(client.post) } }),
  });
  return { connection, closed };
}

/** Listens for notices; resolves once the server has the subscription, or has refused it. */
export async function listenAs(world: World, client: Pick<Client, 'token' | 'post'>, wish: Wish = {}): Promise<Listening> {
  const { connection, closed } = connect(world, client, wish), arrived: unknown[] = [], errors: string[] = [];
  const ended = new Promise<void>(done => {
    connection.subscribe({ query: wish.query ?? arrivals, variables: wish.variables }, {
      next: ({ data, errors: failed }) => {
        if (data) arrived.push(Object.values(data)[0]);
        for (const one of failed ?? []) errors.push(String(one.extensions?.code));
      },
      error: error => { if (Array.isArray(error)) errors.push(...error.map(one => String((one as { extensions?: { code?: string } }).extensions?.code))); done(); },
      complete: done,
    });
  });
  const connected = new Promise<void>(done => connection.on('connected', () => done()));
  await Promise.race([connected.then(() => new Promise(done => setTimeout(done, 60))), closed, ended]);
  return { arrived, errors, closed, stop: async () => void await connection.dispose() };
}
