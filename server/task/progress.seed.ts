import { createHash } from 'node:crypto';
import type pg from 'pg';
import { isEmpty, loadRows, type Row } from '../database/load-rows.js';
import { drawsOf, type Draws } from '../database/draws.js';
import { difficulties, doneByGroup, finishedEarly, milestoneStories, reached, type MilestoneStory } from './progress-samples.js';

interface Bound {
  readonly id: number; readonly unitId: number; readonly role: string; readonly unit: string; readonly kind: string;
  readonly task: string; readonly group: string; readonly datedId: number | null; readonly datedDay: string | null; readonly yearLongId: number | null;
}
interface Entry {
  readonly day: string; readonly done: string; readonly milestoneId: number | null; readonly isCompleted?: boolean;
  readonly percent?: number | undefined; readonly quantity?: number | undefined; readonly isWaiting?: boolean;
}

// The demonstration stands at 08/9/2026: the second report was due on 09/6, the third is due tomorrow.
const secondReport = { from: '2026-05-18', days: 22 } as const;
const thirdReport = { from: '2026-06-15', days: 85 } as const;
const lastDay = '2026-09-08';

const drawsFor = (text: string): Draws => drawsOf(createHash('sha1').update(text).digest().readInt32BE(0));

/** yyyy-mm-dd, so many days later and never after the demonstration's day. */
function later(day: string, days: number): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return moved > lastDay ? lastDay : moved;
}

/** What became of the first dated milestone; a unit that is drawn for its own plan is so for both tasks that ask for it. */
function milestoneEntry(bound: Bound, story: MilestoneStory): Entry | undefined {
  const { unit, datedDay, datedId } = bound;
  if (datedDay === null) return undefined;
  const told = story.units?.[unit];
  const draws = drawsFor(`${story.text} ${unit}`);
  if (told?.day === null) return { day: later(datedDay, 2), milestoneId: datedId, done: doneByGroup[bound.group]![0]!, percent: told.percent };
  if (told) return { day: told.day, milestoneId: datedId, done: story.text, percent: 100, isCompleted: true };
  if (!draws.chance(story.completed)) return undefined;
  const day = draws.chance(story.late) ? later(datedDay, draws.whole(1, 14)) : later(datedDay, -draws.whole(...story.ahead));
  return { day, milestoneId: datedId, done: story.text, isCompleted: true };
}

/** At which of the two reports a unit writes on an assignment: leads at most of them, coordinating communes at one or none, and some units hardly ever. */
function reportsOf({ unit, kind, role }: Bound, draws: Draws): readonly [second: boolean, third: boolean] {
  const zeal = drawsFor(unit).weighted([[1.1, 60], [0.8, 28], [0.15, 12]]);
  if (role === 'LEAD' || kind !== 'commune') return [draws.chance(0.8 * zeal), draws.chance(0.6 * zeal)];
  if (!draws.chance(0.68 * zeal)) return [false, false];
  const isEarly = draws.chance(0.4);
  return [isEarly, !isEarly];
}

function reportEntries(bound: Bound, draws: Draws): Entry[] {
  const counts = reached[`${bound.task} ${bound.unit}`];
  const texts = doneByGroup[bound.group]!;
  const [second, third] = reportsOf(bound, draws);
  const percent = !counts && bound.role === 'LEAD' && draws.chance(0.3) ? draws.whole(30, 55) : undefined;
  const common = { milestoneId: bound.yearLongId };
  const entries: Entry[] = [];
  if (counts || second) {
    entries.push({ ...common, day: later(secondReport.from, draws.whole(0, secondReport.days)), done: draws.one(texts), percent, quantity: counts?.[0] });
  }
  if (counts || third) {
    const grown = percent === undefined ? undefined : percent + draws.whole(8, 30);
    const day = later(thirdReport.from, draws.whole(0, thirdReport.days));
    entries.push({ ...common, day, done: draws.one(texts), percent: grown, quantity: counts?.[1], isWaiting: draws.chance(0.05) });
  }
  return entries;
}

function entriesOf(bound: Bound): Entry[] {
  const draws = drawsFor(`${bound.task} ${bound.unit}`);
  const story = milestoneStories[bound.task];
  const milestone = story && milestoneEntry(bound, story);
  const finished = draws.chance(finishedEarly[bound.task] ?? 0) && bound.kind === 'commune';
  if (finished) {
    const day = later('2026-05-04', draws.whole(0, 90));
    return [{ day, milestoneId: bound.yearLongId, done: doneByGroup[bound.group]![0]!, percent: 100, isCompleted: true }];
  }
  return [...(milestone ? [milestone] : []), ...reportEntries(bound, draws)].sort((one, other) => one.day.localeCompare(other.day));
}

function rowOf(bound: Bound, entry: Entry, draws: Draws): Row {
  const trouble = !entry.isCompleted && draws.chance(0.15) ? draws.one(difficulties) : undefined;
  const at = `${entry.day}T16:30:00+07:00`;
  return {
    assignment_id: bound.id, unit_id: bound.unitId, milestone_id: entry.milestoneId, as_of_day: entry.day, done: entry.done,
    difficulty: trouble?.difficulty ?? null, request: trouble?.request ?? null, quantity: entry.quantity ?? null, percent: entry.percent ?? null,
    is_completed: entry.isCompleted ?? false, state: entry.isWaiting ? 'SUBMITTED' : 'SIGNED', signed_on: entry.isWaiting ? null : at, created_at: at, updated_at: at,
  };
}

async function readBound(client: pg.ClientBase): Promise<Bound[]> {
  const { rows } = await client.query<Bound>(`
    SELECT a.id, a.unit_id AS "unitId", a.role, u.code AS unit, u.kind, t.code AS task, g.code AS "group",
           dated.id AS "datedId", dated.due_day::text AS "datedDay", year_long.id AS "yearLongId"
      FROM assignment a
      JOIN unit u ON u.id = a.unit_id
      JOIN task t ON t.id = a.task_id AND t.kind IN ('TASK', 'DUTY')
      JOIN task_group g ON g.id = t.group_id
      LEFT JOIN LATERAL (SELECT id, due_day FROM milestone m WHERE m.task_id = t.id AND m.kind <> 'CONTINUOUS' ORDER BY due_day, no LIMIT 1) dated ON true
      LEFT JOIN LATERAL (SELECT id FROM milestone m WHERE m.task_id = t.id AND m.kind = 'CONTINUOUS' ORDER BY no LIMIT 1) year_long ON true
     WHERE a.confirmed_on IS NOT NULL AND a.valid_to IS NULL ORDER BY a.id`);
  return rows;
}

/**
 * Loads progress entries for the demonstration, so that on 08/9/2026 every status is to be seen, when there is no entry
 * yet. Assignments with an entry count as accepted. Needs the assignments; their figures follow by trigger.
 */
export async function seedProgress(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'progress_entry'))) return;
  const bound = await readBound(client);
  const rows = bound.flatMap(one => {
    const draws = drawsFor(`${one.unit} ${one.task}`);
    return entriesOf(one).map(entry => rowOf(one, entry, draws));
  });
  await client.query(`UPDATE assignment SET accepted_on = '2026-04-02' WHERE accepted_on IS NULL AND id = ANY ($1::int[])`, [[...new Set(rows.map(row => row.assignment_id))]]);
  await loadRows(client, 'progress_entry', rows);
}
