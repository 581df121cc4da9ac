import { GraphQLError } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { badInput } from '../access/guard.js';
import { unauthenticated } from '../access/shield.js';
import type { Viewer } from '../identity/viewer.js';
import type { Context } from './context.js';
import { documentText, type Manifest } from './persisted.js';
import type { Asked, Subscribing } from './subscribing.js';
import type { Opener } from './upgrade.js';

export interface SocketOptions {
  readonly subscribing: Subscribing; readonly manifest: Manifest; readonly persistedOnly: boolean; readonly log: Logger;
  /** Who holds the token now. Looking does not lengthen its life, for nobody does anything. */
  readonly lookAgain: (token: string) => Promise<Viewer | null>;
  readonly contextOf: (opener: Opener, viewer: Viewer, hat: string) => Context;
}

const mostSubscriptions = 5; // a connection
const pingEvery = 25_000, lookEvery = 60_000; // milliseconds
const closing = { badRequest: [4400, 'Bad request'], unauthorized: [4401, 'Unauthorized'], hatChanged: [4409, 'Hat changed'], failed: [4500, 'Failed'] } as const;

/**
 * One connection in the protocol graphql-transport-ws: subscriptions only, under the hat that `connectionParams.hat` names. Who reads is asked
 * anew at each subscription and each event, and once a minute: who is nobody any more, or wears another hat, is disconnected.
 */
export function serveSocket(socket: WebSocket, opener: Opener, { subscribing, manifest, persistedOnly, log, lookAgain, contextOf }: SocketOptions): void {
  const asked = new WeakMap<object, Asked>();
  let hat = '';

  async function viewer(): Promise<Viewer | null> {
    const found = await lookAgain(opener.token);
    if (found && !found.mustChangePassword && String(found.postId) === hat) return found;
    const [code, reason] = found && !found.mustChangePassword ? closing.hatChanged : closing.unauthorized;
    socket.close(code, reason);
    return null;
  }
  async function enter() {
    const found = await viewer();
    return found && contextOf(opener, found, hat) as Context & { readonly viewer: Viewer };
  }

  const server = makeServer({
    async onConnect({ connectionParams }) {
      if (typeof connectionParams?.hat !== 'string') { socket.close(...closing.badRequest); return false; }
      hat = connectionParams.hat;
      return await viewer() !== null;
    },
    async onSubscribe({ subscriptions }, _id, { query, variables, operationName, extensions }) {
      const context = await enter();
      if (!context) return [subscribing.told(unauthenticated(), '')];
      try {
        if (Object.keys(subscriptions).length > mostSubscriptions) throw badInput(`Mỗi kết nối nhiều nhất ${mostSubscriptions} đăng ký nhận tin.`);
        const text = documentText({ query, variables, extensions: extensions ?? undefined }, manifest, persistedOnly);
        const read = subscribing.read(text, operationName ?? undefined, variables ?? {});
        await subscribing.admit(context, read);
        asked.set(context, read);
        return { schema: undefined as never, document: read.document, operationName: read.operation.name?.value, contextValue: context };
      } catch (error) {
        return [subscribing.told(error, context.requestId)];
      }
    },
    subscribe: ({ contextValue }) => subscribing.answers(contextValue as Context, asked.get(contextValue as object)!, enter),
  });

  let isAnswering = true;
  const ping = setInterval(() => {
    if (!isAnswering) { socket.terminate(); return; }
    isAnswering = false;
    socket.ping();
  }, pingEvery).unref();
  const look = setInterval(() => { if (hat) viewer().catch(() => socket.close(...closing.failed)); }, lookEvery).unref();
  socket.on('pong', () => { isAnswering = true; });
  socket.on('error', error => { log.debug({ code: (error as { code?: string }).code }, 'socket failed'); socket.terminate(); });
  const closed = server.opened({
    protocol: socket.protocol,
    send: data => new Promise((done, fail) => { if (socket.readyState === socket.OPEN) socket.send(data, error => (error ? fail(error) : done())); else done(); }),
    close: (code, reason) => socket.close(code, reason),
    onMessage: handle => socket.on('message', data => {
      handle(String(data)).catch((error: unknown) => {
        log.error({ err: error instanceof GraphQLError ? undefined : error }, 'socket message failed');
        socket.close(...closing.failed);
      });
    }),
  }, undefined);
  socket.once('close', (code, reason) => {
    clearInterval(ping);
    clearInterval(look);
    void closed(code, String(reason));
  });
}
