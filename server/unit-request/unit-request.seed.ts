import type pg from 'pg';
import { isEmpty } from '../database/load-rows.js';

interface Taken { readonly day: string; readonly unit: string; readonly act: string; readonly words?: string; readonly target?: string }
interface Asked {
  readonly kind: 'RECOMMENDATION' | 'EXTENSION' | 'COORDINATION';
  readonly unit: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly askedDay?: string;
  readonly steps: readonly Taken[];
}

const secretariat = 'thuong-truc', banLien = '02869';
const sent = (day: string, unit: string): Taken => ({ day, unit, act: 'SENT' });

/** Seen from 08/9/2026: in time and late, at the secretariat as at others, forwarded, answered and not yet sent. */
const asked: readonly Asked[] = [
  { kind: 'RECOMMENDATION', unit: banLien, to: secretariat, subject: 'Hướng dẫn xác định hộ có thành viên đi làm ăn xa khi rà soát',
    text: 'Xã có nhiều hộ mà lao động chính đi làm ăn xa trên 6 tháng. Đề nghị hướng dẫn cách tính thu nhập và nhân khẩu của các hộ này để các thôn làm thống nhất (minh họa).',
    steps: [sent('2026-09-02', banLien)] },
  { kind: 'RECOMMENDATION', unit: 'lhpn', to: secretariat, subject: 'Cung cấp danh sách hộ nghèo do phụ nữ làm chủ hộ theo xã',
    text: 'Hội cần danh sách để phân công cơ sở hội giúp đỡ trong quý IV. Đề nghị cho biết thời gian có số liệu (minh họa).', steps: [sent('2026-08-25', 'lhpn')] },
  { kind: 'EXTENSION', unit: 'snv', to: secretariat, subject: 'Gia hạn thực hiện chế độ người có công và xóa nhà tạm', askedDay: '2026-10-31',
    text: 'Một số địa phương phải bố trí lại đất ở sau đợt mưa tháng 7 nên chưa hoàn thành nhà. Đề nghị cho gia hạn đến hết tháng 10 (minh họa).', steps: [sent('2026-09-03', 'snv')] },
  { kind: 'COORDINATION', unit: 'sxd', to: 'syt', subject: 'Rà soát hộ có người bệnh nặng trong danh sách hỗ trợ nhà ở',
    text: 'Đề nghị Sở Y tế phối hợp xác nhận các trường hợp cần ưu tiên sửa nhà vệ sinh, nước sạch trước mùa đông (minh họa).', steps: [sent('2026-08-24', 'sxd')] },
  { kind: 'RECOMMENDATION', unit: banLien, to: 'sxd', subject: 'Mẫu nhà phù hợp nền đất dốc cho hộ xóa nhà tạm',
    text: 'Bốn hộ ở thôn vùng cao có nền đất dốc, không theo được mẫu nhà đã ban hành. Đề nghị hướng dẫn mẫu thay thế (minh họa).',
    steps: [sent('2026-08-10', banLien), { day: '2026-08-18', unit: 'sxd', act: 'ANSWERED',
      words: 'Sở gửi kèm mẫu nhà sàn khung thép móng giật cấp dùng cho nền dốc đến 25 độ; cán bộ của Sở sẽ khảo sát tại xã trong tuần đầu tháng 9 (minh họa).' }] },
  { kind: 'RECOMMENDATION', unit: banLien, to: secretariat, subject: 'Bổ sung thẻ bảo hiểm y tế cho hộ mới thoát nghèo',
    text: 'Mười hai hộ mới thoát nghèo từ tháng 7 chưa được cấp lại thẻ bảo hiểm y tế. Đề nghị xem xét, hướng dẫn (minh họa).',
    steps: [sent('2026-08-27', banLien), { day: '2026-08-31', unit: secretariat, act: 'FORWARDED', target: 'syt', words: 'Thuộc lĩnh vực Sở Y tế phụ trách; Cơ quan Thường trực theo dõi kết quả (minh họa).' }] },
  { kind: 'COORDINATION', unit: secretariat, to: 'nhcsxh', subject: 'Số liệu dư nợ của hộ nghèo, hộ cận nghèo đến 31/8',
    text: 'Phục vụ báo cáo 9 tháng. Đề nghị Ngân hàng cung cấp số liệu theo từng xã, phường (minh họa).', steps: [sent('2026-09-01', secretariat)] },
  { kind: 'COORDINATION', unit: 'lhpn', to: banLien, subject: 'Chọn hộ tham gia mô hình nuôi gà đồi của Hội',
    text: 'Hội hỗ trợ giống cho mười hộ phụ nữ nghèo tại xã. Đề nghị xã giới thiệu hộ có nhu cầu và điều kiện chăn nuôi (minh họa).', steps: [sent('2026-09-04', 'lhpn')] },
  { kind: 'RECOMMENDATION', unit: banLien, to: secretariat, subject: 'Kinh phí in phiếu rà soát năm 2026', text: 'Xã cần thêm kinh phí in phiếu khảo sát cho các thôn (bản thảo minh họa).', steps: [] },
];

const insert = `
INSERT INTO unit_request (kind, unit_id, to_unit_id, subject, text, task_id, assignment_id, asked_day, author_id, created_at)
SELECT $1, u.id, w.id, $2, $3, a.task_id, a.id, $6::date, (SELECT p.id FROM post p WHERE p.unit_id = u.id AND p.role = 'OFFICER' ORDER BY p.id LIMIT 1), ($7::date + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'
  FROM unit u JOIN unit w ON w.code = $5 AND w.valid_to IS NULL
  LEFT JOIN LATERAL (SELECT id, task_id FROM assignment WHERE $6::date IS NOT NULL AND unit_id = u.id AND role = 'LEAD' AND confirmed_on IS NOT NULL AND done_on IS NULL
    AND coalesce(extended_to, due_day) < $6::date ORDER BY id LIMIT 1) a ON true
 WHERE u.code = $4 AND u.valid_to IS NULL AND ($6::date IS NULL OR a.id IS NOT NULL)
   AND EXISTS (SELECT FROM post p WHERE p.unit_id = u.id) RETURNING id`;
/** The step is taken as that unit's leader, or whoever works there, on that day. */
const wear = `SELECT set_config('app.today', $1, true), set_config('app.units', '{' || u.id || '}', true),
    set_config('app.post', (SELECT p.id::text FROM post p WHERE p.unit_id = u.id ORDER BY p.role <> 'LEADER', p.id LIMIT 1), true)
  FROM unit u WHERE u.code = $2 AND u.valid_to IS NULL`;
const take = 'SELECT move_unit_request($1, (SELECT version FROM unit_request WHERE id = $1), $2, $3, (SELECT id FROM unit WHERE code = $4 AND valid_to IS NULL), NULL) AS taken';

/** Loads a few requests between units, when there is none yet and people are there to ask: sent, forwarded and answered as the units would. Units, tasks and posts come first. */
export async function seedUnitRequests(client: pg.ClientBase): Promise<void> {
  if (!(await isEmpty(client, 'unit_request'))) return;
  const { rows: [{ today }] } = await client.query<{ today: string | null }>("SELECT current_setting('app.today', true) AS today");
  const lastDay = '2026-09-07', firstDay = ({ steps }: Asked): string => steps[0]?.day ?? lastDay;
  // In the order in which they were sent, so that the numbers are too.
  for (const one of [...asked].sort((a, b) => firstDay(a).localeCompare(firstDay(b)))) {
    const { kind, unit, to, subject, text, askedDay, steps } = one;
    const { rows: [made] } = await client.query<{ id: string }>(insert, [kind, subject, text, unit, to, askedDay ?? null, firstDay(one)]);
    if (made) for (const { day, unit: actor, act, words, target } of steps) {
      await client.query(wear, [day, actor]);
      await client.query(take, [made.id, act, words ?? null, target ?? null]);
    }
  }
  await client.query("UPDATE unit_request_step SET at = (day + time '09:30') AT TIME ZONE 'Asia/Ho_Chi_Minh'");
  await client.query("SELECT set_config('app.today', coalesce($1, ''), true), set_config('app.units', '', true), set_config('app.post', '', true)", [today]);
}
