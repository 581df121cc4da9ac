import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, finance: Client, commune: Client;
beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc');
  finance = await world.as.department('stc');
  commune = await world.as.commune('02869');
});
afterAll(() => world.stop());

describe('the plan of 2026', () => {
  it('has ten groups of tasks and one of standing duties', async () => {
    const { data } = await secretariat('{ plan(year: 2026) { groups { code tasks { kind } } } }');
    const counts = data.plan.groups.map((g: { code: string; tasks: unknown[] }) => [g.code, g.tasks.length]);
    expect(counts).toEqual([['III.1', 1], ['III.2', 8], ['III.3', 1], ['III.4', 1], ['III.5', 3], ['III.6', 6], ['III.7', 5], ['III.8', 6], ['III.9', 4], ['III.10', 1], ['IV', 31]]);
  });

  it('shows all 36 tasks to a commune, and to a department those that name it', async () => {
    const query = '{ tasks(first: 1, filter: { kind: { eq: TASK } }) { totalCount { value isExact } } }';
    expect((await commune(query)).data).toEqual({ tasks: { totalCount: { value: 36, isExact: true } } });
    const { rows: [{ count }] } = await world.admin.query(`SELECT count(DISTINCT a.task_id)::int AS count FROM assignment a JOIN task t ON t.id = a.task_id JOIN unit u ON u.id = a.unit_id
      WHERE u.code = 'stc' AND t.kind = 'TASK' AND a.confirmed_on IS NOT NULL`);
    expect((await finance(query)).data.tasks.totalCount.value).toBe(count);
  });

  it('states money beside what its parts come to', async () => {
    const { data } = await commune('{ plan(year: 2026) { moneyLines { code statedBillion computedBillion differenceBillion partOf { code } } } }');
    expect(data.plan.moneyLines).toEqual([
      { code: 'TOTAL', statedBillion: 5181, computedBillion: 5180, differenceBillion: 1, partOf: null },
      { code: 'STATE_BUDGET', statedBillion: 4328, computedBillion: null, differenceBillion: null, partOf: { code: 'TOTAL' } },
      { code: 'OTHER', statedBillion: 852, computedBillion: null, differenceBillion: null, partOf: { code: 'TOTAL' } },
    ]);
  });

  it('keeps both clauses where two disagree on 3.000 trained workers', async () => {
    const { data } = await secretariat('{ plan(year: 2026) { targets { code operator value clause conflictsWith { clause operator value } } } }');
    const trained = data.plan.targets.filter((t: { code: string }) => t.code === 'TRAINED_WORKERS');
    expect(trained).toEqual([
      { code: 'TRAINED_WORKERS', operator: 'ABOUT', value: 3000, clause: 'II.2', conflictsWith: expect.anything() },
      { code: 'TRAINED_WORKERS', operator: 'AT_LEAST', value: 3000, clause: 'III.6(2)', conflictsWith: { clause: 'II.2', operator: 'ABOUT', value: 3000 } },
    ]);
  });

  it('splits the lead of III.8(4) by part', async () => {
    const { data } = await commune('{ tasks(first: 1, filter: { code: { eq: "III.8(4)" } }) { nodes { leads { part unit { code } } milestones { kind dueDay } } } }');
    expect(data.tasks.nodes).toEqual([{
      leads: [{ part: expect.stringContaining('hộ nghèo'), unit: { code: 'sxd' } }, { part: expect.stringContaining('chất độc hóa học'), unit: { code: 'snv' } }],
      milestones: [{ kind: 'DATE', dueDay: '2026-07-26' }, { kind: 'CONTINUOUS', dueDay: '2026-12-31' }],
    }]);
  });
});

const record = `mutation ($input: RecordPlanVersionInput!) { recordPlanVersion(input: $input) { plan { versions { no state number day signer } } userErrors { field code message } } }`;
const draft = { no: 1, state: 'DRAFT', number: null, day: null, signer: expect.anything() };
const versions = async () => (await world.admin.query('SELECT count(*)::int AS count FROM plan_version')).rows[0].count as number;

describe('the document of the plan', () => {
  it('asks for number and day before it counts as numbered, and keeps nothing else', async () => {
    const { data } = await secretariat(record, { input: { plan: '1', state: 'NUMBERED' } });
    expect(data.recordPlanVersion).toEqual({ plan: null, userErrors: [
      { field: 'number', code: 'BAD_INPUT', message: 'Số văn bản: chưa nhập. Nhập nội dung rồi lưu lại.' },
      { field: 'day', code: 'BAD_INPUT', message: 'Ngày văn bản: chưa chọn ngày.' },
    ] });
    expect(await versions()).toBe(1);
  });

  it('is numbered beside its draft, and does not go back', async () => {
    const numbered = await secretariat(record, { input: { plan: '1', state: 'NUMBERED', number: '99/KH-UBND', day: '2026-03-20' } });
    expect(numbered.data.recordPlanVersion).toEqual({ userErrors: [], plan: { versions: [draft, { no: 2, state: 'NUMBERED', number: '99/KH-UBND', day: '2026-03-20', signer: null }] } });
    const back = await secretariat(record, { input: { plan: '1', state: 'DRAFT' } });
    expect(back.data.recordPlanVersion.userErrors).toEqual([{ field: 'state', code: 'BAD_INPUT', message: 'Trạng thái văn bản: không quay lại trạng thái trước.' }]);
    expect(await versions()).toBe(2);
  });

  it('is recorded by no other portal', async () => {
    const before = await versions();
    for (const client of [finance, commune]) {
      const { status, errors } = await client(record, { input: { plan: '1', state: 'SIGNED', number: '99/KH-UBND', day: '2026-03-20', signer: 'Phó Chủ tịch' } });
      expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    }
    expect(await versions()).toBe(before);
  });
});
