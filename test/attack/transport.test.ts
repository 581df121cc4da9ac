import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { sendJson, sendRaw, signedIn, type RawAnswer } from '../support/raw-request.js';
import { refused } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, assignment: { id: number; version: number };

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  ({ rows: [assignment] } = await world.admin.query('SELECT id, version FROM assignment WHERE unit_id = $1 AND accepted_on IS NULL ORDER BY id LIMIT 1', [officer.unitId]));
});
afterAll(() => world.stop());

const json = { 'content-type': 'application/json' };
const accept = (): string => `mutation { acceptAssignment(input: { id: "${assignment.id}", version: ${assignment.version} }) { userErrors { code } } }`;
const body = (query: string): string => JSON.stringify({ query });
const ownOrigin = (): string => world.url;

/** No attempt of these is to have run, and none tells of the inside. */
async function expectNotRun(attempt: () => Promise<RawAnswer>, status: number, code?: string): Promise<RawAnswer> {
  const { answer } = await refused(world, attempt);
  expect({ status: answer.status, ...(code && { codes: answer.codes }) }).toEqual({ status, ...(code && { codes: [code] }) });
  expect(answer.text).not.toMatch(/node_modules|stacktrace|\bat \w+.*:\d+|\.js\b|apollo|CSRF/i);
  return answer;
}

describe('a write that another page could send by itself', () => {
  it('as GET is answered 405', async () => {
    const path = () => `/graphql?query=${encodeURIComponent(accept())}`;
    const answer = await expectNotRun(() => sendRaw(world, { method: 'GET', path: path(), headers: { ...signedIn(officer), ...json, origin: ownOrigin() } }), 405);
    expect(answer.headers.allow).toBe('POST');
  });
  it.each(['GET', 'HEAD'])('as %s with an odd content type, with no preflight header, or from nowhere is refused', async method => {
    const path = `/graphql?query=${encodeURIComponent(accept())}`;
    const odd: readonly Record<string, string>[] = [{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/json; charset=utf-8, text/plain' }, { 'content-type': 'x' }, { 'content-type': 'multipart/form-data; application/json' }];
    for (const headers of odd)
      expect((await refused(world, () => sendRaw(world, { method, path, headers: { ...signedIn(officer), ...headers } }))).answer.status).toBeGreaterThanOrEqual(400);
  });
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json', ''])('as POST of %j is refused', async type => {
    const headers = { ...signedIn(officer), ...(type && { 'content-type': type }) };
    await expectNotRun(() => sendRaw(world, { headers: { ...headers, origin: ownOrigin() }, body: body(accept()) }), 400);
    await expectNotRun(() => sendRaw(world, { headers, body: body(accept()) }), 403, 'FORBIDDEN');
    await expectNotRun(() => sendRaw(world, { headers: { ...headers, 'apollo-require-preflight': '1', origin: ownOrigin() }, body: body(accept()) }), 400);
  });
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])('from the origin %s is refused, though it carries the cookie', async origin => {
    await expectNotRun(() => sendJson(world, officer, { query: accept() }, { origin }), 403, 'FORBIDDEN');
  });
  it.each(['cross-site', 'same-site'])('that a browser calls %s is refused, with no Origin', async site => {
    await expectNotRun(() => sendJson(world, officer, { query: accept() }, { 'sec-fetch-site': site }), 403, 'FORBIDDEN');
  });
  it('is allowed nothing by CORS', async () => {
    const { status, headers } = await sendRaw(world, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
    expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
    expect(status).toBeGreaterThanOrEqual(400);
  });
  it('runs when it comes from a page of ours, or from a program without a browser', async () => {
    const ask = { query: '{ viewer { portalKind } }' };
    for (const headers of [{ origin: ownOrigin() }, { 'sec-fetch-site': 'same-origin' }, {}]) expect(await sendJson(world, officer, ask, headers as Record<string, string>)).toMatchObject({ status: 200, text: '{"data":{"viewer":{"portalKind":"commune"}}}\n' });
  });
});

describe('a body', () => {
  it('that is no JSON is answered 400 in Vietnamese', async () => {
    for (const bad of ['{', '{"query":', 'query', '{"query":"{ viewer { name } }"', '"\u0000"']) {
      const { messages } = await expectNotRun(() => sendRaw(world, { headers: { ...json, ...signedIn(officer) }, body: bad }), 400, 'BAD_REQUEST');
      expect(messages).toEqual(['Nội dung gửi lên không phải JSON hợp lệ.']);
    }
  });
  it.each(['{}', '[]', 'null', '5', '"x"', '{"query":5}', '{"query":null}', '{"query":""}', '{"query":["{ viewer { name } }"]}', '{"query":"{ viewer { name } }","variables":"x"}', '{"query":"{ viewer { name } }","variables":[1]}', '{"query":"{ viewer { name } }","extensions":7}', ''])(
    'that asks nothing, %j, is answered 400', async text => {
      await expectNotRun(() => sendRaw(world, { headers: { ...json, ...signedIn(officer) }, body: text }), 400);
    });
  it('over 100 kB is answered 413, packed or not', async () => {
    const { messages } = await expectNotRun(() => sendRaw(world, { headers: { ...json, ...signedIn(officer) }, body: JSON.stringify({ query: '{ viewer { name } }', variables: { x: 'x'.repeat(102_400) } }) }), 413, 'BAD_REQUEST');
    expect(messages).toEqual(['Nội dung gửi lên lớn hơn 100 kB.']);
    const { gzipSync } = await import('node:zlib');
    await expectNotRun(() => sendRaw(world, { headers: { ...json, ...signedIn(officer), 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify({ query: '{ viewer { name } }', variables: { x: 'x'.repeat(10_000_000) } })) }), 413, 'BAD_REQUEST');
  });
  it('just under 100 kB is read', async () => {
    const { status } = await sendJson(world, officer, { query: '{ viewer { name } }', variables: { x: 'x'.repeat(102_000) } });
    expect(status).toBe(200);
  });
  it('nested forty thousand deep is answered 400 and the server lives', async () => {
    for (const deep of [`${'['.repeat(40_000)}${']'.repeat(40_000)}`, `{"query":"{ viewer { name } }","variables":{"x":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`, `{"query":"{ viewer { name } }","extensions":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`])
      expect((await sendRaw(world, { headers: { ...json, ...signedIn(officer) }, body: deep })).status).toBeLessThan(500);
    expect((await officer('{ viewer { name } }')).status).toBe(200);
  });
  it('with a prototype in it is only data', async () => {
    await sendRaw(world, { headers: { ...json, ...signedIn(officer) }, body: '{"query":"{ viewer { name } }","variables":{"__proto__":{"polluted":true}},"__proto__":{"persistedOnly":true}}' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  it('in another encoding is refused', async () => {
    await expectNotRun(() => sendRaw(world, { headers: { 'content-type': 'application/json; charset=latin1', ...signedIn(officer) }, body: body(accept()) }), 415);
    await expectNotRun(() => sendRaw(world, { headers: { ...json, 'content-encoding': 'compress', ...signedIn(officer) }, body: body(accept()) }), 415);
  });
});

describe('an answer', () => {
  it('shows no landing page, trace, timing or name of the software', async () => {
    const page = await sendRaw(world, { method: 'GET', headers: { accept: 'text/html' } });
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.text).not.toMatch(/apollo|sandbox|graphiql|<script/i);
    expect(page.messages).toEqual(['Yêu cầu gửi lên không đúng dạng. Gửi bằng POST, content-type là application/json, query là một chuỗi.']);
    const { status, text, headers } = await sendJson(world, officer, { query: '{ viewer { name } }' }, { 'apollo-federation-include-trace': 'ftv1', 'x-apollo-tracing': '1' });
    expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([200, ['data']]);
    expect([headers['x-powered-by'], headers.server]).toEqual([undefined, undefined]);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
  it('of the API is kept in no cache and read as nothing but JSON', async () => {
    for (const answer of [await sendJson(world, officer, { query: '{ viewer { name } }' }), await sendJson(world, null, { query: '{ viewer { name } }' })])
      expect([answer.headers['cache-control'], answer.headers['x-content-type-options'], answer.headers['content-type']]).toEqual(['no-store', 'nosniff', 'application/json; charset=utf-8']);
  });
  it('for an address that is none tells nothing', async () => {
    for (const path of ['/graphql/x', '/.git/config', '/package.json', '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/server/config.ts', '/api'])
      expect([path, (await sendRaw(world, { method: 'GET', path })).text.includes('"dependencies"')]).toEqual([path, false]);
  });
});

describe('a page of the portals', () => {
  const made: string[] = [];
  let built: World;
  beforeAll(async () => {
    // Where the web was not built, pages of one line stand in: the headers are the server's.
    for (const name of ['build/web/index.html', 'build/web/sign-in/index.html']) if (!existsSync(name)) {
      mkdirSync(name.slice(0, name.lastIndexOf('/')), { recursive: true });
      writeFileSync(name, '<!doctype html><style>p{}</style><script>1</script><script type="module" src="/assets/a.js"></script>');
      made.push(name);
    }
    built = await openWorld();
  });
  afterAll(async () => {
    await built.stop();
    for (const name of made) rmSync(name);
    if (made.length > 1) for (const folder of ['build/web/sign-in', 'build/web']) rmdirSync(folder);
  });
  it.each([['/dang-nhap', 'build/web/sign-in/index.html'], ['/cong/thuong-truc', 'build/web/index.html'], ['/cong/02869/ho/1', 'build/web/index.html']])('%s lets nothing run but its own', async (path, file) => {
    const { status, headers, text } = await sendRaw(built, { method: 'GET', path });
    const policy = new Map(String(headers['content-security-policy']).split('; ').map(line => [line.split(' ')[0], line.split(' ').slice(1)]));
    const scripts = [...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`);
    expect(status).toBe(200);
    expect(policy.get('script-src')).toEqual(["'self'", ...scripts]);
    expect(policy.get('style-src')).not.toContain("'unsafe-inline'");
    for (const [directive, value] of [['default-src', "'self'"], ['connect-src', "'self'"], ['frame-ancestors', "'none'"], ['base-uri', "'none'"], ['object-src', "'none'"], ['form-action', "'self'"]] as const)
      expect([directive, policy.get(directive)]).toEqual([directive, [value]]);
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['cache-control']]).toEqual(['nosniff', 'same-origin', 'no-cache']);
    expect(text).not.toMatch(/\son\w+=|javascript:/i);
  });
  it('is for people without a session the sign-in page only', async () => {
    const { status, headers } = await sendRaw(built, { method: 'GET', path: '/' });
    expect([status, headers.location]).toEqual([302, '/dang-nhap']);
  });
});
