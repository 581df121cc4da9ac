import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../support/world.js';

const login = Object.values(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>).find(text => /^mutation Login\b/.test(text))!;
let world: World;
beforeAll(async () => { world = await openWorld({ settings: { TRUST_PROXY: 'true' } }); });
afterAll(() => world.stop());

describe('guessing passwords through a proxy', () => {
  const from = async (told: string, no: number): Promise<string> => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', 'x-forwarded-for': told },
      body: JSON.stringify({ query: login, variables: { input: { login: `khong.ai${no}`, password: 'mat khau khong dung' } } }) });
    return (await response.json() as { data: { login: { userErrors: { code: string }[] } } }).data.login.userErrors[0]!.code;
  };
  it('is counted for the address that the proxy saw, whatever a browser says of itself before it', async () => {
    const codes: string[] = [];
    for (let no = 0; no < 21; no++) codes.push(await from(`198.51.100.${no}, 203.0.113.9`, no));
    expect([codes.slice(0, 20).every(code => code === 'SIGN_IN_FAILED'), codes[20], await from('203.0.113.10', 99)]).toEqual([true, 'TRY_LATER', 'SIGN_IN_FAILED']);
  });
});
