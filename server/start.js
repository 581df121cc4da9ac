// `npm start` (on Windows: `node server/start.js`): builds what has changed since the last build, then runs the server
// in this same process. The script in package.json says `exec`: npm hands signals to its shell, which would keep them.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

process.chdir(dirname(import.meta.dirname));

const mark = 'build/made';
const sources = ['server', 'web', 'schema', 'package-lock.json', '.swcrc'];

/** The time of the latest change below a path, in milliseconds; 0 when there is none. */
function lastChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  const inside = found.isDirectory() ? readdirSync(path).map(name => lastChange(`${path}/${name}`)) : [];
  return Math.max(found.mtimeMs, ...inside);
}

function build() {
  const { status } = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(1);
  writeFileSync(mark, '');
}

if (lastChange(mark) <= Math.max(...sources.map(lastChange))) build();
process.setSourceMapsEnabled(true);
await import('../build/server/main.js');
