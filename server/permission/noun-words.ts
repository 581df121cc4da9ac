import { readFileSync } from 'node:fs';
import type { PortalKind } from '../access/portal-kind.js';
import type { Resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';

export interface NounWords {
  readonly name: string;
  /** As it is counted: "hộ". */
  readonly count: string;
  readonly what?: string;
  /** The clause of the plan, or the law, from which the whole noun is shown at all. */
  readonly ground?: string;
  /** Which rows a portal kind sees, where it is neither all nor none. */
  readonly rows?: Partial<Record<PortalKind, string>>;
  readonly fields?: Readonly<Record<string, { readonly why: string; readonly ground: string }>>;
}

/** What each noun and field is and why, kept by hand beside the access tables: they say what is so, this why. */
export const allNounWords = JSON.parse(readFileSync('server/permission/data/nouns.json', 'utf8')) as Readonly<Record<string, NounWords>>;

/** A noun of the graph as people call it; one without words by its type. */
export const nounWords = (type: string): NounWords => allNounWords[type] ?? { name: type, count: type };

/** Which rows of a noun a portal kind sees, in words. */
export function rowWords({ type, rows }: Resource, kind: PortalKind): string {
  const rule = rows[kind];
  if (rule === undefined) return 'không dòng nào';
  return nounWords(type).rows?.[kind] ?? (rule === everyRow ? 'mọi dòng' : 'theo phạm vi của đơn vị');
}
