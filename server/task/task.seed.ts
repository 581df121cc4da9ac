import type pg from 'pg';
import { isEmpty } from '../database/load-rows.js';
import { loadWithSightHeld } from '../sight/sight.service.js';
import { planDay, readPlanFile, type PlanBinding, type PlanTask } from '../plan/plan.service.js';

interface Binding { task: string; unit: string | null; class: string | null; role: 'LEAD' | 'COORDINATOR'; part: string | null; isConcerned: boolean }

function bindingsOf(task: PlanTask): Binding[] {
  const bind = (one: PlanBinding, role: Binding['role'], part: string | null): Binding => ({
    task: task.code, unit: one.unit ?? null, class: one.class ?? null, role, part, isConcerned: one.isConcerned ?? false,
  });
  return [...task.leads.map(one => bind(one, 'LEAD', one.part)), ...task.coordinators.map(one => bind(one, 'COORDINATOR', null))];
}

/**
 * The cascade: every unit that a clause binds gets its own assignment. A unit is bound once by a task: leading goes
 * before coordinating, being named before being one of a class, being bound before being proposed. A lead takes the
 * count of a target as its own only when the task has just one that it answers for.
 */
const cascade = `
INSERT INTO assignment (task_id, unit_id, role, part, via_class_id, valid_from, confirmed_on, target_value, target_unit)
SELECT DISTINCT ON (t.id, bound.unit_id)
       t.id, bound.unit_id, b.role, b.part, c.id, $2::date, CASE WHEN b."isConcerned" THEN NULL ELSE $2::date END, own.value, own.unit_of_measure
  FROM json_to_recordset($1) AS b (task text, unit text, class text, role text, part text, "isConcerned" boolean)
  JOIN task t ON t.code = b.task AND t.plan_id = $3
  LEFT JOIN unit_class c ON c.code = b.class
  JOIN LATERAL (
    SELECT u.id AS unit_id FROM unit u WHERE u.code = b.unit AND u.valid_to IS NULL
    UNION ALL
    SELECT m.unit_id FROM unit_class_member m WHERE m.unit_class_id = c.id AND m.valid_from <= $2 AND m.valid_to IS NULL) bound ON true
  LEFT JOIN (
    SELECT task_id, owner_id, min(value) AS value, min(unit_of_measure) AS unit_of_measure
      FROM target WHERE unit_id IS NULL AND unit_of_measure IN ('người', 'hộ')
     GROUP BY task_id, owner_id HAVING count(*) = 1) own ON own.task_id = t.id AND own.owner_id = bound.unit_id AND b.role = 'LEAD'
 ORDER BY t.id, bound.unit_id, b.role = 'LEAD' DESC, c.id IS NULL DESC, b."isConcerned", c.id`;

const clauses = `
INSERT INTO task_binding (task_id, role, unit_id, unit_class_id, part, is_concerned)
SELECT t.id, b.role, u.id, c.id, b.part, b."isConcerned"
  FROM ROWS FROM (json_to_recordset($1) AS (task text, unit text, class text, role text, part text, "isConcerned" boolean))
       WITH ORDINALITY AS b (task, unit, class, role, part, "isConcerned", place)
  JOIN task t ON t.code = b.task AND t.plan_id = $2
  LEFT JOIN unit u ON u.code = b.unit AND u.valid_to IS NULL
  LEFT JOIN unit_class c ON c.code = b.class
 ORDER BY b.place`;

const services = `
INSERT INTO service (task_id, unit_id, cause, key, classes, member_min_age, member_max_age, opens_papers)
SELECT t.id, u.id, s.cause, s.key, s.classes, s."memberMinAge", s."memberMaxAge", coalesce(s."opensPapers", false)
  FROM json_to_recordset($1) AS s (task text, unit text, cause text, key text, classes text[], "memberMinAge" int, "memberMaxAge" int, "opensPapers" boolean)
  JOIN task t ON t.code = s.task AND t.plan_id = $2
  JOIN unit u ON u.code = s.unit AND u.valid_to IS NULL
ON CONFLICT (task_id, unit_id, cause, key) DO UPDATE
   SET classes = excluded.classes, member_min_age = excluded.member_min_age, member_max_age = excluded.member_max_age, opens_papers = excluded.opens_papers
 WHERE (service.classes, service.member_min_age, service.member_max_age, service.opens_papers)
    IS DISTINCT FROM (excluded.classes, excluded.member_min_age, excluded.member_max_age, excluded.opens_papers)`;

/** Records whom each lead serves by its clause; assigns the plan's tasks to their units in one statement, when there is no assignment yet. Units and plan come first. */
export async function seedTasks(client: pg.ClientBase): Promise<void> {
  const { plan, tasks } = readPlanFile();
  const { rows } = await client.query<{ id: number }>('SELECT id FROM plan WHERE year = $1', [plan.year]);
  const planId = rows[0]?.id;
  const served = tasks.flatMap(task => task.leads.flatMap(lead => lead.services.map(one => ({ ...one, task: task.code, unit: lead.unit }))));
  if (!(await isEmpty(client, 'assignment'))) return void await client.query(services, [JSON.stringify(served), planId]);
  const bindings = JSON.stringify(tasks.flatMap(bindingsOf));
  await client.query(clauses, [bindings, planId]);
  await loadWithSightHeld(client, async () => {
    await client.query(services, [JSON.stringify(served), planId]);
    await client.query(cascade, [bindings, planDay, planId]);
  });
}
