import { createAccount } from '../../server/identity/account.service.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import type { Answer, World } from './world.js';

export interface UnitClient { readonly code: string; readonly id: number; readonly kind: string; readonly ask: (query: string, variables?: object) => Promise<Answer> }

/** Signs one person in under a hat of every unit that there is, each sign-in its own. */
export async function signInToEveryUnit({ url, admin }: World): Promise<UnitClient[]> {
  const { rows: units } = await admin.query<{ id: number; code: string; kind: string }>('SELECT id, code, kind FROM unit WHERE valid_to IS NULL ORDER BY id');
  const account = await createAccount(admin, { login: 'thu.moi-don-vi', name: 'Người dùng thử', password: 'khong-dung-den-bao-gio', mustChangePassword: false }, units.map(({ code }) => ({ unitCode: code, role: 'OFFICER' as const })));
  return Promise.all(units.map(async ({ id, code, kind }, i) => {
    const token = newToken(), post = account!.posts[i]!;
    await admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), account!.id, post]);
    const ask = async (query: string, variables: object = {}): Promise<Answer> => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${token}`, 'x-hat': String(post) }, body: JSON.stringify({ query, variables }) });
      const text = await response.text();
      return { ...JSON.parse(text) as Pick<Answer, 'data' | 'errors'>, status: response.status, text, headers: response.headers };
    };
    return { id, code, kind, ask };
  }));
}
