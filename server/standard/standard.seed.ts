import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { isEmpty, loadRows, type Row } from '../database/load-rows.js';

import { standardsOnFile, type IndicatorFile, type StandardFile } from './standard.reader.js';
import type { AreaCode, Stated } from './standard.rule.js';

type Figure = 'INCOME_LINE' | 'AVERAGE_FROM' | 'AVERAGE_TO' | 'INCOME_POINTS' | 'POINTS_PER_INDICATOR' | 'POOR_FROM_POINTS' | 'MIN_DEPRIVATIONS';

const read = <T>(file: string): T => JSON.parse(readFileSync(`server/household/data/${file}`, 'utf8')) as T;

const standardRow = ({ code, name, legalBasis, validFrom, validTo, validitySource, gaps }: StandardFile): Row =>
  ({ code, name, legal_basis: legalBasis, valid_from: validFrom, valid_to: validTo, provenance: validitySource, note: gaps });

const indicatorRows = (indicators: readonly IndicatorFile[]): Row[] =>
  indicators.flatMap(({ code, standards }) => standards.map(({ standard, no, name }) => ({ standard, indicator: code, no, name, threshold: null })));

/** Every number of a standard with the text that gives it; those of the method of points stand in a circular of their own. */
function figureRows({ code, legalBasis, validFrom, validTo, incomeLines, minDeprivations, averageLiving, points }: StandardFile): Row[] {
  const row = (source: string) => (figure: Figure, area: AreaCode | null, stated: Stated): Row =>
    ({ standard: code, figure, area_type: area, value: stated.value, valid_from: validFrom, valid_to: validTo, source, provenance: stated.source, note: stated.note });
  const byDecree = row(legalBasis);
  const byPoints = row(points?.legalBasis ?? legalBasis);
  return [
    ...incomeLines.map(one => byDecree('INCOME_LINE', one.areaType, one.perHeadMonthly)),
    byDecree('MIN_DEPRIVATIONS', null, minDeprivations),
    ...averageLiving.flatMap(one => [byDecree('AVERAGE_FROM', one.areaType, one.perHeadMonthlyFrom), byDecree('AVERAGE_TO', one.areaType, one.perHeadMonthlyTo)]),
    ...(points === null ? [] : [
      ...points.incomePointsMax.map(one => byPoints('INCOME_POINTS', one.areaType, one.points)),
      byPoints('POINTS_PER_INDICATOR', null, points.deprivationPointsPerIndicator),
      byPoints('POOR_FROM_POINTS', null, points.poorFromDeprivationPoints),
    ]),
  ];
}

/**
 * Loads the standards of 2022-2026 and 2027-2030 with their indicators and figures, each table when it is empty, so that
 * what an administrator has changed stays. Indicators come first. Throws RangeError for a file that contradicts itself.
 */
export async function seedStandards(client: pg.ClientBase): Promise<void> {
  standardsOnFile();
  const standards = read<StandardFile[]>('standards.json');
  if (await isEmpty(client, 'poverty_standard')) await loadRows(client, 'poverty_standard', standards.map(standardRow));
  if (await isEmpty(client, 'standard_indicator')) await loadRows(client, 'standard_indicator', indicatorRows(read<IndicatorFile[]>('indicators.json')));
  if (await isEmpty(client, 'standard_figure')) await loadRows(client, 'standard_figure', standards.flatMap(figureRows));
}

/** Rural or urban, for every village that has no row yet: as the list of villages gives it, from the day on which the communes began. */
export async function seedVillageAreaTypes(client: pg.ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO village_area_type (village_id, area_type, valid_from, source)
    SELECT v.id, v.area_type, u.valid_from,
           CASE v.provenance WHEN 'SOURCED' THEN 'Danh mục thôn theo Quyết định 2752/QĐ-UBND ngày 31/12/2025, Phụ lục I; loại khu vực suy từ loại xã, phường, chờ xác nhận.'
                             ELSE 'Danh mục thôn giả định khi thành lập xã, phường 01/7/2025; chờ danh mục chính thức.' END
      FROM village v JOIN unit u ON u.id = v.commune_id
     WHERE NOT EXISTS (SELECT FROM village_area_type a WHERE a.village_id = v.id)`);
}
