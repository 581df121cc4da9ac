import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { settingsOf } from '../../server/database/session.js';
import { viewerStatement } from '../../server/identity/sign-in.query.js';
import { hashOf } from '../../server/identity/token.js';
import type { Viewer } from '../../server/identity/viewer.js';
import { filteredPage, helpPage, samePage, searchPage } from './household-page.js';
import { measured, measuredRequests } from './operations.js';
import { benchDay } from './province.js';

/*
 * Raw SQL: node:http, pg and one statement by hand an operation, with the look-up of the viewer and the session's
 * statements that the system has too, prepared once a connection as the system's are. PostgreSQL writes the answer's text, which goes out as it is.
 */

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, pipeline: true } as pg.PoolConfig);
const operations = new Map([...measured, ...measuredRequests.map(([, request]) => request), helpPage(''), filteredPage(''), searchPage(''), samePage([], '')].map(operation => [operation.name, operation]));

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<string> {
  const { operationName, variables } = JSON.parse(await read(request)) as { operationName: string; variables: Record<string, unknown> };
  const { raw } = operations.get(operationName)!;
  const token = /session=([\w-]{43})/.exec(request.headers.cookie ?? '')![1];
  const { rows: [viewer] } = await pool.query<Viewer>(viewerStatement(hashOf(token), benchDay));
  const client = await pool.connect();
  try {
    const [, , { rows: [row] }] = await Promise.all([
      client.query('BEGIN'), client.query(settingsOf(viewer, 'read', benchDay)), client.query<{ data: string }>({ text: raw.sql, values: raw.values(variables), name: `${operationName} ${viewer!.portalKind}` }), client.query('COMMIT'),
    ]);
    return `{"data":${row!.data}}`;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    text => { response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text); },
    (error: unknown) => { response.writeHead(500).end(String(error)); },
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));
