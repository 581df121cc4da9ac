import { describe, expect, it } from '@jest/globals';
import { classify, type IncomeEvidence } from '../../server/standard/classification.rule.js';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { AreaCode } from '../../server/standard/standard.rule.js';

const standards = new Map(standardsOnFile().map(standard => [standard.code.slice(-4), standard]));

type Case = readonly [name: string, standard: '2022' | '2027', area: AreaCode, income: IncomeEvidence, lacks: string, expected: string];
const dong = (perHead: number): IncomeEvidence => ({ method: 'INCOME', perHead });
const points = (sum: number): IncomeEvidence => ({ method: 'POINTS', points: sum });

const none = '';
const two = 'WATER LATRINE';
const three = 'WATER LATRINE TELECOM';
const four = 'WATER LATRINE TELECOM JOB';

const cases: readonly Case[] = [
  // Chuẩn 2022-2026, nông thôn: 1.500.000 đồng, mức sống trung bình đến 2.250.000 đồng
  ['nông thôn, không có thu nhập, thiếu hụt 3 chỉ số', '2022', 'RURAL', dong(0), three, 'POOR'],
  ['nông thôn, không có thu nhập, không thiếu hụt', '2022', 'RURAL', dong(0), none, 'NEAR_POOR'],
  ['nông thôn, dưới chuẩn 1 đồng, thiếu hụt 3', '2022', 'RURAL', dong(1_499_999), three, 'POOR'],
  ['nông thôn, dưới chuẩn 1 đồng, thiếu hụt 2', '2022', 'RURAL', dong(1_499_999), two, 'NEAR_POOR'],
  ['nông thôn, đúng chuẩn, thiếu hụt 3', '2022', 'RURAL', dong(1_500_000), three, 'POOR'],
  ['nông thôn, đúng chuẩn, thiếu hụt 4', '2022', 'RURAL', dong(1_500_000), four, 'POOR'],
  ['nông thôn, đúng chuẩn, thiếu hụt 2', '2022', 'RURAL', dong(1_500_000), two, 'NEAR_POOR'],
  ['nông thôn, đúng chuẩn, không thiếu hụt', '2022', 'RURAL', dong(1_500_000), none, 'NEAR_POOR'],
  ['nông thôn, trên chuẩn 1 đồng, thiếu hụt 3', '2022', 'RURAL', dong(1_500_001), three, 'AVERAGE'],
  ['nông thôn, trên chuẩn 1 đồng, không thiếu hụt', '2022', 'RURAL', dong(1_500_001), none, 'AVERAGE'],
  ['nông thôn, đúng mức trên của mức sống trung bình', '2022', 'RURAL', dong(2_250_000), none, 'AVERAGE'],
  ['nông thôn, trên mức sống trung bình 1 đồng', '2022', 'RURAL', dong(2_250_001), none, 'NONE'],
  ['nông thôn, trên mức sống trung bình 1 đồng, thiếu hụt 4', '2022', 'RURAL', dong(2_250_001), four, 'NONE'],
  // Chuẩn 2022-2026, thành thị: 2.000.000 đồng, mức sống trung bình đến 3.000.000 đồng
  ['thành thị, trên chuẩn nông thôn 1 đồng, thiếu hụt 3', '2022', 'URBAN', dong(1_500_001), three, 'POOR'],
  ['thành thị, dưới chuẩn 1 đồng, thiếu hụt 3', '2022', 'URBAN', dong(1_999_999), three, 'POOR'],
  ['thành thị, đúng chuẩn, thiếu hụt 3', '2022', 'URBAN', dong(2_000_000), three, 'POOR'],
  ['thành thị, đúng chuẩn, thiếu hụt 2', '2022', 'URBAN', dong(2_000_000), two, 'NEAR_POOR'],
  ['thành thị, trên chuẩn 1 đồng, thiếu hụt 3', '2022', 'URBAN', dong(2_000_001), three, 'AVERAGE'],
  ['thành thị, trên chuẩn 1 đồng, thiếu hụt 2', '2022', 'URBAN', dong(2_000_001), two, 'AVERAGE'],
  ['thành thị, đúng mức trên của mức sống trung bình', '2022', 'URBAN', dong(3_000_000), two, 'AVERAGE'],
  ['thành thị, trên mức sống trung bình 1 đồng', '2022', 'URBAN', dong(3_000_001), two, 'NONE'],
  // Chấm điểm (TT 07/2021), nông thôn: 140 điểm; thiếu hụt từ 30 điểm
  ['chấm điểm nông thôn, 0 điểm, thiếu hụt 30 điểm', '2022', 'RURAL', points(0), three, 'POOR'],
  ['chấm điểm nông thôn, 139 điểm, thiếu hụt 30 điểm', '2022', 'RURAL', points(139), three, 'POOR'],
  ['chấm điểm nông thôn, đúng 140 điểm, thiếu hụt 30 điểm', '2022', 'RURAL', points(140), three, 'POOR'],
  ['chấm điểm nông thôn, đúng 140 điểm, thiếu hụt 20 điểm', '2022', 'RURAL', points(140), two, 'NEAR_POOR'],
  ['chấm điểm nông thôn, 141 điểm, thiếu hụt 30 điểm', '2022', 'RURAL', points(141), three, 'NONE'],
  ['chấm điểm nông thôn, 141 điểm, thiếu hụt 20 điểm', '2022', 'RURAL', points(141), two, 'NONE'],
  // Chấm điểm, thành thị: 175 điểm
  ['chấm điểm thành thị, 141 điểm, thiếu hụt 30 điểm', '2022', 'URBAN', points(141), three, 'POOR'],
  ['chấm điểm thành thị, 174 điểm, thiếu hụt 20 điểm', '2022', 'URBAN', points(174), two, 'NEAR_POOR'],
  ['chấm điểm thành thị, đúng 175 điểm, thiếu hụt 30 điểm', '2022', 'URBAN', points(175), three, 'POOR'],
  ['chấm điểm thành thị, đúng 175 điểm, không thiếu hụt', '2022', 'URBAN', points(175), none, 'NEAR_POOR'],
  ['chấm điểm thành thị, 176 điểm, thiếu hụt 40 điểm', '2022', 'URBAN', points(176), four, 'NONE'],
  // Chuẩn 2027-2030, nông thôn: 2.200.000 đồng
  ['chuẩn mới, nông thôn, đúng chuẩn cũ, thiếu hụt 3', '2027', 'RURAL', dong(1_500_000), three, 'POOR'],
  ['chuẩn mới, nông thôn, trên chuẩn cũ 1 đồng, thiếu hụt 2', '2027', 'RURAL', dong(1_500_001), two, 'NEAR_POOR'],
  ['chuẩn mới, nông thôn, dưới chuẩn 1 đồng, thiếu hụt 3', '2027', 'RURAL', dong(2_199_999), three, 'POOR'],
  ['chuẩn mới, nông thôn, đúng chuẩn, thiếu hụt 3', '2027', 'RURAL', dong(2_200_000), three, 'POOR'],
  ['chuẩn mới, nông thôn, đúng chuẩn, thiếu hụt 2', '2027', 'RURAL', dong(2_200_000), two, 'NEAR_POOR'],
  ['chuẩn mới, nông thôn, trên chuẩn 1 đồng, thiếu hụt 3', '2027', 'RURAL', dong(2_200_001), three, 'NONE'],
  ['chuẩn mới, nông thôn, thiếu hụt xử lý rác thải là chỉ số thứ ba', '2027', 'RURAL', dong(2_000_000), 'WATER LATRINE WASTE', 'POOR'],
  // Bản dự thảo bị bỏ (1,9 triệu đồng là nghèo mà không xét thiếu hụt) không được áp dụng
  ['chuẩn mới, nông thôn, 1.900.000 đồng, không thiếu hụt', '2027', 'RURAL', dong(1_900_000), none, 'NEAR_POOR'],
  // Chuẩn 2027-2030, đô thị: 2.800.000 đồng
  ['chuẩn mới, đô thị, dưới chuẩn 1 đồng, thiếu hụt 2', '2027', 'URBAN', dong(2_799_999), two, 'NEAR_POOR'],
  ['chuẩn mới, đô thị, đúng chuẩn, thiếu hụt 3', '2027', 'URBAN', dong(2_800_000), three, 'POOR'],
  ['chuẩn mới, đô thị, đúng chuẩn, không thiếu hụt', '2027', 'URBAN', dong(2_800_000), none, 'NEAR_POOR'],
  ['chuẩn mới, đô thị, trên chuẩn 1 đồng, thiếu hụt 4', '2027', 'URBAN', dong(2_800_001), four, 'NONE'],
  ['chuẩn mới, đô thị, 2.500.000 đồng, không thiếu hụt', '2027', 'URBAN', dong(2_500_000), none, 'NEAR_POOR'],
  ['chuẩn cũ, thiếu hụt phương tiện tiếp cận thông tin là chỉ số thứ ba', '2022', 'RURAL', dong(1_000_000), 'WATER LATRINE INFORMATION_MEANS', 'POOR'],
];

describe('worked cases', () => {
  it.each(cases)('%s', (_name, standard, area, income, lacks, expected) => {
    expect(classify(standards.get(standard)!, area, income, lacks.split(' ').filter(Boolean)).class).toBe(expected);
  });

  it('refuses by name what another standard knows', () => {
    expect(() => classify(standards.get('2022')!, 'RURAL', dong(1_000_000), ['WATER', 'WASTE'])).toThrow(new RangeError('Chuẩn VN-MDP-2022 không có chỉ số WASTE.'));
    expect(() => classify(standards.get('2027')!, 'RURAL', dong(1_000_000), ['INFORMATION_MEANS'])).toThrow(new RangeError('Chuẩn VN-MDP-2027 không có chỉ số INFORMATION_MEANS.'));
  });

  it('refuses points where the standard has no method of points', () => {
    expect(() => classify(standards.get('2027')!, 'RURAL', points(100), [])).toThrow(new RangeError('Chuẩn VN-MDP-2027 chưa có cách chấm điểm thu nhập.'));
  });

  it.each([-1, 1.5, NaN, Infinity, 2 ** 53])('refuses %s as income and as points', figure => {
    for (const income of [dong(figure), points(figure)]) expect(() => classify(standards.get('2022')!, 'RURAL', income, [])).toThrow(RangeError);
  });
});
