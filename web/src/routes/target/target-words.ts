import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { split as words } from '../../text/vi-target';
import type { TargetLineFragment } from './target.generated';

export type Target = TargetLineFragment;

/** "khoảng 3.000 người", "từ 1,5 điểm % trở lên", "100% người có nhu cầu". */
export function amountOf({ operator, value, unitOfMeasure }: Pick<Target, 'operator' | 'value' | 'unitOfMeasure'>): string {
  if (operator === 'ALL_IN_NEED') return text.operator.ALL_IN_NEED;
  return [text.operator[operator], value === null ? '' : measured(value, unitOfMeasure), text.operatorAfter[operator]].filter(Boolean).join(' ');
}

/** "2.950 người", "99,5%". */
export const measured = (value: number, unitOfMeasure: string): string => `${formatNumber(value)}${unitOfMeasure === '%' ? '' : ' '}${unitOfMeasure}`;

export interface Summed {
  /** "Đã giao 2.950 / 3.000 người (ít nhất), còn thiếu 50" */
  words: string;
  /** Whether the sum is what the target asks: at least, or about and exactly that. */
  fits: boolean;
  given: number;
}

/** The sum beside the province's target, and by how much it is under or over; of rates how many lie below. */
export function summed(target: Pick<Target, 'operator' | 'value' | 'unitOfMeasure' | 'isCounted'>, values: readonly number[]): Summed {
  const { value, unitOfMeasure, operator, isCounted } = target;
  if (!isCounted || value === null) {
    const below = operator === 'ALL_IN_NEED' || value === null ? 0 : values.filter((one) => one < value).length;
    return { words: operator === 'ALL_IN_NEED' ? words.allInNeed : below > 0 ? `${words.rate} ${words.below(below)}` : words.rate, fits: below === 0, given: values.length };
  }
  const given = values.reduce((sum, one) => sum + one, 0), difference = given - value;
  const verdict = difference === 0 ? words.exactly : difference < 0 ? words.missingBy(formatNumber(-difference)) : words.overBy(formatNumber(difference));
  const sum = words.sum(formatNumber(given), measured(value, unitOfMeasure), words.asked[operator]);
  return { words: `${sum}, ${verdict}`, fits: difference === 0 || (difference > 0 && operator === 'AT_LEAST'), given };
}
