import type { Row } from '../database/load-rows.js';
import type { SampleHousehold } from './household.generator.js';

/** When and under which standard a household got the class that it has. */
export interface ClassNow { readonly since: string; readonly standard: string }
type Stretch = readonly [className: string, movement: string, since: string];

const firstDays = ['2022-12-15', '2022-12-20', '2022-12-22'] as const;
const middleDays = ['2023-12-18', '2024-12-16'] as const;
const recordKind = 4;

/** How the household came to its class, oldest first: most were listed once; the others escaped, fell back or changed lists, one step a year at most. */
function stretchesOf({ class: now, surveyDraws: draws }: SampleHousehold, since: string): Stretch[] {
  const before = (className: string, movement = 'LISTED'): Stretch => [className, movement, draws.one(firstDays)];
  const chance = draws.whole(1, 100);
  if (now === 'POOR' && chance <= 5) return [before('POOR'), ['NEWLY_ESCAPED', 'ESCAPED', draws.one(middleDays)], [now, 'RELAPSED', since]];
  if (now === 'POOR' && chance <= 9) return [before('NEAR_POOR'), [now, 'NEAR_POOR_TO_POOR', since]];
  if (now === 'POOR' && chance <= 15) return [[now, 'NEWLY_ARISEN', since]];
  if (now === 'NEAR_POOR' && chance <= 18) return [before('POOR'), [now, 'POOR_TO_NEAR_POOR', since]];
  if (now === 'NEAR_POOR' && chance <= 22) return [[now, 'NEWLY_ARISEN_NEAR_POOR', since]];
  if (now === 'NEWLY_ESCAPED') return [before('POOR'), [now, 'ESCAPED', since]];
  if (now === 'NEWLY_ESCAPED_NEAR_POOR') return [before('NEAR_POOR'), [now, 'ESCAPED_NEAR_POOR', since]];
  return [[now, 'LISTED', since]];
}

/** Rows of the list from one decision to the next, `since` of each the day of its decision; the last is open and says the household's own class. */
export function classRecordRows(one: SampleHousehold, { since, standard }: ClassNow): Row[] {
  const stretches = stretchesOf(one, since);
  return stretches.map(([className, movement, from], no) => {
    const next = stretches[no + 1];
    return {
      id: one.idOf(recordKind, no), household_id: one.idOf(0, 0), commune_id: one.commune.id, village_id: one.village?.id ?? null, code: one.code,
      head_name: one.members[0]!.name, member_count: one.members.length, class: className, standard, movement, since: from, class_since: from,
      until: next?.[2] ?? null, end_movement: next ? 'CLASS_CHANGED' : null,
      decision_number: `${100 + (one.commune.id % 100)}/QĐ-UBND (minh họa)`, decision_day: from,
      reason: movement === 'RELAPSED' ? 'Lũ quét làm mất ruộng và gia súc (minh họa).' : null,
    };
  });
}
