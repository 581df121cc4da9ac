import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Assignee { unit?: string; class?: string; isConcerned?: boolean }
interface Service { cause: string; key: string; classes: string[] | null; memberMinAge: number | null; memberMaxAge: number | null }
interface Lead extends Assignee { part: string | null; services: Service[] }
interface Milestone { no: number; kind: string; dueDay: string; lateRule: string }
interface Target { code: string; clause: string; owner: string; operator: string; value: number; conflictsWith: string | null }
interface Task {
  code: string; kind: string; group: string; title: string; conflictNote: string | null;
  leads: Lead[]; coordinators: Assignee[]; milestones: Milestone[]; targets: Target[];
}
interface Plan {
  money: { code: string; statedBillion: number; partOf: string | null }[];
  groups: { code: string; title: string }[];
  tasks: Task[];
  planTargets: Target[];
  reportingPeriods: { dueDay: string; secretariatDueDay: string }[];
  notices: { code: string; clauses: string[] }[];
  versions: { state: string; number: string | null }[];
}
interface Commune { code: string; type: string; area: string; isExtremelyDisadvantaged: boolean; neighbours: string[]; villageCount: number | null }
interface Agency { code: string; kind: string; classes: string[]; parent: string | null; provenance: { source: string }; isConfirmed: boolean }
interface Indicator { code: string; standards: { standard: string; no: number }[] }

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const plan = read<Plan>('server/plan/data/plan-2026.json');
const communes = read<Commune[]>('server/unit/data/communes.json');
const agencies = read<Agency[]>('server/unit/data/agencies.json');
const classes = read<{ code: string }[]>('server/unit/data/classes.json');
const villages = read<{ communeCode: string; no: string }[]>('server/unit/data/villages.json');
const oldCommunes = read<{ newCode: string }[]>('server/unit/data/old-communes.json');
const indicators = read<Indicator[]>('server/household/data/indicators.json');
const standards = read<{ code: string }[]>('server/household/data/standards.json');
const ethnicGroups = read<{ code: string; isMinority: boolean }[]>('server/household/data/ethnic-groups.json');

const tasks = plan.tasks.filter((task) => task.kind === 'TASK');
const duties = plan.tasks.filter((task) => task.kind === 'DUTY');
const targets = [...plan.planTargets, ...plan.tasks.flatMap((task) => task.targets)];
const targetKey = (target: Target) => `${target.clause}#${target.code}`;

function countBy<T>(rows: T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}
const assigneeName = (assignee: Assignee) => assignee.unit ?? assignee.class ?? 'nobody';
const task = (code: string) => plan.tasks.find((row) => row.code === code)!;

describe('plan of 2026', () => {
  it('has 36 tasks in ten groups', () => {
    expect(tasks).toHaveLength(36);
    expect(countBy(tasks, (row) => row.group)).toEqual({
      'III.1': 1, 'III.2': 8, 'III.3': 1, 'III.4': 1, 'III.5': 3, 'III.6': 6, 'III.7': 5, 'III.8': 6, 'III.9': 4, 'III.10': 1,
    });
  });

  it('has 31 standing duties of Part IV', () => {
    expect(duties).toHaveLength(31);
    expect(new Set(duties.map((row) => row.group))).toEqual(new Set(['IV']));
    expect(countBy(duties, (row) => row.code.split('(')[0])).toEqual({
      'IV.1': 4, 'IV.2': 2, 'IV.3': 1, 'IV.4': 1, 'IV.5': 1, 'IV.6': 1, 'IV.7': 1, 'IV.8': 1, 'IV.9': 1,
      'IV.10': 3, 'IV.11': 1, 'IV.12': 1, 'IV.13': 9, 'IV.14': 4,
    });
  });

  it('counts the leads of the 36 as the plan does', () => {
    expect(countBy(tasks.flatMap((row) => row.leads), assigneeName)).toEqual({
      snnmt: 18, snv: 9, stc: 6, svhttdl: 4, sgddt: 3, syt: 1, bhxh: 1, sxd: 1, skhcn: 1, nhcsxh: 1, COMMUNES: 1,
    });
  });

  it('names the communes in every task', () => {
    for (const row of tasks) expect([...row.leads, ...row.coordinators].map(assigneeName)).toContain('COMMUNES');
  });

  it('binds the extremely disadvantaged communes only by IV.13(5) and the organisations by IV.14', () => {
    const bound = (code: string) => task(code).leads.map(assigneeName);
    const communeDuties = duties.filter((row) => row.code.startsWith('IV.13('));
    expect(communeDuties.filter((row) => row.leads[0].class === 'COMMUNES')).toHaveLength(8);
    expect(bound('IV.13(5)')).toEqual(['EXTREMELY_DISADVANTAGED_COMMUNES']);
    for (const no of [1, 2, 3, 4]) expect(bound(`IV.14(${no})`)).toEqual(['MASS_ORGANISATIONS', 'DEPARTMENTS', 'AGENCIES']);
  });

  it('keeps the parts of the three split leads', () => {
    const parts = (code: string) => Object.fromEntries(task(code).leads.map((lead) => [lead.unit, lead.part]));
    expect(parts('III.6(4)')).toEqual({ stc: 'bố trí kinh phí ủy thác', nhcsxh: 'tổ chức cho vay' });
    expect(parts('III.8(3)')).toEqual({ syt: null, bhxh: 'chính sách bảo hiểm y tế' });
    expect(parts('III.8(4)')).toEqual({ sxd: 'hộ nghèo, hộ cận nghèo', snv: 'gia đình con đẻ người hoạt động kháng chiến nhiễm chất độc hóa học' });
  });

  it('treats those "concerned" as a proposal in exactly three groups', () => {
    const concerned = plan.tasks.flatMap((row) => row.coordinators.filter((one) => one.isConcerned).map((one) => `${row.code} ${one.class}`));
    expect(concerned).toEqual(['III.1 AGENCIES', 'III.5(1) AGENCIES', 'III.5(2) AGENCIES', 'III.5(3) AGENCIES', 'III.6(3) DEPARTMENTS']);
  });

  it('has short titles and codes of its own for every task', () => {
    expect(new Set(plan.tasks.map((row) => row.code)).size).toBe(67);
    expect(new Set(plan.tasks.map((row) => row.title)).size).toBe(67);
    for (const row of [...plan.tasks, ...plan.groups]) expect(row.title.length).toBeLessThanOrEqual(110);
    expect(plan.groups.map((row) => row.code)).toEqual([...Array.from({ length: 10 }, (_, index) => `III.${index + 1}`), 'IV']);
    for (const row of plan.tasks) expect(plan.groups.map((group) => group.code)).toContain(row.group);
  });

  it('refers only to units and classes that exist', () => {
    const units = agencies.map((row) => row.code);
    const known = [...units, ...classes.map((row) => row.code)];
    for (const row of plan.tasks) for (const one of [...row.leads, ...row.coordinators]) expect(known).toContain(assigneeName(one));
    for (const target of targets) expect(units).toContain(target.owner);
    for (const row of plan.tasks) {
      const names = [...row.leads, ...row.coordinators].map(assigneeName);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('gives every milestone a day of 2026 and a rule for late', () => {
    for (const row of plan.tasks) {
      expect(row.milestones.map((one) => one.no)).toEqual(row.milestones.map((_, index) => index + 1));
      expect(row.milestones.length).toBeGreaterThan(0);
      for (const one of row.milestones) {
        expect(one.dueDay).toMatch(/^2026-\d\d-\d\d$/);
        expect(one.lateRule).toBe(one.kind === 'CONTINUOUS' ? 'MISSED_REPORT' : 'AFTER_DUE_DAY');
      }
    }
  });

  it('finds the days that stand in the prose', () => {
    const days = (code: string) => task(code).milestones.map((one) => `${one.kind} ${one.dueDay}`);
    for (const code of ['III.1', 'IV.13(1)']) expect(days(code)).toEqual(['DATE 2026-04-09', 'CONTINUOUS 2026-12-31']);
    for (const code of ['III.7(2)', 'III.8(4)']) expect(days(code)).toEqual(['DATE 2026-07-26', 'CONTINUOUS 2026-12-31']);
    expect(days('III.3')).toEqual(['CONTINUOUS 2026-12-31', 'QUARTER 2026-09-30', 'QUARTER 2026-12-31', 'QUARTER 2026-12-31']);
    expect(days('III.4')).toEqual(['QUARTER 2026-06-30']);
    expect(days('III.10')).toEqual(['CONTINUOUS 2026-12-31', 'SERIES 2026-06-30', 'SERIES 2026-09-30', 'SERIES 2026-12-31']);
  });

  it('states targets with operator and value, and pairs those that disagree', () => {
    const stated = Object.fromEntries(targets.map((row) => [targetKey(row), `${row.operator} ${row.value}`]));
    expect(stated).toEqual({
      'II.2#POVERTY_RATE': 'AT_LEAST 1.5', 'II.2#POVERTY_RATE_MINORITY': 'AT_LEAST 2.25', 'II.2#TRAINED_WORKERS': 'ABOUT 3000',
      'II.2#PLACED_WORKERS': 'ABOUT 12000', 'II.2#PRODUCTION_SUPPORT': 'ABOUT 8000', 'II.2#PREFERENTIAL_LOANS': 'ABOUT 10000',
      'III.2(8)#HELPED_HOUSEHOLDS': 'EXACT 942', 'III.6(2)#TRAINED_WORKERS': 'AT_LEAST 3000', 'III.6(2)#PLACED_WORKERS': 'EXACT 12000',
      'III.6(2)#SHIFTED_WORKERS': 'EXACT 1200', 'III.6(3)#PRODUCTION_SUPPORT': 'ABOUT 8000', 'III.6(4)#PREFERENTIAL_LOANS': 'ABOUT 10000',
      'III.6(6)#WORKERS_IN_NEED_SUPPORTED': 'ALL_IN_NEED 100', 'III.8(1)#STEADY_WORKERS_PER_HOUSEHOLD': 'AT_LEAST 1',
      'III.8(3)#ESSENTIAL_HEALTH_SERVICES': 'EXACT 100',
    });
    expect(Object.keys(stated)).toHaveLength(targets.length);
    for (const row of targets) {
      if (row.conflictsWith) expect(targets.find((other) => targetKey(other) === row.conflictsWith)?.conflictsWith).toBe(targetKey(row));
    }
    expect(targets.filter((row) => row.conflictsWith)).toHaveLength(6);
  });

  it('keeps the stated money and the billion by which its parts fall short', () => {
    const total = plan.money.find((row) => row.partOf === null)!.statedBillion;
    const parts = plan.money.filter((row) => row.partOf === 'TOTAL').reduce((sum, row) => sum + row.statedBillion, 0);
    expect([total, parts, total - parts]).toEqual([5181, 5180, 1]);
  });

  it('is a draft without a number, with four reporting periods and six notices', () => {
    expect(plan.versions.map((row) => [row.state, row.number])).toEqual([['DRAFT', null]]);
    expect(plan.reportingPeriods.map((row) => `${row.dueDay} ${row.secretariatDueDay}`)).toEqual(
      ['03', '06', '09', '12'].map((month) => `2026-${month}-09 2026-${month}-19`));
    expect(new Set(plan.notices.map((row) => row.code)).size).toBe(6);
  });

  it('lets services name only indicators of the standard in force', () => {
    const current = indicators.filter((row) => row.standards.some((one) => one.standard === 'VN-MDP-2022')).map((row) => row.code);
    const served = plan.tasks.flatMap((row) => row.leads.flatMap((lead) => lead.services));
    const keys = new Set(served.filter((one) => one.cause === 'DEPRIVED').map((one) => one.key));
    expect(keys).toEqual(new Set(current));
    expect(served.filter((one) => one.cause === 'GROUP').map((one) => one.key)).toEqual(['MERIT', 'AGENT_ORANGE_CHILD']);
  });
});

describe('units', () => {
  it('are 99 communes: 89 xã and 10 phường, 47 of them extremely disadvantaged', () => {
    expect(countBy(communes, (row) => row.type)).toEqual({ xa: 89, phuong: 10 });
    expect(countBy(communes, (row) => row.area)).toEqual({ I: 12, II: 36, III: 47, OUTSIDE: 4 });
    expect(communes.filter((row) => row.isExtremelyDisadvantaged).map((row) => row.area)).toEqual(Array(47).fill('III'));
    expect(new Set(communes.map((row) => row.code)).size).toBe(99);
    for (const row of communes) expect(row.code).toMatch(/^\d{5}$/);
  });

  it('have neighbours that are neighbours of each other', () => {
    const byCode = new Map(communes.map((row) => [row.code, row]));
    for (const row of communes) for (const code of row.neighbours) expect(byCode.get(code)?.neighbours).toContain(row.code);
  });

  it('are 29 agencies beside the secretariat, confirmed only where the plan names them', () => {
    expect(countBy(agencies, (row) => row.kind)).toEqual({ secretariat: 1, department: 22, massOrganisation: 7 });
    expect(new Set(agencies.map((row) => row.code)).size).toBe(30);
    for (const row of agencies) expect(row.isConfirmed).toBe(row.provenance.source === 'PLAN');
    const known = classes.map((row) => row.code);
    for (const row of agencies) for (const code of row.classes) expect(known).toContain(code);
    for (const row of agencies) if (row.parent) expect(agencies.map((one) => one.code)).toContain(row.parent);
  });

  it('have 273 sample villages in 15 communes and 326 earlier communes', () => {
    const codes = new Set(communes.map((row) => row.code));
    expect(villages).toHaveLength(273);
    expect(new Set(villages.map((row) => row.communeCode)).size).toBe(15);
    expect(new Set(villages.map((row) => row.communeCode + row.no)).size).toBe(273);
    for (const row of villages) expect(codes.has(row.communeCode) && /^\d{3}$/.test(row.no)).toBe(true);
    expect(oldCommunes).toHaveLength(326);
    expect(new Set(oldCommunes.map((row) => row.newCode))).toEqual(codes);
  });
});

describe('household lists', () => {
  it('have 54 ethnic groups, 53 of them minorities', () => {
    expect(new Set(ethnicGroups.map((row) => row.code)).size).toBe(54);
    expect(ethnicGroups.filter((row) => row.isMinority)).toHaveLength(53);
  });

  it('have twelve indicators in each of the two standards, in order', () => {
    expect(indicators).toHaveLength(13);
    for (const { code } of standards) {
      const numbers = indicators.flatMap((row) => row.standards.filter((one) => one.standard === code).map((one) => one.no));
      expect(numbers.sort((left, right) => left - right)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    }
    expect(standards.map((row) => row.code)).toEqual(['VN-MDP-2022', 'VN-MDP-2027']);
  });
});
