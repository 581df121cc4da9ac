// Words of the movements of a household (biến động hộ): fetched with the first of these forms.

export const movementForm = {
  day: 'Ngày biến động',
  reason: 'Lý do',
  find: 'Tìm',
  noneFound: 'Không tìm thấy.',
  more: (count: string) => `Còn ${count} kết quả khác; gõ thêm để thu hẹp.`,
  moreSome: 'Còn kết quả khác; gõ thêm để thu hẹp.',
  searching: 'Đang tìm…',
  notLoaded: 'Chưa tải được danh sách. Kiểm tra mạng rồi mở lại biểu mẫu.',
  chosen: (name: string) => `Đã chọn: ${name}`,
  nothingChosen: 'Chưa chọn.',
};

export const classForm = {
  title: 'Quyết định phân loại',
  now: 'Phân loại hiện nay',
  nowUnder: (standard: string, name: string, since: string) => `Chuẩn ${standard}: ${name} từ ${since}`,
  none: 'Hộ chưa có phân loại.',
  standard: 'Chuẩn nghèo',
  class: 'Kết quả rà soát',
  classHint: 'Hộ đang nghèo, cận nghèo mà không còn thuộc diện thì hệ thống tự ghi là mới thoát nghèo, mới thoát cận nghèo.',
  surveyed: { POOR: 'Hộ nghèo', NEAR_POOR: 'Hộ cận nghèo', AVERAGE: 'Hộ có mức sống trung bình', NONE: 'Không thuộc diện nghèo, cận nghèo, trung bình' },
  since: 'Có hiệu lực từ ngày',
  decisionNumber: 'Số quyết định',
  decisionNumberHint: 'Ví dụ: 215/QĐ-UBND.',
  decisionDay: 'Ngày quyết định',
  submit: 'Ghi quyết định',
  follows: [
    'Phân loại đang có theo chuẩn này kết thúc; phân loại mới đứng trong danh sách từ ngày có hiệu lực.',
    'Hệ thống xác định đây là biến động nào (thoát nghèo, tái nghèo, phát sinh mới…) từ lịch sử của hộ.',
    'Danh sách và số liệu của những ngày trước giữ nguyên. Tên bạn và quyết định được ghi vào nhật ký.',
  ],
  done: (movement: string) => `Đã ghi quyết định. Biến động: ${movement}.`,
  doneLead: (name: string, standard: string, since: string) => `Theo chuẩn ${standard}, từ ${since} hộ là: ${name}.`,
};

export const splitForm = {
  title: 'Tách hộ',
  lead: 'Người tách ra thành một hộ mới của xã, mang theo hồ sơ, hỗ trợ và nhu cầu của mình. Chủ hộ hiện nay ở lại hộ cũ.',
  members: 'Người tách ra',
  membersHint: 'Chọn ít nhất một người; hộ cũ phải còn người đang ở.',
  noMembers: 'Hộ chỉ có chủ hộ nên không tách được. Thêm thành viên trước.',
  head: 'Chủ hộ mới',
  headHint: 'Một trong những người tách ra.',
  village: 'Thôn, bản của hộ mới',
  villageHint: 'Để trống nếu vẫn ở thôn cũ.',
  submit: 'Tách hộ',
  follows: (people: string, name: string) => [
    `Hộ mới của ${name} có ${people} người, mã hộ do hệ thống đánh tiếp theo của xã.`,
    'Hộ mới giữ phân loại, thiếu hụt, nguyên nhân và nhóm đối tượng như hộ cũ; không hộ nào bị tính hai lần.',
    'Quan hệ với chủ hộ mới để trống, cần ghi lại trên trang của hộ mới.',
  ],
  done: 'Đã tách hộ.',
  doneLead: (name: string, code: string) => `Hộ mới: ${name}, mã hộ ${code}.`,
  open: 'Mở trang của hộ mới',
};

export const moveForm = {
  title: 'Chuyển hộ đi',
  lead: 'Cho hộ chuyển hẳn đến xã, phường khác trong tỉnh. Chuyển thôn trong xã thì sửa thông tin hộ; ra ngoài tỉnh thì ghi kết thúc hộ.',
  commune: 'Xã, phường đến',
  find: 'Tìm tên xã, phường mới hoặc tên cũ trước sắp xếp',
  madeOf: (names: string) => `Tên cũ: ${names}`,
  submit: 'Chuyển hộ đi',
  follows: (commune: string) => [
    `${commune} quản lý hộ từ ngày này; toàn bộ thành viên, hồ sơ, hỗ trợ và phân loại đi theo hộ, với mã hộ mới ở đó.`,
    'Xã bạn không mở được trang của hộ nữa; danh sách những ngày trước của xã vẫn còn hộ này.',
    'Đề nghị mở xem đang chờ xã trả lời được khép lại. Muốn đưa hộ về phải do nơi đến chuyển lại.',
  ],
  done: (name: string, code: string, commune: string) => `Đã chuyển hộ ${name} (${code}) đến ${commune}. Hộ không còn trong danh sách của xã.`,
};

export const mergeForm = {
  title: 'Nhập hộ',
  lead: 'Hai hộ của xã về chung một hộ. Một hộ giữ lại, hộ kia kết thúc và chuyển toàn bộ người, hỗ trợ sang.',
  other: 'Nhập với hộ',
  find: 'Tìm tên chủ hộ hoặc mã hộ',
  keep: 'Hộ giữ lại',
  keepHint: 'Phân loại, mã hộ và chủ hộ của hộ giữ lại không thay đổi.',
  chooseFirst: 'Chọn hộ thứ hai trước.',
  this: 'Hộ đang xem',
  theOther: 'Hộ được chọn',
  people: (count: string) => `${count} người`,
  standsAs: (name: string, since: string) => `${name} từ ${since}`,
  submit: 'Nhập hộ',
  follows: (kept: string, gone: string, together: string) => [
    `Hộ ${kept} giữ lại, có ${together} người sau khi nhập; phân loại, mã hộ và chủ hộ của hộ này giữ nguyên.`,
    `Hộ ${gone} kết thúc trong danh sách từ ngày này; người, hỗ trợ, nhu cầu và việc giúp đỡ chuyển sang hộ giữ lại.`,
    'Đơn vị giúp đỡ cả hai hộ chỉ còn tính một lần. Việc nhập hộ không hoàn tác được.',
  ],
  done: 'Đã nhập hộ.',
  doneLead: (name: string, code: string, people: string) => `Hộ giữ lại: ${name}, mã hộ ${code}, hiện có ${people} người.`,
  open: 'Mở trang của hộ giữ lại',
};

export const endForm = {
  title: 'Kết thúc hộ',
  lead: 'Cho hộ không còn trong danh sách quản lý của tỉnh. Chuyển đến xã khác trong tỉnh thì ghi chuyển hộ đi; về ở với hộ khác thì ghi nhập hộ.',
  kind: 'Hình thức kết thúc',
  kinds: { DIED: 'Cả hộ đã mất', LEFT_PROVINCE: 'Chuyển ra ngoài tỉnh', OTHER: 'Lý do khác' },
  submit: 'Kết thúc hộ',
  follows: (dead: boolean) => [
    'Hộ ra khỏi danh sách từ ngày này; danh sách những ngày trước giữ nguyên.',
    `Thiếu hụt, nhu cầu và việc giúp đỡ đang mở kết thúc; hỗ trợ chưa giao bị hủy; mọi thành viên đang ở được ghi là ${dead ? 'đã mất' : 'đã chuyển đi'}.`,
    'Trang của hộ chỉ còn để tra cứu. Việc kết thúc hộ không hoàn tác được.',
  ],
  done: 'Đã kết thúc hộ.',
};
