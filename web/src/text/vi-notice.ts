// Words of notices: the bell, its panel and the page "Thông báo". Fetched after the page is drawn.
import type { NoticeKind } from '../routes/notice/notice.generated';

/** What is known of a notice when it is read; null is what the reader does not reach. */
export interface NoticeFacts {
  from: string | null;
  /** "III.1" */
  code: string | null;
  title: string | null;
}

const who = ({ from }: NoticeFacts) => from ?? 'Hệ thống';
const task = ({ code }: NoticeFacts) => (code === null ? 'một nhiệm vụ' : `nhiệm vụ ${code}`);

/** A sentence for each kind, a new one too or it does not compile; the task's title stands on a line of its own below it. */
const sentences: Record<NoticeKind, (facts: NoticeFacts) => string> = {
  ASSIGNED: (facts) => `${who(facts)} giao ${task(facts)}`,
  TERMS_CHANGED: (facts) => `${who(facts)} điều chỉnh nội dung hoặc thời hạn của ${task(facts)}`,
  SUBMITTED: (facts) => `Có báo cáo tiến độ trình ký về ${task(facts)}`,
  SENT_BACK: (facts) => `Lãnh đạo trả lại dự thảo báo cáo về ${task(facts)}`,
  SIGNED: (facts) => `Lãnh đạo đã ký báo cáo về ${task(facts)}`,
  RETURNED: (facts) => `${who(facts)} trả lại báo cáo về ${task(facts)}, đề nghị bổ sung`,
  COMPLETED: (facts) => `${who(facts)} đã bổ sung báo cáo về ${task(facts)}`,
  COMMENTED: (facts) => `${who(facts)} có ý kiến về ${task(facts)}`,
  OVERDUE: (facts) => `${task(facts).replace(/^./, (letter) => letter.toLocaleUpperCase('vi'))} đã quá hạn`,
  CHASED: (facts) => `${who(facts)} đôn đốc việc quá hạn`,
  REQUEST_RECEIVED: (facts) => `${who(facts)} gửi đơn vị một kiến nghị, đề nghị`,
  REQUEST_FORWARDED: (facts) => `${who(facts)} chuyển đến đơn vị một kiến nghị, đề nghị`,
  REQUEST_ANSWERED: (facts) => `${who(facts)} đã trả lời kiến nghị, đề nghị của đơn vị`,
  REQUEST_REOPENED: (facts) => `${who(facts)} đề nghị trả lời lại một kiến nghị, đề nghị`,
  REQUEST_WITHDRAWN: (facts) => `${who(facts)} đã rút kiến nghị, đề nghị`,
  TARGET_SET: (facts) => `${who(facts)} giao hoặc chốt chỉ tiêu`,
  PAIRING_PROPOSED: (facts) => `${who(facts)} đề xuất phân công giúp đỡ`,
  PAIRING_CONFIRMED: (facts) => `${who(facts)} xác nhận phân công giúp đỡ`,
  PAIRING_DECLINED: (facts) => `${who(facts)} không đồng ý phân công giúp đỡ`,
  PAIRING_WITHDRAWN: (facts) => `${who(facts)} rút đề xuất phân công giúp đỡ`,
  PAIRING_ENDED: (facts) => `${who(facts)} kết thúc phân công giúp đỡ`,
  HANDED_OVER: () => 'Bạn nhận bàn giao công việc',
  STANDING_IN: () => 'Bạn được giao làm thay trong thời gian đồng nghiệp vắng mặt',
  POST_GIVEN: () => 'Bạn được giao một chức vụ',
  POST_CHANGED: () => 'Phạm vi chức vụ của bạn đã thay đổi',
  POST_ENDED: () => 'Chức vụ của bạn đã kết thúc',
  PASSWORD_RESET: () => 'Mật khẩu của bạn đã được đặt lại',
  SECOND_FACTOR_RESET: () => 'Xác thực hai lớp của tài khoản đã được đặt lại; bật lại ở trang Tài khoản của tôi',
  ACCOUNT_LOCKED: () => 'Tài khoản đã bị khóa',
  RIGHTS_REQUESTED: () => 'Có đề nghị cấp quyền chờ lãnh đạo duyệt',
  RIGHTS_GRANTED: () => 'Quyền bạn được đề nghị đã được cấp',
  RIGHTS_REFUSED: () => 'Quyền bạn được đề nghị không được cấp',
};

/** The button of each kind: where the work is done. */
const actions: Record<NoticeKind, string> = {
  ASSIGNED: 'Xem nhiệm vụ', TERMS_CHANGED: 'Xem thay đổi', SUBMITTED: 'Xem và ký', SENT_BACK: 'Sửa dự thảo', SIGNED: 'Xem báo cáo', RETURNED: 'Bổ sung báo cáo', COMPLETED: 'Xem báo cáo', COMMENTED: 'Xem ý kiến',
  OVERDUE: 'Cập nhật tiến độ', CHASED: 'Xem nội dung đôn đốc', REQUEST_RECEIVED: 'Xem và trả lời', REQUEST_FORWARDED: 'Xem và trả lời', REQUEST_ANSWERED: 'Xem trả lời', REQUEST_REOPENED: 'Xem và trả lời',
  REQUEST_WITHDRAWN: 'Xem kiến nghị', TARGET_SET: 'Xem chỉ tiêu', PAIRING_PROPOSED: 'Xem đề xuất', PAIRING_CONFIRMED: 'Xem phân công', PAIRING_DECLINED: 'Xem phân công', PAIRING_WITHDRAWN: 'Xem phân công', PAIRING_ENDED: 'Xem phân công',
  HANDED_OVER: 'Xem việc được bàn giao', STANDING_IN: 'Xem việc cần xử lý', POST_GIVEN: 'Xem tài khoản', POST_CHANGED: 'Xem tài khoản', POST_ENDED: 'Xem tài khoản', PASSWORD_RESET: 'Xem tài khoản', SECOND_FACTOR_RESET: 'Xem tài khoản', ACCOUNT_LOCKED: 'Xem tài khoản',
  RIGHTS_REQUESTED: 'Xem đề nghị', RIGHTS_GRANTED: 'Xem tài khoản', RIGHTS_REFUSED: 'Xem tài khoản',
};

export const notices = {
  title: 'Thông báo',
  lead: 'Những việc vừa xảy ra có liên quan đến bạn và đơn vị. Mỗi thông báo dẫn đến nơi xử lý.',
  bell: (unread: string | null) => (unread === null ? 'Thông báo' : `Thông báo, ${unread} chưa đọc`),
  unreadNow: (count: string) => `Có ${count} thông báo chưa đọc`,
  all: 'Xem tất cả thông báo',
  latestNone: 'Chưa có thông báo nào.',
  markAll: 'Đánh dấu tất cả đã đọc',
  markedAll: (count: number) => (count === 0 ? 'Không còn thông báo chưa đọc.' : `Đã đánh dấu đọc ${count} thông báo.`),
  stand: 'Thông báo hiện ra',
  stands: { chua: 'Chưa đọc', tatca: 'Tất cả' },
  kind: 'Loại',
  everyKind: 'Mọi loại',
  groups: { viec: 'Giao việc, thời hạn', baocao: 'Báo cáo tiến độ', dondoc: 'Quá hạn, đôn đốc', kiennghi: 'Kiến nghị, đề nghị', phancong: 'Chỉ tiêu, phân công giúp đỡ', taikhoan: 'Tài khoản, bàn giao' },
  list: 'Danh sách thông báo',
  count: (shown: string, all: string) => (shown === all ? `${all} thông báo` : `${shown} trong ${all} thông báo`),
  none: { chua: 'Không có thông báo nào chưa đọc.', tatca: 'Chưa có thông báo nào.' },
  unread: 'Chưa đọc',
  sayOf: (kind: NoticeKind, facts: NoticeFacts): string => sentences[kind](facts),
  action: (kind: NoticeKind): string => actions[kind],
  more: (count: number) => `Xem thêm ${count} thông báo`,
  moreFailed: 'Chưa tải được phần tiếp theo.',
  failedBlock: 'thông báo',
  mail: 'Thư điện tử',
};
