import { readFileSync } from 'node:fs';
import type { Answer, Client, World } from './world.js';

const manifest = Object.values(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>);
/** A guest's free text is refused, so that what guests send is the web's own document. */
const documentOf = (name: string): string => manifest.find(text => new RegExp(`^(query|mutation) ${name}\\b`).test(text))!;

export const password = 'mat-khau-that-dai-2026';
const errors = 'userErrors { code field message }';

export interface Invited { readonly id: string; readonly token: string; readonly login: string; readonly answer: Answer }
let made = 0;

/** The payload of a mutation that was answered. */
export const payload = <P extends object>(answer: Answer): P & { userErrors: { code: string; field: string | null; message: string }[] } =>
  Object.values(answer.data as Record<string, P & { userErrors: { code: string; field: string | null; message: string }[] }>)[0]!;

/** Asks for a new person in the client's own unit, or as `given` says. */
export async function invite(client: Client, given: object = {}): Promise<Invited> {
  const login = `nguoi${process.pid}${made++}.${client.unit}`;
  const input = { unit: String(client.unitId), name: 'Lò Văn Thử', login, role: 'OFFICER', validFrom: '2026-01-01', ...given };
  const answer = await client(`mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { link account { id } ${errors} } }`, { input });
  const { account, link } = (answer.data?.inviteAccount ?? {}) as { account?: { id: string }; link?: string };
  return { id: account?.id ?? '', token: link?.replace('/loi-moi/', '') ?? '', login: input.login, answer };
}

export const openLink = ({ as }: World, token: string): Promise<Answer> => as.guest(documentOf('Invitation'), { token });
export const useLink = ({ as }: World, token: string, given = password): Promise<Answer> => as.guest(documentOf('AcceptInvitation'), { input: { token, password: given } });
export const signIn = ({ as }: World, login: string, given = password): Promise<Answer> => as.guest(documentOf('Login'), { input: { login, password: given } });

/** The value of the session's cookie that an answer sets; null without one. */
export const cookieOf = ({ headers }: Answer): string | null => /session=([\w-]{43})/.exec(headers.get('set-cookie') ?? '')?.[1] ?? null;

/** Sends under a session and a hat as a browser would. */
export const asSession = async ({ url }: World, token: string, hat: number, query: string, variables: object = {}): Promise<{ status: number; body: Record<string, never> }> => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${token}`, 'x-hat': String(hat) }, body: JSON.stringify({ query, variables }) });
  return { status: response.status, body: await response.json() as Record<string, never> };
};

/** The one mutation on an account or post that takes `input`, with its errors. */
export const keep = (client: Client, name: string, type: string, input: object, more = ''): Promise<Answer> =>
  client(`mutation ($input: ${type}!) { ${name}(input: $input) { ${more} ${errors} } }`, { input });

export const accountOf = async ({ admin }: World, post: number): Promise<number> => (await admin.query<{ account_id: number }>('SELECT account_id FROM post WHERE id = $1', [post])).rows[0]!.account_id;
