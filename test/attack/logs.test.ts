import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openLog } from '../../server/log.js';
import { ask, jpeg, send } from '../support/attachment-files.js';
import { newHousehold } from '../support/new-household.js';
import { cookieOf, invite, openLink, password, signIn, useLink } from '../support/people.js';
import { write } from '../support/writes.js';
import { openWorld, type Client, type World } from '../support/world.js';

// A log names requests, portals and units: no person, no secret, nothing that was written or found.

let said = '', world: World, keeper: Client, officer: Client, assignment: string;
beforeAll(async () => {
  world = await openWorld({ log: openLog('trace', { write: line => { said += line; } }) });
  [keeper, officer] = [await world.as.commune('02869', { role: 'LEADER' }), await world.as.commune('02869')];
  ({ rows: [{ id: assignment }] } = await world.admin.query<{ id: string }>("SELECT id::text FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1", [officer.unitId]));
});
afterAll(() => world.stop());
beforeEach(() => { said = ''; });

const expectUnsaid = (...secrets: readonly (string | null)[]): void => {
  expect(said).not.toBe('');
  for (const secret of secrets) expect([secret, secret !== null && secret.length > 2 && said.includes(secret)]).toEqual([secret, false]);
};

describe('the log', () => {
  it('of joining and signing in has no name, login, password, link or session', async () => {
    const { token, login, id } = await invite(keeper, { name: 'Giàng Thị Không Ghi' });
    const opened = await openLink(world, token), joined = await useLink(world, token), wrong = await signIn(world, login, 'mot mat khau sai'), right = await signIn(world, login);
    expect([opened.status, joined.status, wrong.status, right.status]).toEqual([200, 200, 200, 200]);
    expectUnsaid('Không Ghi', token, login, password, 'mot mat khau sai', cookieOf(joined), cookieOf(right), `"${id}"`);
  });
  it('of a search, a refusal and a fault of the client has nothing of what was asked for', async () => {
    const family = await newHousehold(world.admin);
    await officer('query ($text: String!) { households(first: 1, filter: { search: $text }) { nodes { id } } }', { text: 'Sùng A Không Ghi' });
    await officer(`{ household(id: "${family.id}") { headName secretField } }`);
    await officer('{ households(first: "Sùng A Không Ghi") { nodes { id } } }');
    await officer(`{ household(id: "${family.id}") { code headName } }`);
    expectUnsaid('Không Ghi', family.id, family.code, officer.token);
  });
  it('of a fault of the database quotes no row, whether in an operation or in sending a file', async () => {
    await world.admin.query(`CREATE FUNCTION fail_loudly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'giá trị %', to_jsonb(NEW) USING DETAIL = to_jsonb(NEW)::text, HINT = to_jsonb(NEW)::text, ERRCODE = 'XX001'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON assignment_comment FOR EACH ROW EXECUTE FUNCTION fail_loudly(); CREATE TRIGGER fail BEFORE INSERT ON attachment FOR EACH ROW EXECUTE FUNCTION fail_loudly()`);
    const answer = await write(officer, 'addComment', { assignment, text: 'Lời Không Ghi' });
    expect([answer.status, answer.errors?.[0]?.extensions.code, answer.text.includes('Không Ghi')]).toEqual([500, 'INTERNAL', false]);
    const { ticket } = await ask(officer, { assignment, name: 'Nhà Giàng A Không Ghi.jpg' }), sent = await send(world, officer, ticket!, jpeg());
    expect([sent.status, sent.codes, sent.text.includes('Không Ghi')]).toEqual([503, ['UNAVAILABLE'], false]);
    expect(said.split('SQLSTATE XX001')).toHaveLength(3);
    expectUnsaid('Không Ghi', ticket, officer.token);
    await world.admin.query('DROP FUNCTION fail_loudly() CASCADE');
  });
});
