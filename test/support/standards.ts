import type pg from 'pg';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { Stated } from '../../server/standard/standard.rule.js';

/** The standards that the project comes with and an area type for every village, where the database has none yet. */
export async function ensureStandards(admin: pg.Client): Promise<void> {
  const { rows: [{ count }] } = await admin.query<{ count: number }>('SELECT count(*)::int AS count FROM poverty_standard');
  if (count === 0) for (const standard of standardsOnFile()) {
    const { code, name, legalBasis, validFrom, validTo, validitySource, gaps, incomeLines, averageLiving, minDeprivationsForPoor, points, indicators } = standard;
    await admin.query('INSERT INTO poverty_standard VALUES ($1,$2,$3,$4,$5,$6,$7)', [code, name, legalBasis, validFrom, validTo, validitySource, gaps]);
    for (const one of indicators) await admin.query('INSERT INTO standard_indicator (standard, indicator, no, name) VALUES ($1,$2,$3,$4)', [code, one.code, one.order, one.name]);
    const figure = (kind: string, area: string | null, { value, source, note }: Stated, from = legalBasis) => admin.query(
      'INSERT INTO standard_figure (standard, figure, area_type, value, valid_from, valid_to, source, provenance, note) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)', [code, kind, area, value, validFrom, validTo, from, source, note]);
    await figure('MIN_DEPRIVATIONS', null, minDeprivationsForPoor);
    for (const area of ['RURAL', 'URBAN'] as const) {
      const range = averageLiving[area];
      await figure('INCOME_LINE', area, incomeLines[area]);
      if (range) { await figure('AVERAGE_FROM', area, range.from); await figure('AVERAGE_TO', area, range.to); }
      if (points) await figure('INCOME_POINTS', area, points.incomePointsAtMost[area], points.legalBasis);
    }
    if (points) { await figure('POINTS_PER_INDICATOR', null, points.deprivationPointsPerIndicator, points.legalBasis); await figure('POOR_FROM_POINTS', null, points.poorFromDeprivationPoints, points.legalBasis); }
  }
  await admin.query(`INSERT INTO village_area_type (village_id, area_type, valid_from, source)
    SELECT id, area_type, '2025-07-01', 'Danh mục thôn khi thành lập xã, phường' FROM village v WHERE NOT EXISTS (SELECT FROM village_area_type a WHERE a.village_id = v.id)`);
}
