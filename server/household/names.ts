import { readFileSync } from 'node:fs';
import type { Draws } from '../database/draws.js';

export type Sex = 'FEMALE' | 'MALE';
interface Parts { readonly middles: readonly string[]; readonly givens: readonly string[] }
interface NameBank { readonly families: readonly string[]; readonly male: Parts; readonly female: Parts }

const banks = JSON.parse(readFileSync('server/household/data/synthetic-names.json', 'utf8')) as Readonly<Record<string, NameBank>>;

/** A bank of names for every ethnic group that the areas name; a group without one is a mistake in the data. */
function bankOf(ethnicity: string): NameBank {
  const bank = banks[ethnicity];
  if (!bank) throw new Error(`no names for ethnic group ${ethnicity}`);
  return bank;
}

/** A family name as it is borne among an ethnic group. */
export const familyName = (ethnicity: string, draws: Draws): string => draws.one(bankOf(ethnicity).families);

/** A full name of that family, such as Giàng A Sùng; the last word is none of `taken`, while there are others. */
export function fullName(ethnicity: string, family: string, sex: Sex, taken: readonly string[], draws: Draws): string {
  const { middles, givens } = sex === 'MALE' ? bankOf(ethnicity).male : bankOf(ethnicity).female;
  const middle = draws.one(middles);
  const likely = givens.filter(given => given !== family && given !== middle);
  const free = likely.filter(given => !taken.includes(given));
  return `${family} ${middle} ${draws.one(free.length > 0 ? free : likely)}`;
}
