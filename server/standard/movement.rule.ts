import type { SurveyedClass } from './classification.rule.js';
import type { ClassCode } from './standard.rule.js';

export type MovementCode =
  | 'LISTED' | 'UNCHANGED' | 'NEWLY_ARISEN' | 'NEWLY_ARISEN_NEAR_POOR' | 'RELAPSED' | 'RELAPSED_NEAR_POOR'
  | 'POOR_TO_NEAR_POOR' | 'NEAR_POOR_TO_POOR' | 'ESCAPED' | 'ESCAPED_NEAR_POOR' | 'WINDOW_ENDED' | 'LEVEL_CHANGED' | 'STANDARD_CHANGED';

/** The class a household has held until the decision. Days as 2026-12-14. */
export interface ClassBefore {
  readonly class: ClassCode;
  readonly standard: string;
  readonly since: string;
  /** Last day of the window of a NEWLY_* class (config); null for others, or while no end is set. */
  readonly newlyUntil: string | null;
  /** Whether the registry knows it on the list of poor, of near-poor households at any time before. */
  readonly wasPoor: boolean;
  readonly wasNearPoor: boolean;
}
/** What the commune's chair has decided from a survey. */
export interface ClassDecided { readonly class: SurveyedClass; readonly standard: string; readonly decidedOn: string }

/** The movement and the class that history holds from `since` on. */
export interface Movement { readonly code: MovementCode; readonly class: ClassCode; readonly since: string }

type Outcome = readonly [MovementCode, ClassCode];

// Below the line, for a household that was on neither list: again (tái nghèo, tái cận nghèo) or for the first time (phát sinh mới).
const fallen = (decided: 'POOR' | 'NEAR_POOR', wasPoor: boolean, wasNearPoor: boolean): Outcome =>
  decided === 'POOR' ? [wasPoor ? 'RELAPSED' : 'NEWLY_ARISEN', 'POOR'] : [wasNearPoor ? 'RELAPSED_NEAR_POOR' : 'NEWLY_ARISEN_NEAR_POOR', 'NEAR_POOR'];

/*
 * before \ decided          POOR               NEAR_POOR               AVERAGE or NONE
 * (not recorded)            newly arisen       newly arisen near-poor  first recorded → as decided
 * POOR                      unchanged          poor to near-poor       escaped → NEWLY_ESCAPED
 * NEAR_POOR                 near-poor to poor  unchanged               escaped near-poverty → NEWLY_ESCAPED_NEAR_POOR
 * NEWLY_ESCAPED             relapsed           new, or again¹          unchanged while its window lasts, then newly ended → as decided
 * NEWLY_ESCAPED_NEAR_POOR   new, or again¹     relapsed near-poor      unchanged while its window lasts, then newly ended → as decided
 * AVERAGE, NONE             new, or again¹     new, or again¹          unchanged, or level changed → as decided
 *
 * ¹ "Again" asks whether the household was ever on that same list: one that escaped poverty straight over the near-poor line
 *   and is now near-poor has newly arisen on the list of near-poor households, and after its window a poor one has still relapsed.
 * Poor to near-poor is no escape yet: hộ mới thoát nghèo has passed the near-poor line too (QĐ 28/2015/QĐ-TTg, recalled).
 */
function outcomeOf(before: ClassBefore | null, decided: ClassDecided): Outcome {
  const to = decided.class;
  const isListed = to === 'POOR' || to === 'NEAR_POOR';
  if (before === null) return isListed ? fallen(to, false, false) : ['LISTED', to];
  const wasPoor = before.wasPoor || before.class === 'NEWLY_ESCAPED';
  const wasNearPoor = before.wasNearPoor || before.class === 'NEWLY_ESCAPED_NEAR_POOR';
  switch (before.class) {
    case 'POOR':
      if (isListed) return to === 'POOR' ? ['UNCHANGED', to] : ['POOR_TO_NEAR_POOR', to];
      return ['ESCAPED', 'NEWLY_ESCAPED'];
    case 'NEAR_POOR':
      if (isListed) return to === 'NEAR_POOR' ? ['UNCHANGED', to] : ['NEAR_POOR_TO_POOR', to];
      return ['ESCAPED_NEAR_POOR', 'NEWLY_ESCAPED_NEAR_POOR'];
    case 'NEWLY_ESCAPED':
    case 'NEWLY_ESCAPED_NEAR_POOR':
      if (isListed) return fallen(to, wasPoor, wasNearPoor);
      return before.newlyUntil === null || decided.decidedOn <= before.newlyUntil ? ['UNCHANGED', before.class] : ['WINDOW_ENDED', to];
    case 'AVERAGE':
    case 'NONE':
      if (isListed) return fallen(to, wasPoor, wasNearPoor);
      return [to === before.class ? 'UNCHANGED' : 'LEVEL_CHANGED', to];
  }
}

/**
 * The movement (diễn biến) from the class before, null for a household not yet recorded, to the one decided: exactly one for
 * every pair. A class that stays keeps its day; any other begins on the day of the decision. Between two standards the class
 * follows from the same table, but the movement is STANDARD_CHANGED: a new line makes nobody escape or relapse, and the two
 * standards' numbers are never mixed. Throws RangeError for a decision dated before the class it follows.
 */
export function movementOf(before: ClassBefore | null, decided: ClassDecided): Movement {
  if (before !== null && decided.decidedOn < before.since) throw new RangeError(`Quyết định ngày ${decided.decidedOn} trước ngày ${before.since} của phân loại đang có.`);
  const [code, next] = outcomeOf(before, decided);
  return {
    code: before !== null && before.standard !== decided.standard ? 'STANDARD_CHANGED' : code,
    class: next,
    since: before?.class === next ? before.since : decided.decidedOn,
  };
}
