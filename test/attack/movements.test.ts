import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withSession } from '../../server/database/session.js';
import type { Viewer } from '../../server/identity/viewer.js';
import { newHousehold } from '../support/new-household.js';
import { contents } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, foreign: Client, officer: Client;
beforeAll(async () => {
  world = await openWorld();
  foreign = await world.as.commune('02647', { role: 'LEADER' });
  officer = await world.as.commune('02869');
});
afterAll(() => world.stop());

const viewerOf = ({ unitId, post }: Client, villages: number[] | null = null): Viewer => ({ accountId: 1, accountName: '', postId: post, postName: '', postRole: 'LEADER', unitId, unitCode: '', portalKind: 'commune', villages, communes: null, sensitiveNouns: [], mustChangePassword: false });

/** With gates 1 and 2 passed over: the functions that write what no portal may are asked straight away. */
it('a function of movements asks for itself whose household it is', async () => {
  const family = await newHousehold(world.admin), other = await newHousehold(world.admin), before = await contents(world.admin);
  const calls: readonly (readonly [string, unknown[]])[] = [
    ["SELECT record_class($1, 'VN-MDP-2022', 'NONE', '2026-09-01', 'LEVEL_CHANGED', '2026-09-01', NULL, NULL, NULL)", [family.id]],
    ["SELECT split_household($1, $2, $3, NULL, '2026-09-01', 'x')", [family.id, [family.members[1]], family.members[1]]],
    ["SELECT move_household($1, $2, '2026-09-01', 'x')", [family.id, foreign.unitId]],
    ["SELECT merge_households($1, $2, '2026-09-01', 'x')", [other.id, family.id]],
    ["SELECT end_household($1, '2026-09-01', 'x', 'OTHER')", [family.id]],
  ];
  const attempt = (viewer: Viewer, [sql, values]: readonly [string, unknown[]]) => withSession(world.app.door, viewer, 'write', session => session.read(sql, values)).then(() => 'done', (error: unknown) => (error as { code: string }).code);
  const denied = '42501';
  for (const call of calls) {
    expect([call[0], await attempt(viewerOf(foreign), call)]).toEqual([call[0], denied]); // another commune's head
    expect([call[0], await attempt(viewerOf(officer, [1]), call)]).toEqual([call[0], denied]); // a post for another village
  }
  expect(await attempt(viewerOf(officer), calls[0]!)).toBe(denied); // the class is the head's alone, whatever the session says of the post
  for (const portalKind of ['secretariat', 'department', 'massOrganisation'] as const)
    for (const call of calls) expect([portalKind, await attempt({ ...viewerOf(officer), portalKind }, call)]).toEqual([portalKind, denied]);
  for (const inner of ["end_newly_escaped('2040-01-01')", `refresh_class('{${family.id}}')`, `end_facts('${family.id}', '2026-09-01')`, `end_requests('${family.id}', 'x')`]) expect([inner, await attempt(viewerOf(officer), [`SELECT ${inner}`, []])]).toEqual([inner, denied]);
  expect(await contents(world.admin)).toEqual(before);
  expect(await withSession(world.app.door, viewerOf(foreign), 'read', session => session.read("SELECT * FROM class_before($1, 'VN-MDP-2022')", [family.id]))).toEqual([]);
});
