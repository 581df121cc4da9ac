import { dimension, indicator } from '../../text/vi-household';

export type DimensionKey = keyof typeof dimension;

/** The twelve indicators of the standard in force in their six dimensions (Nghị định 07/2021, phụ lục). */
export const dimensions: { key: DimensionKey; indicators: string[] }[] = [
  { key: 'employment', indicators: ['JOB', 'DEPENDANTS'] },
  { key: 'health', indicators: ['NUTRITION', 'INSURANCE'] },
  { key: 'education', indicators: ['ADULT_EDUCATION', 'SCHOOLING'] },
  { key: 'housing', indicators: ['HOUSING_QUALITY', 'HOUSING_AREA'] },
  { key: 'water', indicators: ['WATER', 'LATRINE'] },
  { key: 'information', indicators: ['TELECOM', 'INFORMATION_MEANS'] },
];

/** An indicator in words; its code where a later standard brings one that has no words yet. */
export const indicatorName = (code: string): string => indicator[code] ?? code;

/** The dimensions that open deprivations touch, in the standard's order: "Việc làm, Nhà ở". */
export function lackLine(deprivations: readonly { indicator: string; until: string | null }[]): string {
  const open = new Set(deprivations.filter(({ until }) => until === null).map((lack) => lack.indicator));
  return dimensions
    .filter(({ indicators }) => indicators.some((code) => open.has(code)))
    .map(({ key }) => dimension[key])
    .join(', ');
}
