import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from '../../server/household/apportion.js';
import { generateHouseholds, type SampleHousehold, type SampleOrder } from '../../server/household/household.generator.js';
import { quotasOf, type SampleClass, type SampleCommune } from '../../server/household/household.quotas.js';
import { addHousehold, type HouseholdRows } from '../../server/household/household.rows.js';

interface CommuneFile { code: string; area: string; areaType: string }

const file = JSON.parse(readFileSync('server/unit/data/communes.json', 'utf8')) as CommuneFile[];
const communes: SampleCommune[] = file.map(({ code, area, areaType }, index) => ({
  id: 101 + index, code, area, villages: [1, 2, 3].map(no => ({ id: (101 + index) * 1000 + no, areaType })),
}));

const make = (order: SampleOrder): SampleHousehold[] => [...generateHouseholds(communes, order)];
const small = make({ households: 300, seed: 1 });

function rowsOf(households: readonly SampleHousehold[]): HouseholdRows {
  const rows: HouseholdRows = { household: [], member: [], household_identity: [], deprivation: [], household_group: [] };
  for (const one of households) addHousehold(rows, one);
  return rows;
}

function totalOf(households: number, kind: SampleClass): { count: number; minority: number } {
  const parts = quotasOf(communes, households).map(one => one[kind]);
  const count = parts.reduce((sum, one) => sum + one.count, 0);
  return { count, minority: count - parts.reduce((sum, one) => sum + one.kinh, 0) };
}

const countBy = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
const isOpen = (lack: { until: string | null }): boolean => lack.until === null;

describe('apportioning', () => {
  it('keeps the sum and never passes a cap', () => {
    const part = fc.record({ weight: fc.integer({ min: 1, max: 1000 }), cap: fc.integer({ min: 0, max: 500 }) });
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 120 }), fc.double({ min: 0, max: 1, noNaN: true }), (list, fill) => {
      const caps = list.map(one => one.cap);
      const total = Math.floor(fill * caps.reduce((sum, cap) => sum + cap, 0));
      const parts = apportion(total, list.map(one => one.weight), caps);
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total);
      for (const [at, one] of parts.entries()) expect(one).toBeLessThanOrEqual(caps[at]!);
    }));
  });

  it('gives the largest remainders the rest', () => {
    expect(apportion(10, [50, 30, 16, 4])).toEqual([5, 3, 2, 0]);
  });

  it('refuses what does not fit', () => {
    expect(() => apportion(5, [1, 1], [2, 2])).toThrow(RangeError);
  });
});

describe('a synthetic province', () => {
  it('has the poor and near-poor households of the end of 2025 at the true count', () => {
    expect(totalOf(47_629, 'POOR')).toEqual({ count: 22_944, minority: 21_469 });
    expect(totalOf(47_629, 'NEAR_POOR').count).toBe(24_685);
  });

  it('has exactly the number of households that was ordered', () => {
    for (const households of [1, 40, 300, 5_000, 5_001, 50_000, 500_000]) {
      const kinds = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'AVERAGE'] as const;
      expect(kinds.reduce((sum, kind) => sum + totalOf(households, kind).count, 0)).toBe(households);
    }
  });

  it('gives every commune the places that its quota says', () => {
    const quotas = quotasOf(communes, 300);
    for (const [at, { code }] of communes.entries()) {
      expect(countBy(small, one => one.commune.code === code && one.class === 'POOR')).toBe(quotas[at]!.POOR.count);
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
    expect(new Set(small.map(one => one.class))).toEqual(new Set(['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'AVERAGE']));
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
    const { household, member, deprivation, household_group } = rowsOf(small);
    const ids = [household, member, deprivation, household_group].flat().map(row => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
