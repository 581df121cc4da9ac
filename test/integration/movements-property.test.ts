import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addPersonal, contradictions, listsOn, makeFamily, versionOf } from '../support/family.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, clients: Client[], people: number;
const days = Array.from({ length: 31 }, (_, no) => new Date(Date.UTC(2026, 7, 9 + no)).toISOString().slice(0, 10)); // 9/8 to 8/9/2026

beforeAll(async () => {
  world = await openWorld();
  clients = [await world.as.commune('02869', { role: 'LEADER' }), await world.as.commune('02647', { role: 'LEADER' })];
  for (const [no, client] of clients.entries()) for (const at of [0, 1, 2]) {
    const family = await makeFamily(world, client, { head: `Lò Văn ${'ABC'[at]!}${no}`, people: 4 });
    await addPersonal(world, family, family.members[2]!);
  }
  ({ rows: [{ people }] } = await world.admin.query<{ people: number }>('SELECT count(*)::int AS people FROM member'));
}, 60_000);
afterAll(() => world.stop());

interface Step { readonly kind: 'split' | 'move' | 'merge' | 'end' | 'class'; readonly commune: number; readonly which: number; readonly other: number; readonly day: number; readonly to: string }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('split', 'split', 'move', 'move', 'merge', 'merge', 'end', 'class', 'class'), commune: fc.nat(1), which: fc.nat(40), other: fc.nat(40), day: fc.nat(days.length - 1),
  to: fc.constantFrom('POOR', 'NEAR_POOR', 'AVERAGE', 'NONE'),
});

const written = 'userErrors { code field message }';

/** Runs one step on what is there to run it on; null where there is nothing. */
async function run({ kind, commune, which, other, day: no, to }: Step): Promise<{ answer: Answer; day: string } | null> {
  const client = clients[commune]!;
  const { rows: living } = await world.admin.query<{ id: string; since: string }>(
    `SELECT h.id, (SELECT max(since)::text FROM class_record r WHERE r.household_id = h.id AND r.until IS NULL) AS since FROM household h
      WHERE h.commune_id = $1 AND h.ended_on IS NULL AND h.head_name LIKE 'Lò Văn %' ORDER BY h.code`, [client.unitId]);
  if (living.length === 0) return null;
  const one = living[which % living.length]!, two = living[(which + 1 + other) % living.length]!;
  const day = [days[no]!, one.since, ...(kind === 'merge' ? [two.since] : [])].sort().at(-1)!;
  const version = await versionOf(world, one.id), words = { day, reason: 'thử' };
  const send = async (name: string, type: string, input: object) => ({ answer: await client(`mutation ($input: ${type}!) { ${name}(input: $input) { ${written} } }`, { input }), day });
  switch (kind) {
    case 'split': {
      const { rows } = await world.admin.query<{ id: string }>("SELECT id FROM member WHERE household_id = $1 AND NOT is_head AND residence IN ('PRESENT','AWAY') ORDER BY id", [one.id]);
      const members = rows.map(row => row.id).slice(0, 1 + (other % 2));
      return members.length === 0 ? null : send('splitHousehold', 'SplitHouseholdInput', { household: one.id, version, members, head: members[0], ...words });
    }
    case 'move': return send('moveHousehold', 'MoveHouseholdInput', { household: one.id, version, toCommune: String(clients[1 - commune]!.unitId), ...words });
    case 'merge': return one.id === two.id ? null : send('mergeHouseholds', 'MergeHouseholdsInput', { keep: one.id, keepVersion: version, gone: two.id, goneVersion: await versionOf(world, two.id), ...words });
    case 'end': return living.length < 3 ? null : send('endHousehold', 'EndHouseholdInput', { household: one.id, version, kind: 'LEFT_PROVINCE', ...words });
    case 'class': return send('recordClass', 'RecordClassInput', { household: one.id, standard: 'VN-MDP-2022', class: to, since: day, decisionNumber: '12/QĐ-UBND', decisionDay: day });
  }
}

it('counts nobody twice and leaves every earlier list as it was, whatever moves', async () => {
  expect(await contradictions(world)).toEqual([]);
  const done: Record<string, number> = {};
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async steps => {
    for (const one of steps) {
      const before = await listsOn(world, days), result = await run(one);
      if (!result) continue;
      const { answer, day } = result;
      expect(answer.errors).toBeUndefined();
      const [payload] = Object.values(answer.data as Record<string, { userErrors: { code: string; field: string }[] }>);
      // A class that stays is no movement; everything else that is asked for here is possible.
      expect(payload!.userErrors.filter(error => !(one.kind === 'class' && error.code === 'NOT_ALLOWED_NOW' && error.field === 'class'))).toEqual([]);
      done[one.kind] = (done[one.kind] ?? 0) + 1;
      const after = await listsOn(world, days);
      for (const past of days.filter(other => other < day)) expect([past, after[past]]).toEqual([past, before[past]]);
      expect(await contradictions(world)).toEqual([]);
      const { rows: [{ count }] } = await world.admin.query<{ count: number }>('SELECT count(*)::int AS count FROM member');
      expect(count).toBe(people);
    }
  }), { numRuns: 4, seed: 20260908, endOnFailure: true });
  expect(Object.keys(done).sort()).toEqual(['class', 'end', 'merge', 'move', 'split']);
}, 240_000);
