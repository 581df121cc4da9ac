import { readFileSync } from 'node:fs';
import { areaCodes, problemsOf, type AreaCode, type Source, type Standard, type Stated } from './standard.rule.js';

/** A standard as the file of facts writes it. */
export interface StandardFile {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly validitySource: Source;
  readonly incomeLines: readonly { readonly areaType: AreaCode; readonly perHeadMonthly: Stated }[];
  readonly minDeprivations: Stated;
  readonly averageLiving: readonly { readonly areaType: AreaCode; readonly perHeadMonthlyFrom: Stated; readonly perHeadMonthlyTo: Stated }[];
  readonly points: {
    readonly legalBasis: string;
    readonly incomePointsMax: readonly { readonly areaType: AreaCode; readonly points: Stated }[];
    readonly deprivationPointsPerIndicator: Stated;
    readonly poorFromDeprivationPoints: Stated;
  } | null;
  readonly gaps: string | null;
}
/** An indicator of all standards, with its place and wording in each. */
export interface IndicatorFile {
  readonly code: string;
  readonly dimension: string;
  readonly standards: readonly { readonly standard: string; readonly no: number; readonly name: string }[];
}

function byArea<Row extends { readonly areaType: AreaCode }, Value>(rows: readonly Row[], value: (row: Row) => Value): Record<AreaCode, Value> {
  const found = new Map(rows.map(row => [row.areaType, value(row)]));
  const missing = areaCodes.filter(area => !found.has(area));
  if (missing.length > 0 || found.size < rows.length) throw new RangeError(`One line for each of ${areaCodes.join(', ')}, not ${rows.map(row => row.areaType).join(', ')}`);
  return { RURAL: found.get('RURAL')!, URBAN: found.get('URBAN')! };
}

/**
 * Standards out of the files of facts, their indicators in the standard's own order. Throws RangeError naming the standard
 * when a number is missing or two contradict each other: a wrong line would classify thousands of households wrongly.
 */
export function readStandards(standards: readonly StandardFile[], indicators: readonly IndicatorFile[]): Standard[] {
  return standards.map(({ incomeLines, minDeprivations, averageLiving, points, ...facts }) => {
    const standard: Standard = {
      ...facts,
      incomeLines: byArea(incomeLines, row => row.perHeadMonthly),
      minDeprivationsForPoor: minDeprivations,
      averageLiving: Object.fromEntries(averageLiving.map(row => [row.areaType, { from: row.perHeadMonthlyFrom, to: row.perHeadMonthlyTo }])),
      points: points === null ? null : {
        legalBasis: points.legalBasis,
        incomePointsAtMost: byArea(points.incomePointsMax, row => row.points),
        deprivationPointsPerIndicator: points.deprivationPointsPerIndicator,
        poorFromDeprivationPoints: points.poorFromDeprivationPoints,
      },
      indicators: indicators
        .flatMap(({ code, dimension, standards: places }) =>
          places.filter(place => place.standard === facts.code).map(({ no, name }) => ({ code, dimension, order: no, name })))
        .sort((one, other) => one.order - other.order),
    };
    const problems = problemsOf(standard);
    if (problems.length > 0) throw new RangeError(`${standard.code}: ${problems.join(' ')}`);
    return standard;
  });
}

/** The standards that the project comes with: 2022-2026 and 2027-2030. */
export function standardsOnFile(): Standard[] {
  const read = <T>(file: string): T => JSON.parse(readFileSync(`server/household/data/${file}`, 'utf8')) as T;
  return readStandards(read<StandardFile[]>('standards.json'), read<IndicatorFile[]>('indicators.json'));
}
