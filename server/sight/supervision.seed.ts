import type pg from 'pg';
import { isEmpty } from '../database/load-rows.js';

/** Each commune's Front committee supervises the periodic review of 2026 (QĐ 24/2021/QĐ-TTg: from 1 September to 14 December), when nobody supervises anything yet. Units come first. */
export async function seedSupervisions(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'supervision'))) return;
  await client.query(`
    INSERT INTO supervision (unit_id, commune_id, kind, title, valid_from, valid_to)
    SELECT f.id, c.id, 'REVIEW', 'Giám sát rà soát định kỳ hộ nghèo, hộ cận nghèo năm 2026', '2026-09-01', '2026-12-14'
      FROM unit c JOIN unit f ON f.code = 'mttq-' || c.code AND f.valid_to IS NULL
     WHERE c.kind = 'commune' AND c.valid_to IS NULL ORDER BY c.id`);
}
