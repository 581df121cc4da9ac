import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generateHouseholds, type SampleHousehold, type SampleOrder } from '../../server/household/household.generator.js';
import { quotasOf } from '../../server/household/household.quotas.js';
import { addHousehold, emptyRows, householdTables, type HouseholdRows } from '../../server/household/household.rows.js';
import { communes } from '../support/sample-communes.js';

const ages = { workFrom: 15, workTo: 60, childBelow: 16 };
const make = (order: SampleOrder): SampleHousehold[] => [...generateHouseholds(communes, order, ages)];
const small = make({ households: 300, seed: 1 });

const agencies = (JSON.parse(readFileSync('server/unit/data/agencies.json', 'utf8')) as { code: string }[]).map(({ code }, at) => [code, at + 1] as const);
const offices = { units: new Map(agencies), posts: new Map([['snv', 1], ['02869', 2]]) };

function rowsOf(households: readonly SampleHousehold[]): HouseholdRows {
  const rows = emptyRows();
  for (const one of households) addHousehold(rows, one, offices);
  return rows;
}

const countBy = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
const isOpen = (lack: { until: string | null }): boolean => lack.until === null;

describe('a synthetic province', () => {
  it('gives every commune the places that its quota says', () => {
    const [order, kinds] = [{ households: 6_000, seed: 1 }, ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE'] as const];
    const [quotas, made] = [quotasOf(communes, order.households), make(order)];
    for (const [at, { code }] of communes.entries()) {
      const here = made.filter(one => one.commune.code === code);
      const found = kinds.map(kind => ({ count: countBy(here, one => one.class === kind), kinh: countBy(here, one => one.class === kind && one.ethnicity === '01') }));
      expect([code, found]).toEqual([code, kinds.map(kind => quotas[at]![kind])]);
    }
  });

  it('can be made again from its seed, and is another with another seed', () => {
    expect(JSON.stringify(rowsOf(make({ households: 300, seed: 1 })))).toBe(JSON.stringify(rowsOf(small)));
    const ids = new Set(rowsOf(small).household.map(row => row.id));
    expect(countBy(rowsOf(make({ households: 300, seed: 2 })).household, row => ids.has(row.id))).toBe(0);
  });

  it('shows named communes in depth', () => {
    const households = make({ households: 1_000, seed: 1, communes: ['02701', '04492'] });
    expect(['02701', '04492'].map(code => countBy(households, one => one.commune.code === code))).toEqual([100, 100]);
  });
});

describe('a sample of 300 households', () => {
  it('has 60 in Bản Liền and at least two, one of them poor, in every other commune', () => {
    expect(countBy(small, one => one.commune.code === '02869')).toBe(60);
    for (const { code } of communes) {
      const here = small.filter(one => one.commune.code === code);
      expect(here.length).toBeGreaterThanOrEqual(2);
      expect(here.map(one => one.class)).toContain('POOR');
    }
  });

  it('has every class, and enough of the groups that some portals exist for', () => {
    expect(new Set(small.map(one => one.class))).toEqual(new Set(['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE']));
    const inGroup = (group: string) => small.filter(one => (one.groups as readonly string[]).includes(group));
    const inBanLien = (list: SampleHousehold[]) => countBy(list, one => one.commune.code === '02869');
    expect(inGroup('AGENT_ORANGE_CHILD').length).toBeGreaterThanOrEqual(6);
    expect(inGroup('MERIT').length).toBeGreaterThanOrEqual(8);
    expect(inBanLien(inGroup('AGENT_ORANGE_CHILD'))).toBeGreaterThanOrEqual(1);
    expect(inBanLien(inGroup('MERIT'))).toBeGreaterThanOrEqual(1);
    expect(inGroup('AGENT_ORANGE_CHILD').map(one => one.class)).toContain('AVERAGE');
  });

  it('is poor with three lacks or more and not otherwise', () => {
    for (const one of small) {
      const lacks = countBy(one.deprivations, isOpen);
      expect(one.class === 'POOR').toBe(lacks >= 3);
      expect(new Set(one.deprivations.map(lack => lack.indicator)).size).toBe(one.deprivations.length);
    }
  });

  it('counts on the household what its rows say', () => {
    for (const one of small) {
      const rows = rowsOf([one]);
      expect(rows.household[0]).toMatchObject({
        synthetic: true,
        member_count: rows.member.length,
        worker_count: countBy(one.members, member => member.age >= 15 && member.age <= 60),
        child_count: countBy(one.members, member => member.age < 16),
        deprivation_count: countBy(rows.deprivation, row => row.until === null),
        head_name: rows.member[0]!.full_name,
      });
      expect(rows.household_identity.map(row => row.member_id)).toEqual(rows.member.map(row => row.id));
      expect(rows.member.length).toBeLessThanOrEqual(8);
      expect(countBy(one.members, member => member.age >= 15 && member.age <= 60) === 0).toBe(one.groups.includes('NO_LABOUR'));
    }
  });

  it('has papers that cannot be taken for real ones', () => {
    const papers = rowsOf(small).household_identity;
    for (const row of papers) {
      expect(row.id_number ?? '999000000000').toMatch(/^999\d{9}$/);
      expect(row.insurance_number ?? 'SYN0').toMatch(/^SYN\d+$/);
      expect(row.id_kind === 'NONE').toBe(row.id_number === null);
    }
    const numbers = papers.flatMap(row => row.id_number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('gives every row an id of its own, a version 8 uuid', () => {
    const ids = householdTables.flatMap(table => rowsOf(small)[table]).flatMap(row => (row.id === undefined ? [] : [row.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('what hangs on a household', () => {
  const rows = rowsOf(make({ households: 2_000, seed: 3 }));
  const household = new Map(rows.household.map(row => [row.id, row]));
  const of = (row: { household_id?: unknown }) => household.get(row.household_id)!;
  const share = (list: readonly unknown[], among: number): number => list.length / among;
  const poor = rows.household.filter(row => row.class === 'POOR');

  it('is recorded on the list with one open record that says the household\'s class, and records before it that end where the next begins', () => {
    expect(rows.class_record.filter(row => row.until === null).map(row => [row.household_id, row.class, row.since])).toEqual(rows.household.map(row => [row.id, row.class, row.class_since]));
    for (const [at, row] of rows.class_record.entries()) {
      const next = rows.class_record[at + 1];
      if (row.until !== null) expect([next?.household_id, next?.since]).toEqual([row.household_id, row.until]);
    }
    expect(new Set(rows.class_record.map(row => row.movement))).toEqual(new Set(['LISTED', 'NEWLY_ARISEN', 'NEWLY_ARISEN_NEAR_POOR', 'RELAPSED', 'ESCAPED', 'ESCAPED_NEAR_POOR', 'POOR_TO_NEAR_POOR', 'NEAR_POOR_TO_POOR']));
    const ways = [['NEWLY_ESCAPED', 'POOR', 'ESCAPED', 40], ['NEWLY_ESCAPED_NEAR_POOR', 'NEAR_POOR', 'ESCAPED_NEAR_POOR', 20]] as const;
    for (const [kind, from, movement, count] of ways) {
      const found = rows.class_record.flatMap((row, at) => (row.class === kind && row.until === null ? [[rows.class_record[at - 1]!.household_id === row.household_id, rows.class_record[at - 1]!.class, row.movement]] : []));
      expect(found).toEqual(Array.from({ length: count }, () => [true, from, movement]));
    }
  });

  it('agrees with what the household lacks', () => {
    const lacking = (indicator: string) => new Set(rows.deprivation.filter(row => row.indicator === indicator && row.until === null).map(row => row.household_id));
    const among = (list: readonly { household_id?: unknown }[]) => new Set(list.map(row => row.household_id));
    expect(among(rows.member_insurance.filter(row => row.has_card === false))).toEqual(lacking('INSURANCE'));
    expect(among(rows.member_health.filter(row => row.malnutrition === true))).toEqual(lacking('NUTRITION'));
    expect(among(rows.member_labour.filter(row => row.status === 'UNEMPLOYED'))).toEqual(lacking('JOB'));
    const bornBy = new Map(rows.member.map(row => [row.id, row.birth_year as number]));
    expect(among(rows.member_schooling.filter(row => row.attending === false && 2026 - bornBy.get(row.member_id)! <= 15))).toEqual(lacking('SCHOOLING'));
  });

  it('has an income that its class allows under the standard', () => {
    for (const row of rows.household_income) {
      const { class: kind, area_type } = of(row);
      const line = area_type === 'URBAN' ? 2_000_000 : 1_500_000;
      expect((row.income_per_head as number) <= line).toBe(kind === 'POOR' || kind === 'NEAR_POOR');
      expect(row.income_per_head).toBeLessThanOrEqual(line * 1.5);
    }
    expect(rows.household_income.length).toBeGreaterThan(50);
  });

  it('leaves about half of the poor without any help, so that they can be found, and a quarter wishing to borrow', () => {
    expect(share(poor.filter(row => row.has_any_support === false), poor.length)).toBeCloseTo(0.5, 1);
    expect(share(rows.support.filter(row => of(row).class === 'POOR'), poor.length)).toBeCloseTo(0.8, 1);
    const borrowers = rows.support_need.filter(row => row.kind === 'LOAN' && of(row).class === 'POOR');
    expect(share(borrowers, poor.length)).toBeCloseTo(0.25, 1);
    for (const row of rows.support_need.filter(one => one.kind === 'JOB' || one.kind === 'TRAINING')) expect(row.member_id).not.toBeNull();
  });

  it('tells the worth of what is promised or given, and of loans their terms', () => {
    const worth = new Set(rows.support_amount.map(row => row.support_id));
    for (const row of rows.support) expect(worth.has(row.id)).toBe(row.state === 'APPROVED' || row.state === 'DELIVERED');
    expect(rows.support_loan.length).toBe(rows.support.filter(row => row.kind === 'LOAN' && row.state !== 'CANCELLED').length);
    expect(new Set(rows.support.filter(row => row.kind === 'HOUSING').map(row => row.provider_id))).toEqual(new Set([offices.units.get('sxd')]));
  });

  it('has been checked only where its commune has someone to check', () => {
    const checked = rows.support.filter(row => row.verified_by_id !== null);
    expect(new Set(checked.map(row => row.verified_by_id))).toEqual(new Set([2]));
    for (const row of checked) expect(row.state).toBe('DELIVERED');
  });

  it('is merit of one member of each household of that group', () => {
    expect(rows.merit_record.map(row => row.household_id)).toEqual(rows.household_group.filter(row => row.kind === 'MERIT').map(row => row.household_id));
    expect(rows.merit_record.some(row => row.confirmed_by_id === 1)).toBe(true);
  });

  it('has telephones that no network has given out', () => {
    const phones = rows.household_contact.flatMap(row => row.phone ?? []);
    for (const phone of phones) expect(phone).toMatch(/^0000 \d{3} \d{3}$/);
    expect(new Set(phones).size).toBe(phones.length);
    expect(rows.household_contact.length).toBe(rows.household.length);
  });
});

describe('a family on no list', () => {
  it('has members and a place, and neither lacks nor needs nor helps', () => {
    const families: SampleHousehold[] = [];
    for (const one of generateHouseholds(communes, { households: 60_000, seed: 1 }, ages)) if (!one.isOnRegister) families.push(one);
    expect(families.length).toBe(60_000 - 47_629 - 3_000);
    const rows = rowsOf(families);
    expect(rows.member.length / families.length).toBeCloseTo(4, 1);
    const empty = householdTables.filter(table => rows[table].length === 0);
    expect(empty).toEqual(['deprivation', 'poverty_cause', 'member_labour', 'member_schooling', 'member_insurance', 'member_health', 'household_income', 'support', 'support_amount', 'support_loan', 'support_need']);
    expect(new Set(rows.household.map(row => row.class))).toEqual(new Set(['NONE', 'AVERAGE']));
    expect(new Set(rows.household_group.map(row => row.kind))).toEqual(new Set(['MINORITY', 'MERIT']));
  });
});
