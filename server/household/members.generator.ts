import type { Draws } from '../database/draws.js';
import { familyName, fullName, type Sex } from './names.js';

/** A member before it has an id; ages are as of the plan's year. */
export interface SampleMember {
  readonly name: string;
  readonly sex: Sex;
  readonly age: number;
  readonly relation: string;
  readonly isAway: boolean;
}

/** The registry's rules of ages: workers from `workFrom` to `workTo`, both included; children below `childBelow`. */
export interface RuledAges { readonly workFrom: number; readonly workTo: number; readonly childBelow: number }

type Sizes = readonly (readonly [size: number, weight: number])[];
/** Members of surveyed households, and of all others: four on average. */
export const surveyedSizes: Sizes = [[1, 4], [2, 10], [3, 16], [4, 25], [5, 22], [6, 12], [7, 7], [8, 4]];
export const usualSizes: Sizes = [[1, 5], [2, 13], [3, 20], [4, 27], [5, 19], [6, 9], [7, 5], [8, 2]];

const otherSex = (sex: Sex): Sex => (sex === 'MALE' ? 'FEMALE' : 'MALE');
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

interface Family { readonly ethnicity: string; readonly draws: Draws; readonly givenNames: string[] }

function person({ ethnicity, draws, givenNames }: Family, family: string, sex: Sex, age: number, relation: string): SampleMember {
  const isAway = relation !== 'Chủ hộ' && age >= 18 && age <= 45 && draws.chance(0.12);
  const name = fullName(ethnicity, family, sex, givenNames, draws);
  givenNames.push(name.split(' ').at(-1)!);
  return { name, sex, age, relation, isAway };
}

const spouseOf = (of: Family, head: SampleMember, age: number): SampleMember =>
  person(of, familyName(of.ethnicity, of.draws), otherSex(head.sex), age, head.sex === 'MALE' ? 'Vợ' : 'Chồng');

/** Nobody of working age: old people, at times with a grandchild. */
function withoutLabour(of: Family): SampleMember[] {
  const { draws } = of;
  const family = familyName(of.ethnicity, draws);
  const head = person(of, family, draws.chance(0.6) ? 'FEMALE' : 'MALE', draws.whole(64, 84), 'Chủ hộ');
  const members = [head];
  if (draws.chance(0.5)) members.push(spouseOf(of, head, clamp(head.age + draws.whole(-4, 4), 62, 88)));
  if (draws.chance(0.25)) members.push(person(of, family, draws.one(['FEMALE', 'MALE'] as const), draws.whole(4, 13), 'Cháu'));
  return members;
}

function withLabour(of: Family, sizes: Sizes): SampleMember[] {
  const { draws } = of;
  const size = draws.weighted(sizes);
  const family = familyName(of.ethnicity, draws);
  const head = person(of, family, draws.chance(0.8) ? 'MALE' : 'FEMALE', draws.whole(24, 60), 'Chủ hộ');
  const members = [head];
  if (size > 1 && draws.chance(0.85)) members.push(spouseOf(of, head, clamp(head.age + draws.whole(-5, 4), 19, 62)));
  if (size > 3 && head.age <= 50 && draws.chance(0.22)) {
    const sex: Sex = draws.chance(0.7) ? 'FEMALE' : 'MALE';
    const parentFamily = sex === 'MALE' || head.sex === 'FEMALE' ? family : familyName(of.ethnicity, draws);
    members.push(person(of, parentFamily, sex, head.age + draws.whole(19, 30), sex === 'MALE' ? 'Bố' : 'Mẹ'));
  }
  // Children bear the father's family name, which is the head's unless the head is a mother with her husband.
  const father = members.find(one => one.relation === 'Chồng');
  const childFamily = father ? father.name.split(' ')[0]! : family;
  const eldest = clamp(head.age - 19, 1, 24);
  const ages = Array.from({ length: size - members.length }, () => draws.whole(0, eldest)).sort((one, other) => other - one);
  return [...members, ...ages.map(age => person(of, childFamily, draws.one(['FEMALE', 'MALE'] as const), age, 'Con'))];
}

/** One to eight members, the head first; with labour there is at least one of working age, without it none. */
export function membersOf(ethnicity: string, hasLabour: boolean, sizes: Sizes, draws: Draws): SampleMember[] {
  const family = { ethnicity, draws, givenNames: [] };
  return hasLabour ? withLabour(family, sizes) : withoutLabour(family);
}
