import type pg from 'pg';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { changeParts } from './hidden-parts.js';

/** What no change of another's rows may move: ids that the changes choose and the viewer's own. */
export interface Hidden { readonly unit: number; readonly seen: string }

/** Rows changed where nothing but the columns themselves may tell: versions and times stay as they were. */
export const quietly = async (admin: pg.Client, sql: string, values: unknown[] = []): Promise<void> => {
  await admin.query("SET session_replication_role = 'replica'");
  try { await admin.query(sql, values); } finally { await admin.query("SET session_replication_role = 'origin'"); }
};

/**
 * Households that the viewer does not see: changed, added with members and lacks, removed. `seen` is SQL that yields the ids of those it sees.
 * Left out are those of which it keeps rows of its own: a pairing offered, a help given long ago, a request, an old list.
 */
export async function changeUnseenHouseholds(admin: pg.Client, { unit, seen }: Hidden): Promise<void> {
  const own = ['pairing o WHERE (o.helper_id = $1 OR o.helper_id IN (SELECT id FROM unit WHERE parent_id = $1))', 'support o WHERE o.provider_id = $1', 'sight_request o WHERE o.unit_id = $1', 'class_record o WHERE o.commune_id = $1'];
  const { rows } = await admin.query<{ id: string }>(`SELECT id FROM household WHERE id NOT IN (${seen}) AND NOT EXISTS (${own.map(from => `SELECT FROM ${from} AND o.household_id = household.id`).join(' UNION ALL ')}) ORDER BY id`, [unit]);
  const [removed, ...others] = rows.map(row => row.id);
  const { rows: tables } = await admin.query<{ name: string }>("SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'household_id' AND table_name <> 'access_log' AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')");
  for (const { name } of tables) await quietly(admin, `DELETE FROM ${name} WHERE household_id = $1`, [removed]);
  await quietly(admin, 'DELETE FROM household WHERE id = $1', [removed]);
  await changeParts(admin, `household_id = ANY ('{${others.join(',')}}')`);
  await admin.query("UPDATE household SET head_name = 'Người Ẩn ' || right(code, 4), member_count = member_count + 3, note = 'ghi chú khác', code = code || 'x' WHERE id = ANY ($1)", [others]);
  await admin.query("UPDATE member SET full_name = 'Thành Viên Ẩn', birth_year = birth_year - 1 WHERE household_id = ANY ($1)", [others]);
  await admin.query("UPDATE household_identity SET id_number = '888' || right(id_number, 9) WHERE household_id = ANY ($1)", [others]);
  await admin.query("UPDATE deprivation SET measure = 'đo lại', since = since - 1 WHERE household_id = ANY ($1)", [others]);
  // Of another commune for one and the same unit to see it neither before nor after: no lack, no pairing.
  await admin.query(`INSERT INTO household (id, code, commune_id, area_type, head_name, class, standard, class_since, member_count, worker_count, child_count, deprivation_count, ethnicity_code, synthetic)
    SELECT gen_random_uuid(), 'HO-MOI-' || left(gen_random_uuid()::text, 8), (SELECT commune_id FROM household WHERE id = $1), 'RURAL', 'Hộ Mới ' || n, 'POOR', 'VN-MDP-2022', '2025-12-12', 2, 1, 1, 0, '01', true FROM generate_series(1, 7) n`, [others[0]]);
  await admin.query(`INSERT INTO member (id, household_id, commune_id, full_name, is_head, birth_year, sex, ethnicity_code) SELECT gen_random_uuid(), id, commune_id, 'Người Mới', true, 1980, 'FEMALE', '01' FROM household h WHERE code LIKE 'HO-MOI-%' AND NOT EXISTS (SELECT FROM member m WHERE m.household_id = h.id)`);
}

/** Columns that the table hides from a kind, on the very rows that it sees. */
export async function changeHiddenColumns(admin: pg.Client, kind: PortalKind, { unit, seen }: Hidden): Promise<void> {
  const of = `household_id IN (${seen})`;
  await quietly(admin, `UPDATE household_identity SET id_number = '777' || right(id_number, 9), insurance_number = 'SYN-khac', birth_date = '1970-01-01' WHERE ${of}`);
  if (kind === 'commune') return; // its post without ★ does not open papers; else it sees all of its own
  await quietly(admin, `UPDATE deprivation SET measure = 'đo lại', as_of = as_of - 1, until = '2026-01-01' WHERE ${of} AND indicator IN ('NUTRITION', 'INSURANCE')`);
  if (kind === 'secretariat') return;
  await quietly(admin, `UPDATE household SET note = 'ghi chú kín', ethnicity_code = '01', worker_count = worker_count + 1, child_count = child_count + 2, deprivation_count = 12 - deprivation_count WHERE id IN (${seen})`);
  const helped = 'id IN (SELECT member_id FROM support WHERE provider_id = $1)';
  await quietly(admin, `UPDATE member SET birth_date = '1971-02-03', relation = 'khác', ethnicity_code = '01' WHERE ${of}`);
  await quietly(admin, `UPDATE member SET full_name = 'Tên Kín', residence = 'AWAY' WHERE ${of} AND NOT ${helped}`, [unit]);
  await admin.query('SELECT refresh_member_words(array_agg(id)) FROM member'); // what the trigger does, which was held
  await quietly(admin, `DELETE FROM household_group WHERE ${of} AND kind <> 'MERIT'`);
  if (kind === 'massOrganisation') await quietly(admin, `UPDATE deprivation SET measure = 'đo khác' WHERE ${of}`);
  else await quietly(admin, `UPDATE deprivation SET deprived = NOT deprived, measure = 'đo khác' WHERE ${of} AND indicator NOT LIKE 'HOUSING%'`);
}

/** Words of other units' working papers, entries that are not the viewer's to read, and terms of assignments that it does not see. */
export async function changeUnseenProgress(admin: pg.Client, kind: PortalKind, unit: number): Promise<void> {
  const drafts = "state IN ('DRAFT', 'SUBMITTED') AND unit_id <> $1", readable = kind === 'secretariat' ? drafts : kind === 'department'
    ? `unit_id <> $1 AND (state IN ('DRAFT', 'SUBMITTED') OR assignment_id NOT IN (SELECT id FROM assignment WHERE task_id IN (SELECT task_id FROM assignment WHERE unit_id = $1 AND role = 'LEAD')))`
    : 'unit_id <> $1 AND unit_id NOT IN (SELECT id FROM unit WHERE parent_id = $1)';
  await quietly(admin, `UPDATE progress_entry SET done = 'nội dung khác', difficulty = 'khó khăn khác', request = 'kiến nghị khác' WHERE ${readable}`, [unit]);
  // What happens to a working paper inside its unit.
  await quietly(admin, `INSERT INTO entry_step (entry_id, assignment_id, unit_id, kind, note, by_unit_id, by_name) SELECT id, assignment_id, unit_id, 'SENT_BACK', 'ghi chú kín', unit_id, 'Người Ẩn' FROM progress_entry WHERE unit_id <> $1`, [unit]);
  if (kind === 'secretariat') return;
  // Neither its own, nor a lead's, nor on a task that it leads, nor a child unit's.
  const unseen = `unit_id <> $1 AND NOT (role = 'LEAD' AND via_class_id IS NULL) AND unit_id NOT IN (SELECT id FROM unit WHERE parent_id = $1) AND task_id NOT IN (SELECT task_id FROM assignment WHERE unit_id = $1 AND role = 'LEAD' AND via_class_id IS NULL)`;
  await admin.query(`UPDATE assignment SET part = 'phần khác', accepted_on = '2026-02-02', percent = 77, quantity = 5, extended_to = '2026-12-30', document_number = 'KH-kín' WHERE ${unseen}`, [unit]);
  await quietly(admin, `INSERT INTO assignment_comment (assignment_id, unit_id, by_unit_id, author_id, author_name, text) SELECT a.id, a.unit_id, p.unit_id, p.id, p.name, 'lời kín' FROM assignment a, (SELECT * FROM post WHERE unit_id <> $1 ORDER BY id LIMIT 1) p
    WHERE a.unit_id <> $1 AND ${kind === 'department' ? "task_id NOT IN (SELECT task_id FROM assignment WHERE unit_id = $1 AND role = 'LEAD' AND via_class_id IS NULL)" : 'a.unit_id NOT IN (SELECT id FROM unit WHERE parent_id = $1)'}`, [unit]);
  await quietly(admin, `DELETE FROM progress_entry WHERE id IN (SELECT e.id FROM progress_entry e WHERE e.supersedes_id IS NULL AND NOT EXISTS (SELECT FROM progress_entry l WHERE l.supersedes_id = e.id) AND ${readable} ORDER BY e.id LIMIT 3)`, [unit]);
}

/** Every unit but this one drafts figures of its own; nobody signs them. Before it, whatever was a draft is signed, so that each unit may. */
export async function signDrafts(admin: pg.Client, unit: number): Promise<void> {
  await admin.query("UPDATE progress_entry SET state = 'SIGNED' WHERE unit_id <> $1 AND state IN ('DRAFT', 'SUBMITTED')", [unit]);
}
export async function draftFigures(admin: pg.Client, unit: number, figure: number): Promise<void> {
  await admin.query("INSERT INTO progress_entry (assignment_id, unit_id, as_of_day, done, quantity, percent) SELECT id, unit_id, '2026-09-07', 'bản nháp', $2, $2 FROM assignment WHERE unit_id <> $1 AND confirmed_on IS NOT NULL", [unit, figure]);
}
