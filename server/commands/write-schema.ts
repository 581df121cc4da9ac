import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { permissionsJson, printedMatrix, printedSchema } from '../access/printed.js';
import { buildBareGraph } from '../graph.js';
import { policy } from '../policy.js';

// `npm run schema` writes what the server promises; `--check` fails when the files say otherwise.
const files = {
  'schema/schema.graphql': printedSchema(await buildBareGraph(), policy),
  'schema/permissions.md': printedMatrix(policy),
  'schema/permissions.json': permissionsJson(policy),
};
const stale = Object.entries(files).filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is stale: run npm run schema and review the difference.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else for (const [file, text] of stale) writeFileSync(file, text);
