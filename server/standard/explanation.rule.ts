import type { Classification, Unsettled } from './classification.rule.js';
import type { Source, Stated } from './standard.rule.js';

export type StepRule = 'INCOME_LINE' | 'INCOME_POINTS' | 'DEPRIVATION_COUNT' | 'DEPRIVATION_POINTS' | 'AVERAGE_LIVING';
export type FigureUnit = 'VND_PER_HEAD_MONTH' | 'POINTS' | 'INDICATORS';

/** One comparison that a class rests on. */
export interface ExplanationStep {
  readonly rule: StepRule;
  /** The law that the threshold stands in. */
  readonly legalBasis: string;
  readonly provenance: Source | null;
  readonly note: string | null;
  /** Null where the rule cannot be applied. */
  readonly figure: number | null;
  readonly unit: FigureUnit;
  readonly comparison: 'AT_MOST' | 'AT_LEAST' | 'BETWEEN';
  /** The threshold; for BETWEEN the lower and the upper end. Empty where none is on file. */
  readonly thresholds: readonly number[];
  readonly holds: boolean | null;
  /** Whether the class would be another if the step came out otherwise. */
  readonly decides: boolean;
  readonly unsettled: Unsettled | null;
}

const judged = (threshold: Stated) => ({ provenance: threshold.source, note: threshold.note, thresholds: [threshold.value], unsettled: null });

function incomeStep({ standard, areaType, income, isWithinLine }: Classification): ExplanationStep {
  const common = { comparison: 'AT_MOST', holds: isWithinLine, decides: true } as const;
  if (income.method === 'INCOME') {
    return { ...common, rule: 'INCOME_LINE', legalBasis: standard.legalBasis, figure: income.perHead, unit: 'VND_PER_HEAD_MONTH', ...judged(standard.incomeLines[areaType]) };
  }
  const points = standard.points!;
  return { ...common, rule: 'INCOME_POINTS', legalBasis: points.legalBasis, figure: income.points, unit: 'POINTS', ...judged(points.incomePointsAtMost[areaType]) };
}

/** Decides between poor and near-poor; above the line it is told all the same, for the support that the household may need. */
function deprivationStep({ standard, income, deprivations, isWithinLine, isDeprivedEnough }: Classification): ExplanationStep {
  const common = { comparison: 'AT_LEAST', holds: isDeprivedEnough, decides: isWithinLine } as const;
  if (income.method === 'INCOME') {
    return { ...common, rule: 'DEPRIVATION_COUNT', legalBasis: standard.legalBasis, figure: deprivations.length, unit: 'INDICATORS', ...judged(standard.minDeprivationsForPoor) };
  }
  const points = standard.points!;
  const figure = deprivations.length * points.deprivationPointsPerIndicator.value;
  return { ...common, rule: 'DEPRIVATION_POINTS', legalBasis: points.legalBasis, figure, unit: 'POINTS', ...judged(points.poorFromDeprivationPoints) };
}

function averageStep({ standard, areaType, income, unsettled, class: found }: Classification): ExplanationStep {
  const range = standard.averageLiving[areaType];
  const isRecalled = range?.from.source === 'RECALLED' || range?.to.source === 'RECALLED';
  return {
    rule: 'AVERAGE_LIVING', legalBasis: standard.legalBasis, unit: 'VND_PER_HEAD_MONTH', comparison: 'BETWEEN',
    provenance: range === undefined ? null : isRecalled ? 'RECALLED' : range.to.source,
    note: range?.from.note ?? range?.to.note ?? null,
    figure: income.method === 'INCOME' ? income.perHead : null,
    thresholds: range === undefined ? [] : [range.from.value, range.to.value],
    holds: unsettled === null ? found === 'AVERAGE' : null,
    decides: unsettled === null,
    unsettled,
  };
}

/**
 * The comparisons behind a class, in the order in which a person would make them: income, deprivations and, above the line,
 * mức sống trung bình. Each names its law, its threshold and whether that is sourced or only recalled.
 */
export function explain(classification: Classification): ExplanationStep[] {
  const steps = [incomeStep(classification), deprivationStep(classification)];
  return classification.isWithinLine ? steps : [...steps, averageStep(classification)];
}
