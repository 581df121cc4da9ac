import { expect } from '@jest/globals';
import type { PostRole } from '../../server/access/portal-kind.js';
import type { Answer, Client, World } from './world.js';

/** A look at another's portal: asks as it, under its own token and hat. */
export interface Look {
  (query: string, variables?: object): Promise<Answer>;
  readonly token: string;
  readonly hat: string;
}

/** Asks under a token, and under a hat where one is named. */
export const asking = ({ url }: World, token: string, hat?: string) => async (query: string, variables: object = {}): Promise<Answer> => {
  const headers = { 'content-type': 'application/json', cookie: `session=${token}`, ...(hat !== undefined && { 'x-hat': hat }) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  return { status: response.status, ...JSON.parse(text) as Pick<Answer, 'data' | 'errors'>, text, headers: response.headers };
};

export const start = (client: Client, unit: number, role: PostRole): Promise<Answer> =>
  client('mutation ($input: StartViewAsInput!) { startViewAs(input: $input) { viewingAs { unit { code } role until } userErrors { code field } } }', { input: { unit: String(unit), role } });

/** Begins a look of a secretariat's leader at the unit with this code. */
export async function lookAt(world: World, leader: Client, code: string, role: PostRole = 'LEADER'): Promise<Look> {
  const { rows: [{ id }] } = await world.admin.query<{ id: number }>('SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL', [code]);
  const answer = await start(leader, id, role);
  expect(answer.data.startViewAs).toMatchObject({ viewingAs: { unit: { code }, role }, userErrors: [] });
  const token = /session=([^;]+)/.exec(answer.headers.get('set-cookie')!)![1]!;
  const { data } = await asking(world, token)('{ viewer { post { id } } }');
  const hat = data.viewer.post.id as string;
  return Object.assign(asking(world, token, hat), { token, hat });
}
