// Every Vietnamese word of the web, by section. Another language is a second file of the same shape.
// The sign-in page's words are in vi-sign-in.ts.

export const app = {
  name: 'Giảm nghèo bền vững',
  province: 'Tỉnh Lào Cai',
  plan: (year: number) => `Kế hoạch năm ${year}`,
  planShort: (year: number) => `KH ${year}`,
  starting: 'Đang mở cổng làm việc…',
  needsScript: 'Cổng làm việc cần JavaScript. Bật JavaScript trong trình duyệt rồi tải lại trang.',
};

export const shell = {
  skip: 'Bỏ qua, tới nội dung chính',
  navigation: 'Trang của cổng',
  more: 'Thêm',
  account: 'Tài khoản và vai làm việc',
  hats: 'Vai làm việc',
  hatHere: 'đang dùng',
  shortcutsOn: 'Phím tắt một chữ: đang bật',
  shortcutsOff: 'Phím tắt một chữ: đang tắt',
  signOut: 'Đăng xuất',
  demonstration: (day: string) => `Dữ liệu minh họa · ngày làm việc giả định ${day}`,
  signOutDrafts: (count: number) => `Trên máy còn ${count} bản nhập chưa gửi. Đăng xuất sẽ xóa các bản này.`,
  signOutTitle: 'Đăng xuất và xóa bản nhập chưa gửi?',
  signOutConfirm: 'Đăng xuất và xóa',
};

export const navigation = {
  work: 'Việc cần xử lý',
  workShort: 'Việc',
  tasks: 'Nhiệm vụ',
  households: 'Hộ gia đình',
  householdsShort: 'Hộ',
  board: 'Tổng quan',
  plan: 'Kế hoạch',
  directive: 'Giao việc',
  query: 'Tra cứu, thống kê',
  queryShort: 'Tra cứu',
  permissions: 'Phân quyền',
};

export const hat = {
  changedTitle: 'Phiên làm việc đã chuyển sang đơn vị khác',
  changedLead:
    'Ở một cửa sổ khác, bạn đã chuyển vai làm việc. Trang này dừng lại để không nhập nhầm cho đơn vị khác; bản đang nhập vẫn còn trên máy này.',
  changedAction: 'Mở cổng của đơn vị đang làm việc',
  otherTitle: 'Cổng này của một đơn vị khác',
  other: (unit: string) => `Bạn đang làm việc tại ${unit}.`,
  otherMine: (unit: string) => `Bạn có vai làm việc tại ${unit}. Chuyển vai để mở cổng này.`,
  switchTo: (unit: string) => `Chuyển sang ${unit}`,
  backTo: (unit: string) => `Về cổng ${unit}`,
};

export const states = {
  loading: 'Đang tải…',
  slow: 'Mạng chậm, vẫn đang tải.',
  retry: 'Thử lại',
  code: (code: string) => `Mã lỗi ${code}`,
  failed: 'Chưa tải được trang này. Dữ liệu đã lưu không bị ảnh hưởng.',
  failedBlock: (what: string) => `Chưa tải được ${what}. Dữ liệu đã lưu không bị ảnh hưởng.`,
  network: 'Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại; bản đang nhập vẫn ở trên máy này.',
  unavailable: 'Hệ thống đang bận hoặc đang bảo trì. Thử lại sau ít phút.',
  badInput: 'Hệ thống không nhận yêu cầu này. Tải lại trang rồi thử lại.',
  forbidden: 'Cổng của bạn không được xem phần này.',
  notAllowed: 'Vai làm việc của bạn không được làm việc này. Chưa có gì thay đổi.',
  grantedBy: (who: string) => `Người cấp quyền: ${who}.`,
  secretariat: 'Sở Nông nghiệp và Môi trường (cơ quan Thường trực)',
  notFound: 'Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của đơn vị bạn.',
  notFoundTitle: 'Không tìm thấy',
  home: 'Về việc cần xử lý',
  offline: 'Mất mạng. Bạn vẫn xem được dữ liệu đã tải; việc mới nhập được giữ trên máy này, gửi lại khi có mạng.',
  newVersion: 'Có bản mới của cổng.',
  reload: 'Tải lại trang',
};

export const hidden = {
  dots: '●●●●●',
  label: 'Đã ẩn theo phân quyền',
  why: 'Vì sao bị ẩn?',
  byPortal: 'Cổng của đơn vị bạn không được xem phần này.',
  byPost: 'Vai làm việc của bạn chưa được giao xem phần này.',
  byRows: 'Cổng của đơn vị bạn chỉ xem được phần liên quan đến việc của đơn vị.',
  none: 'Chưa có',
  notAsked: '—',
};

export const control = {
  cancel: 'Hủy bỏ',
  close: 'Đóng',
  undo: 'Hoàn tác',
  save: 'Lưu',
  why: 'Vì sao?',
  whyOf: (what: string) => `Vì sao “${what}”?`,
  optional: 'không bắt buộc',
  required: 'bắt buộc',
  choose: 'Chọn…',
  all: 'Tất cả',
  sortBy: 'Sắp xếp theo',
  filters: 'Bộ lọc',
  clearFilters: 'Bỏ bộ lọc',
  more: (count: number) => `Xem thêm ${count}`,
  notice: 'Thông báo',
};

export const form = {
  summary: 'Có lỗi cần sửa',
  day: 'ngày/tháng/năm',
  badDay: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 08/9/2026.',
  badNumber: 'Nhập số nguyên, ví dụ 1.250.',
  draftKept: (time: string) => `Đã giữ bản nháp trên máy này lúc ${time}.`,
  draftFound: (time: string) => `Bản nháp lưu trên máy này lúc ${time} đã được mở lại.`,
  dropDraft: 'Bỏ bản nháp',
  conflictTitle: 'Nội dung vừa được người khác sửa',
  conflictLead: 'So sánh hai bản rồi chọn. Chưa có gì bị ghi đè.',
  conflictField: 'Nội dung',
  conflictYours: 'Bản của bạn',
  conflictCurrent: 'Bản trên hệ thống',
  keepYours: 'Gửi lại bản của tôi',
  takeCurrent: 'Lấy bản trên hệ thống',
  rejected: 'Chưa lưu được. Sửa các mục dưới đây rồi gửi lại.',
};

export const status = {
  ON_TIME: 'Đúng tiến độ',
  AT_RISK: 'Có nguy cơ chậm',
  LATE: 'Chậm tiến độ',
  OVERDUE: 'Quá hạn',
  NOT_UPDATED: 'Chưa cập nhật',
  DONE: 'Đã hoàn thành',
};

export const rule = {
  DONE: 'Đã có cập nhật được ký, đánh dấu hoàn thành.',
  PAST_DUE: 'Đã qua hạn mà chưa hoàn thành.',
  REPORT_MISSED: 'Việc thường xuyên: kỳ báo cáo gần nhất đã qua mà chưa có cập nhật.',
  FAR_BEHIND: 'Kết quả thấp xa so với mức cần đạt đến nay (ngưỡng mặc định: dưới 80%).',
  DUE_SOON: 'Sắp đến hạn hoặc sắp hết kỳ báo cáo mà chưa hoàn thành, chưa cập nhật (ngưỡng mặc định: 7 ngày).',
  BEHIND: 'Kết quả thấp hơn mức cần đạt đến nay (ngưỡng mặc định: dưới 100%).',
  NEVER_UPDATED: 'Chưa có cập nhật nào.',
  IN_TIME: 'Còn trong hạn và đạt mức cần có đến nay.',
};

export const figure = {
  due: 'Hạn',
  firstDue: 'Hạn ban đầu',
  expected: 'Mức cần đạt đến nay',
  percent: 'Kết quả',
  quantity: 'Số lượng',
  target: 'Chỉ tiêu được giao',
  lastEntry: 'Cập nhật gần nhất',
  doneOn: 'Hoàn thành ngày',
  dataDay: (day: string) => `Số liệu đến ngày ${day}. Hệ thống tự tính, không ai chọn được.`,
  noEntry: 'chưa có',
};

export const deadline = {
  late: (days: number) => `Quá hạn ${days} ngày`,
  today: 'Hạn hôm nay',
  left: (days: number) => `Còn ${days} ngày`,
  allYear: (year: number) => `Cả năm ${year}`,
  none: 'Không có hạn riêng',
  before: (day: string, last: string) => `Trước ngày ${day} (chậm nhất hết ${last})`,
  on: (day: string) => `Hạn ${day}`,
  extended: (day: string) => `Gia hạn đến ${day}`,
};

export const work = {
  title: 'Việc cần xử lý',
  mine: 'Việc của tôi',
  unit: 'Việc của đơn vị',
  scope: 'Phạm vi việc',
  toSign: 'Chờ ký',
  overdue: 'Quá hạn, chậm tiến độ',
  today: 'Đến hạn hôm nay',
  week: 'Trong 7 ngày tới',
  later: 'Hạn sau 7 ngày',
  ongoing: 'Thường xuyên',
  chase: 'Cần đôn đốc',
  chaseAll: (count: number) => `Xem cả ${count} nhiệm vụ`,
  units: (count: number, status: string) => `${count} đơn vị ${status.toLocaleLowerCase('vi')}`,
  lead: 'Chủ trì',
  ownLead: 'Đơn vị chủ trì',
  accept: 'Tiếp nhận',
  update: 'Cập nhật tiến độ',
  sign: 'Xem và ký',
  accepted: (code: string) => `Đã tiếp nhận ${code}.`,
  legalDates: 'Hạn báo cáo sắp tới',
  consolidation: (day: string, last: string) => `Cơ quan Thường trực tổng hợp: trước ngày ${day} (chậm nhất hết ${last})`,
  noneMine: 'Chưa có việc nào được giao riêng cho bạn.',
  showUnit: 'Xem việc của đơn vị',
  noneUnit: 'Đơn vị không có phần việc riêng cần xử lý.',
  nearest: (name: string, day: string) => `Việc gần nhất: báo cáo ${name}, trước ngày ${day}.`,
  doneCount: (count: number) => `${count} việc đã hoàn thành trong năm.`,
  drafts: (count: number) => `${count} bản nháp chờ ký`,
  keys: 'Phím tắt: j, k để chuyển việc; Enter để mở.',
};

export const task = {
  list: 'Nhiệm vụ',
  listLead: (plan: string) => plan,
  draftPlan: 'dự thảo, chưa có số',
  numberedPlan: (number: string, day: string) => `số ${number} ngày ${day}`,
  role: 'Vai trò',
  roleLead: 'Chủ trì',
  roleCoordinate: 'Phối hợp',
  roleNone: 'Không có phần việc riêng',
  status: 'Trạng thái',
  search: 'Tìm theo tên, mục',
  group: 'Nhóm nhiệm vụ',
  dutyGroups: 'Phần IV. Nhiệm vụ thường xuyên theo đơn vị',
  directives: 'Nhiệm vụ giao bằng văn bản',
  count: (count: number, all: number) => (count === all ? `${all} nhiệm vụ` : `${count} trong ${all} nhiệm vụ`),
  none: 'Không có nhiệm vụ nào khớp bộ lọc.',
  empty: 'Kế hoạch năm nay chưa có nhiệm vụ nào giao cho đơn vị.',
  product: 'Sản phẩm',
  population: 'Đối tượng',
  leads: 'Cơ quan chủ trì',
  milestones: 'Mốc thời gian',
  targets: 'Chỉ tiêu',
  about: 'Nội dung',
  clause: (code: string) => `Mục ${code}`,
  clauseText: 'Nguyên văn trong kế hoạch',
  guidance: 'Hướng dẫn',
  conflictNote: 'Kế hoạch ghi chưa thống nhất',
  conflicting: (clause: string, value: string) => `Lệch với mục ${clause}: ${value}. Giữ cả hai cách ghi.`,
  directive: (number: string, day: string) => `Giao bằng văn bản số ${number} ngày ${day}`,
  standing: 'Tiến độ của các đơn vị',
  units: 'Tiến độ theo đơn vị',
  unit: 'Đơn vị',
  part: 'Phần việc',
  due: 'Hạn',
  result: 'Kết quả',
  lastEntry: 'Cập nhật',
  viaClass: (name: string) => `thuộc “${name}”`,
};

export const milestoneKind = { DATE: 'Theo ngày', QUARTER: 'Theo quý', SERIES: 'Theo kỳ báo cáo', CONTINUOUS: 'Cả năm' };
export const lateRule: Record<string, string | undefined> = {
  AFTER_DUE_DAY: 'Chậm khi qua hạn mà chưa hoàn thành',
  MISSED_REPORT: 'Chậm khi thiếu cập nhật cho kỳ báo cáo gần nhất',
};
export const operator = { AT_LEAST: 'từ', ABOUT: 'khoảng', EXACT: '', ALL_IN_NEED: '100% người có nhu cầu' };
export const operatorAfter = { AT_LEAST: 'trở lên', ABOUT: '', EXACT: '', ALL_IN_NEED: '' };
export const postRole = {
  LEADER: 'Lãnh đạo',
  OFFICER: 'Chuyên viên',
  VILLAGE_OFFICER: 'Cán bộ thôn, bản',
  VIEWER: 'Người xem',
  SUPERVISOR: 'Giám sát',
  ACCOUNT_ADMINISTRATOR: 'Quản trị tài khoản',
};
export const role = { LEAD: 'Chủ trì', COORDINATOR: 'Phối hợp' };
export const entryState = { DRAFT: 'Chờ ký', SIGNED: 'Đã ký' };

export const assignment = {
  title: 'Phần việc của đơn vị',
  notOurs: 'Nhiệm vụ này chưa có phần việc giao cho đơn vị bạn.',
  accepted: (day: string) => `Đã tiếp nhận ngày ${day}`,
  notAccepted: 'Chưa tiếp nhận',
  officer: 'Người thực hiện',
  noOfficer: 'Chưa giao cho ai',
  giveOfficer: 'Giao cho cán bộ',
  giveTitle: 'Giao phần việc cho cán bộ',
  give: 'Giao việc',
  nobody: 'Không giao cho ai',
  given: (name: string) => `Đã giao cho ${name}.`,
  ungiven: 'Đã bỏ giao.',
  next: 'Mốc tiếp theo',
  target: 'Chỉ tiêu được giao',
  document: 'Văn bản của đơn vị',
  extension: (day: string, reason: string) => `Gia hạn đến ${day}: ${reason}`,
  changes: 'Lịch sử thay đổi',
  change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  blank: 'trống',
};

export const assignmentField: Record<string, string | undefined> = {
  acceptedOn: 'Ngày tiếp nhận',
  officer: 'Người thực hiện',
  dueDay: 'Hạn',
  extendedTo: 'Gia hạn đến',
  extensionReason: 'Lý do gia hạn',
  part: 'Phần việc',
  targetValue: 'Chỉ tiêu',
  confirmedOn: 'Ngày xác nhận',
  validTo: 'Ngày kết thúc',
  documentNumber: 'Số văn bản',
  documentDay: 'Ngày văn bản',
  documentSigner: 'Người ký văn bản',
  role: 'Vai trò',
};

export const entry = {
  history: 'Các lần cập nhật',
  none: 'Chưa có lần cập nhật nào.',
  add: 'Cập nhật tiến độ',
  correct: 'Đính chính',
  sign: 'Ký',
  signTitle: 'Ký bản cập nhật này?',
  signLead: 'Sau khi ký, cơ quan Thường trực và cơ quan chủ trì đọc được; muốn sửa phải đính chính.',
  signed: 'Đã ký bản cập nhật.',
  saved: 'Đã lưu bản cập nhật, chờ lãnh đạo ký.',
  savedSigned: 'Đã lưu bản cập nhật.',
  asOf: (day: string) => `Đến ngày ${day}`,
  byAuthor: (name: string, when: string) => `${name} nhập ${when}`,
  bySigner: (name: string, when: string) => `${name} ký ${when}`,
  completed: 'Đánh dấu hoàn thành',
  superseded: 'Đã được thay bằng bản đính chính',
  corrects: (day: string) => `Đính chính cho bản đến ngày ${day}`,
  difficulty: 'Khó khăn',
  request: 'Kiến nghị',
};

export const progress = {
  title: 'Cập nhật tiến độ',
  correctTitle: 'Đính chính bản cập nhật',
  milestone: 'Mốc',
  noMilestone: 'Không gắn với mốc nào',
  asOfDay: 'Số liệu đến ngày',
  done: 'Việc đã làm',
  doneHint: 'Viết ngắn: đã làm gì, ở đâu, kết quả ra sao.',
  quantity: (unit: string) => `Số lượng đạt được (${unit})`,
  quantityHint: (target: string) => `Lũy kế từ đầu năm; chỉ tiêu được giao: ${target}.`,
  percent: 'Kết quả so với phần việc được giao (%)',
  percentHint: 'Số nguyên từ 0 đến 100, lũy kế từ đầu năm.',
  difficulty: 'Khó khăn, vướng mắc',
  request: 'Kiến nghị',
  completed: 'Phần việc này đã hoàn thành',
  submit: 'Lưu cập nhật',
  missingDone: 'Nhập việc đã làm.',
  longText: (limit: string) => `Viết ngắn lại, tối đa ${limit} ký tự.`,
  missingDay: 'Nhập ngày của số liệu.',
  futureDay: (today: string) => `Ngày của số liệu không được sau hôm nay (${today}).`,
  percentRange: 'Nhập số từ 0 đến 100.',
  quantityRange: 'Nhập số từ 0 trở lên.',
};
