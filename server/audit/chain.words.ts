import type { Fault, Trail, Verdict } from './chain.js';

const names: Readonly<Record<Trail, string>> = { audit_line: 'Nhật ký thao tác', access_log: 'Nhật ký mở xem' };
const faults: Readonly<Record<Fault, string>> = {
  ALTERED: 'đã bị sửa nội dung sau khi niêm phong', DELETED: 'đã bị xóa sau khi niêm phong', INSERTED: 'được chèn vào giữa các dòng đã niêm phong',
  REORDERED: 'bị đổi thứ tự so với lúc niêm phong', SEAL_MISSING: 'thiếu dấu niêm phong trước số này', HEAD_DIFFERS: 'mã niêm phong khác mã đã giữ bên ngoài',
};
const number = (value: number): string => value.toLocaleString('vi-VN');

/** One trail's verdict in words, as a person at the terminal reads it. */
export function verdictWords({ trail, sealed, waiting, head, fault }: Verdict): string {
  const unsealed = waiting > 0 ? ` ${number(waiting)} dòng chưa đến lượt niêm phong.` : '';
  if (!fault) return `${names[trail]}: ${number(sealed)} dòng, chuỗi toàn vẹn, mã cuối ${head ? `${trail}:${head.no}:${head.hash}` : '(chưa có)'}.${unsealed}`;
  const which = fault.line === null ? `số niêm phong ${number(fault.no)}` : `dòng ${fault.line}${fault.kind === 'INSERTED' ? '' : ` (số niêm phong ${number(fault.no)}, niêm phong lúc ${fault.sealedAt})`}`;
  return `${names[trail]}: CHUỖI BỊ PHÁ. ${which} ${faults[fault.kind]}. ${number(sealed)} dòng đứng trước còn nguyên.${unsealed}`;
}
