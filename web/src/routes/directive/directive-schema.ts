import * as v from 'valibot';
import { formatDay, formatNumber, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { directiveProblem as words } from '../../text/vi-directive';

/** A directive's task as it is typed. */
export interface DirectiveValues {
  directiveNumber: string;
  directiveDay: string;
  title: string;
  product: string;
  population: string;
  dueDay: string;
  group: string;
  leads: string[];
  coordinators: string[];
  classes: string[];
}

export const directiveFields = [
  'directiveNumber', 'directiveDay', 'title', 'product', 'population', 'dueDay', 'group', 'leads', 'coordinators', 'classes',
] as const;

const short = (most: number) => v.maxLength<string, number, string>(most, words.long(formatNumber(most)));
const required = (most: number, missing: string) => v.pipe(v.string(), v.trim(), v.nonEmpty(missing), short(most), v.transform((value) => value.normalize('NFC')));

/** A text that may stay empty: NFC, or null. */
export const optional = (most: number) => v.pipe(v.string(), v.trim(), short(most), v.transform((value) => value.normalize('NFC') || null));

/** A day as it is typed, as the server takes it. */
export const typedDay = (missing: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(missing),
    v.check((value) => parseDay(value) !== null, text.form.badDay),
    v.transform((value) => parseDay(value) ?? ''),
  );

/** What the server takes. The due day lies in the plan's year and after the directive's day; the server checks again. */
export const directiveSchema = (today: string, plan: { startsOn: string; endsOn: string }) =>
  v.pipe(
    v.object({
      directiveNumber: required(100, words.number),
      directiveDay: v.pipe(typedDay(words.day), v.check((day) => day <= today, words.futureDay(formatDay(today)))),
      title: required(200, words.name),
      product: optional(500),
      population: optional(500),
      dueDay: v.pipe(
        typedDay(words.dueDay),
        v.check((day) => day >= plan.startsOn && day <= plan.endsOn, words.dueOutside(formatDay(plan.startsOn), formatDay(plan.endsOn))),
      ),
      group: v.pipe(v.string(), v.nonEmpty(words.group)),
      leads: v.pipe(v.array(v.string()), v.minLength(1, words.leads)),
      coordinators: v.array(v.string()),
      classes: v.array(v.string()),
    }),
    v.forward(
      v.partialCheck([['directiveDay'], ['dueDay']], ({ directiveDay, dueDay }) => dueDay >= directiveDay, words.dueBefore),
      ['dueDay'],
    ),
  );

export type DirectiveOutput = v.InferOutput<ReturnType<typeof directiveSchema>>;
