import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explain } from '../../server/standard/explanation.rule.js';
import { sentencesOf } from '../../server/standard/explanation.text.js';
import { sheetColumns } from '../../server/standard/score-sheet.reader.js';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { AreaCode } from '../../server/standard/standard.rule.js';
import { classifyUnder } from '../../server/standard/survey.rule.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, readers: Client[];

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc');
  readers = [await world.as.department('sxd', { role: 'LEADER' }), await world.as.commune('02869', { role: 'LEADER' }), await world.as.massOrganisation('lhpn', { role: 'LEADER' })];
});
afterAll(() => world.stop());

const selection = 'regions itemCount groupCount problems { row column message }';
const importSheet = (input: object): Promise<Answer> =>
  secretariat(`mutation ($input: ImportScoreSheetInput!) { importScoreSheet(input: $input) { ${selection} userErrors { code field } conflicts { field } } }`, { input });
const errorsOf = ({ data }: Answer) => data.importScoreSheet.userErrors.map((one: { code: string; field: string }) => [one.code, one.field]);

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
    const { answer } = await refused(world, () => importSheet(bad));
    expect(answer.data.importScoreSheet.problems).toEqual(problems);
    const noColumn = await refused(world, () => importSheet({ ...input, formVersion: ' ', validFrom: '2027-01-01', ruralRegion: 'Tây Nguyên' }));
    expect(errorsOf(noColumn.answer)).toEqual([['BAD_INPUT', 'formVersion'], ['BAD_INPUT', 'validFrom'], ['BAD_INPUT', 'ruralRegion']]);
  });

  it('is saved a sheet a region and from then on scores the income of its villages', async () => {
    const { data } = await importSheet(input);
    expect(data.importScoreSheet).toEqual({ regions: ['Miền núi phía Bắc', 'Thành thị'], itemCount: 4, groupCount: 3, problems: [], userErrors: [], conflicts: [] });
    const sheets = (await readers[2]!('{ scoreSheets { region areas validFrom validTo items { item name groupName isExclusive isRequired isCounted points } } }')).data.scoreSheets;
    expect(sheets.map((one: { region: string; areas: string[]; validTo: string; items: { points: number }[] }) => [one.region, one.areas, one.validTo, one.items.map(item => item.points)]).sort()).toEqual([
      ['Miền núi phía Bắc', ['RURAL'], '2026-12-31', [70, 55, 15, 4]], ['Thành thị', ['URBAN'], '2026-12-31', [80, 60, 10, 0]]]);
    expect(sheets[0].items[2]).toMatchObject({ item: '2.1', name: 'Xe "máy"', groupName: 'Tài sản', isExclusive: false, isRequired: false, isCounted: false });
    const scored = await readers[1]!(`{ classification(areaType: RURAL, standards: ["VN-MDP-2022"], incomePoints: [{ standard: "VN-MDP-2022", points: 140 }],
      answers: [{ indicator: "JOB", deprived: true }, { indicator: "WATER", deprived: true }, { indicator: "LATRINE", deprived: true }]) { class methodUsed method methodReason methodMessage } }`);
    expect(scored.data.classification).toEqual([{ class: 'POOR', methodUsed: 'POINTS', method: 'POINTS', methodReason: 'SHEET_IN_FORCE', methodMessage: 'Đang xét theo phiếu chấm điểm Phiếu thử 1, có hiệu lực từ ngày 01/9/2026.' }]);
  });

  it('of the same version is not saved twice, and a later version ends it', async () => {
    const again = await refused(world, () => importSheet(input));
    expect(errorsOf(again.answer)).toEqual([['CONFLICT', 'formVersion']]);
    await importSheet({ ...input, formVersion: 'Phiếu thử 2', validFrom: '2026-11-01' });
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
