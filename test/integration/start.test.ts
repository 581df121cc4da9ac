import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askEmbedded, refusedStart, startServerProcess, type ServerProcess } from '../support/server-process.js';

const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const aStart = 90_000; // milliseconds; a first start makes the data as well

let running: ServerProcess | undefined;
let folder: string;

async function start(settings: Record<string, string> = {}): Promise<ServerProcess> {
  return (running = await startServerProcess({ DATA_FOLDER: folder, ...settings }));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(async () => {
  await running?.end('SIGTERM');
  running = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address);
  await answer.text(); // an answer left unread would keep its connection busy, and the drain waiting
  return answer.status;
}
const units = async (): Promise<string> => (await askEmbedded<{ n: string }>(folder, 'SELECT count(*) AS n FROM unit'))[0]!.n;

/** A question to the API of which only half has been sent. */
function halfARequest(address: string): { sent: Promise<void>; finish(): Promise<number> } {
  const body = JSON.stringify({ query: '{ viewer { permissions } }' });
  const open = request(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } });
  const answer = new Promise<IncomingMessage>((done, fail) => open.once('response', done).once('error', fail));
  return {
    sent: new Promise(done => open.write(body.slice(0, 10), () => done())),
    finish: async () => {
      open.end(body.slice(10));
      return (await answer).statusCode!;
    },
  };
}

describe('first start on a bare folder', () => {
  it('prints the address and the first passwords and answers', async () => {
    const server = await start();
    expect(server.said()).toContain('Hệ thống đang chạy tại http://localhost:');
    expect(server.said()).toContain('Mật khẩu lần đầu (chỉ in một lần này):');
    expect(await statusOf(`${server.address}/healthz`)).toBe(200);
    expect(await statusOf(`${server.address}/readyz`)).toBe(200);
    await askEmbedded(folder, `COMMENT ON DATABASE province IS 'kept'`);
  }, aStart);
});

describe('a later start', () => {
  const comment = `SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname = 'province'`;

  it('keeps the data, shows no password again and takes seconds', async () => {
    const server = await start();
    expect(await askEmbedded(folder, comment)).toEqual([{ text: 'kept' }]);
    expect(server.said()).not.toContain('Mật khẩu');
    expect(server.startedIn).toBeLessThan(10_000);
  }, aStart);

  it('survives that the last one was killed', async () => {
    const killed = await start();
    const before = await units();
    expect(await killed.end('SIGKILL')).toBeNull();
    const server = await start();
    expect(await statusOf(`${server.address}/readyz`)).toBe(200);
    expect(await units()).toBe(before);
    expect(await askEmbedded(folder, comment)).toEqual([{ text: 'kept' }]);
  }, aStart);

  it('is refused while another process uses the folder, and leaves that one alone', async () => {
    const server = await start();
    const { code, errors } = await refusedStart({ DATA_FOLDER: folder });
    expect(code).toBe(1);
    expect(errors).toContain('DATA_FOLDER: một tiến trình khác đang dùng thư mục dữ liệu này.');
    expect(await statusOf(`${server.address}/readyz`)).toBe(200);
  }, aStart);
});

describe('SIGTERM', () => {
  it('lets a request under way finish, then stops the database and ends with 0', async () => {
    const server = await start();
    const half = halfARequest(server.address);
    await half.sent;
    await pause(100);
    const ended = server.end('SIGTERM');
    await pause(300);
    expect(await half.finish()).toBe(401);
    expect(await ended).toBe(0);
    expect(server.said()).toContain('Đã dừng.');
    expect(existsSync(join(folder, 'pg/postmaster.pid'))).toBe(false);
  }, aStart);
});

describe('bad settings', () => {
  it.each([
    [{ PORT: 'http' }, 'PORT: phải là số nguyên'],
    [{ CLOCK_DAY: '2026-13-01' }, 'CLOCK_DAY: phải là một ngày có thật'],
    [{ DATABASE_URL: 'postgres://app_user:x@127.0.0.1:1/province' }, 'DATABASE_ADMIN_URL: còn thiếu'],
  ])('%j stop the start by name', async (settings, message) => {
    const { code, errors, out } = await refusedStart({ DATA_FOLDER: folder, ...settings });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(message);
  });

  it('a port in use is named, and the database does not stay behind', async () => {
    const other = createServer();
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await refusedStart({ DATA_FOLDER: folder, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(errors).toContain(`PORT: cổng ${port} đang có chương trình khác dùng.`);
    expect(existsSync(join(folder, 'pg/postmaster.pid'))).toBe(false);
  }, aStart);
});

// The tests above ran as whoever runs the tests; as root, an ordinary user is tried as well.
(isRoot ? describe : describe.skip)('an ordinary user', () => {
  it('starts a system of its own', async () => {
    const own = mkdtempSync(join(tmpdir(), 'start-user-'));
    chownSync(own, nobody, nobody);
    try {
      running = await startServerProcess({ DATA_FOLDER: join(own, 'data') }, nobody);
      expect(await statusOf(`${running.address}/readyz`)).toBe(200);
      expect(await running.end('SIGTERM')).toBe(0);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }, aStart);
});
