import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyAreaTypes } from '../../server/jobs/area-types.job.js';
import { keepRegistry } from '../../server/standard/registry-keeping.service.js';
import { outcome, refused } from '../support/unchanged.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, readers: Client[];

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc');
  readers = [await world.as.department('sxd', { role: 'LEADER' }), await world.as.commune('02869', { role: 'LEADER' }), await world.as.massOrganisation('lhpn', { role: 'LEADER' })];
});
afterAll(() => world.stop());

type Figure = { id: string; figure: string; areaType: string | null; value: number; validFrom: string; validTo: string | null; source: string; provenance: string; note: string | null; replacedOn: string | null };
const onFigures = 'figures { id figure areaType value validFrom validTo source provenance note replacedOn }';
const standards = async (client = secretariat) => (await client(`{ standards { code name legalBasis validFrom validTo provenance note indicators { indicator dimension no name threshold } ${onFigures} } }`)).data.standards;
const figures = async (standard: string, figure: string, areaType: string | null): Promise<Figure[]> =>
  (await standards()).find((one: { code: string }) => one.code === standard).figures.filter((one: Figure) => one.figure === figure && one.areaType === areaType);
const latest = async (standard: string, figure: string, areaType: string | null) => (await figures(standard, figure, areaType)).find(one => one.replacedOn === null)?.id ?? null;

const mutate = (client: Client, operation: string, input: object, selection = ''): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { ${selection} userErrors { code field message } conflicts { field yours current } } }`, { input });
const errorsOf = (answer: Answer, operation: string) => answer.data[operation].userErrors.map((one: { code: string; field: string }) => [one.code, one.field]);
const line = { standard: 'VN-MDP-2022', figure: 'INCOME_LINE', areaType: 'RURAL', value: 1_600_000, validFrom: '2026-10-01', source: 'Nghị định sửa đổi (thử)' };

describe('the standards', () => {
  it('hold the numbers of both decrees, for every portal alike', async () => {
    const found = await standards();
    expect(found.map((one: { code: string; validFrom: string; validTo: string; provenance: string }) => [one.code, one.validFrom, one.validTo, one.provenance])).toEqual([
      ['VN-MDP-2022', '2022-01-01', '2026-12-31', 'SOURCED'], ['VN-MDP-2027', '2027-01-01', '2030-12-31', 'SOURCED']]);
    const numbers = (at: number) => found[at].figures.map((one: Figure) => [one.figure, one.areaType, one.value, one.provenance]);
    expect(numbers(0)).toEqual([
      ['AVERAGE_FROM', 'RURAL', 1_500_001, 'RECALLED'], ['AVERAGE_FROM', 'URBAN', 2_000_001, 'RECALLED'], ['AVERAGE_TO', 'RURAL', 2_250_000, 'RECALLED'], ['AVERAGE_TO', 'URBAN', 3_000_000, 'RECALLED'],
      ['INCOME_LINE', 'RURAL', 1_500_000, 'SOURCED'], ['INCOME_LINE', 'URBAN', 2_000_000, 'SOURCED'], ['INCOME_POINTS', 'RURAL', 140, 'SOURCED'], ['INCOME_POINTS', 'URBAN', 175, 'SOURCED'],
      ['MIN_DEPRIVATIONS', null, 3, 'SOURCED'], ['POINTS_PER_INDICATOR', null, 10, 'SOURCED'], ['POOR_FROM_POINTS', null, 30, 'SOURCED']]);
    expect(numbers(1)).toEqual([['INCOME_LINE', 'RURAL', 2_200_000, 'SOURCED'], ['INCOME_LINE', 'URBAN', 2_800_000, 'SOURCED'], ['MIN_DEPRIVATIONS', null, 3, 'SOURCED']]);
    const codes = (at: number) => found[at].indicators.map((one: { indicator: string }) => one.indicator);
    expect(codes(0).filter((code: string) => !codes(1).includes(code))).toEqual(['INFORMATION_MEANS']);
    expect(codes(1).filter((code: string) => !codes(0).includes(code))).toEqual(['WASTE']);
    for (const reader of readers) expect(await standards(reader)).toEqual(found);
  });

  it('list the rules of the registry', async () => {
    const { data } = await readers[1]!('{ registryRules { name value validFrom validTo } }');
    expect(data.registryRules.map((one: { name: string; value: number }) => [one.name, one.value])).toEqual([
      ['NEWLY_ESCAPED_MONTHS', 36], ['PROVIDER_DAYS', 90], ['GRANT_DAYS_MOST', 30], ['ELIGIBILITY_CHECKS_AN_HOUR', 60],
      ['MIN_WORKING_AGE', 15], ['MAX_WORKING_AGE', 60], ['CHILD_BELOW_AGE', 16]]);
  });
});

describe('a new number', () => {
  it('is refused to every other portal and to a viewer of the secretariat', async () => {
    const viewer = await world.as.secretariat('thuong-truc', { role: 'VIEWER' });
    const { rows: [{ id: village }] } = await world.admin.query<{ id: string }>('SELECT id::text FROM village ORDER BY id LIMIT 1');
    const sheet = { standard: 'VN-MDP-2022', formVersion: 'x', source: 'x', validFrom: '2026-01-01', ruralRegion: 'A', urbanRegion: 'A', table: 'x' };
    for (const client of [...readers, viewer]) for (const [operation, input] of [
      ['recordStandardFigure', line], ['recordRegistryRule', { name: 'PROVIDER_DAYS', value: 1, validFrom: '2026-10-01', source: 'x' }],
      ['recordVillageAreaType', { village, areaType: 'URBAN', validFrom: '2026-10-01', source: 'x' }],
      ['recordStandard', { code: 'X', name: 'x', legalBasis: 'x', validFrom: '2031-01-01', indicatorsOf: 'VN-MDP-2022' }], ['importScoreSheet', sheet]] as const) {
      const { answer, trail } = await refused(world, () => client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { userErrors { code } } }`, { input }));
      expect([operation, outcome(answer)]).toEqual([operation, '403 FORBIDDEN']);
      expect(trail).toMatchObject([{ operation, outcome: 'REFUSED' }]);
    }
  });

  it('that would contradict the standard is refused with the reason', async () => {
    const tooHigh = { ...line, value: 2_250_000, latest: await latest('VN-MDP-2022', 'INCOME_LINE', 'RURAL') };
    const { answer } = await refused(world, () => mutate(secretariat, 'recordStandardFigure', tooHigh));
    expect(answer.data.recordStandardFigure.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'value', message: 'Mức trên của mức sống trung bình không được thấp hơn mức dưới.' }]);
    const wrong = await refused(world, () => mutate(secretariat, 'recordStandardFigure', { standard: 'VN-MDP-2022', figure: 'MIN_DEPRIVATIONS', areaType: 'RURAL', value: 2.5, validFrom: '2027-01-01', source: ' ' }));
    expect(errorsOf(wrong.answer, 'recordStandardFigure')).toEqual([['BAD_INPUT', 'areaType'], ['BAD_INPUT', 'value'], ['BAD_INPUT', 'validFrom'], ['BAD_INPUT', 'source']]);
    const many = await refused(world, () => mutate(secretariat, 'recordStandardFigure', { ...line, figure: 'MIN_DEPRIVATIONS', areaType: null, value: 13 }));
    expect(many.answer.data.recordStandardFigure.userErrors[0].message).toBe('Số chỉ số thiếu hụt của hộ nghèo vượt quá số chỉ số của chuẩn.');
    const unknown = await refused(world, () => mutate(secretariat, 'recordStandardFigure', { ...line, standard: 'VN-MDP-1999' }));
    expect(errorsOf(unknown.answer, 'recordStandardFigure')).toEqual([['NOT_FOUND', 'standard']]);
  });

  it('holds from its day on, moves mức sống trung bình along, and leaves what held before', async () => {
    const before = await latest('VN-MDP-2022', 'INCOME_LINE', 'RURAL');
    const { data } = await mutate(secretariat, 'recordStandardFigure', { ...line, latest: before }, 'standardFigure { value validFrom validTo source provenance }');
    expect(data.recordStandardFigure).toEqual({ standardFigure: { value: 1_600_000, validFrom: '2026-10-01', validTo: '2026-12-31', source: line.source, provenance: 'ENTERED' }, userErrors: [], conflicts: [] });
    const days = (rows: Figure[]) => rows.map(one => [one.value, one.validFrom, one.validTo, one.replacedOn]);
    expect(days(await figures('VN-MDP-2022', 'INCOME_LINE', 'RURAL'))).toEqual([[1_600_000, '2026-10-01', '2026-12-31', null], [1_500_000, '2022-01-01', '2026-09-30', null]]);
    expect(days(await figures('VN-MDP-2022', 'AVERAGE_FROM', 'RURAL'))).toEqual([[1_600_001, '2026-10-01', '2026-12-31', null], [1_500_001, '2022-01-01', '2026-09-30', null]]);
    const { rows } = await world.admin.query("SELECT noun, before, after FROM audit_line WHERE operation = 'recordStandardFigure' AND outcome = 'DONE' ORDER BY id");
    expect(rows.map(({ noun, before: was, after }) => [noun, was?.validTo ?? null, after.value ?? after.validTo])).toEqual([
      ['StandardFigure', '2026-12-31', '2026-09-30'], ['StandardFigure', null, 1_600_000], ['StandardFigure', '2026-12-31', '2026-09-30'], ['StandardFigure', null, 1_600_001]]);
  });

  it('of a day already passed by a later one, or on what another has changed, writes nothing', async () => {
    const now = await latest('VN-MDP-2022', 'INCOME_LINE', 'RURAL');
    const early = await refused(world, () => mutate(secretariat, 'recordStandardFigure', { ...line, validFrom: '2026-09-01', latest: now }));
    expect(early.answer.data.recordStandardFigure.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'validFrom', message: 'Áp dụng từ ngày: đã có giá trị áp dụng từ 01/10/2026. Chọn từ ngày đó trở đi.' }]);
    const seen = (await figures('VN-MDP-2022', 'INCOME_LINE', 'RURAL'))[1]!.id;
    const { answer } = await refused(world, () => mutate(secretariat, 'recordStandardFigure', { ...line, value: 1_700_000, latest: seen }, 'standardFigure { id value }'));
    expect(answer.data.recordStandardFigure.standardFigure).toEqual({ id: now, value: 1_600_000 });
    expect(errorsOf(answer, 'recordStandardFigure')).toEqual([['CONFLICT', 'latest']]);
    expect(answer.data.recordStandardFigure.conflicts).toEqual([{ field: 'value', yours: '1700000', current: '1600000' }]);
  });

  it('for the same first day takes the place of the one before, which stays on file', async () => {
    const now = await latest('VN-MDP-2022', 'INCOME_LINE', 'RURAL');
    await mutate(secretariat, 'recordStandardFigure', { ...line, value: 1_650_000, latest: now });
    const rows = await figures('VN-MDP-2022', 'INCOME_LINE', 'RURAL');
    expect(rows.map(one => [one.value, one.validFrom, one.replacedOn])).toEqual([[1_650_000, '2026-10-01', null], [1_600_000, '2026-10-01', '2026-09-08'], [1_500_000, '2022-01-01', null]]);
  });
});

describe('a rule of the registry', () => {
  const rule = { name: 'PROVIDER_DAYS', value: 120, source: 'Quyết định thử' };
  const inForce = async (day: string) => (await world.admin.query<{ value: number }>("SELECT set_config('app.today', $1, false), registry_rule('PROVIDER_DAYS') AS value", [day])).rows[0]!.value;
  it('holds from a day that has not passed', async () => {
    const { rows: [{ id }] } = await world.admin.query<{ id: string }>("SELECT id::text FROM registry_rule WHERE name = 'PROVIDER_DAYS'");
    expect(errorsOf((await refused(world, () => mutate(secretariat, 'recordRegistryRule', { ...rule, value: 0, validFrom: '2026-09-07', latest: id }))).answer, 'recordRegistryRule')).toEqual([['BAD_INPUT', 'value'], ['BAD_INPUT', 'validFrom']]);
    const { data } = await mutate(secretariat, 'recordRegistryRule', { ...rule, validFrom: '2026-10-01', latest: id }, 'registryRule { value validFrom }');
    expect(data.recordRegistryRule).toEqual({ registryRule: { value: 120, validFrom: '2026-10-01' }, userErrors: [], conflicts: [] });
    expect([await inForce('2026-09-30'), await inForce('2026-10-01')]).toEqual([90, 120]);
    await world.admin.query("SELECT set_config('app.today', '', false)");
  });
});

describe('what follows from a rule', () => {
  const at = (day: string) => ({ source: world.app.door.source, clock: { today: () => day } });
  const one = async <T extends object>(sql: string): Promise<T> => (await world.admin.query<T>(sql)).rows[0]!;
  const record = async (name: string, value: number, validFrom: string) => {
    const { latest } = await one<{ latest: string }>(`SELECT id::text AS latest FROM registry_rule WHERE name = '${name}' AND replaced_on IS NULL ORDER BY valid_from DESC LIMIT 1`);
    expect((await mutate(secretariat, 'recordRegistryRule', { name, value, validFrom, source: 'Quyết định thử', latest })).data.recordRegistryRule.userErrors).toEqual([]);
  };
  /** How long after the last delivery providers see the households whose helps are all delivered: all lengths there are. */
  const providerDays = async () => (await one<{ days: number[] }>(`SELECT array_agg(DISTINCT s.valid_to - d.last) AS days FROM sight s
    JOIN (SELECT household_id, provider_id, max(delivered_day) AS last FROM support WHERE state <> 'CANCELLED' GROUP BY 1, 2) d ON d.household_id = s.household_id AND d.provider_id = s.unit_id
    WHERE s.cause = 'PROVIDER' AND s.valid_to IS NOT NULL`)).days;
  const newlyMonths = async () => (await one<{ months: number[] }>(`SELECT array_agg(DISTINCT (extract(year FROM age(s.valid_to + 1, h.class_since)) * 12 + extract(month FROM age(s.valid_to + 1, h.class_since)))::int) AS months
    FROM sight s JOIN household h ON h.id = s.household_id WHERE h.class = 'NEWLY_ESCAPED' AND s.cause IN ('DEPRIVED', 'NEED') AND s.valid_to IS NOT NULL`)).months;
  const counts = (workFrom: number, workTo: number, childBelow: number, year: number) => one<{ wrong: number }>(`SELECT count(*)::int AS wrong FROM household h WHERE (h.worker_count, h.child_count) <> (
    SELECT (count(*) FILTER (WHERE ${year} - m.birth_year BETWEEN ${workFrom} AND ${workTo}))::int, (count(*) FILTER (WHERE ${year} - m.birth_year < ${childBelow}))::int
      FROM member m WHERE m.household_id = h.id AND m.residence IN ('PRESENT', 'AWAY'))`);

  it('waits for the day of a rule to come, then reaches every household', async () => {
    expect(await providerDays()).toEqual([90]);
    await keepRegistry(at('2026-09-30'));
    expect(await providerDays()).toEqual([90]);
    await keepRegistry(at('2026-10-01'));
    expect(await providerDays()).toEqual([120]);
    await keepRegistry(at('2026-09-08'));
    expect(await providerDays()).toEqual([90]);
  });

  it('is worked out at once for a rule of today', async () => {
    expect(await newlyMonths()).toEqual([36]);
    await record('NEWLY_ESCAPED_MONTHS', 24, '2026-09-08');
    await waitFor(async () => (await newlyMonths())[0] === 24 || null);
    expect(await newlyMonths()).toEqual([24]);
    expect(await counts(15, 60, 16, 2026)).toEqual({ wrong: 0 });
    await record('MAX_WORKING_AGE', 55, '2026-09-08');
    await record('CHILD_BELOW_AGE', 18, '2026-09-08');
    await waitFor(async () => (await counts(15, 55, 18, 2026)).wrong === 0 || null);
    const { answer } = await refused(world, () => mutate(secretariat, 'recordRegistryRule', { name: 'MAX_WORKING_AGE', value: 10, validFrom: '2026-09-08', source: 'x' }));
    expect(errorsOf(answer, 'recordRegistryRule')).toEqual([['BAD_INPUT', 'value']]);
  });

  it('ages with the year', async () => {
    expect((await counts(15, 55, 18, 2027)).wrong).toBeGreaterThan(0);
    await keepRegistry(at('2027-01-01'));
    expect(await counts(15, 55, 18, 2027)).toEqual({ wrong: 0 });
    await keepRegistry(at('2026-09-08'));
  });
});

describe('the area type of a village', () => {
  const of = async (village: string) => (await world.admin.query<{ village: string; households: string[] }>(
    'SELECT v.area_type AS village, ARRAY(SELECT DISTINCT h.area_type FROM household h WHERE h.village_id = v.id) AS households FROM village v WHERE v.id = $1', [village])).rows[0];
  it('is the village\'s and its households\' from its day on', async () => {
    const { rows: [{ id, area, unit, latest: first }] } = await world.admin.query<{ id: string; area: string; unit: string; latest: string }>(
      `SELECT v.id::text, v.area_type AS area, u.code AS unit, (SELECT a.id::text FROM village_area_type a WHERE a.village_id = v.id) AS latest
         FROM village v JOIN unit u ON u.id = v.commune_id WHERE EXISTS (SELECT FROM household h WHERE h.village_id = v.id) AND v.area_type = 'RURAL' ORDER BY v.id LIMIT 1`);
    expect(area).toBe('RURAL');
    const record = (validFrom: string, areaType: string, latest: string) => mutate(secretariat, 'recordVillageAreaType', { village: id, areaType, validFrom, source: 'Quyết định thử', latest }, 'villageAreaType { id }');
    const second = (await record('2026-09-08', 'URBAN', first)).data.recordVillageAreaType.villageAreaType.id;
    expect(await of(id)).toEqual({ village: 'URBAN', households: ['URBAN'] });
    expect((await record('2026-11-01', 'RURAL', second)).data.recordVillageAreaType.userErrors).toEqual([]);
    expect(await of(id)).toEqual({ village: 'URBAN', households: ['URBAN'] });
    const { data } = await readers[1]!('query ($unit: String!) { unit(code: $unit) { villages { id areaTypes { areaType validFrom validTo } } } }', { unit });
    expect(data.unit.villages.find((one: { id: string }) => one.id === id).areaTypes).toEqual([
      { areaType: 'RURAL', validFrom: '2026-11-01', validTo: null }, { areaType: 'URBAN', validFrom: '2026-09-08', validTo: '2026-10-31' }, { areaType: 'RURAL', validFrom: expect.any(String), validTo: '2026-09-07' }]);
    await applyAreaTypes({ source: world.app.door.source, clock: { today: () => '2026-11-01' } });
    expect(await of(id)).toEqual({ village: 'RURAL', households: ['RURAL'] });
    expect(errorsOf((await refused(world, () => record('2026-12-01', 'URBAN', first))).answer, 'recordVillageAreaType')).toEqual([['CONFLICT', 'latest']]);
  });
});

describe('a new standard', () => {
  const next = { code: 'VN-MDP-2031', name: 'Chuẩn nghèo đa chiều 2031-2035', legalBasis: 'Nghị định thử', validFrom: '2031-01-01', indicatorsOf: 'VN-MDP-2027' };
  it('overlaps none and has a code of its own', async () => {
    const overlap = await refused(world, () => mutate(secretariat, 'recordStandard', { ...next, validFrom: '2030-06-01', code: 'vn 1' }));
    expect(errorsOf(overlap.answer, 'recordStandard')).toEqual([['BAD_INPUT', 'code'], ['BAD_INPUT', 'validFrom']]);
    const twice = await refused(world, () => mutate(secretariat, 'recordStandard', { ...next, code: 'VN-MDP-2027' }));
    expect(errorsOf(twice.answer, 'recordStandard')).toEqual([['CONFLICT', 'code']]);
  });
  it('takes over the indicators, classifies nobody until its numbers are there, and then does', async () => {
    const { data } = await mutate(secretariat, 'recordStandard', next, 'povertyStandard { code validTo provenance indicators { indicator } figures { id } }');
    expect(data.recordStandard.povertyStandard).toMatchObject({ code: 'VN-MDP-2031', validTo: null, provenance: 'ENTERED', figures: [] });
    expect(data.recordStandard.povertyStandard.indicators).toHaveLength(12);
    const ask = () => secretariat('{ classification(standards: ["VN-MDP-2031"], areaType: RURAL, incomePerHead: 3000000, answers: []) { class } }');
    expect(outcome(await ask())).toBe('400 BAD_USER_INPUT');
    for (const [figure, areaType, value] of [['INCOME_LINE', 'RURAL', 3_000_000], ['INCOME_LINE', 'URBAN', 4_000_000], ['MIN_DEPRIVATIONS', null, 3]] as const) {
      const saved = await mutate(secretariat, 'recordStandardFigure', { standard: 'VN-MDP-2031', figure, areaType, value, validFrom: '2031-01-01', source: 'Nghị định thử' });
      expect(errorsOf(saved, 'recordStandardFigure')).toEqual([]);
    }
    expect((await ask()).data.classification).toEqual([{ class: 'NEAR_POOR' }]);
  });
});
