import { dayWithin } from './method.rule.js';
import type { AreaCode, Source, Standard, Stated, StatedRange } from './standard.rule.js';

export type FigureCode = 'INCOME_LINE' | 'AVERAGE_FROM' | 'AVERAGE_TO' | 'INCOME_POINTS' | 'POINTS_PER_INDICATOR' | 'POOR_FROM_POINTS' | 'MIN_DEPRIVATIONS';

/** A number of a standard as the database keeps it, none of them replaced. */
export interface StoredFigure {
  readonly figure: FigureCode;
  readonly areaType: AreaCode | null;
  readonly value: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly provenance: Source;
  readonly note: string | null;
}
export interface StoredStandard {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly provenance: Source;
  readonly note: string | null;
  readonly indicators: readonly { readonly code: string; readonly dimension: string; readonly no: number; readonly name: string }[];
  readonly figures: readonly StoredFigure[];
}

/** The figure in force on a day of the standard. */
export function figureOn({ figures }: StoredStandard, figure: FigureCode, areaType: AreaCode | null, day: string): StoredFigure | undefined {
  return figures.filter(one => one.figure === figure && one.areaType === areaType && one.validFrom <= day && (one.validTo === null || day <= one.validTo))
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
}

/**
 * The standard as its rows stand on a day, or on the nearest day on which it holds; null while an income line or the number of
 * deprivations is missing. A range or a method of points with a number missing counts as not on file.
 */
export function standardFrom(stored: StoredStandard, asked: string): Standard | null {
  const day = dayWithin(stored, asked);
  const at = (figure: FigureCode, areaType: AreaCode | null = null): Stated | undefined => {
    const found = figureOn(stored, figure, areaType, day);
    return found && { value: found.value, source: found.provenance, note: found.note };
  };
  const rangeOf = (area: AreaCode): Partial<Record<AreaCode, StatedRange>> => {
    const from = at('AVERAGE_FROM', area), to = at('AVERAGE_TO', area);
    return from && to ? { [area]: { from, to } } : {};
  };
  const [rural, urban, fewest] = [at('INCOME_LINE', 'RURAL'), at('INCOME_LINE', 'URBAN'), at('MIN_DEPRIVATIONS')];
  const [ruralPoints, urbanPoints, each, poorFrom] = [at('INCOME_POINTS', 'RURAL'), at('INCOME_POINTS', 'URBAN'), at('POINTS_PER_INDICATOR'), at('POOR_FROM_POINTS')];
  if (!rural || !urban || !fewest) return null;
  return {
    code: stored.code, name: stored.name, legalBasis: stored.legalBasis, validFrom: stored.validFrom, validTo: stored.validTo, validitySource: stored.provenance, gaps: stored.note,
    incomeLines: { RURAL: rural, URBAN: urban },
    minDeprivationsForPoor: fewest,
    averageLiving: { ...rangeOf('RURAL'), ...rangeOf('URBAN') },
    points: ruralPoints && urbanPoints && each && poorFrom ? {
      legalBasis: figureOn(stored, 'INCOME_POINTS', 'RURAL', day)!.source,
      incomePointsAtMost: { RURAL: ruralPoints, URBAN: urbanPoints }, deprivationPointsPerIndicator: each, poorFromDeprivationPoints: poorFrom,
    } : null,
    indicators: stored.indicators.map(({ code, dimension, no, name }) => ({ code, dimension, order: no, name })),
  };
}
