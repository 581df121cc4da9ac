import 'reflect-metadata';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { trails, verifyTrail, type Trail } from '../audit/chain.js';
import { verdictWords } from '../audit/chain.words.js';
import { processConfig } from '../config.js';
import { visitEmbeddedServer } from '../database/embedded-server.js';

// `npm run audit:verify` recomputes both chains; `-- --head audit_line:<number>:<hash>` also holds them against a head that was kept outside.
function expectedHead(text: string | undefined): { trail: Trail; no: number; hash: string } | null {
  if (text === undefined) return null;
  const [, trail, no, hash] = /^(audit_line|access_log):(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!trail || !no || !hash) throw new Error('Cách dùng: npm run audit:verify [-- --head audit_line:<số>:<mã>]');
  return { trail: trail as Trail, no: Number(no), hash };
}

/** Exit code 0 when both chains are whole, 1 when a line was altered, deleted, inserted or moved. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  const kept = expectedHead(values.head), { database, dataFolder } = processConfig();
  const embedded = database ? undefined : await visitEmbeddedServer(dataFolder);
  const client = new pg.Client((database ?? embedded!).adminUrl);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    let code = 0;
    for (const trail of trails) {
      const verdict = await verifyTrail(async (sql, given) => (await client.query(sql, given as unknown[])).rows as never[], trail, kept?.trail === trail ? kept : null);
      console.log(verdictWords(verdict));
      if (verdict.fault) code = 1;
    }
    await client.query('COMMIT');
    return code;
  } finally {
    await client.end();
    await embedded?.stop();
  }
}

process.exitCode = await main();
