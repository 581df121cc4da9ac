import type pg from 'pg';
import { isEmpty } from '../database/load-rows.js';

interface Wanted {
  readonly unit: string;
  readonly part: string;
  readonly purpose: string;
  readonly reason: string;
  readonly days: number;
  readonly requestedOn: string;
  readonly state: 'REQUESTED' | 'GRANTED' | 'REFUSED';
  readonly decidedOn?: string;
  readonly answer?: string;
  readonly validTo?: string;
}

const inDepth = '02869'; // Bản Liền

const wanted: readonly Wanted[] = [
  { unit: 'sxd', part: 'HouseholdContact', purpose: 'PROVIDE_SUPPORT', days: 14, requestedOn: '2026-09-07', state: 'REQUESTED',
    reason: 'Khảo sát hiện trạng nhà ở trước khi lập danh sách hỗ trợ quý IV (minh họa).' },
  { unit: 'syt', part: 'PovertyCause', purpose: 'REVIEW', days: 20, requestedOn: '2026-08-31', state: 'GRANTED', decidedOn: '2026-09-01', validTo: '2026-09-20',
    reason: 'Đối chiếu nguyên nhân ốm đau với danh sách chăm sóc sức khỏe (minh họa).', answer: 'Đồng ý cho xem đến hết ngày 20/9/2026 (minh họa).' },
  { unit: 'sgddt', part: 'HouseholdIdentity', purpose: 'VERIFY_PERSON', days: 10, requestedOn: '2026-08-24', state: 'REFUSED', decidedOn: '2026-08-26',
    reason: 'Lập danh sách học viên đào tạo nghề (minh họa).', answer: 'Danh sách học viên chỉ cần họ tên và năm sinh; đề nghị dùng thông tin đã được xem (minh họa).' },
];

/** Each asks about the first household of the commune, by code, that its unit sees for its task, the second and third asker about the next ones; the commune's head has answered. */
const ask = `
INSERT INTO sight_request (id, household_id, commune_id, unit_id, requested_by_id, part, purpose, reason, days, requested_on, state, decided_by_id, decided_on, answer, valid_to)
SELECT overlay(overlay(md5('sight request ' || w.no) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid, h.id, h.commune_id, p.unit_id, p.id, w.part, w.purpose, w.reason, w.days, w."requestedOn", w.state,
       CASE WHEN w.state <> 'REQUESTED' THEN head.id END, w."decidedOn", w.answer, w."validTo"
  FROM json_to_recordset($1) AS w (no int, unit text, part text, purpose text, reason text, days int, "requestedOn" date, state text, "decidedOn" date, answer text, "validTo" date)
  JOIN unit u ON u.code = w.unit AND u.valid_to IS NULL
  JOIN LATERAL (SELECT id, unit_id FROM post WHERE unit_id = u.id AND role = 'OFFICER' ORDER BY id LIMIT 1) p ON true
  JOIN LATERAL (SELECT d.id FROM post d JOIN unit c ON c.id = d.unit_id AND c.code = $2 WHERE d.role = 'LEADER' ORDER BY d.id LIMIT 1) head ON true
  JOIN LATERAL (
    SELECT x.id, x.commune_id FROM household x JOIN unit c ON c.id = x.commune_id AND c.code = $2
     WHERE x.synthetic AND EXISTS (SELECT FROM sight s WHERE s.household_id = x.id AND s.unit_id = u.id AND s.depth = 'SERVICE')
     ORDER BY x.code OFFSET w.no LIMIT 1) h ON true`;

/** Loads three requests about households of Bản Liền, when there is none yet and people are there to ask and to answer. Households and posts come first; the triggers give what is granted. */
export async function seedSightRequests(client: pg.ClientBase): Promise<void> {
  if (await isEmpty(client, 'sight_request')) await client.query(ask, [JSON.stringify(wanted.map((one, no) => ({ ...one, no }))), inDepth]);
}
