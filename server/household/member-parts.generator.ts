import type { Row } from '../database/load-rows.js';
import type { Draws } from '../database/draws.js';
import type { SampleHousehold } from './household.generator.js';
import type { RuledAges, SampleMember } from './members.generator.js';

type Level = 'NONE' | 'KINDERGARTEN' | 'PRIMARY' | 'LOWER_SECONDARY' | 'UPPER_SECONDARY' | 'VOCATIONAL';
interface Schooling { readonly attending: boolean; readonly level: Level; readonly reason: string | null }
interface Labour { readonly status: 'WORKING' | 'UNEMPLOYED' | 'NOT_WORKING' | 'UNABLE'; readonly occupation: string | null; readonly trained_level: string }
interface Health { readonly malnutrition: boolean; readonly disability: 'NONE' | 'MILD' | 'SEVERE' | 'EXTREME'; readonly serious_illness: boolean }

/** What a survey has found about a member; without labour outside the working ages, without schooling where nobody asks for it. */
export interface MemberParts {
  readonly labour: Labour | null;
  readonly schooling: Schooling | null;
  readonly insurance: { readonly has_card: boolean; readonly valid_to: string | null };
  readonly health: Health;
}

const cardsEnd = '2026-12-31';
const occupations = ['Trồng lúa, ngô', 'Trồng quế', 'Chăn nuôi nhỏ', 'Làm thuê theo thời vụ', 'Công nhân khu công nghiệp', 'Bốc vác, phụ hồ'] as const;
const reasons = ['Ở nhà giúp gia đình', 'Nhà xa trường', 'Sức khỏe yếu'] as const;

const isAged = (from: number, to: number) => (one: SampleMember): boolean => one.age >= from && one.age <= to;
const isWorker = ({ workFrom, workTo }: RuledAges) => isAged(workFrom, workTo);
const isYoungAdult = isAged(16, 30);

const levelAt = (age: number): Level => (age <= 5 ? 'KINDERGARTEN' : age <= 10 ? 'PRIMARY' : age <= 14 ? 'LOWER_SECONDARY' : age <= 17 ? 'UPPER_SECONDARY' : 'VOCATIONAL');
const levelBefore = (age: number): Level => (age <= 10 ? 'NONE' : age <= 14 ? 'PRIMARY' : 'LOWER_SECONDARY');

/** Whom a lack is about: the one member who makes it true, or nobody. */
interface Concerned { readonly withoutJob: number; readonly withoutTraining: number; readonly withoutSchool: number; readonly malnourished: number; readonly ill: number }

function concernedBy({ members, ages, deprivations }: SampleHousehold, isIll: boolean): Concerned {
  const lacks = (code: string): boolean => deprivations.some(one => one.indicator === code && one.until === null);
  const first = (code: string, ...likely: readonly ((one: SampleMember) => boolean)[]): number =>
    lacks(code) ? likely.map(is => members.findIndex(is)).find(at => at >= 0) ?? -1 : -1;
  return {
    withoutJob: first('JOB', isAged(18, ages.workTo), isWorker(ages)),
    withoutTraining: first('ADULT_EDUCATION', isAged(19, 30), isYoungAdult),
    withoutSchool: first('SCHOOLING', isAged(6, 15), isAged(3, 15)),
    malnourished: first('NUTRITION', isAged(0, 6), isAged(0, 15)),
    ill: isIll ? members.length - 1 : -1,
  };
}

function healthOf(at: number, of: Concerned, draws: Draws): Health {
  const disability = at !== of.withoutJob && draws.chance(0.03) ? draws.one(['MILD', 'SEVERE', 'EXTREME'] as const) : 'NONE';
  return { malnutrition: at === of.malnourished, disability, serious_illness: at === of.ill || draws.chance(0.01) };
}

function schoolingOf({ age }: SampleMember, at: number, of: Concerned, { childBelow }: RuledAges, draws: Draws): Schooling | null {
  if (age < 3 || age > 22) return null;
  if (at === of.withoutSchool || at === of.withoutTraining) return { attending: false, level: levelBefore(age), reason: draws.one(reasons) };
  const attending = age < childBelow || draws.chance(age <= 17 ? 0.8 : 0.25);
  if (age > 17 && !attending) return null;
  return { attending, level: attending ? levelAt(age) : levelBefore(age), reason: attending ? null : draws.one(reasons) };
}

/** An adult up to thirty has some training or still learns, but for the one whom the lack is about. */
function trainedLevelOf(one: SampleMember, isLacking: boolean, isLearning: boolean, draws: Draws): string {
  if (isLacking || isLearning) return 'NONE';
  if (isYoungAdult(one)) return draws.weighted([['SHORT_COURSE', 60], ['ELEMENTARY', 25], ['INTERMEDIATE', 12], ['COLLEGE', 3]]);
  return draws.weighted([['NONE', 64], ['SHORT_COURSE', 22], ['ELEMENTARY', 9], ['INTERMEDIATE', 4], ['UNIVERSITY', 1]]);
}

function labourOf(one: SampleMember, at: number, of: Concerned, schooling: Schooling | null, health: Health, draws: Draws): Labour {
  const isLearning = schooling?.attending ?? false;
  const trained_level = trainedLevelOf(one, at === of.withoutTraining, isLearning, draws);
  if (at === of.withoutJob) return { status: 'UNEMPLOYED', occupation: null, trained_level };
  if (health.disability === 'SEVERE' || health.disability === 'EXTREME') return { status: 'UNABLE', occupation: null, trained_level };
  if (isLearning || draws.chance(0.06)) return { status: 'NOT_WORKING', occupation: null, trained_level };
  return { status: 'WORKING', occupation: draws.one(occupations), trained_level };
}

/** The parts of every member, in the order of the members, agreeing with the household's open lacks; `isIll` makes one of them seriously ill. */
export function memberPartsOf(one: SampleHousehold, isIll: boolean): MemberParts[] {
  const { members, ages, deprivations, surveyDraws: draws } = one;
  const of = concernedBy(one, isIll);
  const lacksInsurance = deprivations.some(lack => lack.indicator === 'INSURANCE' && lack.until === null);
  return members.map((member, at) => {
    const health = healthOf(at, of, draws);
    const schooling = schoolingOf(member, at, of, ages, draws);
    const has_card = !(lacksInsurance && member.age >= ages.childBelow);
    const labour = isWorker(ages)(member) ? labourOf(member, at, of, schooling, health, draws) : null;
    return { health, schooling, labour, insurance: { has_card, valid_to: has_card ? cardsEnd : null } };
  });
}

/** A part's rows, for those members who have it. */
export const partRows = (parts: readonly MemberParts[], part: keyof MemberParts, row: (no: number) => Row): Row[] =>
  parts.flatMap((one, no) => (one[part] === null ? [] : [{ ...row(no), ...one[part] }]));
