import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Why another unit sees a household tells what is recorded of it: a lack of health, a person of merit, a group.

let world: World, family: NewHousehold;
beforeAll(async () => {
  world = await openWorld();
  family = await newHousehold(world.admin);
  await world.admin.query("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, as_of) SELECT $1, unnest(ARRAY['NUTRITION','INSURANCE','WATER']), 'VN-MDP-2022', true, '2026-01-01', '2026-01-01'", [family.id]);
  await world.admin.query("INSERT INTO merit_record (member_id, kind, valid_from) VALUES ($1, (SELECT min(kind) FROM merit_record), '2026-01-01')", [family.members[0]]);
  await world.admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'AGENT_ORANGE_CHILD', '2026-01-01')", [family.id]);
});
afterAll(() => world.stop());

async function reasons(client: Client): Promise<string[]> {
  await world.admin.query('TRUNCATE access_log');
  const { data } = await client('query ($id: ID!) { household(id: $id) { sightReasons { cause part } } }', { id: family.id });
  return [...new Set((data.household.sightReasons as { cause: string; part: string }[]).map(({ cause, part }) => `${cause} ${part}`.trim()))].sort();
}
const logged = async () => (await world.admin.query('SELECT household_id AS household, part, count(*)::int AS n FROM access_log GROUP BY 1, 2 ORDER BY 2')).rows;

it('a secretariat post that is named for neither reads no lack of health and no merit in the reasons of others', async () => {
  expect(await reasons(await world.as.secretariat('thuong-truc'))).toEqual(['DEPRIVED WATER', 'GROUP AGENT_ORANGE_CHILD', 'OWN_COMMUNE', 'SUPERVISION']);
  expect(await logged()).toEqual([]);
  expect(await reasons(await world.as.secretariat('thuong-truc', { sensitive: ['HealthDeprivation', 'MeritRecord'] }))).toEqual(['DEPRIVED INSURANCE', 'DEPRIVED NUTRITION', 'DEPRIVED WATER', 'GROUP AGENT_ORANGE_CHILD', 'MERIT', 'OWN_COMMUNE', 'SUPERVISION']);
  const { rows: [{ n }] } = await world.admin.query("SELECT count(*)::int AS n FROM sight WHERE household_id = $1 AND (cause = 'MERIT' OR part IN ('NUTRITION', 'INSURANCE'))", [family.id]);
  expect(await logged()).toEqual([{ household: family.id, part: 'SightReason', n }]);
});
it('a department reads a sensitive group in its own reason, which is logged', async () => {
  expect(await reasons(await world.as.department('snv'))).toContain('GROUP AGENT_ORANGE_CHILD');
  expect(await logged()).toEqual([{ household: family.id, part: 'SightReason', n: 1 }]);
  expect(await reasons(await world.as.department('snnmt'))).toEqual(['DEPRIVED WATER']);
  expect(await logged()).toEqual([]);
});
