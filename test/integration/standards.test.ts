import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explain } from '../../server/standard/explanation.rule.js';
import { sentencesOf } from '../../server/standard/explanation.text.js';
import { sheetColumns } from '../../server/standard/score-sheet.reader.js';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { AreaCode } from '../../server/standard/standard.rule.js';
import { classifyUnder } from '../../server/standard/survey.rule.js';
import { ensureStandards } from '../support/standards.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, readers: Client[];

beforeAll(async () => {
  world = await openWorld();
  await ensureStandards(world.admin);
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

  it('list the four rules of the registry', async () => {
    const { data } = await readers[1]!('{ registryRules { name value validFrom validTo } }');
    expect(data.registryRules.map((one: { name: string; value: number }) => [one.name, one.value])).toEqual([
      ['NEWLY_ESCAPED_MONTHS', 36], ['PROVIDER_DAYS', 90], ['GRANT_DAYS_MOST', 30], ['ELIGIBILITY_CHECKS_AN_HOUR', 60]]);
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
    await world.admin.query("SELECT set_config('app.today', '2026-11-01', false)");
    await world.admin.query('SELECT apply_village_area_types()');
    await world.admin.query("SELECT set_config('app.today', '', false)");
    expect(await of(id)).toEqual({ village: 'RURAL', households: ['RURAL'] });
    expect(errorsOf((await refused(world, () => record('2026-12-01', 'URBAN', first))).answer, 'recordVillageAreaType')).toEqual([['CONFLICT', 'latest']]);
  });
});

describe('classification', () => {
  const fields = `standard class methodUsed method methodReason methodMessage sentences unanswered leftOut mayBePoor
    steps { rule legalBasis provenance note figure unit comparison thresholds holds decides }`;
  const classify = (client: Client, variables: object) => client(
    `query ($standards: [String!], $area: AreaType!, $income: Float, $points: [StandardPointsInput!], $answers: [IndicatorAnswerInput!]!) {
      classification(standards: $standards, areaType: $area, incomePerHead: $income, incomePoints: $points, answers: $answers) { ${fields} } }`, { answers: [], ...variables });
  const lacking = (...codes: string[]) => codes.map(indicator => ({ indicator, deprived: true }));
  const classes = async (area: AreaCode, income: number, ...codes: string[]) => (await classify(readers[0]!, { area, income, answers: lacking(...codes) })).data.classification.map((one: { class: string }) => one.class);

  it('counts the boundaries in, under both standards from one survey', async () => {
    const three = ['JOB', 'WATER', 'LATRINE'] as const;
    expect(await classes('RURAL', 1_500_000, ...three)).toEqual(['POOR', 'POOR']);
    expect(await classes('RURAL', 1_500_000, 'JOB', 'WATER')).toEqual(['NEAR_POOR', 'NEAR_POOR']);
    expect(await classes('RURAL', 1_500_001, ...three)).toEqual(['AVERAGE', 'POOR']);
    expect(await classes('RURAL', 2_200_000, ...three)).toEqual(['AVERAGE', 'POOR']);
    expect(await classes('RURAL', 2_250_001, ...three)).toEqual(['NONE', 'NONE']);
    expect(await classes('URBAN', 2_000_000, 'JOB', 'WATER', 'INFORMATION_MEANS')).toEqual(['POOR', 'NEAR_POOR']);
    expect(await classes('URBAN', 2_800_000, 'JOB', 'WATER', 'WASTE')).toEqual(['AVERAGE', 'POOR']);
    expect(await classes('URBAN', 3_000_001, ...three)).toEqual(['NONE', 'NONE']);
  });

  it('answers what the pure function answers, to every portal', async () => {
    const cases = [['RURAL', 1_500_001, ['JOB', 'INSURANCE', 'INFORMATION_MEANS']], ['URBAN', 900_000, ['WASTE', 'TELECOM', 'JOB']], ['RURAL', null, ['WASTE']], ['URBAN', 2_800_001, []]] as const;
    for (const [area, income, codes] of cases) for (const client of [secretariat, ...readers]) {
      const { data } = await classify(client, { area, income, answers: lacking(...codes), standards: ['VN-MDP-2027', 'VN-MDP-2022'] });
      const expected = classifyUnder([...standardsOnFile()].reverse(), { areaType: area, incomePerHead: income, incomePoints: new Map(), answers: new Map(codes.map(code => [code, true])) });
      expect(data.classification.map(({ methodUsed: _used, method: _method, methodReason: _reason, methodMessage: _message, steps, ...rest }: { [key: string]: unknown; steps: object[] }) => ({ ...rest, steps }))).toEqual(
        expected.map(({ standard, classification, unanswered, leftOut, mayBePoor }) => ({
          standard: standard.code, class: classification?.class ?? null, sentences: classification ? sentencesOf(classification) : [], unanswered, leftOut, mayBePoor,
          steps: classification ? explain(classification).map(({ unsettled: _unsettled, ...step }) => step) : [],
        })));
    }
  });

  it('says why income is not scored, and takes no points until it is', async () => {
    const { data } = await classify(secretariat, { area: 'RURAL', income: 1_000_000 });
    expect(data.classification.map((one: { methodReason: string; methodMessage: string }) => [one.methodReason, one.methodMessage])).toEqual([
      ['NO_SHEET', 'Đang xét theo thu nhập bình quân đầu người vì chưa nhập phiếu chấm điểm thu nhập của chuẩn này.'],
      ['NO_POINTS_IN_STANDARD', 'Đang xét theo thu nhập bình quân đầu người vì Chuẩn nghèo đa chiều 2027-2030 chưa có cách chấm điểm thu nhập.']]);
    for (const more of [{ points: [{ standard: 'VN-MDP-2022', points: 140 }] }, { standards: ['VN-MDP-1999'] }, { income: -1 }, { income: 0.5 }, { answers: lacking('MOON') }, { answers: lacking('JOB', 'JOB') }]) {
      expect([more, outcome(await classify(secretariat, { area: 'RURAL', income: 1_000_000, ...more }))]).toEqual([more, '400 BAD_USER_INPUT']);
    }
  });
});

describe('a score sheet', () => {
  const header = [...sheetColumns, 'Miền núi phía Bắc', 'Thành thị'];
  const rows = [header, ['1.1', 'Hộ có 1 người', 'Số nhân khẩu', 'Một mục', 'Có', 'Đánh dấu', '70', '80'], ['1.2', 'Hộ có 2 người', 'Số nhân khẩu', 'Một mục', 'Có', 'Đánh dấu', '55', '60'],
    ['2.1', 'Xe "máy"', 'Tài sản', 'Nhiều mục', 'Không', 'Đánh dấu', '15', '10'], ['3.1', 'Trâu, bò', 'Chăn nuôi', 'Nhiều mục', 'Không', 'Số lượng', '4', '0']];
  const pasted = (table: readonly (readonly string[])[]) => table.map(row => row.map(cell => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');
  const input = { standard: 'VN-MDP-2022', formVersion: 'Phiếu thử 1', source: 'Số liệu thử', validFrom: '2026-09-01', ruralRegion: 'Miền núi phía Bắc', urbanRegion: 'Thành thị', table: pasted(rows) };
  const selection = 'regions itemCount groupCount problems { row column message }';

  it('with mistakes saves nothing and tells each with row and column, as the trial run does', async () => {
    const wrong = rows.map(row => [...row]);
    wrong[1]![6] = '1,5'; wrong[2]![0] = '1.1'; wrong[3]![3] = 'tùy'; wrong[4]![7] = ''; wrong[2]![4] = 'Không';
    const bad = { ...input, table: pasted(wrong) };
    const problems = [
      { row: 2, column: 7, message: 'Dòng 2, cột "Miền núi phía Bắc": ghi "1,5", cần số nguyên từ 0 đến 1.000.' },
      { row: 3, column: 1, message: 'Dòng 3, cột "Mã mục": mã 1.1 đã có ở dòng 2.' },
      { row: 3, column: 5, message: 'Dòng 3, cột "Bắt buộc": khác với dòng đầu của nhóm "Số nhân khẩu".' },
      { row: 4, column: 4, message: 'Dòng 4, cột "Cách chọn": ghi "tùy", chỉ nhận "một mục" hoặc "nhiều mục".' },
      { row: 5, column: 8, message: 'Dòng 5, cột "Thành thị": còn trống, ghi 0 nếu không được điểm.' },
    ];
    const trial = await refused(world, () => secretariat(`query ($input: ImportScoreSheetInput!) { checkScoreSheet(input: $input) { ${selection} userErrors { code field } } }`, { input: bad }));
    expect(trial.answer.data.checkScoreSheet).toEqual({ regions: [], itemCount: 0, groupCount: 0, problems, userErrors: [{ code: 'BAD_INPUT', field: 'table' }] });
    const { answer } = await refused(world, () => mutate(secretariat, 'importScoreSheet', bad, selection));
    expect(answer.data.importScoreSheet.problems).toEqual(problems);
    const noColumn = await refused(world, () => mutate(secretariat, 'importScoreSheet', { ...input, formVersion: ' ', validFrom: '2027-01-01', ruralRegion: 'Tây Nguyên' }, selection));
    expect(errorsOf(noColumn.answer, 'importScoreSheet')).toEqual([['BAD_INPUT', 'formVersion'], ['BAD_INPUT', 'validFrom'], ['BAD_INPUT', 'ruralRegion']]);
  });

  it('is saved a sheet a region and from then on scores the income of its villages', async () => {
    const { data } = await mutate(secretariat, 'importScoreSheet', input, selection);
    expect(data.importScoreSheet).toEqual({ regions: ['Miền núi phía Bắc', 'Thành thị'], itemCount: 4, groupCount: 3, problems: [], userErrors: [], conflicts: [] });
    const sheets = (await readers[2]!('{ scoreSheets { region areas validFrom validTo items { item name groupName isExclusive isRequired isCounted points } } }')).data.scoreSheets;
    expect(sheets.map((one: { region: string; areas: string[]; validTo: string; items: { points: number }[] }) => [one.region, one.areas, one.validTo, one.items.map(item => item.points)]).sort()).toEqual([
      ['Miền núi phía Bắc', ['RURAL'], '2026-12-31', [70, 55, 15, 4]], ['Thành thị', ['URBAN'], '2026-12-31', [80, 60, 10, 0]]]);
    expect(sheets[0].items[2]).toMatchObject({ item: '2.1', name: 'Xe "máy"', groupName: 'Tài sản', isExclusive: false, isRequired: false, isCounted: false });
    const scored = await readers[1]!(`{ classification(areaType: RURAL, standards: ["VN-MDP-2022"], incomePoints: [{ standard: "VN-MDP-2022", points: 140 }],
      answers: [{ indicator: "JOB", deprived: true }, { indicator: "WATER", deprived: true }, { indicator: "LATRINE", deprived: true }]) { class methodUsed method methodReason methodMessage } }`);
    expect(scored.data.classification).toEqual([{ class: 'POOR', methodUsed: 'POINTS', method: 'POINTS', methodReason: 'SHEET_IN_FORCE', methodMessage: 'Đang xét theo phiếu chấm điểm Phiếu thử 1, có hiệu lực từ ngày 01/09/2026.' }]);
  });

  it('of the same version is not saved twice, and a later version ends it', async () => {
    const again = await refused(world, () => mutate(secretariat, 'importScoreSheet', input, selection));
    expect(errorsOf(again.answer, 'importScoreSheet')).toEqual([['CONFLICT', 'formVersion']]);
    await mutate(secretariat, 'importScoreSheet', { ...input, formVersion: 'Phiếu thử 2', validFrom: '2026-11-01' }, selection);
    const { data } = await secretariat('{ scoreSheets { formVersion validTo } }');
    expect([...new Set(data.scoreSheets.map((one: { formVersion: string; validTo: string }) => `${one.formVersion} ${one.validTo}`))].sort()).toEqual(['Phiếu thử 1 2026-10-31', 'Phiếu thử 2 2026-12-31']);
  });
});

describe('a household by what the registry holds', () => {
  const query = 'query ($id: ID!) { householdClassification(id: $id, purpose: REVIEW) { areaType incomeAsOf results { standard class methodUsed } } }';
  it('is classified under both standards for a post with incomes of its own commune, and the opening is logged', async () => {
    const commune = await world.as.commune('02869', { sensitive: ['HouseholdIncome'] });
    const { rows: [{ id }] } = await world.admin.query<{ id: string }>("SELECT id FROM household WHERE commune_id = $1 AND area_type = 'RURAL' AND ended_on IS NULL ORDER BY id LIMIT 1", [commune.unitId]);
    await world.admin.query('UPDATE deprivation SET until = as_of WHERE household_id = $1', [id]);
    await world.admin.query("DELETE FROM household_income WHERE household_id = $1", [id]);
    await world.admin.query("INSERT INTO household_income (household_id, commune_id, standard, as_of, source, income_per_head) VALUES ($1, $2, 'VN-MDP-2022', '2025-11-01', 'SURVEY', 900000), ($1, $2, 'VN-MDP-2022', '2026-08-01', 'SURVEY', 1700000)", [id, commune.unitId]);
    await world.admin.query("INSERT INTO deprivation (household_id, commune_id, indicator, standard, deprived, since, as_of) SELECT $1, $2, code, 'VN-MDP-2022', true, '2026-08-02', '2026-08-02' FROM unnest('{WATER,LATRINE,TELECOM}'::text[]) code", [id, commune.unitId]);
    const { data } = await commune(query, { id });
    expect(data.householdClassification).toEqual({ areaType: 'RURAL', incomeAsOf: '2026-08-01', results: [
      { standard: 'VN-MDP-2022', class: 'AVERAGE', methodUsed: 'INCOME' }, { standard: 'VN-MDP-2027', class: 'POOR', methodUsed: 'INCOME' }] });
    const { rows } = await world.admin.query("SELECT part, purpose, household_id FROM access_log WHERE post_id = $1", [commune.post]);
    expect(rows).toEqual([{ part: 'HouseholdIncome', purpose: 'REVIEW', household_id: id }]);
    for (const other of [await world.as.commune('02869'), await world.as.commune('02647', { sensitive: ['HouseholdIncome'] })]) {
      const { answer } = await refused(world, () => other(query, { id }));
      expect(answer.data).toEqual({ householdClassification: null });
    }
    for (const other of [secretariat, readers[0]!, readers[2]!]) expect(outcome(await other(query, { id }))).toBe('403 FORBIDDEN');
    expect((await commune(query, { id: 'không' })).data).toEqual({ householdClassification: null });
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
