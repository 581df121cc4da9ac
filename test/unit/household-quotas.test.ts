import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from '../../server/household/apportion.js';
import { quotasOf, type SampleClass } from '../../server/household/household.quotas.js';
import { communes } from '../support/sample-communes.js';

function totalOf(households: number, kind: SampleClass): { count: number; minority: number } {
  const parts = quotasOf(communes, households).map(one => one[kind]);
  const count = parts.reduce((sum, one) => sum + one.count, 0);
  return { count, minority: count - parts.reduce((sum, one) => sum + one.kinh, 0) };
}

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

describe('the quotas of a synthetic province', () => {
  it('has the poor and near-poor households of the end of 2025 at the true count', () => {
    expect(totalOf(47_629, 'POOR')).toEqual({ count: 22_944, minority: 21_469 });
    expect(totalOf(47_629, 'NEAR_POOR').count).toBe(24_685);
  });

  it('keeps those lists when all the other families of the province join', () => {
    expect(totalOf(500_000, 'POOR')).toEqual({ count: 22_944, minority: 21_469 });
    expect(totalOf(500_000, 'NEAR_POOR').count).toBe(24_685);
    const beside = (['NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'] as const).map(kind => totalOf(500_000, kind).count);
    expect(beside).toEqual([1_500, 750, 750, 449_371]);
    expect(totalOf(47_629, 'NONE').count).toBe(0);
  });

  it('has exactly the number of households that was ordered', () => {
    for (const households of [1, 2, 25, 40, 300, 5_000, 5_001, 47_629, 47_630, 50_000, 500_000]) {
      const kinds = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'] as const;
      expect(kinds.reduce((sum, kind) => sum + totalOf(households, kind).count, 0)).toBe(households);
    }
  });

  it('has a third of the newly escaped from near-poverty, of each commune and of its Kinh alike', () => {
    for (const households of [25, 300, 5_000, 47_629, 500_000]) {
      const quotas = quotasOf(communes, households), [poor, nearPoor] = [totalOf(households, 'NEWLY_ESCAPED').count, totalOf(households, 'NEWLY_ESCAPED_NEAR_POOR').count];
      expect(nearPoor).toBe(Math.round((poor + nearPoor) / 3));
      for (const { NEWLY_ESCAPED: one, NEWLY_ESCAPED_NEAR_POOR: other } of quotas) {
        expect(Math.abs(other.count - (one.count + other.count) / 3)).toBeLessThan(1);
        expect(Math.min(one.kinh, one.count - one.kinh, other.kinh, other.count - other.kinh)).toBeGreaterThanOrEqual(0);
        if (one.count + other.count > 0) expect(Math.abs(other.kinh - ((one.kinh + other.kinh) * other.count) / (one.count + other.count))).toBeLessThan(1);
      }
    }
  });
});
