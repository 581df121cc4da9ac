// Words of "Kiến nghị, đề nghị": questions between units and the clock on both sides. Fetched with what shows them.
import type { UnitRequestLineFragment } from '../routes/unit-request/unit-request.generated';

type State = UnitRequestLineFragment['state'];
type Kind = UnitRequestLineFragment['kind'];

export const requestKind: Record<Kind, string> = { RECOMMENDATION: 'Kiến nghị', EXTENSION: 'Đề nghị gia hạn', COORDINATION: 'Đề nghị phối hợp' };
export const requestState: Record<State, string> = {
  DRAFT: 'Bản thảo, chưa gửi', SENT: 'Chờ trả lời', FORWARDED: 'Đã chuyển, chờ trả lời', REOPENED: 'Chờ trả lời lại', ANSWERED: 'Đã trả lời', DECLINED: 'Không giải quyết', WITHDRAWN: 'Đã rút',
};

export const clock = {
  left: (gone: string, left: string) => `Đã ${gone} ngày, còn ${left} ngày`,
  lastDay: (gone: string) => `Đã ${gone} ngày, hạn trả lời hôm nay`,
  today: (left: string) => `Gửi hôm nay, còn ${left} ngày`,
  over: (days: string) => `Quá hạn trả lời ${days} ngày`,
  gone: (days: string) => `Đã ${days} ngày kể từ ngày gửi`,
  answeredIn: (days: string) => `Có kết quả sau ${days} ngày`,
  answeredToday: 'Có kết quả ngay trong ngày gửi',
  late: (days: string) => `muộn ${days} ngày`,
  held: (unit: string, days: string) => `${unit} đang giữ ${days} ngày`,
  due: (day: string) => `Hạn trả lời ${day}`,
  drafted: 'Đã có dự thảo trả lời',
};

export const list = {
  title: 'Kiến nghị, đề nghị',
  lead: 'Việc các đơn vị hỏi nhau, hạn trả lời và số ngày đã chờ ở cả hai phía.',
  tabs: { can: 'Cần trả lời', gui: 'Đã gửi đi', tatca: 'Tất cả' },
  tab: 'Phạm vi',
  state: 'Tình trạng',
  states: { cho: 'Đang chờ trả lời', qua: 'Quá hạn trả lời', xong: 'Đã khép lại', nhap: 'Bản thảo chưa gửi' },
  kind: 'Loại',
  find: 'Tìm theo số hoặc tiêu đề',
  heading: 'Danh sách',
  count: (shown: string, all: string) => (shown === all ? `${all} kiến nghị, đề nghị` : `${shown} trong ${all} kiến nghị, đề nghị`),
  none: { can: 'Không có việc nào chờ đơn vị bạn trả lời.', gui: 'Đơn vị bạn chưa gửi kiến nghị, đề nghị nào như vậy.', tatca: 'Không có kiến nghị, đề nghị nào như vậy.' },
  more: (count: number) => `Xem thêm ${count}`,
  moreFailed: 'Chưa tải được phần tiếp theo.',
  ask: 'Gửi kiến nghị, đề nghị',
  between: (from: string, to: string) => `${from} → ${to}`,
};

export const story = {
  sentOn: 'Ngày gửi', dueDay: 'Hạn trả lời', from: 'Đơn vị hỏi', to: 'Đơn vị trả lời', holder: 'Đang ở', state: 'Tình trạng', gone: 'Thời gian đã qua', held: 'Thời gian ở đơn vị này',
  days: (days: string) => `${days} ngày`,
  task: 'Về nhiệm vụ', askedDay: 'Đề nghị gia hạn đến', currentDay: 'Hạn đang áp dụng', grantedDay: 'Được gia hạn đến', author: 'Người soạn',
  clock: 'Thời gian', content: 'Nội dung', answer: 'Trả lời', course: 'Diễn biến', ruleDay: 'Theo quy định, tính từ ngày gửi',
  acts: {
    SENT: (unit: string, to: string) => `${unit} gửi đến ${to}`,
    FORWARDED: (unit: string, to: string) => `${unit} chuyển đến ${to}`,
    REOPENED: (unit: string, to: string) => `${unit} báo chưa thỏa đáng, ${to} trả lời lại`,
    ANSWERED: (unit: string) => `${unit} trả lời`,
    DECLINED: (unit: string) => `${unit} không giải quyết`,
    WITHDRAWN: (unit: string) => `${unit} rút lại`,
    DRAFT: (unit: string) => unit,
  } satisfies Record<State, (unit: string, to: string) => string>,
  by: (name: string, at: string) => `${name}, ${at}`,
  stayed: (unit: string, days: string) => `Ở ${unit}: ${days} ngày`,
  staying: (unit: string, days: string) => `Đang ở ${unit}: ${days} ngày`,
  granted: (day: string) => `Gia hạn đến ${day}.`,
  draftNote: 'Bản thảo chỉ đơn vị bạn xem được. Lãnh đạo đơn vị ký và gửi thì thời gian trả lời mới bắt đầu tính.',
};

export const ask = {
  title: 'Kiến nghị, đề nghị mới', editTitle: 'Sửa bản thảo', form: 'Nội dung gửi',
  lead: 'Chuyên viên soạn, lãnh đạo đơn vị ký và gửi. Đơn vị nhận trả lời trong thời hạn; hai bên cùng thấy số ngày đã qua.',
  kind: 'Loại', toUnit: 'Gửi đến', task: 'Về nhiệm vụ', noTask: 'Không gắn với nhiệm vụ nào', chooseTask: 'Chọn nhiệm vụ cần gia hạn', subject: 'Tiêu đề', subjectHint: 'Một câu ngắn, nêu rõ việc cần trả lời.',
  text: 'Nội dung', textHint: 'Nêu vướng mắc, đề xuất và điều cần đơn vị nhận trả lời.', askedDay: 'Xin gia hạn đến', askedHint: (day: string) => `Hạn đang áp dụng: ${day}.`, dueDay: 'Hạn trả lời',
  dueHint: (day: string, rule: string) => `Để trống: đến hết ${day} (${rule}). Có thể chọn ngày muộn hơn, không sớm hơn.`,
  rule: (days: string, working: boolean) => `${days} ngày${working ? ' làm việc' : ''}`,
  find: 'Gõ tên đơn vị để tìm', chosen: (name: string) => `Đã chọn: ${name}`, nothingChosen: 'Chưa chọn đơn vị', more: (count: string) => `Còn ${count} đơn vị khác; gõ thêm để thu hẹp.`,
  notLoaded: 'Chưa tải được danh sách đơn vị.', searching: 'Đang tải danh sách đơn vị…',
  badDay: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 15/9/2026.', missingUnit: 'Gửi đến: chọn đơn vị nhận.', missingSubject: 'Tiêu đề: chưa nhập. Nhập nội dung rồi lưu lại.', missingText: 'Nội dung: chưa nhập. Nhập nội dung rồi lưu lại.', missingTask: 'Về nhiệm vụ: chọn nhiệm vụ cần gia hạn.', missingDay: 'Xin gia hạn đến: nhập ngày.',
  save: 'Lưu bản thảo', saved: 'Đã lưu bản thảo. Lãnh đạo đơn vị ký và gửi.', send: 'Ký và gửi', sendTitle: 'Ký và gửi?', sendLead: (to: string) => `${to} nhận được ngay và bắt đầu tính thời gian trả lời. Sau khi gửi không sửa được nội dung.`,
  sent: 'Đã ký và gửi.', edit: 'Sửa bản thảo', discard: 'Bỏ bản thảo', discardTitle: 'Bỏ bản thảo này?', discardLead: 'Bản thảo không gửi được nữa.', discarded: 'Đã bỏ bản thảo.',
  fields: { toUnit: 'Gửi đến', kind: 'Loại', task: 'Nhiệm vụ', assignment: 'Nhiệm vụ', subject: 'Tiêu đề', text: 'Nội dung', askedDay: 'Xin gia hạn đến', dueDay: 'Hạn trả lời', state: 'Tình trạng', answer: 'Nội dung trả lời', grantedDay: 'Gia hạn đến', outcome: 'Kết quả', author: 'Người soạn' } as Record<string, string | undefined>,
};

export const answer = {
  title: 'Trả lời', what: 'Cách xử lý', ways: { ANSWERED: 'Trả lời', DECLINED: 'Không giải quyết', FORWARDED: 'Chuyển đơn vị khác' },
  grantWay: 'Đồng ý gia hạn', text: 'Nội dung trả lời', reason: 'Lý do không giải quyết', forwardReason: 'Lý do chuyển', grantedDay: 'Gia hạn đến', grantedHint: (asked: string) => `Đơn vị xin đến ${asked}; có thể cho ngày khác.`,
  onlySecretariat: 'Chỉ Cơ quan Thường trực quyết định gia hạn. Chuyển đến Cơ quan Thường trực kèm ý kiến, hoặc trả lời không giải quyết.',
  forwardNote: 'Hạn trả lời không đổi; đơn vị hỏi thấy việc đang ở đâu.',
  save: 'Lưu dự thảo', saved: 'Đã lưu dự thảo trả lời. Lãnh đạo đơn vị ký và gửi.', send: 'Ký và gửi trả lời', sent: 'Đã gửi trả lời.', forward: 'Ký và chuyển', forwarded: 'Đã chuyển.',
  draftBy: (name: string, at: string) => `Dự thảo của ${name}, lưu ${at}. Chỉ đơn vị bạn xem được.`, officerNote: 'Lãnh đạo đơn vị xem dự thảo, ký và gửi.', toForward: 'Chuyển đến',
  withdraw: 'Rút lại', withdrawTitle: 'Rút lại kiến nghị, đề nghị này?', withdrawLead: 'Đơn vị nhận không phải trả lời nữa và được báo ngay.', withdrawReason: 'Lý do rút', withdrawn: 'Đã rút lại.',
  reopen: 'Chưa thỏa đáng', reopenTitle: 'Trả lời chưa thỏa đáng?', reopenLead: 'Đơn vị đã trả lời phải trả lời lại trong thời hạn theo quy định. Chỉ báo được một lần.', reopenReason: 'Điều chưa thỏa đáng', reopened: 'Đã báo chưa thỏa đáng.',
};

export const owed = {
  iOwe: 'Cần trả lời', owedToMe: 'Chờ đơn vị khác xử lý', toSend: 'Bản thảo chờ ký, gửi', all: 'Xem tất cả kiến nghị, đề nghị', what: 'kiến nghị, đề nghị', open: 'Xem',
};

export const debts = {
  title: 'Ai đang nợ câu trả lời', none: 'Không đơn vị nào đang nợ câu trả lời.', unit: 'Đơn vị', open: 'Đang chờ', overdue: 'Quá hạn', oldest: 'Giữ lâu nhất', mostOver: 'Quá hạn nhiều nhất',
  days: (days: string) => `${days} ngày`, secretariat: 'Cơ quan Thường trực', list: 'Xem danh sách', what: 'danh sách nợ câu trả lời',
};

export const about = { extension: 'Đề nghị gia hạn', recommendation: 'Kiến nghị' };
