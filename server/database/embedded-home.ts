import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Owner } from './embedded-programs.js';

/** The passwords of app_user and of the superuser postgres. */
export interface Logins {
  readonly app: string;
  readonly admin: string;
}

/** Where the embedded server lives and under which account. */
export interface Home {
  readonly folder: string;
  /** PostgreSQL's own data; exists once initdb has finished. */
  readonly data: string;
  readonly owner: Owner;
  readonly logins: Logins;
}

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** Whether an account other than root can walk to a folder. */
function isReachable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** A stable place for a data folder that PostgreSQL's account cannot reach, such as one below /root. */
function placeBelowVarTmp(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const place = join('/var/tmp', `giam-ngheo-${name}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const found = lstatSync(place);
  // Anyone may write below /var/tmp: a folder or link that someone else put there is not ours to trust.
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`Thư mục ${place} thuộc về người dùng khác, không dùng làm nơi chứa dữ liệu được.`);
  return place;
}

/** An existing data folder keeps its account, so that root can start what an ordinary user made. */
function ownerOf(data: string): Owner {
  if (!isRoot) return {};
  const found = statSync(data, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : { uid: nobody, gid: nobody };
}

function readLogins(folder: string): Logins {
  const file = join(folder, 'logins.json');
  const password = (): string => randomBytes(18).toString('hex');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ app: password(), admin: password() }), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as Logins;
}

function mustBeOurs(folder: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || isRoot || statSync(folder).uid === uid) return;
  throw new Error(`DATA_FOLDER: thư mục ${folder} do người dùng khác tạo; hãy khởi động bằng người dùng đó hoặc chọn thư mục khác.`);
}

/** Prepares the folder of an embedded server; as root below an untraversable folder that is a place below /var/tmp. */
export function openHome(dataFolder: string): Home {
  const wanted = resolve(dataFolder);
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  mustBeOurs(wanted);
  if (isRoot) chmodSync(wanted, 0o755);
  const real = realpathSync(wanted);
  const stays = !isRoot || existsSync(join(real, 'pg')) || isReachable(real);
  const folder = stays ? real : placeBelowVarTmp(real);
  const data = join(folder, 'pg');
  return { folder, data, owner: ownerOf(data), logins: readLogins(folder) };
}

/** Gives a file or folder to PostgreSQL's account. */
export function handOver(path: string, owner: Owner): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}
