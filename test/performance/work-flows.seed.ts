import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A leader and an officer of every unit that stands, so that about 270 people work in the province; nobody signs in to them with a password. */
async function seedPeople(admin: pg.Client): Promise<void> {
  await admin.query(`WITH wanted AS (
      SELECT u.id AS unit, r.role, 'bench.' || lower(u.code) || '.' || lower(r.role) AS login FROM unit u, (VALUES ('LEADER'), ('OFFICER')) AS r (role) WHERE u.valid_to IS NULL),
    made AS (INSERT INTO account (login, name, password_hash, must_change_password) SELECT login, 'Người đo tốc độ', 'none', false FROM wanted RETURNING id, login)
    INSERT INTO post (account_id, unit_id, role, name, valid_from) SELECT m.id, w.unit, w.role, 'Người đo tốc độ', '2025-07-01' FROM wanted w JOIN made m USING (login)`);
}

/** Five files at every third signed entry; no bytes, which no measured answer opens. */
async function seedEvidence(admin: pg.Client): Promise<void> {
  await admin.query(`INSERT INTO attachment (id, assignment_id, unit_id, post_id, purpose, entry_id, no, content_id, name, media_type, size, sha256, bound_at)
    SELECT gen_random_uuid(), e.assignment_id, e.unit_id, p.id, 'EVIDENCE', e.id, n, $1, 'anh-hien-truong-' || n || '.jpg', 'image/jpeg', 180000, repeat('0', 64), now()
      FROM progress_entry e JOIN LATERAL (SELECT min(id) AS id FROM post WHERE unit_id = e.unit_id AND role = 'OFFICER') p ON p.id IS NOT NULL, generate_series(1, 5) n
     WHERE e.state = 'SIGNED' AND e.id % 3 = 0`, [randomUUID()]);
}

const howMany = 2000;

/** Two thousand questions in the half year before the day: from every unit in turn, half of them to the secretariat, four in five answered, of the others a quarter forwarded. */
async function seedRequests(admin: pg.Client, day: string): Promise<void> {
  await admin.query(`WITH standing AS (SELECT array_agg(id ORDER BY id) AS units, min(id) FILTER (WHERE kind = 'secretariat') AS secretariat FROM unit WHERE valid_to IS NULL AND kind <> 'public'),
      drawn AS (SELECT n, units[1 + n % cardinality(units)] AS unit, CASE WHEN n % 2 = 0 THEN secretariat ELSE units[1 + n * 7 % cardinality(units)] END AS target, secretariat,
        $1::date - 1 - n * 180 / $2::int AS day FROM standing, generate_series(0, $2 - 1) n)
    INSERT INTO unit_request (kind, unit_id, to_unit_id, former_unit_ids, subject, text, due_day, state, author_id, sent_on, held_since, closed_on, answer)
    SELECT CASE WHEN n % 3 = 0 THEN 'COORDINATION' ELSE 'RECOMMENDATION' END, d.unit, d.target, CASE WHEN n % 20 = 15 AND d.unit <> secretariat AND d.target <> secretariat THEN ARRAY[secretariat] ELSE '{}' END,
      'Việc số ' || n, 'Nội dung để đo tốc độ.', d.day + 10, CASE WHEN n % 5 > 0 THEN 'ANSWERED' WHEN n % 20 = 15 AND d.unit <> secretariat AND d.target <> secretariat THEN 'FORWARDED' ELSE 'SENT' END,
      (SELECT min(id) FROM post p WHERE p.unit_id = d.unit AND p.role = 'OFFICER'), d.day, d.day, CASE WHEN n % 5 > 0 THEN d.day + 6 END, CASE WHEN n % 5 > 0 THEN 'Đã trả lời.' END
      FROM drawn d WHERE d.unit <> d.target ORDER BY n DESC`, [day, howMany]);
  await admin.query(`INSERT INTO unit_request_step (request_id, no, act, day, unit_id, to_unit_id, by_name)
    SELECT id, 1, 'SENT', sent_on, unit_id, to_unit_id, 'Người đo tốc độ' FROM unit_request WHERE sent_on IS NOT NULL ON CONFLICT DO NOTHING`);
  await admin.query(`INSERT INTO unit_request_step (request_id, no, act, day, unit_id, by_name, words)
    SELECT id, 2, 'ANSWERED', closed_on, to_unit_id, 'Người đo tốc độ', answer FROM unit_request WHERE state = 'ANSWERED' ON CONFLICT DO NOTHING`);
}

/** What the work of a year leaves: people everywhere, evidence at entries, questions between units. Units and progress come first. */
export async function seedWorkFlows(admin: pg.Client, day: string): Promise<void> {
  await seedPeople(admin);
  await seedEvidence(admin);
  await seedRequests(admin, day);
}
