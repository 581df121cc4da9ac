import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from 'pino';
import type { Viewer } from '../identity/viewer.js';

/** Who opened a socket: the account does not change while it is open; everything else is read anew at each event. */
export interface Opener { readonly token: string; readonly accountId: number; readonly request: IncomingMessage }

export interface UpgradeOptions {
  readonly log: Logger;
  /** Encrypted or local, and from a page of ours; HTTP asks the same. */
  readonly isOwnPage: (request: IncomingMessage) => boolean;
  readonly tokenOf: (request: IncomingMessage) => string | null;
  readonly findViewer: (token: string) => Promise<Viewer | null>;
  readonly opened: (socket: WebSocket, opener: Opener) => void;
}

/** So many tabs and devices of one account listen at a time. */
const mostOfAccount = 10;
const largestMessage = 32 * 1024; // bytes

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Lets websockets in at /graphql: from our own pages, for who is signed in, a few an account. Everything else is answered before there is a socket. Returns how to close all. */
export function acceptUpgrades(server: Server, { log, isOwnPage, tokenOf, findViewer, opened }: UpgradeOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false, handleProtocols: protocols => (protocols.has('graphql-transport-ws') ? 'graphql-transport-ws' : false) });
  const byAccount = new Map<number, number>();
  let isClosed = false;

  async function judge(request: IncomingMessage, socket: Duplex): Promise<Opener | number> {
    if (isClosed) return 503;
    if (new URL(request.url ?? '', 'http://localhost').pathname !== '/graphql') return 404;
    if (!isOwnPage(request)) return 403;
    const token = tokenOf(request), viewer = token === null ? null : await findViewer(token);
    if (token === null || !viewer) return 401;
    const open = byAccount.get(viewer.accountId) ?? 0;
    if (open >= mostOfAccount) return 429;
    // Gone while its viewer was looked for: there is nobody to let in, and no end of it would ever be counted.
    if (socket.destroyed) return 499;
    byAccount.set(viewer.accountId, open + 1);
    socket.once('close', () => {
      const left = byAccount.get(viewer.accountId)! - 1;
      if (left > 0) byAccount.set(viewer.accountId, left); else byAccount.delete(viewer.accountId);
    });
    return { token, accountId: viewer.accountId, request };
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    judge(request, socket).then(
      judged => {
        if (typeof judged === 'number') { refuse(socket, judged); return; }
        sockets.handleUpgrade(request, socket, head, accepted => opened(accepted, judged));
      },
      (error: unknown) => {
        log.error({ code: (error as { code?: string }).code }, 'database unavailable');
        refuse(socket, 503);
      });
  });
  return () => {
    isClosed = true;
    for (const socket of sockets.clients) socket.close(1001, 'Going away');
    sockets.close();
  };
}
