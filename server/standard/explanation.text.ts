import type { Classification, Unsettled } from './classification.rule.js';
import { explain, type ExplanationStep, type FigureUnit, type StepRule } from './explanation.rule.js';
import type { MovementCode } from './movement.rule.js';
import type { AreaCode, ClassCode } from './standard.rule.js';

const number = new Intl.NumberFormat('vi-VN');

export const classNames: Readonly<Record<ClassCode, string>> = {
  POOR: 'hộ nghèo', NEAR_POOR: 'hộ cận nghèo', NEWLY_ESCAPED: 'hộ mới thoát nghèo', NEWLY_ESCAPED_NEAR_POOR: 'hộ mới thoát cận nghèo',
  AVERAGE: 'hộ có mức sống trung bình', NONE: 'hộ không thuộc diện hộ nghèo, hộ cận nghèo',
};

export const movementNames: Readonly<Record<MovementCode, string>> = {
  LISTED: 'Ghi nhận lần đầu', UNCHANGED: 'Không thay đổi', NEWLY_ARISEN: 'Phát sinh hộ nghèo mới', NEWLY_ARISEN_NEAR_POOR: 'Phát sinh hộ cận nghèo mới',
  RELAPSED: 'Tái nghèo', RELAPSED_NEAR_POOR: 'Tái cận nghèo', POOR_TO_NEAR_POOR: 'Hộ nghèo trở thành hộ cận nghèo', NEAR_POOR_TO_POOR: 'Hộ cận nghèo trở thành hộ nghèo',
  ESCAPED: 'Thoát nghèo', ESCAPED_NEAR_POOR: 'Thoát cận nghèo', WINDOW_ENDED: 'Hết thời hạn hộ mới thoát nghèo, mới thoát cận nghèo',
  LEVEL_CHANGED: 'Thay đổi mức sống trên chuẩn cận nghèo', STANDARD_CHANGED: 'Chuyển sang chuẩn nghèo khác',
};

const areaNames: Readonly<Record<AreaCode, string>> = { RURAL: 'khu vực nông thôn', URBAN: 'khu vực thành thị' };
const units: Readonly<Record<FigureUnit, string>> = { VND_PER_HEAD_MONTH: 'đồng/người/tháng', POINTS: 'điểm', INDICATORS: 'chỉ số' };
const subjects: Readonly<Record<StepRule, string>> = {
  INCOME_LINE: 'Thu nhập bình quân đầu người', INCOME_POINTS: 'Điểm thu nhập', DEPRIVATION_COUNT: 'Số chỉ số thiếu hụt',
  DEPRIVATION_POINTS: 'Điểm thiếu hụt', AVERAGE_LIVING: 'Thu nhập bình quân đầu người',
};
const unsettledReasons: Readonly<Record<Unsettled, string>> = {
  NO_AVERAGE_LINE: 'Chưa xét được mức sống trung bình vì chuẩn này chưa có mức thu nhập để xét.',
  AVERAGE_NEEDS_INCOME: 'Chưa xét được mức sống trung bình vì hộ được chấm điểm, chưa có số thu nhập bình quân đầu người.',
};

function thresholdOf({ comparison, thresholds, unit, holds }: ExplanationStep): string {
  const [first, last] = [thresholds.at(0)!, thresholds.at(-1)!].map(one => number.format(one));
  if (comparison === 'BETWEEN') return `${holds ? 'trong' : 'ngoài'} mức sống trung bình từ ${first} đến ${last} ${units[unit]}`;
  if (comparison === 'AT_MOST') return holds ? `không vượt mức ${first} ${units[unit]}` : `vượt mức ${first} ${units[unit]}`;
  return holds ? `đạt mức từ ${first} ${units[unit]} trở lên` : `dưới mức ${first} ${units[unit]}`;
}

/** One step as a sentence, with its law and, where the threshold is only recalled, a request to check it. */
export function sentenceOf(step: ExplanationStep, classification: Classification): string {
  if (step.unsettled !== null) return unsettledReasons[step.unsettled];
  const isOfArea = step.rule !== 'DEPRIVATION_COUNT' && step.rule !== 'DEPRIVATION_POINTS';
  const names = classification.deprivations.map(one => one.name);
  const listed = isOfArea || names.length === 0 ? '' : ` (${names.join('; ')})`;
  const figure = `${subjects[step.rule]} là ${number.format(step.figure!)} ${units[step.unit]}${listed}`;
  const area = isOfArea ? ` của ${areaNames[classification.areaType]}` : '';
  const recalled = step.provenance === 'RECALLED' ? ' Mức này chưa đối chiếu với văn bản gốc, cần kiểm tra lại.' : '';
  return `${figure}, ${thresholdOf(step)}${area} (${step.legalBasis}).${recalled}`;
}

/** The whole explanation in Vietnamese, the conclusion last. */
export function sentencesOf(classification: Classification): string[] {
  const steps = explain(classification).map(step => sentenceOf(step, classification));
  return [...steps, `Kết luận: ${classNames[classification.class]} theo ${classification.standard.name} (${classification.standard.code}).`];
}
