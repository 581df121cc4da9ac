import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { processConfig } from '../../server/config.js';
import { startEmbeddedServer, type EmbeddedServer } from '../../server/database/embedded-server.js';
import { prepareDatabase } from '../../server/prepare.js';

/** The server of this run; what global-teardown has to stop or remove. */
export interface TestServer {
  stop(): Promise<void>;
}

declare global {
  var testServer: TestServer | undefined;
}

/** A killed run leaves its server behind; it is stopped before its folder goes. */
async function startOwn(folder: string): Promise<EmbeddedServer> {
  if (existsSync(join(folder, 'pg/postmaster.pid'))) await (await startEmbeddedServer(folder, { fast: true })).stop();
  rmSync(folder, { recursive: true, force: true });
  return startEmbeddedServer(folder, { fast: true });
}

function named(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = database;
  return url.href;
}

/** On a server of one's own the tests make databases beside the one it names, which is never touched. */
async function borrow(logins: { url: string; adminUrl: string }): Promise<EmbeddedServer> {
  const name = `test_${process.pid}`;
  const admin = new pg.Client(logins.adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C'`);
  await admin.end();
  return {
    url: named(logins.url, name),
    adminUrl: named(logins.adminUrl, name),
    stop: async () => {
      const last = new pg.Client(logins.adminUrl);
      await last.connect();
      await last.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await last.end();
    },
  };
}

/** One PostgreSQL for all workers. TEST_URL and TEST_ADMIN_URL name the template database, to which nobody may stay connected. */
export default async function setUp(): Promise<void> {
  const config = processConfig();
  const server = config.database ? await borrow(config.database) : await startOwn(`${config.dataFolder}-test`);
  globalThis.testServer = server;
  await prepareDatabase(server.adminUrl, config);
  process.env.TEST_URL = server.url;
  process.env.TEST_ADMIN_URL = server.adminUrl;
}
