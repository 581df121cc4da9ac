import type pg from 'pg';
import { isEmpty } from '../database/load-rows.js';

interface Wanted {
  readonly helper: string;
  /** The commune's code; without one, one household each of so many communes of khu vực III. */
  readonly commune?: string;
  readonly count: number;
  readonly state?: 'PROPOSED' | 'ENDED';
  readonly validTo?: string;
}

const inDepth = '02869'; // Bản Liền
const halfYear = '2026-06-30';

// Each household is given once, in this order; the real list of 32 bodies and 942 households is imported, not made up.
const wanted: readonly Wanted[] = [
  { helper: 'lhpn', commune: inDepth, count: 5 },
  { helper: 'lhpn', commune: inDepth, count: 1, state: 'PROPOSED' },
  { helper: 'lhpn', commune: inDepth, count: 1, validTo: halfYear },
  { helper: 'mttq', commune: inDepth, count: 2 },
  { helper: 'mttq', commune: inDepth, count: 1, state: 'ENDED', validTo: halfYear },
  { helper: 'sxd', commune: inDepth, count: 1 },
  { helper: 'lhpn', count: 4 },
  { helper: 'mttq', count: 4 },
  { helper: 'hnd', count: 6 },
  { helper: 'sxd', count: 4 },
  { helper: 'stc', count: 3 },
  { helper: 'syt', count: 3 },
  { helper: 'cat', count: 3 },
];

/**
 * Helpers and households meet by position: within Bản Liền the poor households in the order of their codes, elsewhere the
 * first poor one of each commune of khu vực III. Where a sample has too few, the last helpers go without.
 */
const pair = `
WITH wanted AS (
  SELECT *, sum(count) OVER (PARTITION BY commune ORDER BY no) AS upto
    FROM json_to_recordset($1) AS w (no int, helper text, commune text, count int, state text, "validTo" date)),
poor AS (
  SELECT h.id, h.commune_id, u.code AS commune, row_number() OVER (PARTITION BY h.commune_id ORDER BY h.code) AS nth
    FROM household h JOIN unit u ON u.id = h.commune_id
   WHERE h.class = 'POOR' AND h.synthetic AND u.area = 'III'),
place AS (
  SELECT id, commune_id, commune, nth AS position FROM poor WHERE commune = $2
  UNION ALL
  SELECT id, commune_id, NULL, row_number() OVER (ORDER BY commune_id) FROM poor WHERE commune <> $2 AND nth = 1)
INSERT INTO pairing (id, commune_id, helper_id, household_id, leader_in_charge, valid_from, valid_to, state,
                     commune_confirmed_on, helper_confirmed_on, officer, promise, outcome, end_reason)
SELECT overlay(overlay(md5('pairing ' || p.id)  PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid, p.commune_id, u.id, p.id, 'Lãnh đạo ' || u.short_name,
       CASE w.state WHEN 'PROPOSED' THEN date '2026-09-01' ELSE date '2026-04-15' END, w."validTo", w.state,
       CASE WHEN w.state <> 'PROPOSED' THEN date '2026-04-13' END, CASE WHEN w.state <> 'PROPOSED' THEN date '2026-04-10' END,
       'Chuyên viên phụ trách (minh họa)', 'Hỗ trợ giống, vật tư và ngày công sửa nhà (minh họa).',
       CASE WHEN w."validTo" IS NOT NULL THEN 'Đã trao giống gà và hướng dẫn chăm sóc (minh họa).' END,
       CASE WHEN w.state = 'ENDED' THEN 'Hai bên thống nhất kết thúc vì hộ đã được đơn vị khác nhận giúp.' END
  FROM wanted w
  JOIN place p ON p.commune IS NOT DISTINCT FROM w.commune AND p.position > w.upto - w.count AND p.position <= w.upto
  JOIN unit u ON u.code = w.helper AND u.valid_to IS NULL`;

/**
 * Bodies and communes of khu vực III meet by position: a body a commune as far as bodies go round, the last communes still without; every household's
 * helper has agreed with its commune, and in Bản Liền some more have.
 */
const pairCommunes = `
WITH commune AS (SELECT id, row_number() OVER (ORDER BY code) AS nth FROM unit WHERE kind = 'commune' AND area = 'III' AND valid_to IS NULL),
body AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS nth, count(*) OVER () AS many FROM unit WHERE kind IN ('department','massOrganisation') AND parent_id IS NULL AND valid_to IS NULL),
wanted AS (
  SELECT p.commune_id, p.helper_id, 'AGREED' AS state FROM pairing p WHERE p.household_id IS NOT NULL
  UNION SELECT c.id, b.id, 'AGREED' FROM unit c, unit b WHERE c.code = $1 AND c.kind = 'commune' AND b.code = ANY ('{stc,sxd,lhpn,mttq}') AND c.valid_to IS NULL AND b.valid_to IS NULL
  UNION SELECT c.id, b.id, CASE WHEN c.nth <= 36 THEN 'AGREED' ELSE 'PROPOSED' END FROM commune c JOIN body b ON b.nth = (c.nth - 1) % b.many WHERE c.nth <= 40)
INSERT INTO pairing (id, commune_id, helper_id, leader_in_charge, valid_from, state, commune_confirmed_on, helper_confirmed_on)
SELECT overlay(overlay(md5('pairing of ' || w.commune_id || ' ' || w.helper_id) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid, w.commune_id, w.helper_id, 'Lãnh đạo ' || u.short_name, '2026-04-01',
       min(w.state), CASE min(w.state) WHEN 'AGREED' THEN date '2026-03-31' END, CASE min(w.state) WHEN 'AGREED' THEN date '2026-03-30' END
  FROM wanted w JOIN unit u ON u.id = w.helper_id GROUP BY w.commune_id, w.helper_id, u.short_name`;

/** 942 households over the bodies that there are, as evenly as whole families go. */
const promise = `
INSERT INTO pairing_quota (helper_id, year, households, source)
SELECT id, 2026, 942 / count(*) OVER () + CASE WHEN row_number() OVER (ORDER BY id) <= 942 % count(*) OVER () THEN 1 ELSE 0 END, 'Số minh họa: chia đều 942 hộ'
  FROM unit WHERE kind IN ('department','massOrganisation') AND parent_id IS NULL AND valid_to IS NULL`;

/** Loads the demonstration's pairings, when there is none yet and there are synthetic households to pair; the triggers give the helpers their sight. */
export async function seedPairings(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'pairing'))) return;
  const rows = wanted.map((one, no) => ({ ...one, no, state: one.state ?? 'AGREED' }));
  const { rowCount } = await client.query(pair, [JSON.stringify(rows), inDepth]);
  if (!rowCount) return;
  await client.query(pairCommunes, [inDepth]);
  await client.query(promise);
}
