import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify, type IncomeEvidence, type SurveyedClass } from '../../server/standard/classification.rule.js';
import { explain } from '../../server/standard/explanation.rule.js';
import { readStandards, standardsOnFile, type IndicatorFile, type StandardFile } from '../../server/standard/standard.reader.js';
import { areaCodes, holdsOn, problemsOf, type AreaCode, type Standard } from '../../server/standard/standard.rule.js';
import { classifyUnder, type Survey } from '../../server/standard/survey.rule.js';

const standards = standardsOnFile();
const [current, next] = standards as [Standard, Standard];
const allCodes = [...new Set(standards.flatMap(standard => standard.indicators.map(one => one.code)))];
const order: readonly SurveyedClass[] = ['POOR', 'NEAR_POOR', 'AVERAGE', 'NONE'];

const area = fc.constantFrom(...areaCodes);
/** Anywhere, and often within 2 of a number that the law names. */
const near = (lines: readonly number[], most: number) =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.tuple(fc.constantFrom(...lines), fc.integer({ min: -2, max: 2 })).map(([line, off]) => line + off));
const dong = near([1_500_000, 2_000_000, 2_200_000, 2_250_000, 2_800_000, 3_000_000], 10_000_000);
const score = near([140, 175], 400);
const lacksOf = (standard: Standard) => fc.subarray(standard.indicators.map(one => one.code));
const income: fc.Arbitrary<IncomeEvidence> = fc.oneof(dong.map(perHead => ({ method: 'INCOME' as const, perHead })), score.map(points => ({ method: 'POINTS' as const, points })));
/** A standard, evidence that it takes, and lacks that it knows. */
const input = fc.oneof(
  fc.record({ standard: fc.constant(current), area, income, lacks: lacksOf(current) }),
  fc.record({ standard: fc.constant(next), area, income: dong.map(perHead => ({ method: 'INCOME' as const, perHead })), lacks: lacksOf(next) }),
);
const more = (evidence: IncomeEvidence, by: number): IncomeEvidence =>
  evidence.method === 'INCOME' ? { ...evidence, perHead: evidence.perHead + by } : { ...evidence, points: evidence.points + by };
const rank = (found: { class: SurveyedClass }): number => order.indexOf(found.class);

describe('standards on file', () => {
  it('have twelve indicators each in their own order, and nothing that contradicts itself', () => {
    for (const standard of standards) {
      expect(standard.indicators.map(one => one.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(problemsOf(standard)).toEqual([]);
    }
    expect(next.indicators[8]).toEqual({ code: 'TELECOM', dimension: 'INFORMATION', order: 9, name: 'Sử dụng dịch vụ viễn thông (internet, dịch vụ số)' });
  });

  it('follow each other without a gap', () => {
    expect(['2021-12-31', '2022-01-01', '2026-12-31', '2027-01-01', '2030-12-31', '2031-01-01'].map(day => standards.filter(one => holdsOn(one, day)).map(one => one.code.slice(-4))))
      .toEqual([[], ['2022'], ['2022'], ['2027'], ['2027'], []]);
  });

  it('are refused by name when a line is missing', () => {
    const read = <T>(file: string): T => JSON.parse(readFileSync(`server/household/data/${file}`, 'utf8')) as T;
    const [file] = read<StandardFile[]>('standards.json');
    const indicators = read<IndicatorFile[]>('indicators.json');
    expect(() => readStandards([{ ...file!, incomeLines: file!.incomeLines.slice(1) }], indicators)).toThrow(RangeError);
    expect(() => readStandards([file!], indicators.slice(0, 2))).toThrow(new RangeError('VN-MDP-2022: Số chỉ số thiếu hụt của hộ nghèo vượt quá số chỉ số của chuẩn.'));
  });

  it('tell what contradicts itself', () => {
    const { RURAL } = current.averageLiving;
    expect(problemsOf({ ...current, averageLiving: { RURAL: { ...RURAL!, from: { ...RURAL!.from, value: 1_600_000 } } } })).toEqual(['Mức sống trung bình phải bắt đầu ngay trên chuẩn thu nhập.']);
    expect(problemsOf({ ...current, validTo: '2021-12-31' })).toEqual(['Ngày hết hiệu lực không được trước ngày bắt đầu.']);
  });
});

describe('a classification', () => {
  it('gives every household exactly one class by either method, told apart by its two questions', () => {
    fc.assert(fc.property(input, one => {
      const found = classify(one.standard, one.area, one.income, one.lacks);
      expect(found.class === 'POOR').toBe(found.isWithinLine && found.isDeprivedEnough);
      expect(found.class === 'NEAR_POOR').toBe(found.isWithinLine && !found.isDeprivedEnough);
      expect(order).toContain(found.class);
    }), { numRuns: 1_000 });
  });

  it('never falls with more income', () => {
    fc.assert(fc.property(input, fc.integer({ min: 1, max: 3_000_000 }), (one, by) => {
      const [less, greater] = [one.income, more(one.income, by)].map(evidence => classify(one.standard, one.area, evidence, one.lacks));
      expect(rank(greater!)).toBeGreaterThanOrEqual(rank(less!));
    }), { numRuns: 1_000 });
  });

  it('never rises with one more lack, and above the line does not change', () => {
    fc.assert(fc.property(input, fc.nat(11), (one, at) => {
      const [fewer, greater] = [one.lacks, [...one.lacks, one.standard.indicators[at]!.code]].map(lacks => classify(one.standard, one.area, one.income, lacks));
      expect(rank(greater!)).toBeLessThanOrEqual(rank(fewer!));
      if (!fewer!.isWithinLine) expect(greater!.class).toBe(fewer!.class);
    }), { numRuns: 1_000 });
  });

  it('asks neither for order nor for repetition of the lacks', () => {
    const shuffled = input.chain(one => fc.shuffledSubarray([...one.lacks, ...one.lacks], { minLength: one.lacks.length * 2 }).map(lacks => ({ one, lacks })));
    fc.assert(fc.property(shuffled, ({ one, lacks }) => {
      expect(classify(one.standard, one.area, one.income, lacks)).toEqual(classify(one.standard, one.area, one.income, one.lacks));
    }));
  });

  it('counts its boundaries in, for every line, area and number of lacks', () => {
    const lines = standards.flatMap(standard => areaCodes.flatMap((place: AreaCode) => [
      { standard, place, at: { method: 'INCOME', perHead: standard.incomeLines[place].value } as IncomeEvidence },
      ...(standard.points === null ? [] : [{ standard, place, at: { method: 'POINTS', points: standard.points.incomePointsAtMost[place].value } as IncomeEvidence }]),
    ]));
    expect(lines).toHaveLength(6);
    for (const { standard, place, at } of lines) {
      for (let count = 0; count <= 12; count++) {
        const lacks = standard.indicators.slice(0, count).map(one => one.code);
        const [below, exact, above] = [-1, 0, 1].map(by => classify(standard, place, more(at, by), lacks).class);
        expect([below, exact]).toEqual(count >= 3 ? ['POOR', 'POOR'] : ['NEAR_POOR', 'NEAR_POOR']);
        expect(['AVERAGE', 'NONE']).toContain(above);
      }
    }
  });

  it('follows from its own explanation alone', () => {
    fc.assert(fc.property(input, one => {
      const found = classify(one.standard, one.area, one.income, one.lacks);
      const [within, deprived, average] = explain(found);
      const told = within!.holds ? (deprived!.holds ? 'POOR' : 'NEAR_POOR') : average!.holds ? 'AVERAGE' : 'NONE';
      expect(told).toBe(found.class);
      expect(within!.figure! <= within!.thresholds[0]!).toBe(within!.holds);
      expect(deprived!.figure! >= deprived!.thresholds[0]!).toBe(deprived!.holds);
    }), { numRuns: 1_000 });
  });
});

describe('one survey under two standards', () => {
  const survey: fc.Arbitrary<Survey> = fc.record({
    areaType: area,
    incomePerHead: fc.option(dong),
    incomePoints: fc.option(score).map(points => new Map(points === null ? [] : [[current.code, points]])),
    answers: fc.array(fc.tuple(fc.constantFrom(...allCodes), fc.boolean())).map(rows => new Map(rows)),
  });

  it('answers under each as if the other were not asked', () => {
    fc.assert(fc.property(survey, one => {
      const both = classifyUnder([current, next], one);
      expect(both).toEqual([...classifyUnder([current], one), ...classifyUnder([next], one)]);
      expect(classifyUnder([next, current], one)).toEqual([...both].reverse());
    }), { numRuns: 500 });
  });

  it('does not let an indicator of one standard touch the other', () => {
    fc.assert(fc.property(survey, fc.boolean(), (one, isDeprived) => {
      const [, before] = classifyUnder([current, next], one);
      const [, after] = classifyUnder([current, next], { ...one, answers: new Map([...one.answers, ['INFORMATION_MEANS', isDeprived]]) });
      expect(after!.classification).toEqual(before!.classification);
      expect(after!.leftOut).toContain('INFORMATION_MEANS');
    }));
  });

  it('accounts for every answer and every indicator', () => {
    fc.assert(fc.property(survey, one => {
      for (const { standard, leftOut, unanswered, classification } of classifyUnder(standards, one)) {
        expect(one.answers.size - leftOut.length + unanswered.length).toBe(standard.indicators.length);
        expect(classification === null).toBe(one.incomePerHead === null && !one.incomePoints.has(standard.code));
      }
    }));
  });

  it('says when an unasked indicator could make a near-poor household poor', () => {
    const answers = new Map(current.indicators.map(one => [one.code, one.code === 'WATER' || one.code === 'LATRINE']));
    const results = classifyUnder(standards, { areaType: 'RURAL', incomePerHead: 1_400_000, incomePoints: new Map(), answers });
    expect(results.map(one => [one.classification!.class, one.leftOut, one.unanswered, one.mayBePoor])).toEqual([
      ['NEAR_POOR', [], [], false],
      ['NEAR_POOR', ['INFORMATION_MEANS'], ['WASTE'], true],
    ]);
  });
});
