import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { listenBare, openPages, signInListeners, type Audience, type Hear, type Listener } from './audience.js';
import type { Stand } from './households.js';
import { send } from './load.js';
import { medianOf, type Measured, type Pace } from './measure.js';
import { signIn, type Person, type Province } from './province.js';
import { bars, comparisonOf, type Comparison } from './report.js';

/** Whom a write tells: the leaders of these units. */
interface Telling { readonly name: string; readonly units: readonly Listener[] }
type Open = (hear: Hear) => Promise<Audience>;

const longest = 20_000, silence = 700; // milliseconds
const create = 'mutation make($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }';
const assign = 'mutation bind($input: AssignTaskInput!) { assignTask(input: $input) { count userErrors { message } } }';

/** A write of the secretariat's; throws unless all of it was kept. */
async function write<Payload>({ address }: Stand['ours'], person: Person, operationName: string, query: string, input: object): Promise<Payload> {
  const { data, errors } = JSON.parse(await send({ address, person, body: JSON.stringify({ operationName, query, variables: { input } }) })) as { data?: Record<string, Payload & { userErrors: object[] }>; errors?: object[] };
  const payload = data && Object.values(data)[0];
  if (!payload || payload.userErrors.length > 0) throw new Error(`${operationName}: ${JSON.stringify(payload?.userErrors ?? errors)}`);
  return payload;
}

/** Milliseconds from the write's being sent until everybody whom it concerns has the notice. Throws when one has it twice or somebody else has one. */
async function once({ province, ours }: Stand, secretariat: Person, { units }: Telling, open: Open): Promise<number> {
  const { rows: [group] } = await province.admin.query<{ plan: string; id: string; lead: string }>(
    `SELECT g.plan_id::text AS plan, min(g.id)::text AS id, (SELECT id::text FROM unit WHERE code = 'snnmt') AS lead FROM task_group g GROUP BY 1`);
  const { task } = await write<{ task: { id: string } }>(ours, secretariat, 'make', create, { plan: group!.plan, group: group!.id, title: 'Việc để đo tốc độ', directiveNumber: '01/CĐ', directiveDay: '2026-09-01', dueDay: '2026-11-30', leads: [group!.lead] });
  const concerned = new Set(units.map(({ hat }) => hat)), heard: string[] = [];
  let arrived = (): void => {};
  const audience = await open(({ hat }) => { heard.push(hat); if (heard.length === concerned.size) arrived(); });
  const all = new Promise<number>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`only ${heard.length} of ${concerned.size} had their notice after ${longest} ms`)), longest);
    arrived = () => { clearTimeout(late); done(performance.now()); };
  });
  try {
    const began = performance.now();
    const [, ended] = await Promise.all([write(ours, secretariat, 'bind', assign, { task: task.id, role: 'COORDINATOR', units: units.map(({ unitId }) => String(unitId)) }), all]);
    await pause(silence);
    if (heard.length > concerned.size || heard.some(hat => !concerned.has(hat))) throw new Error(`${heard.length} notices came, ${concerned.size} were for somebody`);
    return ended - began;
  } finally {
    await audience.close();
    await remove(province, task.id);
  }
}

/** What was measured with is taken away, or a commune's home would grow from run to run; its lines in the trail stay. */
async function remove({ admin }: Province, task: string): Promise<void> {
  const ofTask = 'IN (SELECT id FROM assignment WHERE task_id = $1)';
  for (const sql of [`DELETE FROM notice WHERE assignment_id ${ofTask}`, `DELETE FROM assignment_change WHERE assignment_id ${ofTask}`, 'DELETE FROM assignment WHERE task_id = $1', 'DELETE FROM milestone WHERE task_id = $1', 'DELETE FROM task_binding WHERE task_id = $1', 'DELETE FROM task WHERE id = $1'])
    await admin.query(sql, [task]);
}

const measuredOf = (times: readonly number[]): Measured => ({ throughput: 1000 / medianOf(times), cpu: 0, statements: 0, p50: medianOf(times), p95: Math.max(...times) });

/** The write itself is ours on both sides, so the time is the one that a person waits for; raw and ours in turns, the first turn of each only warms. */
export async function measureNotices(stand: Stand, { rounds }: Pace): Promise<Comparison[]> {
  const people = await signInListeners(stand.province), secretariat = await signIn(stand.province, 'thuong-truc');
  const leaders = people.filter(({ role, unitCode }) => role === 'LEADER' && unitCode !== 'sxd'), found: Comparison[] = [];
  const raw: Open = hear => listenBare(stand.province, people, hear), ours: Open = hear => openPages(stand.ours.address, people, hear);
  for (const telling of [{ name: 'one commune', units: leaders.slice(0, 1) }, { name: `${leaders.length} communes`, units: leaders }]) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i <= Math.max(rounds, 3); i++) for (const [at, open] of [raw, ours].entries()) {
      const time = await once(stand, secretariat, telling, open);
      if (i > 0) times[at]!.push(time);
    }
    const [bare, own] = [measuredOf(times[0]), measuredOf(times[1])];
    found.push(comparisonOf(`a task assigned to ${telling.name}: all ${telling.units.length} of ${people.length} listeners have it after ${(own.p50 / 1000).toFixed(3)} s, nobody else any`, stand.households, own,
      `LISTEN and a SELECT each, ${(bare.p50 / 1000).toFixed(3)} s`, bare, bars.noticeToRaw));
  }
  return found;
}
