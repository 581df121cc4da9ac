import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { processConfig } from '../config.js';
import { migrate } from '../database/data-source.js';
import { startEmbeddedServer } from '../database/embedded-server.js';
import { accessDifferences } from '../prepare.js';

// `npm run access:migration -- <name>` writes the difference between the access tables and a database with all migrations as a new one.
/** Column privileges of one role on one table as one statement; the rest as it is. */
function gathered(statements: readonly string[]): string[] {
  const columns = new Map<string, string[]>();
  const lines = statements.flatMap(statement => {
    const [, verb, column, rest] = /^((?:GRANT|REVOKE) \w+) \((\w+)\) (ON \w+ (?:TO|FROM) \w+;)$/.exec(statement) ?? [];
    if (!verb) return [statement];
    const key = `${verb} (…) ${rest}`, known = columns.get(key);
    if (known) { known.push(column); return []; }
    columns.set(key, [column]);
    return [key];
  });
  return lines.map(line => line.replace('(…)', `(${columns.get(line)?.join(', ')})`));
}

const name = process.argv[2];
if (!name || !/^[\w-]+$/.test(name)) throw new Error('usage: npm run access:migration -- <name>');
const config = processConfig();
const embedded = config.database ? null : await startEmbeddedServer(config.dataFolder);
const adminUrl = (config.database ?? embedded!).adminUrl;
try {
  await migrate(adminUrl);
  const client = new pg.Client(adminUrl);
  await client.connect();
  const found = await accessDifferences(client).finally(() => client.end());
  const file = `migrations/${Date.now()}-${name}.sql`;
  if (found.length > 0) writeFileSync(file, gathered(found.map(d => d.mend)).join('\n') + '\n');
  console.log(found.length > 0 ? `${file}: ${found.length} differences` : 'The database already says what the access tables say.');
} finally {
  await embedded?.stop();
}
