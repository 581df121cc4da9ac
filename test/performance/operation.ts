import type { Person } from './province.js';

/** One thing that people do many times a day, as three servers answer it. */
export interface Operation {
  /** Also the name of its document. */
  readonly name: string;
  /** Code of the unit whose officer asks. */
  readonly unit: string;
  readonly document: string;
  variables(person: Person): Readonly<Record<string, unknown>>;
  /** What an expert would write by hand: one statement whose only column is the text of `data`. */
  readonly raw: { readonly sql: string; values(variables: Readonly<Record<string, unknown>>): unknown[] };
}
