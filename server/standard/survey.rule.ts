import { classify, type Classification, type IncomeEvidence } from './classification.rule.js';
import type { AreaCode, Standard } from './standard.rule.js';

/** What one visit to a household found, enough for every standard at once. */
export interface Survey {
  readonly areaType: AreaCode;
  /** VND per head and month; null when it was not asked. */
  readonly incomePerHead: number | null;
  /** Income points by code of the standard whose sheet was filled in; only where a sheet is in force (method.rule.ts). */
  readonly incomePoints: ReadonlyMap<string, number>;
  /** Each indicator that was asked, of whatever standard: deprived or not. */
  readonly answers: ReadonlyMap<string, boolean>;
}

/** The answer under one standard. */
export interface SurveyResult {
  readonly standard: Standard;
  /** Null when nothing was found out about the income that this standard can use. */
  readonly classification: Classification | null;
  /** Indicators that were asked and that this standard does not know; they count under the others only. */
  readonly leftOut: readonly string[];
  /** Indicators of this standard that nobody asked about; they count as not deprived. */
  readonly unanswered: readonly string[];
  /** Whether the household would be poor instead of near-poor if it turned out deprived in all that is unanswered. */
  readonly mayBePoor: boolean;
}

function evidenceUnder(standard: Standard, survey: Survey): IncomeEvidence | null {
  const points = survey.incomePoints.get(standard.code);
  if (points !== undefined) return { method: 'POINTS', points };
  return survey.incomePerHead === null ? null : { method: 'INCOME', perHead: survey.incomePerHead };
}

/**
 * One survey under each standard asked for, in their order; the review of the fourth quarter of 2026 asks for two at once.
 * No standard's answer depends on which others are asked. Points go before income where a sheet was filled in for the standard.
 * Throws RangeError for figures that `classify` refuses.
 */
export function classifyUnder(standards: readonly Standard[], survey: Survey): SurveyResult[] {
  const deprived = [...survey.answers].filter(([, isDeprived]) => isDeprived).map(([code]) => code);
  return standards.map(standard => {
    const codes = standard.indicators.map(one => one.code);
    const own = deprived.filter(code => codes.includes(code));
    const unanswered = codes.filter(code => !survey.answers.has(code));
    const income = evidenceUnder(standard, survey);
    const classification = income && classify(standard, survey.areaType, income, own);
    const worst = income && classify(standard, survey.areaType, income, [...own, ...unanswered]);
    return {
      standard, classification, unanswered,
      leftOut: [...survey.answers.keys()].filter(code => !codes.includes(code)),
      mayBePoor: classification?.class !== 'POOR' && worst?.class === 'POOR',
    };
  });
}
