import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SurveyedClass } from '../../server/standard/classification.rule.js';
import { movementNames } from '../../server/standard/explanation.text.js';
import { movementOf, type ClassBefore, type ClassDecided } from '../../server/standard/movement.rule.js';
import type { ClassCode } from '../../server/standard/standard.rule.js';

const classes: readonly ClassCode[] = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'];
const surveyed: readonly SurveyedClass[] = ['POOR', 'NEAR_POOR', 'AVERAGE', 'NONE'];
const isNewly = (code: ClassCode): boolean => code.startsWith('NEWLY_');

const before = (code: ClassCode, more: Partial<ClassBefore> = {}): ClassBefore =>
  ({ class: code, standard: 'VN-MDP-2022', since: '2025-12-14', newlyUntil: isNewly(code) ? '2028-12-13' : null, wasPoor: false, wasNearPoor: false, ...more });
const decided = (code: SurveyedClass, more: Partial<ClassDecided> = {}): ClassDecided => ({ class: code, standard: 'VN-MDP-2022', decidedOn: '2026-12-10', ...more });

const table: readonly (readonly [string, ClassCode | null, SurveyedClass, string, ClassCode])[] = [
  ['hộ chưa ghi nhận, nay nghèo', null, 'POOR', 'NEWLY_ARISEN', 'POOR'],
  ['hộ chưa ghi nhận, nay cận nghèo', null, 'NEAR_POOR', 'NEWLY_ARISEN_NEAR_POOR', 'NEAR_POOR'],
  ['hộ chưa ghi nhận, mức sống trung bình', null, 'AVERAGE', 'LISTED', 'AVERAGE'],
  ['hộ chưa ghi nhận, không thuộc diện', null, 'NONE', 'LISTED', 'NONE'],
  ['hộ nghèo vẫn nghèo', 'POOR', 'POOR', 'UNCHANGED', 'POOR'],
  ['hộ nghèo thành cận nghèo', 'POOR', 'NEAR_POOR', 'POOR_TO_NEAR_POOR', 'NEAR_POOR'],
  ['hộ nghèo lên mức sống trung bình', 'POOR', 'AVERAGE', 'ESCAPED', 'NEWLY_ESCAPED'],
  ['hộ nghèo vượt hẳn', 'POOR', 'NONE', 'ESCAPED', 'NEWLY_ESCAPED'],
  ['hộ cận nghèo thành nghèo', 'NEAR_POOR', 'POOR', 'NEAR_POOR_TO_POOR', 'POOR'],
  ['hộ cận nghèo vẫn cận nghèo', 'NEAR_POOR', 'NEAR_POOR', 'UNCHANGED', 'NEAR_POOR'],
  ['hộ cận nghèo lên mức sống trung bình', 'NEAR_POOR', 'AVERAGE', 'ESCAPED_NEAR_POOR', 'NEWLY_ESCAPED_NEAR_POOR'],
  ['hộ cận nghèo vượt hẳn', 'NEAR_POOR', 'NONE', 'ESCAPED_NEAR_POOR', 'NEWLY_ESCAPED_NEAR_POOR'],
  ['hộ mới thoát nghèo tái nghèo', 'NEWLY_ESCAPED', 'POOR', 'RELAPSED', 'POOR'],
  ['hộ mới thoát nghèo lần đầu cận nghèo', 'NEWLY_ESCAPED', 'NEAR_POOR', 'NEWLY_ARISEN_NEAR_POOR', 'NEAR_POOR'],
  ['hộ mới thoát nghèo ở mức trung bình', 'NEWLY_ESCAPED', 'AVERAGE', 'UNCHANGED', 'NEWLY_ESCAPED'],
  ['hộ mới thoát nghèo vượt hẳn', 'NEWLY_ESCAPED', 'NONE', 'UNCHANGED', 'NEWLY_ESCAPED'],
  ['hộ mới thoát cận nghèo lần đầu nghèo', 'NEWLY_ESCAPED_NEAR_POOR', 'POOR', 'NEWLY_ARISEN', 'POOR'],
  ['hộ mới thoát cận nghèo tái cận nghèo', 'NEWLY_ESCAPED_NEAR_POOR', 'NEAR_POOR', 'RELAPSED_NEAR_POOR', 'NEAR_POOR'],
  ['hộ mới thoát cận nghèo ở mức trung bình', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'UNCHANGED', 'NEWLY_ESCAPED_NEAR_POOR'],
  ['hộ mới thoát cận nghèo vượt hẳn', 'NEWLY_ESCAPED_NEAR_POOR', 'NONE', 'UNCHANGED', 'NEWLY_ESCAPED_NEAR_POOR'],
  ['hộ trung bình lần đầu nghèo', 'AVERAGE', 'POOR', 'NEWLY_ARISEN', 'POOR'],
  ['hộ trung bình lần đầu cận nghèo', 'AVERAGE', 'NEAR_POOR', 'NEWLY_ARISEN_NEAR_POOR', 'NEAR_POOR'],
  ['hộ trung bình vẫn trung bình', 'AVERAGE', 'AVERAGE', 'UNCHANGED', 'AVERAGE'],
  ['hộ trung bình lên trên mức trung bình', 'AVERAGE', 'NONE', 'LEVEL_CHANGED', 'NONE'],
  ['hộ không thuộc diện lần đầu nghèo', 'NONE', 'POOR', 'NEWLY_ARISEN', 'POOR'],
  ['hộ không thuộc diện lần đầu cận nghèo', 'NONE', 'NEAR_POOR', 'NEWLY_ARISEN_NEAR_POOR', 'NEAR_POOR'],
  ['hộ không thuộc diện xuống mức trung bình', 'NONE', 'AVERAGE', 'LEVEL_CHANGED', 'AVERAGE'],
  ['hộ không thuộc diện vẫn vậy', 'NONE', 'NONE', 'UNCHANGED', 'NONE'],
];

describe('a movement', () => {
  it('has its line in the table for every pair', () => {
    expect(new Set(table.map(([, from, to]) => `${from} ${to}`)).size).toBe((classes.length + 1) * surveyed.length);
    expect(table).toHaveLength(28);
  });

  it.each(table)('%s', (_name, from, to, code, next) => {
    const kept = from === next;
    expect(movementOf(from && before(from), decided(to))).toEqual({ code, class: next, since: kept ? '2025-12-14' : '2026-12-10' });
  });

  it('keeps "newly" on the last day of its window and ends it on the next', () => {
    for (const code of ['NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR'] as const) {
      expect(movementOf(before(code), decided('NONE', { decidedOn: '2028-12-13' }))).toEqual({ code: 'UNCHANGED', class: code, since: '2025-12-14' });
      expect(movementOf(before(code), decided('AVERAGE', { decidedOn: '2028-12-14' }))).toEqual({ code: 'WINDOW_ENDED', class: 'AVERAGE', since: '2028-12-14' });
    }
  });

  it('is a relapse for whoever was on that list before, however long ago', () => {
    const codeOf = (from: ClassCode, to: SurveyedClass, more: Partial<ClassBefore>) => movementOf(before(from, more), decided(to)).code;
    expect(codeOf('NONE', 'POOR', { wasPoor: true })).toBe('RELAPSED');
    expect(codeOf('NEWLY_ESCAPED', 'POOR', { newlyUntil: '2026-01-01' })).toBe('RELAPSED');
    expect(codeOf('NEWLY_ESCAPED_NEAR_POOR', 'POOR', { wasPoor: true })).toBe('RELAPSED');
    expect(codeOf('AVERAGE', 'NEAR_POOR', { wasPoor: true })).toBe('NEWLY_ARISEN_NEAR_POOR');
    expect(codeOf('NEWLY_ESCAPED', 'NEAR_POOR', { wasNearPoor: true })).toBe('RELAPSED_NEAR_POOR');
  });

  it('between two standards is the change of standard, with the class of the same table', () => {
    const next = { standard: 'VN-MDP-2027', decidedOn: '2027-01-01' };
    expect(movementOf(before('NONE'), decided('POOR', next))).toEqual({ code: 'STANDARD_CHANGED', class: 'POOR', since: '2027-01-01' });
    expect(movementOf(before('POOR'), decided('POOR', next))).toEqual({ code: 'STANDARD_CHANGED', class: 'POOR', since: '2025-12-14' });
    expect(movementOf(before('NEWLY_ESCAPED'), decided('NONE', next))).toEqual({ code: 'STANDARD_CHANGED', class: 'NEWLY_ESCAPED', since: '2025-12-14' });
  });

  it('never follows a class that begins later', () => {
    expect(() => movementOf(before('POOR'), decided('NONE', { decidedOn: '2025-12-13' }))).toThrow(RangeError);
    expect(movementOf(before('POOR'), decided('NONE', { decidedOn: '2025-12-14' })).code).toBe('ESCAPED');
  });

  it('follows history: whatever surveys say year after year, each class is reached and "newly" only after its list', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...surveyed), { minLength: 1, maxLength: 12 }), years => {
      let now: ClassBefore | null = null;
      const held = new Set<ClassCode>();
      for (const [at, code] of years.entries()) {
        const decidedOn = `${2026 + at}-12-10`;
        const moved = movementOf(now, decided(code, { decidedOn }));
        expect(Object.keys(movementNames)).toContain(moved.code);
        if (moved.class === 'NEWLY_ESCAPED') expect(held).toContain('POOR');
        if (moved.class === 'NEWLY_ESCAPED_NEAR_POOR') expect(held).toContain('NEAR_POOR');
        if (code === 'POOR' || code === 'NEAR_POOR') expect(moved.class).toBe(code);
        if (moved.code === 'RELAPSED') expect(held).toContain('POOR');
        if (moved.code === 'NEWLY_ARISEN') expect(held).not.toContain('POOR');
        if (moved.code === 'UNCHANGED') expect([moved.class, moved.since]).toEqual([now!.class, now!.since]);
        held.add(moved.class);
        now = before(moved.class, {
          since: moved.since, wasPoor: held.has('POOR'), wasNearPoor: held.has('NEAR_POOR'),
          newlyUntil: isNewly(moved.class) ? `${Number(moved.since.slice(0, 4)) + 3}-12-09` : null,
        });
      }
    }), { numRuns: 1_000 });
  });
});
