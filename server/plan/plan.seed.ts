import type pg from 'pg';
import { isEmpty, loadRows, type Row } from '../database/load-rows.js';
import { readPlanFile, type PlanFile } from './plan.service.js';

const planId = 1;
const documentVersionId = 1;
const numbered = <T>(list: readonly T[]): [T, number][] => list.map((one, index) => [one, index + 1]);

function taskRows(file: PlanFile): Row[] {
  const groups = new Map(file.groups.map(one => [one.code, one.no]));
  return numbered(file.tasks).map(([one, id]) => ({
    id, plan_id: planId, group_id: groups.get(one.group), sort: id, code: one.code, kind: one.kind, title: one.title, product: one.product,
    population: one.population, summary: one.summary, document_version_id: documentVersionId, conflict_note: one.conflictNote,
  }));
}

function milestoneRows(file: PlanFile): Row[] {
  const milestones = numbered(file.tasks).flatMap(([task, taskId]) => task.milestones.map(one => ({ taskId, one })));
  return numbered(milestones).map(([{ taskId, one }, id]) => ({
    id, task_id: taskId, no: one.no, kind: one.kind, label: one.label, stated: one.stated, due_day: one.dueDay, late_rule: one.lateRule,
  }));
}

/** Targets that disagree name each other by clause and code; both are kept. */
function targetRows(file: PlanFile, units: ReadonlyMap<string, number>): Row[] {
  const targets = numbered([
    ...file.planTargets.map(one => ({ one, taskId: null })),
    ...numbered(file.tasks).flatMap(([task, taskId]) => task.targets.map(one => ({ one, taskId }))),
  ]);
  const ids = new Map(targets.map(([{ one }, id]) => [`${one.clause}#${one.code}`, id]));
  return targets.map(([{ one, taskId }, id]) => ({
    id, plan_id: planId, task_id: taskId, owner_id: units.get(one.owner), code: one.code, name: one.name, operator: one.operator, value: one.value,
    unit_of_measure: one.unitOfMeasure, population: one.population, population_classes: one.populationClasses, year: file.plan.year,
    clause: one.clause, conflicts_with_id: one.conflictsWith === null ? null : ids.get(one.conflictsWith), note: one.note,
  }));
}

async function unitIds(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ code: string; id: number }>('SELECT code, id FROM unit WHERE valid_to IS NULL');
  return new Map(rows.map(one => [one.code, one.id]));
}

async function loadDocument(client: pg.ClientBase, file: PlanFile): Promise<void> {
  const { year, name, startsOn, endsOn } = file.plan;
  const money = numbered(file.money);
  const moneyIds = new Map(money.map(([one, id]) => [one.code, id]));
  await loadRows(client, 'plan', [{ id: planId, year, name, starts_on: startsOn, ends_on: endsOn }]);
  await loadRows(client, 'plan_version', file.versions.map((one, at) => ({ id: documentVersionId + at, plan_id: planId, ...one })));
  await loadRows(client, 'money_line', money.map(([one, id]) => ({
    id, plan_id: planId, code: one.code, name: one.name, stated_billion: one.statedBillion, clause: one.clause,
    part_of_id: one.partOf === null ? null : moneyIds.get(one.partOf),
  })));
  await loadRows(client, 'plan_notice', numbered(file.notices).map(([one, id]) => ({ id, plan_id: planId, ...one })));
  await loadRows(client, 'reporting_period', numbered(file.reportingPeriods).map(([one, id]) => ({
    id, plan_id: planId, code: one.code, name: one.name, due_day: one.dueDay, secretariat_due_day: one.secretariatDueDay,
  })));
  await loadRows(client, 'status_threshold', [{
    plan_id: planId, due_soon_days: 7, behind_percent: 100, far_behind_percent: 80, valid_from: startsOn,
    source: 'Quy ước ban đầu, cơ quan Thường trực điều chỉnh được',
  }]);
}

/** Loads the plan of 2026 with its document, periods, thresholds, groups, tasks, milestones and targets, when there is no plan yet. Units come first. */
export async function seedPlan(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'plan'))) return;
  const file = readPlanFile();
  await loadDocument(client, file);
  await loadRows(client, 'task_group', file.groups.map(({ no, code, title }) => ({ id: no, plan_id: planId, no, code, title })));
  await loadRows(client, 'task', taskRows(file));
  await loadRows(client, 'milestone', milestoneRows(file));
  await loadRows(client, 'target', targetRows(file, await unitIds(client)));
}
