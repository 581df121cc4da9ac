import * as v from 'valibot';
import { formatDay, formatNumber, parseDay, parseWhole } from '../../text/format';
import { text } from '../../text/text';
import type { EntryFragment } from './own-assignment.generated';

const limit = 4000;

/** A progress entry as it is typed. */
export interface ProgressValues {
  milestone: string;
  asOfDay: string;
  done: string;
  quantity: string;
  percent: string;
  difficulty: string;
  request: string;
  isCompleted: boolean;
}

export const progressFields = ['milestone', 'asOfDay', 'done', 'quantity', 'percent', 'difficulty', 'request', 'isCompleted'] as const;

/** An empty entry as of today, or the one to correct. */
export function startingValues(today: string, entry?: EntryFragment): ProgressValues {
  return {
    milestone: entry?.milestone?.id ?? '',
    asOfDay: formatDay(entry?.asOfDay ?? today),
    done: entry?.done ?? '',
    quantity: typeof entry?.quantity === 'number' ? formatNumber(entry.quantity) : '',
    percent: typeof entry?.percent === 'number' ? String(entry.percent) : '',
    difficulty: entry?.difficulty ?? '',
    request: entry?.request ?? '',
    isCompleted: entry?.isCompleted ?? false,
  };
}

const optionalText = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limit, text.progress.longText(formatNumber(limit))),
  v.transform((value) => value.normalize('NFC') || null),
);

/** A whole number within bounds, or null when left empty. */
const optionalWhole = (most: number, outside: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => value === '' || parseWhole(value) !== null, text.form.badNumber),
    v.transform((value) => (value === '' ? null : parseWhole(value))),
    v.check((value) => value === null || (value >= 0 && value <= most), outside),
  );

/** What the server takes: NFC text, days as "2026-09-08", numbers as numbers. The server checks again and decides. */
export const progressSchema = (today: string) =>
  v.object({
    milestone: v.pipe(
      v.string(),
      v.transform((value) => value || null),
    ),
    asOfDay: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(text.progress.missingDay),
      v.check((value) => parseDay(value) !== null, text.form.badDay),
      v.transform((value) => parseDay(value) ?? ''),
      v.check((day) => day <= today, text.progress.futureDay(formatDay(today))),
    ),
    done: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(text.progress.missingDone),
      v.maxLength(limit, text.progress.longText(formatNumber(limit))),
      v.transform((value) => value.normalize('NFC')),
    ),
    quantity: optionalWhole(2_000_000_000, text.progress.quantityRange),
    percent: optionalWhole(100, text.progress.percentRange),
    difficulty: optionalText,
    request: optionalText,
    isCompleted: v.boolean(),
  });

export type ProgressOutput = v.InferOutput<ReturnType<typeof progressSchema>>;
