import type { ReactNode } from 'react';
import * as v from 'valibot';
import type { Outcome } from '../../graphql/mutation';
import { formatDay, formatNumber, parseDay, parseWhole } from '../../text/format';
import { text } from '../../text/text';
import { edit as words } from '../../text/vi-household-edit';

interface Asked {
  label: string;
  hint?: string;
  required?: boolean;
  /** Shown, and sent, only while this holds of what stands in the form. */
  when?: (values: Typed) => boolean;
}
export type FieldSpec = Asked &
  (
    | { kind: 'text' | 'long'; most: number }
    | { kind: 'day'; latest?: string }
    | { kind: 'whole'; least: number; most: number; suffix?: string; isYear?: boolean }
    | { kind: 'select'; choices: readonly { value: string; label: string }[]; only?: (value: string, typed: Typed) => boolean }
    | { kind: 'check' }
    | { kind: 'own'; control: (props: OwnControlProps) => ReactNode; inWords: (value: string) => string }
    /** Not to be filled in: names the conflict of who sent what they saw before somebody else's change. */
    | { kind: 'version' }
  );
/** What a control of a form's own gets; its value is text, such as an id, or several with commas between. */
export interface OwnControlProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  typed: Typed;
  onChange: (value: string) => void;
}
interface Versioned { version: number }
export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** What stands in a form: text as it is typed, and ticks. */
export type Typed = Record<string, string | boolean>;
export type Sent = Record<string, string | number | boolean | null>;

type Needed<F, T> = F extends { required: true; when?: undefined } ? T : T | null;
type SentOf<F> = F extends { kind: 'check' } ? boolean
  : F extends { kind: 'version' } ? null
  : F extends { kind: 'whole' } ? Needed<F, number>
  : F extends { kind: 'select'; choices: readonly { value: infer V }[] } ? Needed<F, V>
  : Needed<F, string>;

export interface EditSpec {
  title: string;
  lead?: ReactNode;
  submit: string;
  /** What the toast says. */
  done: string | ((values: Sent) => string);
  /** What will follow, in words, of what cannot be undone: shown with the values and confirmed before it is sent. */
  follows?: (values: Sent) => readonly string[];
  /** Shown in place of the form once it is done, instead of a toast. */
  after?: (payload: unknown) => ReactNode;
  /** Leaves a page whose household is another's from now on. */
  leave?: () => Promise<void>;
  fields: FieldSpecs;
  initial: Typed;
  /** Nothing sensitive stays on the device, not even as typed. */
  keepsNoDraft?: boolean;
  /** The version of the row as it was read; null where there is no row yet. The form sends it, and after a conflict the other writer's. */
  version?: number | null;
  /** The row among what a payload brings, where it is not the payload's own. */
  rowIn?: (payload: unknown) => Versioned | null | undefined;
  /** `changed` holds of the values those that differ from what the form began with: an update sends these, so that nobody else's are touched. */
  send: (values: Sent, changed: Partial<Sent>, version: number | null) => Promise<Outcome<unknown>>;
  /** Takes it back, where that costs nothing. */
  undo?: (payload: unknown) => Promise<Outcome<unknown>>;
}

type ValuesOf<F extends FieldSpecs> = { [K in keyof F]: SentOf<F[K]> };

interface Definition<F extends FieldSpecs, P, V extends number | null> extends Omit<EditSpec, 'fields' | 'initial' | 'send' | 'follows' | 'rowIn' | 'version'> {
  fields: F;
  follows?: (values: ValuesOf<F>) => readonly string[];
  initial?: { [K in keyof F]?: string | boolean | null };
  version?: V;
  rowIn?: (payload: P) => Versioned | null | undefined;
  send: (values: ValuesOf<F>, changed: Partial<ValuesOf<F>>, version: V) => Promise<Outcome<P>>;
}

/** A form of this page: its fields with what they hold at first, and how it is sent. `send` gets days as "2026-09-08", numbers, and null for what is empty. */
export function defineEdit<const F extends FieldSpecs, P, V extends number | null = null>({ fields, initial, send, follows, rowIn, ...rest }: Definition<F, P, V>): EditSpec {
  const empty = Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, kind === 'check' ? false : '']));
  const given = Object.fromEntries(Object.entries(initial ?? {}).filter(([, value]) => value !== undefined && value !== null)) as Typed;
  return { ...rest, fields, initial: { ...empty, ...given }, send: send as EditSpec['send'], follows: follows as EditSpec['follows'], rowIn: rowIn as EditSpec['rowIn'] };
}

/** The row that a payload brings beside its refusals: after a conflict the other writer's. */
export const versionedIn = (payload: object): Versioned | undefined =>
  Object.values(payload).find((row: unknown): row is Versioned => typeof row === 'object' && row !== null && 'version' in row);

/** A record of words as choices, in its order. */
export const choicesOf = <K extends string>(named: Readonly<Record<K, string>>): { value: K; label: string }[] =>
  (Object.entries(named) as [K, string][]).map(([value, label]) => ({ value, label }));

/** A value of the server as it stands in the form. */
export function typedOf(field: FieldSpec, value: string | null): string | boolean {
  if (field.kind === 'check') return value === 'true';
  if (value === null) return '';
  if (field.kind === 'day') return formatDay(value);
  return field.kind === 'whole' && !field.isYear ? formatNumber(Number(value)) : value;
}

/** A value of the server in words. */
export function wordsOf(field: FieldSpec | undefined, value: string | null): string {
  if (value === null || value === '') return text.hidden.none;
  if (field?.kind === 'own') return field.inWords(value);
  if (field?.kind === 'version') return words.versionOf(value);
  if (!field) return value;
  if (field.kind === 'check') return value === 'true' ? words.yes : words.no;
  if (field.kind === 'select') return field.choices.find((choice) => choice.value === value)?.label ?? value;
  return String(typedOf(field, value));
}

/** Checks what was typed; fields that are not shown send null. The server checks again and decides. */
export const schemaOf = (fields: FieldSpecs) =>
  v.pipe(
    v.custom<Typed>((value) => typeof value === 'object' && value !== null),
    v.rawTransform<Typed, Sent>(({ dataset: { value: typed }, addIssue }) => {
      const sent: Sent = {};
      for (const [name, field] of Object.entries(fields)) {
        const isShown = field.when?.(typed) ?? true;
        const [value, problem] = isShown ? read(field, typed[name] ?? '') : [field.kind === 'check' ? false : null];
        sent[name] = value;
        if (problem) addIssue({ message: problem, path: [{ type: 'object', origin: 'value', input: typed, key: name, value: typed[name] }] });
      }
      return sent;
    }),
  );

function read(field: FieldSpec, typed: string | boolean): [Sent[string], string?] {
  if (field.kind === 'check') return [typed === true];
  const value = String(typed).trim().normalize('NFC');
  if (value === '') return field.required ? [null, (field.kind === 'select' ? words.notChosen : words.missing)(field.label)] : [null];
  switch (field.kind) {
    case 'text':
    case 'long':
      return value.length > field.most ? [null, words.tooLong(field.label, formatNumber(field.most))] : [value];
    case 'day': {
      const day = parseDay(value);
      if (!day) return [null, `${field.label}: ${text.form.badDay}`];
      return field.latest && day > field.latest ? [null, words.tooLate(field.label, formatDay(field.latest))] : [day];
    }
    case 'whole': {
      const number = parseWhole(value);
      if (number === null) return [null, `${field.label}: ${text.form.badNumber}`];
      return number < field.least || number > field.most ? [null, words.outside(field.label, ...[field.least, field.most].map((bound) => (field.isYear ? String(bound) : formatNumber(bound))) as [string, string])] : [number];
    }
    case 'select':
    case 'own':
      return [value];
    case 'version':
      return [null];
  }
}
