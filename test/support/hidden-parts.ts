import type pg from 'pg';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { quietly, type Hidden } from './hidden-change.js';

const children = '(SELECT id FROM unit WHERE parent_id = $1)';
/** Kinds of help and need that no clause gives to Sở Xây dựng. */
const ofOthers = "('JOB', 'TRAINING', 'EDUCATION', 'LOAN', 'INSURANCE', 'CASH')";

/** What is known of households beside their own row, changed wherever the condition on household_id holds. */
export async function changeParts(admin: pg.Client, of: string): Promise<void> {
  const change = async (table: string, set: string): Promise<void> => quietly(admin, `UPDATE ${table} SET ${set} WHERE ${of}`);
  await change('household_contact', "address_detail = 'nhà khác', phone = '0900000000', latitude = 22.1, longitude = 104.1");
  await change('household_income', 'income_per_head = income_per_head + 1');
  await change('merit_record', "allowance_kind = 'trợ cấp khác', valid_from = valid_from - 1");
  await change('member_health', "disability = 'EXTREME', serious_illness = NOT serious_illness");
  await change('member_insurance', 'has_card = NOT has_card');
  await change('member_labour', "occupation = 'nghề khác'");
  await change('member_schooling', "reason = 'lý do khác'");
  await change('household_group', 'since = since - 1');
  await change('poverty_cause', 'since = since - 1');
  await change('support_need', 'since = since - 1');
  await change('support', "note = 'ghi chú khác', planned_day = planned_day + 1");
  await change('class_record', "reason = 'lý do khác', head_name = 'Tên Khác'");
  await change('sight_request', "reason = 'lý do khác'");
  const supports = `support_id IN (SELECT id FROM support WHERE ${of})`;
  await quietly(admin, `UPDATE support_amount SET amount = amount + 1 WHERE ${supports}`);
  await quietly(admin, `UPDATE support_loan SET outstanding = coalesce(outstanding, 0) + 1 WHERE ${supports}`);
}

/** Parts that a post without ★, of Sở Xây dựng or of a mass organisation, may not open of the households that it sees. */
export async function changeHiddenParts(admin: pg.Client, kind: PortalKind, { unit, seen }: Hidden): Promise<void> {
  const of = `household_id IN (${seen})`, run = async (sql: string): Promise<void> => quietly(admin, sql, sql.includes('$1') ? [unit] : []);
  await run(`UPDATE household_income SET income_per_head = income_per_head + 1 WHERE ${of}`);
  await run(`UPDATE merit_record SET allowance_kind = 'trợ cấp kín', decision_number = '99/KIN' WHERE ${of}`);
  await run(`UPDATE member_health SET disability = 'SEVERE', serious_illness = NOT serious_illness WHERE ${of}`);
  await run(`UPDATE support_loan SET outstanding = coalesce(outstanding, 0) + 1000, purpose = 'mục đích kín' WHERE support_id IN (SELECT id FROM support WHERE ${of})`);
  if (kind === 'commune') return;
  await run(`UPDATE poverty_cause SET since = since - 1 WHERE ${of} AND cause = 'ILLNESS'`);
  if (kind === 'secretariat') return;
  await run(`UPDATE household_contact SET latitude = 22.5, longitude = 104.5 WHERE ${of}`);
  await run(`UPDATE member_labour SET occupation = 'nghề kín' WHERE ${of}`);
  await run(`UPDATE member_schooling SET reason = 'lý do kín', attending = NOT attending WHERE ${of}`);
  await run(`UPDATE member_insurance SET has_card = NOT has_card WHERE ${of}`);
  await run(`UPDATE class_record SET reason = 'lý do kín' WHERE ${of}`);
  await run(`UPDATE support_amount SET amount = amount + 1000 WHERE provider_id <> $1 AND support_id IN (SELECT id FROM support WHERE ${of})`);
  await run(`UPDATE pairing SET promise = 'hứa kín', outcome = 'kết quả kín' WHERE ${of} AND helper_id <> $1 AND helper_id NOT IN ${children}`);
  await run(`UPDATE sight_request SET reason = 'lý do kín', days = days + 1 WHERE ${of} AND unit_id <> $1`);
  if (kind === 'massOrganisation') {
    await run(`UPDATE class_record SET decision_number = '99/KIN' WHERE ${of}`);
    await run(`UPDATE support SET note = 'vay kín', state = 'PLANNED' WHERE ${of} AND kind = 'LOAN' AND provider_id <> $1`);
    await run(`DELETE FROM support_need WHERE ${of} AND kind IN ('INSURANCE', 'NUTRITION')`);
  } else {
    await run(`UPDATE household_contact SET address_detail = 'nhà kín', phone = '0911111111' WHERE ${of} AND household_id NOT IN (SELECT household_id FROM support WHERE provider_id = $1)`);
    await run(`DELETE FROM poverty_cause WHERE ${of}`);
    await run(`DELETE FROM support_need WHERE ${of} AND kind IN ${ofOthers}`);
    await run(`UPDATE support SET note = 'việc kín', state = 'PLANNED' WHERE ${of} AND kind IN ${ofOthers} AND provider_id <> $1`);
  }
}

/** What a department's ★ post opens is not all: the tables that no row of a household opens to it, with what is changed there. */
const closedTo: Readonly<Record<'snv' | 'syt' | 'nhcsxh', readonly (readonly [table: string, set: string, where?: string])[]>> = {
  snv: [['member_health', "disability = 'EXTREME', serious_illness = NOT serious_illness"], ['member_schooling', "reason = 'lý do kín'"], ['member_insurance', 'has_card = NOT has_card'],
    ['poverty_cause', 'since = since - 1', "cause IN ('ILLNESS', 'CAPITAL', 'LAND')"], ['deprivation', "measure = 'đo kín', deprived = NOT deprived", "indicator IN ('NUTRITION', 'INSURANCE', 'WATER', 'LATRINE')"]],
  syt: [['merit_record', "allowance_kind = 'trợ cấp kín', kind = 'OTHER'"], ['member_labour', "occupation = 'nghề kín'"], ['member_schooling', "reason = 'lý do kín'"],
    ['poverty_cause', 'since = since - 1', "cause <> 'ILLNESS'"], ['support_need', 'since = since - 1', "kind IN ('LOAN', 'JOB', 'TRAINING', 'HOUSING')"], ['deprivation', "measure = 'đo kín', deprived = NOT deprived", "indicator LIKE 'HOUSING%'"]],
  nhcsxh: [['member_health', "disability = 'EXTREME', serious_illness = NOT serious_illness"], ['merit_record', "allowance_kind = 'trợ cấp kín', kind = 'OTHER'"], ['member_insurance', 'has_card = NOT has_card'], ['member_labour', "occupation = 'nghề kín'"],
    ['poverty_cause', 'since = since - 1', "cause <> 'CAPITAL'"], ['support_need', 'since = since - 1', "kind NOT IN ('LOAN')"], ['deprivation', "measure = 'đo kín', deprived = NOT deprived"]],
};
export type StarredDepartment = keyof typeof closedTo;

/** The same for a department whose post opens its own ★; of loans and amounts it reads those that it gives. Households of which it was granted a part are left alone. */
export async function changePartsClosedTo(admin: pg.Client, department: StarredDepartment, { unit, seen }: Hidden): Promise<void> {
  const of = `household_id IN (${seen}) AND household_id NOT IN (SELECT household_id FROM sight_request WHERE unit_id = ${unit} AND state = 'GRANTED')`;
  for (const [table, set, where = 'true'] of closedTo[department]) await quietly(admin, `UPDATE ${table} SET ${set} WHERE ${of} AND ${where}`);
  await quietly(admin, `UPDATE household_income SET income_per_head = income_per_head + 1 WHERE ${of}`);
  await quietly(admin, `UPDATE household_identity SET id_number = '777' || right(id_number, 9) WHERE ${of}`);
  await quietly(admin, `UPDATE household_contact SET latitude = 22.5, longitude = 104.5 WHERE ${of}`);
  await quietly(admin, `UPDATE household SET note = 'ghi chú kín', ethnicity_code = '01', worker_count = worker_count + 1 WHERE ${of.replaceAll('household_id IN', 'id IN').replace('household_id NOT IN', 'id NOT IN')}`);
  const others = `support_id IN (SELECT id FROM support WHERE ${of} AND provider_id <> ${unit})`;
  await quietly(admin, `UPDATE support_amount SET amount = amount + 1000 WHERE ${others}`);
  await quietly(admin, `UPDATE support_loan SET outstanding = coalesce(outstanding, 0) + 1000, purpose = 'mục đích kín' WHERE ${others}`);
}

/** What is one post's or one unit's own: filters kept, files, exports and imports, and who opened what; of another post of the unit and of another unit. */
export async function addPapersOfOthers(admin: pg.Client, kind: PortalKind, { unit, post }: { unit: number; post: number }): Promise<void> {
  const others = `(SELECT p.id, p.unit_id, p.account_id FROM post p WHERE p.id <> ${post} AND (p.unit_id = ${unit} OR p.id IN (SELECT max(id) FROM post WHERE unit_id <> ${unit} GROUP BY unit_id))) p`;
  const ofUnits = others.replace(`p.unit_id = ${unit} OR `, '');
  await quietly(admin, `INSERT INTO saved_filter (post_id, page, name, query) SELECT id, 'ho', 'Bộ lọc kín ${post}', 'tim=kin' FROM ${others}`);
  await quietly(admin, `INSERT INTO stored_file (id, unit_id, post_id, name, media_type, size, sha256, kind, expires_at) SELECT gen_random_uuid(), unit_id, id, 'kin.xlsx', 'text/plain', 1, repeat('0', 64), 'EXPORT', now() + interval '1 day' FROM ${others}`);
  await quietly(admin, `INSERT INTO export_job (unit_id, post_id, kind, title, columns, state) SELECT unit_id, id, 'HOUSEHOLDS', 'Danh sách kín', '{code}', 'CANCELLED' FROM ${others}`);
  await quietly(admin, `INSERT INTO column_mapping (unit_id, name, kind, columns, saved_by_id) SELECT DISTINCT ON (unit_id) unit_id, 'Mẫu kín ${post}', 'HOUSEHOLDS', '{}', id FROM ${ofUnits}`);
  await addRequestsOfOthers(admin, kind, unit);
  if (kind === 'secretariat') return; // it reads that units bring lists in, and who opened what
  await quietly(admin, `INSERT INTO import_batch (unit_id, post_id, kind, state, file_name) SELECT unit_id, id, 'HOUSEHOLDS', 'CHECKED', 'kin.xlsx' FROM ${ofUnits}`);
  await quietly(admin, `INSERT INTO import_row (batch_id, row_no, state, messages) SELECT id, 1, 'BAD', '{Dòng kín}' FROM import_batch b WHERE file_name = 'kin.xlsx' AND NOT EXISTS (SELECT FROM import_row r WHERE r.batch_id = b.id)`);
  await quietly(admin, `INSERT INTO access_log (request_id, account_id, post_id, unit_id, household_id, part) SELECT 'kin', p.account_id, p.id, p.unit_id, h.id, 'SupportLoan'
    FROM ${ofUnits} JOIN LATERAL (SELECT id FROM household WHERE ${kind === 'commune' ? `commune_id <> ${unit}` : 'true'} ORDER BY id LIMIT 2) h ON true`);
}

/** Questions between units that the viewer is no side of, drafts of others that would come to it, and what others mean to answer; its own as a parent are left alone. */
async function addRequestsOfOthers(admin: pg.Client, kind: PortalKind, unit: number): Promise<void> {
  const others = `SELECT id, lead(id) OVER (ORDER BY id) AS next FROM unit WHERE id <> ${unit} AND parent_id IS DISTINCT FROM ${unit} AND valid_to IS NULL LIMIT 6`;
  await quietly(admin, `INSERT INTO unit_request (kind, unit_id, to_unit_id, subject, text) SELECT 'RECOMMENDATION', id, ${unit}, 'Bản thảo kín', 'kín' FROM (${others}) u`);
  await quietly(admin, `INSERT INTO answer_draft (request_id, unit_id, outcome, answer) SELECT r.id, r.to_unit_id, 'ANSWERED', 'dự thảo kín' FROM unit_request r
    WHERE r.is_open AND r.to_unit_id <> ${unit} AND NOT EXISTS (SELECT FROM answer_draft d WHERE d.request_id = r.id AND d.unit_id = r.to_unit_id)`);
  if (kind === 'secretariat') return; // it reads all that was sent
  await quietly(admin, `INSERT INTO unit_request (kind, unit_id, to_unit_id, subject, text, state, number, sent_on, held_since, due_day) SELECT 'RECOMMENDATION', id, next, 'Việc kín', 'kín', 'SENT', 'KN-KIN', '2026-08-01', '2026-08-01', '2026-08-11'
    FROM (${others}) u WHERE next IS NOT NULL`);
}
