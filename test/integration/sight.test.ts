import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, household: NewHousehold;
const clients = new Map<string, Client>();

beforeAll(async () => {
  world = await openWorld();
  for (const unit of ['snv', 'sgddt', 'syt', 'bhxh', 'sxd', 'snnmt', 'skhcn', 'svhttdl', 'nhcsxh', 'stc', 'lhpn', 'mttq', 'mttq-02869', 'mttq-02647', '02869', '02647']) clients.set(unit, await world.as.unit(unit));
  await world.admin.query('DELETE FROM supervision'); // the demonstration's review would show every list
});
beforeEach(async () => { household = await newHousehold(world.admin); });
afterAll(() => world.stop());

const reasons = async (unit: string): Promise<string[] | null> => {
  const { data } = await clients.get(unit)!('query ($id: ID!) { household(id: $id) { sightReasons { cause part } } }', { id: household.id });
  return data.household && data.household.sightReasons.map((one: { cause: string; part: string }) => `${one.cause} ${one.part}`.trim());
};
/** The units that see the household, each with its reasons; the own commune aside. */
const seenBy = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const unit of clients.keys()) { const why = await reasons(unit); if (why && unit !== '02869') found[unit] = why; }
  return found;
};
const sql = (text: string, ...values: unknown[]) => world.admin.query(text, [household.id, ...values]);
const lacks = (indicator: string) => sql("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, as_of) VALUES ($1, $2, 'VN-MDP-2022', true, '2026-01-01', '2026-01-01')", indicator);
const needs = (kind: string) => sql("INSERT INTO support_need (household_id, kind, since) VALUES ($1, $2, '2026-01-01')", kind);
const belongs = (kind: string) => sql("INSERT INTO household_group (household_id, kind, since) VALUES ($1, $2, '2026-01-01')", kind);
const becomes = (of: string, since = '2026-01-01') => sql('UPDATE household SET class = $2, class_since = $3 WHERE id = $1', of, since);
const unitId = (code: string) => clients.get(code)!.unitId;

describe('a household is seen', () => {
  it('by its commune alone where nothing else gives a reason, and by the next commune once it moves there', async () => {
    expect([await seenBy(), await reasons('02869')]).toEqual([{}, ['OWN_COMMUNE']]);
    await sql('UPDATE household SET commune_id = $2, village_id = NULL WHERE id = $1', unitId('02647'));
    expect([await reasons('02869'), await reasons('02647')]).toEqual([null, ['OWN_COMMUNE']]);
  });
  it.each([
    ['JOB', { snv: ['DEPRIVED JOB'] }], ['DEPENDANTS', { snv: ['DEPRIVED DEPENDANTS'] }], ['ADULT_EDUCATION', { sgddt: ['DEPRIVED ADULT_EDUCATION'] }], ['SCHOOLING', { sgddt: ['DEPRIVED SCHOOLING'] }],
    ['NUTRITION', { syt: ['DEPRIVED NUTRITION'] }], ['INSURANCE', { syt: ['DEPRIVED INSURANCE'], bhxh: ['DEPRIVED INSURANCE'] }], ['HOUSING_QUALITY', { sxd: ['DEPRIVED HOUSING_QUALITY'] }], ['HOUSING_AREA', { sxd: ['DEPRIVED HOUSING_AREA'] }],
    ['WATER', { snnmt: ['DEPRIVED WATER'] }], ['LATRINE', { snnmt: ['DEPRIVED LATRINE'] }], ['TELECOM', { skhcn: ['DEPRIVED TELECOM'], svhttdl: ['DEPRIVED TELECOM'] }],
    ['INFORMATION_MEANS', { skhcn: ['DEPRIVED INFORMATION_MEANS'], svhttdl: ['DEPRIVED INFORMATION_MEANS'] }],
  ])('for what it lacks in %s by the leads of that part, until it is made good', async (indicator, expected) => {
    await lacks(indicator);
    expect(await seenBy()).toEqual(expected);
    await sql("UPDATE deprivation SET until = '2026-09-01' WHERE household_id = $1");
    expect(await seenBy()).toEqual({});
  });
  it('for a lack by its class: housing of the poor and near-poor, work of the newly escaped too, for their three years', async () => {
    await lacks('HOUSING_QUALITY');
    await lacks('JOB');
    await becomes('NEAR_POOR');
    expect(await seenBy()).toEqual({ sxd: ['DEPRIVED HOUSING_QUALITY'], snv: ['DEPRIVED JOB'] });
    await becomes('NEWLY_ESCAPED', '2024-01-01');
    expect(await seenBy()).toEqual({ snv: ['DEPRIVED JOB'] });
    expect(await onDay(world, '2026-12-31', seenBy)).toEqual({ snv: ['DEPRIVED JOB'] });
    expect(await onDay(world, '2027-01-01', seenBy)).toEqual({});
    await becomes('AVERAGE');
    expect(await seenBy()).toEqual({});
  });
  it.each([
    ['LOAN', { nhcsxh: ['NEED LOAN'] }], ['TRAINING', { snv: ['NEED TRAINING'], sgddt: ['NEED TRAINING'] }], ['JOB', { snv: ['NEED JOB'], sgddt: ['NEED JOB'] }], ['PRODUCTION', { snnmt: ['NEED PRODUCTION'] }],
    ['EDUCATION', { sgddt: ['NEED EDUCATION'] }], ['LEGAL_AID', {}],
  ])('for its wish for %s by the leads of that kind, until it is met', async (kind, expected) => {
    await needs(kind);
    expect(await seenBy()).toEqual(expected);
    await sql("UPDATE support_need SET until = '2026-09-01' WHERE household_id = $1");
    expect(await seenBy()).toEqual({});
  });
  it('for a wish by its class: loans and training of the newly escaped too, jobs and production not', async () => {
    for (const kind of ['LOAN', 'TRAINING', 'JOB', 'PRODUCTION']) await needs(kind);
    await becomes('NEWLY_ESCAPED');
    expect(await seenBy()).toEqual({ nhcsxh: ['NEED LOAN'], snv: ['NEED TRAINING'], sgddt: ['NEED TRAINING'] });
    await becomes('NONE');
    expect(await seenBy()).toEqual({});
  });
  it('for a person of merit by Sở Nội vụ, while the record is valid and the household poor', async () => {
    await sql("INSERT INTO merit_record (member_id, kind, valid_from, valid_to) SELECT id, 'WAR_INVALID', '2026-01-01', '2026-10-31' FROM member WHERE household_id = $1 AND is_head");
    expect(await seenBy()).toEqual({ snv: ['MERIT'] });
    expect(await onDay(world, '2026-11-01', seenBy)).toEqual({});
    expect(await onDay(world, '2025-12-31', seenBy)).toEqual({});
    await becomes('AVERAGE');
    expect(await seenBy()).toEqual({});
  });
  it('as the family of a child of an Agent Orange victim in any class, as one of merit while poor', async () => {
    await belongs('AGENT_ORANGE_CHILD');
    await belongs('MERIT');
    expect(await seenBy()).toEqual({ snv: ['GROUP AGENT_ORANGE_CHILD', 'GROUP MERIT'] });
    await becomes('NONE');
    expect(await seenBy()).toEqual({ snv: ['GROUP AGENT_ORANGE_CHILD'] });
    await sql("UPDATE household_group SET until = '2026-09-01' WHERE household_id = $1");
    expect(await seenBy()).toEqual({});
  });
  it('by whoever is named as provider, until the help is given up or ninety days past', async () => {
    await sql("INSERT INTO support (household_id, kind, provider_id, state) VALUES ($1, 'CASH', $2, 'PLANNED')", unitId('stc'));
    expect(await seenBy()).toEqual({ stc: ['PROVIDER PLANNED'] });
    await sql("UPDATE support SET state = 'DELIVERED', delivered_day = '2026-06-10' WHERE household_id = $1");
    expect(await seenBy()).toEqual({ stc: ['PROVIDER APPROVED'] });
    expect(await onDay(world, '2026-09-09', seenBy)).toEqual({});
    await sql("UPDATE support SET state = 'CANCELLED' WHERE household_id = $1");
    expect(await seenBy()).toEqual({});
  });
  it('by its helper once agreed and on the pairing\'s days', async () => {
    await sql("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, valid_to, state) VALUES ($2, $3, $1, '2026-09-01', '2026-09-30', 'PROPOSED')", unitId('02869'), unitId('lhpn'));
    expect(await seenBy()).toEqual({});
    await sql("UPDATE pairing SET state = 'AGREED', commune_confirmed_on = '2026-09-01', helper_confirmed_on = '2026-09-01' WHERE household_id = $1");
    expect(await seenBy()).toEqual({ lhpn: ['PAIRED'] });
    expect(await onDay(world, '2026-08-31', seenBy)).toEqual({});
    expect(await onDay(world, '2026-10-01', seenBy)).toEqual({});
  });
  it('by nobody but its commune once it is ended', async () => {
    await lacks('WATER');
    await needs('LOAN');
    await sql("UPDATE household SET ended_on = '2026-09-01', end_kind = 'OTHER' WHERE id = $1");
    expect([await seenBy(), await reasons('02869')]).toEqual([{}, ['OWN_COMMUNE']]);
  });
});

describe('a supervision', () => {
  const run = (client: Client, operation: string, input: object) =>
    client(`mutation ($input: ${operation}Input!) { ${operation[0]!.toLowerCase()}${operation.slice(1)}(input: $input) { supervision { id validTo unit { code } } userErrors { code field } } }`, { input });
  const review = (more: object = {}) => ({ unit: String(unitId('mttq-02869')), commune: String(unitId('02869')), kind: 'REVIEW', title: 'Rà soát cuối năm 2026', validFrom: '2026-09-01', validTo: '2026-09-20', ...more });
  it('shows the list of the commune to its own Front committee on its days, and nothing deeper', async () => {
    const secretariat = await world.as.secretariat('thuong-truc');
    await lacks('WATER');
    const { data } = await run(secretariat, 'CreateSupervision', review());
    expect(data.createSupervision).toEqual({ supervision: { id: expect.any(String), validTo: '2026-09-20', unit: { code: 'mttq-02869' } }, userErrors: [] });
    expect(await seenBy()).toEqual({ snnmt: ['DEPRIVED WATER'], 'mttq-02869': ['SUPERVISION'] });
    const { data: { household: shown } } = await clients.get('mttq-02869')!('query ($id: ID!) { household(id: $id) { headName contact { phone } members { fullName } deprivations { indicator } needs { kind } } }', { id: household.id });
    expect(shown).toEqual({ headName: 'Thào A Thử', contact: null, members: [], deprivations: [], needs: [] });
    for (const day of ['2026-08-31', '2026-09-21']) expect([day, await onDay(world, day, () => reasons('mttq-02869'))]).toEqual([day, null]);
    expect((await run(secretariat, 'EndSupervision', { id: data.createSupervision.supervision.id, validTo: '2026-09-07' })).data.endSupervision.supervision.validTo).toBe('2026-09-07');
    expect(await reasons('mttq-02869')).toBeNull();
    const { rows } = await world.admin.query("SELECT operation FROM audit_line WHERE noun = 'Supervision' ORDER BY id");
    expect(rows).toEqual([{ operation: 'createSupervision' }, { operation: 'endSupervision' }]);
  });
  it('leaves out families without a class', async () => {
    await becomes('AVERAGE');
    await sql("INSERT INTO supervision (unit_id, commune_id, kind, title, valid_from, valid_to) SELECT $2, commune_id, 'INSPECTION', 'Kiểm tra', '2026-09-01', '2026-09-20' FROM household WHERE id = $1", unitId('mttq'));
    expect(await reasons('mttq')).toBeNull();
    await becomes('POOR');
    expect(await reasons('mttq')).toEqual(['SUPERVISION']);
  });
  it('is the secretariat\'s to order, of the right unit, in the right order of days, once', async () => {
    const secretariat = await world.as.secretariat('thuong-truc');
    const codes = async (client: Client, operation: string, input: object) => {
      const { answer } = await refused(world, () => run(client, operation, input));
      return answer.errors ? outcome(answer) : (Object.values(answer.data)[0] as { userErrors: { code: string; field: string }[] }).userErrors.map(e => [e.code, e.field]);
    };
    for (const unit of ['02869', 'mttq', 'sxd']) expect(await codes(clients.get(unit)!, 'CreateSupervision', review())).toBe('403 FORBIDDEN');
    expect(await codes(secretariat, 'CreateSupervision', review({ unit: String(unitId('mttq-02647')) }))).toEqual([['BAD_INPUT', 'unit']]);
    expect(await codes(secretariat, 'CreateSupervision', review({ kind: 'INSPECTION' }))).toEqual([['BAD_INPUT', 'unit']]);
    expect(await codes(secretariat, 'CreateSupervision', review({ commune: String(unitId('sxd')), title: '', validTo: '2026-08-01' }))).toEqual([['BAD_INPUT', 'title'], ['BAD_INPUT', 'validTo'], ['NOT_FOUND', 'commune']]);
    await run(secretariat, 'CreateSupervision', review({ validFrom: '2026-10-01', validTo: '2026-10-20' }));
    expect(await codes(secretariat, 'CreateSupervision', review({ validFrom: '2026-10-01', validTo: '2026-10-25' }))).toEqual([['NOT_ALLOWED_NOW', 'validFrom']]);
    expect(await codes(secretariat, 'EndSupervision', { id: '999999', validTo: '2026-10-02' })).toEqual([['NOT_FOUND', 'id']]);
  });
});
