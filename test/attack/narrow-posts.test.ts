import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { refused } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Posts for some villages or some communes of their unit see nothing of the others, by whatever row of the unit's own.

let world: World, family: NewHousehold, head: Client, whole: Client;
beforeAll(async () => {
  world = await openWorld();
  family = await newHousehold(world.admin);
  whole = await world.as.commune('02869', { role: 'LEADER' });
  const { rows: [{ code }] } = await world.admin.query('SELECT max(code) AS code FROM village WHERE commune_id = $1', [whole.unitId]);
  head = await world.as.commune('02869', { role: 'OFFICER', villages: [code] });
});
afterAll(() => world.stop());

describe('a post for some villages', () => {
  it('sees no help that its commune gives in others', async () => {
    const { rows: [{ id }] } = await world.admin.query("INSERT INTO support (household_id, kind, provider_id, state, note) VALUES ($1, 'HOUSING', $2, 'PLANNED', 'riêng') RETURNING id", [family.id, whole.unitId]);
    await world.admin.query('INSERT INTO support_amount (support_id, amount) VALUES ($1, 5000000)', [id]);
    const ask = (client: Client) => client('query ($id: ID!) { supports(first: 5, filter: { id: { eq: $id } }) { nodes { kind note amount { amount } } totalCount { value } } }', { id });
    expect((await ask(whole)).data.supports).toEqual({ nodes: [{ kind: 'HOUSING', note: 'riêng', amount: { amount: 5000000 } }], totalCount: { value: 1 } });
    expect((await ask(head)).data.supports).toEqual({ nodes: [], totalCount: { value: 0 } });
  });
  it('sees no opening of what lies in others', async () => {
    await whole('query ($id: ID!) { household(id: $id) { ethnicity { name } } }', { id: family.id });
    const ask = (client: Client) => client('query ($id: ID!) { accessLogEntries(first: 5, filter: { household: { eq: $id } }) { nodes { part person } totalCount { value } } }', { id: family.id });
    expect((await ask(whole)).data.accessLogEntries.totalCount).toEqual({ value: 1 });
    expect((await ask(head)).data.accessLogEntries).toEqual({ nodes: [], totalCount: { value: 0 } });
  });
});

it('a household that goes to another village takes its standing class along', async () => {
  const { rows: villages } = await world.admin.query<{ id: number; code: string }>('SELECT id, code FROM village WHERE commune_id = $1 ORDER BY id LIMIT 2', [whole.unitId]);
  const [before, after] = await Promise.all(villages.map(({ code }) => world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: [code] }))) as [Client, Client];
  const moving = await newHousehold(world.admin);
  const ask = (client: Client) => client('query ($code: String!) { classRecords(first: 5, filter: { code: { eq: $code } }) { nodes { headName class until } } }', { code: moving.code });
  const open = { headName: 'Thào A Thử', class: 'POOR', until: null };
  expect([(await ask(before)).data, (await ask(after)).data]).toEqual([{ classRecords: { nodes: [open] } }, { classRecords: { nodes: [] } }]);
  const { data } = await whole('mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { userErrors { code } } }', { input: { id: moving.id, version: 1, village: String(villages[1]!.id) } });
  expect(data.updateHousehold.userErrors).toEqual([]);
  expect([(await ask(before)).data, (await ask(after)).data]).toEqual([{ classRecords: { nodes: [] } }, { classRecords: { nodes: [open] } }]);
  await world.admin.query("UPDATE class_record SET until = '2026-09-01', end_movement = 'CLASS_CHANGED' WHERE household_id = $1", [moving.id]);
  expect((await ask(before)).data).toEqual({ classRecords: { nodes: [{ ...open, until: '2026-09-01' }] } });
});

describe('a post for some communes', () => {
  it('sees no request, no batch and no opening of its unit in others', async () => {
    const all = await world.as.department('sxd', { role: 'LEADER' }), some = await world.as.department('sxd', { communes: ['02647'] }), own = await world.as.department('sxd', { communes: ['02869'] });
    await world.admin.query("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, as_of) VALUES ($1, 'HOUSING_QUALITY', 'VN-MDP-2022', true, '2026-01-01', '2026-01-01')", [family.id]);
    await world.admin.query("INSERT INTO sight_request (household_id, unit_id, requested_by_id, part, purpose, reason, days, requested_on) VALUES ($1, $2, $3, 'Deprivation', 'PROVIDE_SUPPORT', 'riêng', 5, '2026-03-03')", [family.id, all.unitId, all.post]);
    const { rows: [{ id: batch }] } = await world.admin.query("INSERT INTO import_batch (unit_id, post_id, kind, file_name, state) VALUES ($1, $2, 'SUPPORTS', 'a.xlsx', 'CHECKED') RETURNING id", [all.unitId, all.post]);
    await world.admin.query("INSERT INTO import_row (batch_id, row_no, state, code, messages) VALUES ($1, 2, 'WARNED', $2, '{riêng}')", [batch, family.code]);
    await world.admin.query("INSERT INTO access_log (request_id, account_id, post_id, unit_id, household_id, part) SELECT 'x', account_id, id, unit_id, $2, 'HouseholdGroup' FROM post WHERE id = $1", [all.post, family.id]);
    const ask = (client: Client) => client(`query ($id: ID!, $batch: ID!) { sightRequests(first: 5, filter: { requestedOn: { eq: "2026-03-03" } }) { nodes { reason } totalCount { value } }
      importBatches(first: 5) { nodes { fileName } } importBatch(id: $batch) { fileName } importRows(first: 5, filter: { batch: { eq: $batch } }) { nodes { code messages } }
      accessLogEntries(first: 5, filter: { household: { eq: $id } }) { nodes { part } } }`, { id: family.id, batch });
    expect((await ask(all)).data).toEqual({ sightRequests: { nodes: [{ reason: 'riêng' }], totalCount: { value: 1 } }, importBatches: { nodes: [{ fileName: 'a.xlsx' }] }, importBatch: { fileName: 'a.xlsx' },
      importRows: { nodes: [{ code: family.code, messages: ['riêng'] }] }, accessLogEntries: { nodes: [{ part: 'HouseholdGroup' }] } });
    expect((await ask(own)).data).toEqual({ sightRequests: { nodes: [{ reason: 'riêng' }], totalCount: { value: 1 } }, importBatches: { nodes: [] }, importBatch: null, importRows: { nodes: [] }, accessLogEntries: { nodes: [{ part: 'HouseholdGroup' }] } });
    expect((await ask(some)).data).toEqual({ sightRequests: { nodes: [], totalCount: { value: 0 } }, importBatches: { nodes: [] }, importBatch: null, importRows: { nodes: [] }, accessLogEntries: { nodes: [] } });
    for (const field of ['undoImport', 'discardImport']) {
      const { data } = await some(`mutation ($input: ImportBatchInput!) { ${field}(input: $input) { userErrors { code field } } }`, { input: { id: batch } });
      expect([field, data[field].userErrors]).toEqual([field, [{ code: 'NOT_FOUND', field: 'id' }]]);
    }
  });
});

it('a post for some communes proposes itself in no other', async () => {
  const narrow = await world.as.department('sxd', { role: 'LEADER', communes: ['02647'] });
  const propose = (commune: number) => narrow('mutation ($input: ProposePairingInput!) { proposePairing(input: $input) { pairing { state } userErrors { code field } } }', { input: { commune: String(commune), helper: String(narrow.unitId), validFrom: '2026-09-08' } });
  const { answer } = await refused(world, () => propose(whole.unitId));
  expect(answer.data.proposePairing).toEqual({ pairing: null, userErrors: [{ code: 'NOT_FOUND', field: 'commune' }] });
  const { rows: [{ id: own }] } = await world.admin.query("SELECT id FROM unit WHERE code = '02647' AND valid_to IS NULL");
  expect((await propose(own)).data.proposePairing).toEqual({ pairing: { state: 'PROPOSED' }, userErrors: [] });
});
