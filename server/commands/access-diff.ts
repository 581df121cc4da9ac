import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { processConfig } from '../config.js';
import { visitEmbeddedServer } from '../database/embedded-server.js';
import { calendarDay } from '../database/session.js';
import { accessDiff, type SignedMatrix } from '../permission/access-diff.js';
import { policy } from '../policy.js';
import { queryOf } from '../prepare.js';

// `npm run access:diff [-- --from <git ref or permissions.json>]`: what the access tables at hand would change for people, on the database of the settings.
const matrix = 'schema/permissions.json';

/** The matrix of a file or of a commit; as committed last where nothing is said, and none where there is no repository. */
function signedMatrix(from: string | undefined): SignedMatrix | null {
  if (from !== undefined && existsSync(from)) return JSON.parse(readFileSync(from, 'utf8')) as SignedMatrix;
  try {
    return JSON.parse(execFileSync('git', ['show', `${from ?? 'HEAD'}:${matrix}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 })) as SignedMatrix;
  } catch {
    if (from !== undefined) throw new Error(`--from: không có tệp hay phiên bản git tên ${from}.`);
    return null;
  }
}

/** Exit code 0 when nothing changes for anybody, 1 when something does; the database stays as it is. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const signed = signedMatrix(values.from), { database, dataFolder, clockDay } = processConfig();
  const embedded = database ? undefined : await visitEmbeddedServer(dataFolder);
  const client = new pg.Client((database ?? embedded!).adminUrl);
  await client.connect();
  await client.query('BEGIN');
  try {
    const { rows: [{ day }] } = await client.query<{ day: string | null }>("SELECT (SELECT value FROM setting WHERE name = 'demonstration_day') AS day");
    const sentences = await accessDiff(policy, queryOf(client), clockDay ?? day ?? calendarDay(), signed);
    for (const sentence of sentences) console.log(`- ${sentence}`);
    console.log(sentences.length === 0 ? 'Không ai xem, lọc, sửa được nhiều hơn hay ít hơn trước.' : `${sentences.length} thay đổi. Chưa có gì được ghi vào cơ sở dữ liệu.`);
    return sentences.length === 0 ? 0 : 1;
  } finally {
    await client.query('ROLLBACK');
    await client.end();
    await embedded?.stop();
  }
}

process.exitCode = await main();
