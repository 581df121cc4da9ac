import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler } from 'express';
import type { Config } from './config.js';
import { openDataSource } from './database/data-source.js';
import { Cursors } from './database/keyset.js';
import type { Clock, Door } from './database/session.js';
import { auditDenied, auditRefusal } from './audit/audit.service.js';
import { entities } from './entities.js';
import { buildGraph } from './graph.js';
import { startApollo } from './graphql/apollo.js';
import type { Gates } from './graphql/admit.js';
import type { Context } from './graphql/context.js';
import { unavailable } from './graphql/failure.js';
import { persistedDocuments, readManifest } from './graphql/persisted.js';
import { logReads } from './identity/access-log.query.js';
import { createCookies, refusePlainHttp } from './identity/cookie.js';
import type { FirstPassword } from './identity/demonstration-accounts.js';
import { createIdentity } from './identity/identity.js';
import { refuseForeignPages } from './identity/origin.js';
import type { Viewer } from './identity/viewer.js';
import { noteOrigin, requestIdOf, requestLog, type Logger } from './log.js';
import { policy } from './policy.js';
import { prepareDatabase } from './prepare.js';
import { servePages } from './pages.js';

export interface AppOptions {
  readonly url: string; readonly adminUrl: string; readonly port: number; readonly host: string; readonly log: Logger; readonly config: Config;
  /** For tests of one gate alone: the others stand open. */
  readonly gates?: Gates & { readonly shield: boolean; readonly role?: Door['role'] };
  readonly isPrepared?: boolean;
}
export interface App {
  readonly port: number;
  readonly firstPasswords?: readonly FirstPassword[];
  readonly door: Door;
  /** No new requests, those under way are answered, then the pools close. */
  stop(): Promise<void>;
}

const calendarDay = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** Today in Vietnam: the setting's day, else the demonstration's, else the calendar's. */
function clockOf({ clockDay }: Config, demonstrationDay: string | undefined): Clock {
  const fixed = clockDay ?? demonstrationDay;
  return { today: () => fixed ?? calendarDay() };
}

const badBody: ErrorRequestHandler = (error: { status?: number; type?: string }, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  const message = status === 413 ? 'Nội dung gửi lên lớn hơn 100 kB.' : status < 500 ? 'Nội dung gửi lên không phải JSON hợp lệ.' : 'Hệ thống gặp lỗi.';
  response.status(status).json({ errors: [{ message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL' } }] });
};

/** Starts the API and the portals on one port. Rejects when the database drifted, a setting is bad, or the port is taken. */
export async function startApp({ url, adminUrl, port, host, log, config, gates, isPrepared }: AppOptions): Promise<App> {
  const firstPasswords = isPrepared ? [] : await prepareDatabase(adminUrl, config);
  const source = await openDataSource(url, entities);
  const settings = new Map((await source.query<{ name: string; value: string }[]>('SELECT name, value FROM setting')).map(row => [row.name, row.value]));
  const clock = clockOf(config, config.demo ? settings.get('demonstration_day') : undefined);
  const cursors = new Cursors(settings.get('cursor_secret')!);
  const door: Door = { source, clock, ...(gates?.role && { role: gates.role }) };
  const identity = createIdentity({ source, clock, log });
  const { trustProxy, publicOrigin } = config;
  const cookies = createCookies({ trustProxy, log });
  const schema = await buildGraph(gates?.shield ?? true);
  const apollo = await startApollo({
    schema, policy, door, gates: gates ?? { guard: true }, executor: config.executor, log,
    trails: {
      opened: context => logReads(source, context),
      refused: (context, result) => auditRefusal(source, context, result),
      denied: (context, operation, detail) => auditDenied(source, context, operation, detail),
    },
  });

  let isDraining = false;
  const app = express().disable('x-powered-by').set('trust proxy', trustProxy);
  app.use(requestLog(log));
  app.get('/healthz', (_request, response) => void response.send('ok'));
  app.get('/readyz', async (_request, response) => {
    const isReady = !isDraining && await source.query('SELECT 1').then(() => true, () => false);
    response.status(isReady ? 200 : 503).send(isReady ? 'ok' : 'not ready');
  });
  app.use('/graphql', refusePlainHttp(trustProxy), refuseForeignPages({ trustProxy, ...(publicOrigin && { publicOrigin }) }), express.json({ limit: '100kb' }),
    async (request, response, next) => {
      try {
        const viewer = await identity.findViewer(cookies.tokenOf(request));
        if (viewer) noteOrigin(response, { portalKind: viewer.portalKind, unitCode: viewer.unitCode });
        response.locals.viewer = viewer;
        next();
      } catch (error) {
        log.error({ id: requestIdOf(response), code: (error as { code?: string }).code }, 'database unavailable');
        const { message, extensions } = unavailable();
        response.status(503).json({ errors: [{ message, extensions: { code: extensions.code } }] });
      }
    },
    persistedDocuments(readManifest(), config.persistedOnly, response => !response.locals.viewer),
    expressMiddleware(apollo, {
      context: async ({ req, res }): Promise<Context> => ({
        requestId: requestIdOf(res), viewer: res.locals.viewer as Viewer | null, token: cookies.tokenOf(req), hat: req.get('x-hat') ?? null, policy, clock, cursors, identity,
        session: null, selections: new Map(), opened: [], setToken: token => void res.setHeader('set-cookie', cookies.setting(req, token)), remoteAddress: req.ip ?? '',
      }),
    }));
  servePages(app, resolve('build/web'));
  app.use(badBody);

  const server = createServer(app);
  try { await listen(server, port, host); } catch (error) { await apollo.stop(); await source.destroy(); throw error; }
  return {
    port: (server.address() as AddressInfo).port, firstPasswords, door,
    stop: async () => {
      isDraining = true;
      await new Promise<void>(done => { server.close(() => done()); server.closeIdleConnections(); });
      await apollo.stop();
      await source.destroy();
    },
  };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, fail) => void server.once('error', fail).listen(port, host, () => done()));
