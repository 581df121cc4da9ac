import { In, type DataSource } from 'typeorm';
import type { Viewer } from '../../server/identity/viewer.js';
import { statusFor, type StatusOf } from './naive-status.js';
import { NaiveAssignment, NaiveHousehold, NaiveTask, type NaiveSight } from './naive.entity.js';
import { benchDay as today } from './province.js';

const compare = <T>(...keys: ((row: T) => string | number)[]) => (a: T, b: T): number => {
  for (const key of keys) { const [x, y] = [key(a), key(b)]; if (x !== y) return x < y ? -1 : 1; }
  return 0;
};

const withStatus = (assignment: NaiveAssignment, { status, rule }: StatusOf) => ({ ...assignment, status: status(assignment), statusRule: rule(assignment) });

/** The plan's tasks with all their assignments. */
export async function tasks(source: DataSource): Promise<object> {
  const found = await source.getRepository(NaiveTask).find({ where: { kind: 'TASK' }, relations: { assignments: { unit: true } }, order: { id: 'ASC' } });
  const standing = await statusFor(source);
  return { nodes: found.slice(0, 36).map(task => ({ ...task,
    assignments: task.assignments.map(a => withStatus(a, standing)).sort(compare(a => (a.role === 'LEAD' ? 0 : 1), a => a.unit.id)) })) };
}

/** A unit's open assignments; the leads of their tasks are picked from all of a task's assignments. */
export async function assignments(source: DataSource, unit: number): Promise<object> {
  const found = await source.getRepository(NaiveAssignment).find({ where: { unit: { id: unit } }, relations: { unit: true, nextMilestone: true, task: { assignments: { unit: true } } } });
  const standing = await statusFor(source);
  const nodes = found.filter(a => a.confirmedOn !== null).map(a => withStatus(a, standing)).filter(a => a.status !== 'DONE').sort(compare(a => a.dueDay ?? '9', a => a.id));
  const isLead = (a: NaiveAssignment) => a.role === 'LEAD' && a.viaClassId === null && a.confirmedOn !== null;
  return { nodes: nodes.slice(0, 100).map(a => ({ ...a, task: { ...a.task, leads: a.task.assignments.filter(isLead).sort(compare(lead => lead.id)) } })) };
}

const isValid = ({ validFrom, validTo }: NaiveSight): boolean => (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
const healthIndicators: readonly string[] = ['NUTRITION', 'INSURANCE'];

/** A page of households; who sees which member and deprivation is decided here. */
export async function households(source: DataSource, { portalKind, unitId }: Viewer, ids: readonly string[] | null): Promise<object> {
  const sees = portalKind !== 'secretariat';
  const found = await source.getRepository(NaiveHousehold).find({
    where: { ...(ids && { id: In([...ids]) }), ...(sees && { sights: { unitId } }) },
    relations: { commune: true, village: true, members: true, deprivations: true, sights: sees }, order: { code: 'ASC', id: 'ASC' }, take: 51,
  });
  const nodes = found.slice(0, 50).map(household => {
    const edges = (household.sights ?? []).filter(isValid);
    const members = household.members.filter(({ birthYear }) => !sees || edges.some(({ memberMinAge: least, memberMaxAge: most }) => {
      const age = Number(today.slice(0, 4)) - birthYear;
      return least !== null && most !== null && age >= least && age <= most;
    }));
    const deprivations = household.deprivations.filter(({ indicator }) =>
      (sees ? edges.some(({ cause, part }) => cause === 'DEPRIVED' && part === indicator) : !healthIndicators.includes(indicator)));
    return { ...household, members: members.sort(compare(m => (m.isHead ? 0 : 1), m => m.birthYear, m => m.id)), deprivations: deprivations.sort(compare(d => d.indicator, d => d.since)) };
  });
  return { nodes, pageInfo: { hasNextPage: found.length > 50 } };
}
