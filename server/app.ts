import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import { attachmentIntake, openAttachment } from './attachment/attachment.service.js';
import { auditDenied, auditRefusal } from './audit/audit.service.js';
import type { Config } from './config.js';
import { openDataSource } from './database/data-source.js';
import { Cursors } from './database/keyset.js';
import { calendarDay, type Clock, type Door } from './database/session.js';
import { entities } from './entities.js';
import { failExports } from './export/export-job.query.js';
import { fileEndpoint } from './file/file.endpoint.js';
import { folderStorage } from './file/file.storage.js';
import { buildGraph } from './graph.js';
import type { Gates } from './graphql/admit.js';
import { startApollo } from './graphql/apollo.js';
import type { Context } from './graphql/context.js';
import { endpoint } from './graphql/endpoint.js';
import { answering, compiled, reference, type Trails } from './graphql/executor.js';
import { openInner } from './graphql/inner.js';
import { readManifest } from './graphql/persisted.js';
import { serveSocket } from './graphql/socket.js';
import { createSubscribing } from './graphql/subscribing.js';
import { acceptUpgrades } from './graphql/upgrade.js';
import { logReads } from './access-log/access-log.query.js';
import { createCookies, refusePlainHttp } from './identity/cookie.js';
import { deviceOf } from './identity/device.js';
import type { FirstPassword } from './identity/demonstration-accounts.js';
import { createIdentity } from './identity/identity.js';
import { isOwnSocket, refuseForeignPages } from './identity/origin.js';
import { providerEndpoint } from './identity/oidc.endpoint.js';
import { createSecretBox, secretKeyOf } from './identity/secret-box.js';
import { importIntake } from './import/import-batch.service.js';
import { failImports } from './import/import.work.js';
import { startAreaTypes } from './jobs/area-types.job.js';
import { startAuditSealing } from './jobs/audit-seal.job.js';
import { createBackground } from './jobs/background.js';
import { startFileExpiry } from './jobs/file-expiry.job.js';
import { startRegistryKeeping } from './jobs/registry.job.js';
import { startMail } from './jobs/mail.job.js';
import { startOverdue, tellOverdue } from './jobs/overdue.job.js';
import { noteOrigin, requestIdOf, requestLog, type Logger } from './log.js';
import { servePages } from './pages.js';
import { createMailer, linkSeal } from './notice/mail.work.js';
import { createNoticeFeed } from './notice/notice.feed.js';
import { policy } from './policy.js';
import { prepareDatabase } from './prepare.js';

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

/** Today in Vietnam: the setting's day, else the demonstration's, else the calendar's. */
function clockOf({ clockDay, demo }: Config, demonstrationDay: string | undefined): Clock {
  const fixed = clockDay ?? (demo ? demonstrationDay : undefined);
  return { today: () => fixed ?? calendarDay() };
}

/** Starts the API and the portals on one port. Rejects when the database drifted, a setting is bad, or the port is taken. */
export async function startApp(options: AppOptions): Promise<App> {
  const { url, adminUrl, config } = options;
  const firstPasswords = options.isPrepared ? [] : await prepareDatabase(adminUrl, config);
  const source = await openDataSource(url, entities);
  const settings = new Map((await source.query<{ name: string; value: string }[]>('SELECT name, value FROM setting')).map(row => [row.name, row.value]));
  const door: Door = { source, clock: clockOf(config, settings.get('demonstration_day')), ...(options.gates?.role && { role: options.gates.role }) };
  await failImports(source);
  await failExports(source);
  await tellOverdue(door);
  const { app, listenOn, drain } = await buildServer(door, new Cursors(settings.get('cursor_secret')!), options);
  const server = createServer(app), closeSockets = listenOn(server);
  const close = async (): Promise<void> => { await drain(); await source.destroy(); };
  try {
    await listen(server, options.port, options.host);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port, firstPasswords, door,
    stop: async () => {
      app.locals.isDraining = true;
      closeSockets();
      await new Promise<void>(done => { server.close(() => done()); server.closeIdleConnections(); });
      await close();
    },
  };
}

/** Everything between the socket and the database. `drain` ends Apollo once no request is under way. */
async function buildServer(door: Door, cursors: Cursors, { url, config, gates, log }: AppOptions): Promise<{ app: Express; listenOn: (server: Server) => () => void; drain: () => Promise<void> }> {
  const { source, clock } = door, { trustProxy, publicOrigin } = config;
  const box = createSecretBox(secretKeyOf(config));
  const identity = createIdentity({ source, clock, log, box, ...(config.provider && { provider: config.provider }) });
  const cookies = createCookies({ trustProxy, log });
  const schema = await buildGraph(gates?.shield ?? true), run = config.executor === 'jit' ? compiled(schema) : reference(schema);
  const trails: Trails = {
    opened: context => logReads(source, context),
    refused: (context, result) => auditRefusal(source, context, result),
    denied: (context, operation, detail) => auditDenied(source, context, operation, detail),
  };
  const apollo = await startApollo({ schema, policy, trails, gates: gates ?? { guard: true }, answer: answering(run, door, trails, log) });
  const inner = openInner({ schema, run, door, trails, gates: gates ?? { guard: true }, log });
  const files = folderStorage(join(config.dataFolder, 'files')), background = createBackground(log), feed = createNoticeFeed({ url, log });
  await feed.ready;
  const jobs: (() => void | Promise<void>)[] = [
    startFileExpiry(source, files, log),
    startAreaTypes(door, log),
    startRegistryKeeping(door, log),
    startAuditSealing(source, log),
    startOverdue(door, log),
  ];
  const findViewer = async (request: Request, response: Response) => {
    const viewer = await identity.findViewer(cookies.tokenOf(request));
    if (viewer) noteOrigin(response, { portalKind: viewer.portalKind, unitCode: viewer.unitCode });
    return viewer;
  };
  const bare = (): Context => ({
    requestId: randomUUID(), viewer: null, token: null, hat: null, policy, clock, cursors, identity, door, background, files, feed, inner, isMailOffered: config.mail !== undefined,
    sealLink: config.mail && publicOrigin ? (secret, hash) => box.seal(Buffer.from(secret), linkSeal(hash)) : null,
    session: null, variables: {}, selections: new Map(), opened: [], refused: [], remoteAddress: '', device: null, setToken: () => {},
  });
  if (config.mail && publicOrigin) jobs.push(startMail(createMailer({
    settings: { ...config.mail, origin: publicOrigin }, source, log, box, contextOf: bare, viewerOf: (accountId, postId) => identity.viewerUnder(accountId, postId),
  }), url, feed.onTold, log));
  const manifest = readManifest(), originRule = { trustProxy, ...(publicOrigin && { publicOrigin }) };
  const app = express().disable('x-powered-by').set('trust proxy', trustProxy ? 1 : false); // what the nearest proxy saw; before it a browser writes what it likes
  app.use(requestLog(log), compression()); // weak 4G: answers and pages travel compressed
  app.get('/healthz', (_request, response) => void response.send('ok'));
  app.get('/readyz', async (_request, response) => {
    const isReady = !app.locals.isDraining && await source.query('SELECT 1').then(() => true, () => false);
    response.status(isReady ? 200 : 503).send(isReady ? 'ok' : 'not ready');
  });
  app.use(['/graphql', '/files'], (_request, response, next) => { response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }); next(); });
  app.use(['/graphql', '/files'], refusePlainHttp(trustProxy), refuseForeignPages(originRule));
  const attachment = attachmentIntake({ door, files }), intakes = { IMPORT: importIntake({ door, files, policy, background }), EVIDENCE: attachment, DOCUMENT: attachment };
  app.use('/files', fileEndpoint({ door, files, findViewer, intakes, finders: [openAttachment], log }));
  app.use('/graphql', ...endpoint({
    apollo, manifest, persistedOnly: config.persistedOnly, log, findViewer,
    contextOf: (request, response, viewer) => ({
      ...bare(), requestId: requestIdOf(response), viewer, token: cookies.tokenOf(request), hat: request.get('x-hat') ?? null, remoteAddress: request.ip ?? '',
      device: deviceOf(request.get('user-agent')),
      setToken: token => void response.setHeader('set-cookie', cookies.setting(request, token)),
    }),
  }));
  const { provider } = identity;
  if (provider) app.use(providerEndpoint({ source, provider, identity, cookies, log, trustProxy, ...(publicOrigin && { publicOrigin }) }));
  servePages(app, resolve('build/web'), provider?.label);
  const subscribing = createSubscribing({ schema, policy, trails, log, gates: gates ?? { guard: true }, answer: answering(reference(schema), door, trails, log) });
  const listenOn = (server: Server) => acceptUpgrades(server, {
    log, isOwnPage: request => isOwnSocket(request, originRule), tokenOf: cookies.tokenOf, findViewer: identity.findViewer,
    opened: (socket, opener) => serveSocket(socket, opener, {
      subscribing, manifest, persistedOnly: config.persistedOnly, log, lookAgain: identity.lookAgain,
      contextOf: ({ token }, viewer, hat) => ({ ...bare(), viewer, token, hat }),
    }),
  });
  return { app, listenOn, drain: async () => { for (const stop of jobs) await stop(); await feed.stop(); await background.drain(); await apollo.stop(); } };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, fail) => void server.once('error', fail).listen(port, host, () => done()));
