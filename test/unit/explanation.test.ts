import { describe, expect, it } from '@jest/globals';
import { classify } from '../../server/standard/classification.rule.js';
import { explain } from '../../server/standard/explanation.rule.js';
import { sentencesOf } from '../../server/standard/explanation.text.js';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { Standard } from '../../server/standard/standard.rule.js';

const [current, next] = standardsOnFile() as [Standard, Standard];
const three = ['WATER', 'LATRINE', 'TELECOM'];
const decree = 'Nghị định 07/2021/NĐ-CP, Điều 3; kéo dài đến 31/12/2026 theo Nghị định 351/2025/NĐ-CP';

describe('an explanation', () => {
  it('of a poor household names both figures, both thresholds and their law', () => {
    const steps = explain(classify(current, 'RURAL', { method: 'INCOME', perHead: 1_500_000 }, three));
    const common = { legalBasis: decree, provenance: 'SOURCED', holds: true, decides: true, unsettled: null };
    expect(steps).toEqual([
      { ...common, rule: 'INCOME_LINE', figure: 1_500_000, unit: 'VND_PER_HEAD_MONTH', comparison: 'AT_MOST', thresholds: [1_500_000], note: 'Bằng đúng mức chuẩn vẫn tính là trong chuẩn.' },
      { ...common, rule: 'DEPRIVATION_COUNT', figure: 3, unit: 'INDICATORS', comparison: 'AT_LEAST', thresholds: [3], note: 'Từ 3 chỉ số thiếu hụt trở lên là hộ nghèo, dưới 3 là hộ cận nghèo.' },
    ]);
  });

  it('by points rests on the circular', () => {
    const steps = explain(classify(current, 'URBAN', { method: 'POINTS', points: 175 }, ['WATER']));
    expect(steps.map(step => [step.rule, step.legalBasis, step.figure, step.thresholds, step.holds])).toEqual([
      ['INCOME_POINTS', 'Thông tư 07/2021/TT-BLĐTBXH', 175, [175], true],
      ['DEPRIVATION_POINTS', 'Thông tư 07/2021/TT-BLĐTBXH', 10, [30], false],
    ]);
  });

  it('keeps that a threshold is only recalled', () => {
    const [, deprived, average] = explain(classify(current, 'RURAL', { method: 'INCOME', perHead: 2_250_000 }, three));
    expect(deprived).toMatchObject({ holds: true, decides: false });
    expect(average).toMatchObject({ rule: 'AVERAGE_LIVING', provenance: 'RECALLED', thresholds: [1_500_001, 2_250_000], holds: true, decides: true });
  });

  it('says what could not be told, and why', () => {
    const byPoints = classify(current, 'RURAL', { method: 'POINTS', points: 141 }, []);
    const without = classify(next, 'RURAL', { method: 'INCOME', perHead: 2_200_001 }, []);
    expect([byPoints, without].map(found => explain(found)[2])).toMatchObject([
      { holds: null, decides: false, figure: null, unsettled: 'AVERAGE_NEEDS_INCOME', provenance: 'RECALLED' },
      { holds: null, decides: false, thresholds: [], unsettled: 'NO_AVERAGE_LINE', provenance: null },
    ]);
  });
});

describe('its sentences', () => {
  it('tell why a household is poor', () => {
    expect(sentencesOf(classify(current, 'RURAL', { method: 'INCOME', perHead: 1_200_000 }, three))).toEqual([
      `Thu nhập bình quân đầu người là 1.200.000 đồng/người/tháng, không vượt mức 1.500.000 đồng/người/tháng của khu vực nông thôn (${decree}).`,
      `Số chỉ số thiếu hụt là 3 chỉ số (Nguồn nước sinh hoạt; Nhà tiêu hợp vệ sinh; Sử dụng dịch vụ viễn thông), đạt mức từ 3 chỉ số trở lên (${decree}).`,
      'Kết luận: hộ nghèo theo Chuẩn nghèo đa chiều 2022-2025, kéo dài đến hết năm 2026 (VN-MDP-2022).',
    ]);
  });

  it('ask to check what is only recalled', () => {
    expect(sentencesOf(classify(current, 'URBAN', { method: 'INCOME', perHead: 3_000_001 }, [])).slice(1)).toEqual([
      `Số chỉ số thiếu hụt là 0 chỉ số, dưới mức 3 chỉ số (${decree}).`,
      `Thu nhập bình quân đầu người là 3.000.001 đồng/người/tháng, ngoài mức sống trung bình từ 2.000.001 đến 3.000.000 đồng/người/tháng của khu vực thành thị (${decree}). Mức này chưa đối chiếu với văn bản gốc, cần kiểm tra lại.`,
      'Kết luận: hộ không thuộc diện hộ nghèo, hộ cận nghèo theo Chuẩn nghèo đa chiều 2022-2025, kéo dài đến hết năm 2026 (VN-MDP-2022).',
    ]);
  });

  it('say which question stays open', () => {
    expect(sentencesOf(classify(next, 'URBAN', { method: 'INCOME', perHead: 2_800_001 }, []))[2]).toBe('Chưa xét được mức sống trung bình vì chuẩn này chưa có mức thu nhập để xét.');
    expect(sentencesOf(classify(current, 'URBAN', { method: 'POINTS', points: 176 }, []))).toEqual([
      'Điểm thu nhập là 176 điểm, vượt mức 175 điểm của khu vực thành thị (Thông tư 07/2021/TT-BLĐTBXH).',
      'Điểm thiếu hụt là 0 điểm, dưới mức 30 điểm (Thông tư 07/2021/TT-BLĐTBXH).',
      'Chưa xét được mức sống trung bình vì hộ được chấm điểm, chưa có số thu nhập bình quân đầu người.',
      'Kết luận: hộ không thuộc diện hộ nghèo, hộ cận nghèo theo Chuẩn nghèo đa chiều 2022-2025, kéo dài đến hết năm 2026 (VN-MDP-2022).',
    ]);
  });
});
