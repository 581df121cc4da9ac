import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, secretariat: Client, id: number;

/** The world's day is 08/9/2026; reports were due on 09/3 and 09/6 and the next is due on 09/9; a week is soon; 100 % and 80 % of what the days gone would make are the limits. */
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  secretariat = await world.as.secretariat('thuong-truc');
  ({ rows: [{ id }] } = await world.admin.query("SELECT id FROM assignment WHERE unit_id = $1 AND task_id = (SELECT id FROM task WHERE code = 'III.2(1)')", [officer.unitId]));
});
afterAll(() => world.stop());

interface State { readonly kind?: string; readonly due?: string; readonly extended?: string; readonly from?: string; readonly done?: string; readonly entry?: string; readonly percent?: number; readonly target?: number }

async function given({ kind = 'DATE', due = '2026-12-31', extended, from = '2026-04-01', done, entry, percent, target }: State): Promise<void> {
  await world.admin.query(`UPDATE assignment SET next_kind = $2, due_day = $3, extended_to = $4, valid_from = $5, done_on = $6, last_entry_day = $7, percent = $8, target_value = $9 WHERE id = $1`,
    [id, kind, due, extended ?? null, from, done ?? null, entry ?? null, percent ?? null, target ?? null]);
}
const standing = async (client: Client): Promise<{ status: string; statusRule: string; expectedPercent: number | null }> =>
  (await client('query ($id: ID!) { assignment(id: $id) { status statusRule expectedPercent } }', { id: String(id) })).data.assignment;
const continuous = { kind: 'CONTINUOUS' } as const;
/** From 01/4 to 31/12 are 274 days, of which 160 have gone: 58 percent. */
const counted = { ...continuous, entry: '2026-07-01', target: 200 } as const;

describe('where an assignment stands', () => {
  it.each<[string, State, string, string]>([
    ['a date met', { due: '2026-07-26', done: '2026-07-20', entry: '2026-07-20' }, 'DONE', 'DONE'],
    ['a date met late: done is done', { due: '2026-07-26', done: '2026-08-20', entry: '2026-08-20' }, 'DONE', 'DONE'],
    ['the day after the last day', { due: '2026-09-07', entry: '2026-09-01' }, 'LATE', 'PAST_DUE'],
    ['the last day itself', { due: '2026-09-08', entry: '2026-09-01' }, 'AT_RISK', 'DUE_SOON'],
    ['seven days before', { due: '2026-09-15', entry: '2026-09-01' }, 'AT_RISK', 'DUE_SOON'],
    ['eight days before', { due: '2026-09-16', entry: '2026-09-01' }, 'ON_TIME', 'IN_TIME'],
    ['eight days before, nothing entered', { due: '2026-09-16' }, 'NOT_UPDATED', 'NEVER_UPDATED'],
    ['past its day, extended to a later one', { due: '2026-07-26', extended: '2026-09-30', entry: '2026-08-01' }, 'ON_TIME', 'IN_TIME'],
    ['past its day, extended to within a week', { due: '2026-07-26', extended: '2026-09-15', entry: '2026-08-01' }, 'AT_RISK', 'DUE_SOON'],
    ['past its extension too', { due: '2026-07-26', extended: '2026-09-07', entry: '2026-08-01' }, 'LATE', 'PAST_DUE'],
    ['a quarter far off, nothing entered', { kind: 'QUARTER', due: '2026-12-31' }, 'NOT_UPDATED', 'NEVER_UPDATED'],
    ['a quarter that closed', { kind: 'QUARTER', due: '2026-06-30', entry: '2026-06-10' }, 'LATE', 'PAST_DUE'],
    ['one of a series that closed', { kind: 'SERIES', due: '2026-06-30', entry: '2026-06-10' }, 'LATE', 'PAST_DUE'],
    ['the next of a series', { kind: 'SERIES', due: '2026-09-30', entry: '2026-07-02' }, 'ON_TIME', 'IN_TIME'],
    ['continuous, never reported', { ...continuous }, 'LATE', 'REPORT_MISSED'],
    ['continuous, last reported for the period before the last', { ...continuous, entry: '2026-03-09' }, 'LATE', 'REPORT_MISSED'],
    ['continuous, reported on the first day of the last period, not yet in this one that closes tomorrow', { ...continuous, entry: '2026-03-10' }, 'AT_RISK', 'DUE_SOON'],
    ['continuous, reported on the last day of the last period', { ...continuous, entry: '2026-06-09' }, 'AT_RISK', 'DUE_SOON'],
    ['continuous, reported in the open period', { ...continuous, entry: '2026-06-10' }, 'ON_TIME', 'IN_TIME'],
    ['continuous, assigned on the day the last report was due', { ...continuous, from: '2026-06-09' }, 'LATE', 'REPORT_MISSED'],
    ['continuous, assigned after the last report was due', { ...continuous, from: '2026-06-10' }, 'AT_RISK', 'DUE_SOON'],
    ['continuous and finished for the year', { ...continuous, done: '2026-05-01', entry: '2026-05-01' }, 'DONE', 'DONE'],
    ['a target at less than 80 % of what is expected', { ...counted, percent: 46 }, 'LATE', 'FAR_BEHIND'],
    ['a target at more than 80 % of what is expected', { ...counted, percent: 47 }, 'AT_RISK', 'BEHIND'],
    ['a target just below what is expected', { ...counted, percent: 57 }, 'AT_RISK', 'BEHIND'],
    ['a target at what is expected', { ...counted, percent: 58 }, 'ON_TIME', 'IN_TIME'],
    ['a target of which nothing was counted', { ...counted }, 'LATE', 'FAR_BEHIND'],
    ['a missed report comes before a target', { ...counted, entry: '2026-03-01', percent: 100 }, 'LATE', 'REPORT_MISSED'],
    ['a percentage without a target is only words', { ...continuous, entry: '2026-07-01', percent: 1 }, 'ON_TIME', 'IN_TIME'],
    ['a dated target past its day', { due: '2026-09-07', entry: '2026-09-07', target: 10, percent: 99 }, 'LATE', 'PAST_DUE'],
    ['a dated target within a week and far behind', { due: '2026-09-10', entry: '2026-09-07', target: 10, percent: 10 }, 'LATE', 'FAR_BEHIND'],
  ])('%s', async (_, state, status, statusRule) => {
    await given(state);
    const own = await standing(officer);
    expect([own.status, own.statusRule]).toEqual([status, statusRule]);
    expect(await standing(secretariat)).toEqual(own);
  });
  it('shows what the days gone would make of a target, and nothing without one', async () => {
    for (const [state, expected] of [[counted, 58], [{ ...continuous }, null], [{ ...counted, from: '2026-09-08' }, 0], [{ due: '2026-08-01', target: 5 }, 100], [{ due: '2026-08-01', extended: '2026-12-31', target: 5 }, 58]] as const) {
      await given(state);
      expect([state, (await standing(officer)).expectedPercent]).toEqual([state, expected]);
    }
  });
  it('is the same alone, in a filter, in an order and in the count of a task', async () => {
    await given({ due: '2026-09-07', entry: '2026-09-01' });
    const listed = await officer('{ late: assignments(first: 100, filter: { status: { eq: LATE } }, order: [{ status: ASC }]) { nodes { id status } totalCount { value } } others: assignments(first: 100, filter: { not: { status: { eq: LATE } } }) { nodes { id status } } }');
    expect(new Set(listed.data.late.nodes.map((n: { status: string }) => n.status))).toEqual(new Set(['LATE']));
    expect(listed.data.late.nodes.map((n: { id: string }) => n.id)).toContain(String(id));
    expect(listed.data.others.nodes.map((n: { status: string }) => n.status)).not.toContain('LATE');
    const { data } = await secretariat('{ tasks(first: 1, filter: { code: { eq: "III.2(1)" } }) { nodes { standing { status count } assignments { status confirmedOn } } } }');
    const [task] = data.tasks.nodes, counts = new Map<string, number>();
    for (const { status } of task.assignments.filter((a: { confirmedOn: string | null }) => a.confirmedOn)) counts.set(status, (counts.get(status) ?? 0) + 1);
    expect(Object.fromEntries(task.standing.map((s: { status: string; count: number }) => [s.status, s.count]))).toEqual(Object.fromEntries(counts));
  });
  it('cannot be chosen', async () => {
    const { status } = await officer('mutation ($input: AcceptAssignmentInput!) { acceptAssignment(input: $input) { userErrors { code } } }', { input: { id: String(id), version: 1, status: 'DONE' } });
    expect(status).toBe(400);
  });
});
