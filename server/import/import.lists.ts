import { readFileSync } from 'node:fs';
import { searchWordsOf } from '../database/search.js';
import type { Session } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';

export interface Village { readonly id: number; readonly code: string; readonly name: string; readonly areaType: string }
interface Named { readonly code: string; readonly name: string }
interface Commune { readonly id: number; readonly code: string; readonly name: string }
interface Body { readonly id: number; readonly code: string; readonly name: string; readonly shortName: string }
interface OldCommune { readonly oldCode: string; readonly oldName: string; readonly newCode: string }

/** What words of a file are looked up in, read once a batch under the viewer's own rights. */
export interface Lists {
  readonly today: string;
  readonly standard: string;
  readonly villages: readonly Village[];
  readonly ethnicGroups: readonly Named[];
  readonly indicators: readonly Named[];
  readonly supportKinds: readonly Named[];
  readonly communes: ReadonlyMap<string, Commune>;
  /** By the code of before July 2025, where that code names no commune of today. */
  readonly oldCommunes: ReadonlyMap<string, OldCommune>;
  /** All of before July 2025, by name. */
  readonly formerCommunes: readonly OldCommune[];
  /** Bodies that may help, for whoever brings in their list. */
  readonly bodies: readonly Body[];
  readonly ownCode: string;
  readonly isCommune: boolean;
}

/** The same text in memory of its own: a piece of a longer one keeps all of that in memory, here the file it was read from. */
export const copyOf = (text: string): string => Buffer.from(text).toString();

const mostRemembered = 10_000, remembered = new Map<string, string>();

/** Text without marks and punctuation, as names are compared: "Thôn Nậm  Tốn" → "thon nam ton". Remembered, for a list writes the same few words in every line. */
export function plainOf(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const plain = searchWordsOf(text).join(' ');
  remembered.set(copyOf(text), plain);
  return plain;
}

const oldCommunes = JSON.parse(readFileSync('server/unit/data/old-communes.json', 'utf8')) as OldCommune[];
const named = 'SELECT code, name FROM';

export async function readLists(session: Session, viewer: Viewer, today: string): Promise<Lists> {
  const isCommune = viewer.portalKind === 'commune';
  const communes = await session.read<Commune>("SELECT id, code, short_name AS name FROM unit WHERE kind = 'commune' AND valid_to IS NULL");
  const known = new Map(communes.map(one => [one.code, one]));
  const indicators = JSON.parse(readFileSync('server/household/data/indicators.json', 'utf8')) as (Named & { standards: { standard: string; no: number }[] })[];
  const standard = isCommune ? (await session.read<{ standard: string }>('SELECT standard_in_force() AS standard'))[0].standard : '';
  return {
    today, standard, isCommune, ownCode: viewer.unitCode,
    villages: isCommune ? await session.read<Village>('SELECT id, code, name, area_type AS "areaType" FROM village WHERE commune_id = $1 AND ($2::int[] IS NULL OR id = ANY ($2)) ORDER BY code', [viewer.unitId, viewer.villages]) : [],
    ethnicGroups: isCommune ? await session.read<Named>(`${named} ethnic_group ORDER BY code`) : [],
    indicators: indicators.filter(one => one.standards.some(known => known.standard === standard)),
    supportKinds: await session.read<Named>(`${named} support_kind ORDER BY no`),
    communes: known, formerCommunes: oldCommunes,
    bodies: viewer.portalKind === 'secretariat'
      ? await session.read<Body>("SELECT id, code, name, short_name AS \"shortName\" FROM unit WHERE kind IN ('department','massOrganisation') AND parent_id IS NULL AND valid_to IS NULL ORDER BY id") : [],
    oldCommunes: new Map(oldCommunes.filter(one => !known.has(one.oldCode)).map(one => [one.oldCode, one])),
  };
}

/** How many letters lie between two words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length]!;
}

/** The names most like a written one, at most three, nearest first. */
export function nearest(written: string, names: readonly string[]): string[] {
  const plain = plainOf(written);
  return names.map(name => ({ name, far: distance(plain, plainOf(name)) })).sort((a, b) => a.far - b.far).slice(0, 3).map(({ name }) => name);
}
