// Words of the secretariat's board; a file of their own, fetched with its pages.

export const board = {
  title: 'Tổng quan',
  lead: (day: string) => `Tiến độ mọi nhiệm vụ theo đơn vị · số liệu đến ${day}`,
  kinds: 'Phạm vi',
  plan: (count: string) => `${count} nhiệm vụ của kế hoạch`,
  planOnly: 'Nhiệm vụ của kế hoạch',
  others: 'Thường xuyên và giao thêm',
  status: 'Trạng thái',
  group: 'Nhóm nhiệm vụ',
  counts: 'Phần việc theo trạng thái',
  countsLead: (count: string) => `${count} phần việc đã giao; bấm một ô để lọc`,
  parts: 'phần việc',
  worst: 'Đơn vị có nhiều phần việc chậm nhất',
  worstOf: (late: string, all: string) => `${late} chậm trong ${all} phần việc`,
  noneLate: 'Không có đơn vị nào chậm.',
  matrix: 'Bảng nhiệm vụ theo đơn vị',
  list: 'Nhiệm vụ, nhiều phần việc chậm trước',
  task: 'Nhiệm vụ',
  communes: (count: string) => `${count} xã, phường`,
  notBound: 'không giao',
  leadRole: 'chủ trì',
  leadMark: 'CT',
  proposed: 'Đề xuất',
  proposedLong: 'đề xuất, chưa xác nhận',
  shown: (count: string, all: string) => (count === all ? `${all} nhiệm vụ` : `${count} trong ${all} nhiệm vụ`),
  none: 'Không có nhiệm vụ nào khớp bộ lọc.',
  legend: 'Chú giải',
  legendLead: 'CT: đơn vị chủ trì. Ô trống: không có phần việc.',
  wide: 'Bảng cuộn được theo hai chiều; hàng đầu và cột đầu đứng yên.',
};

/** Short words for the matrix's narrow cells. */
export const cellStatus = {
  ON_TIME: 'Đúng tiến độ',
  AT_RISK: 'Nguy cơ chậm',
  LATE: 'Chậm tiến độ',
  NOT_UPDATED: 'Chưa cập nhật',
  DONE: 'Hoàn thành',
};

/** After a number: "44 chậm". */
export const countStatus = {
  ON_TIME: 'đúng tiến độ',
  AT_RISK: 'nguy cơ',
  LATE: 'chậm',
  NOT_UPDATED: 'chưa cập nhật',
  DONE: 'xong',
};

export const boardTask = {
  communes: 'Tiến độ các xã, phường',
  agencies: 'Tiến độ các sở, ngành, đoàn thể',
  unit: 'Đơn vị',
  part: 'Phần việc',
  status: 'Trạng thái',
  late: 'Số ngày chậm',
  lateDays: (days: string) => `${days} ngày`,
  due: 'Hạn',
  result: 'Kết quả',
  lastEntry: 'Cập nhật',
  accepted: 'Tiếp nhận',
  task: 'Mở nhiệm vụ',
  all: 'Tất cả',
  shown: (count: string, all: string) => (count === all ? `${all} phần việc` : `${count} trong ${all} phần việc`),
  noneWith: 'Không có đơn vị nào ở trạng thái này.',
};

export const boardUnit = {
  tasks: 'Các phần việc',
  contact: 'Liên hệ',
  head: 'Người đứng đầu',
  phone: 'Điện thoại cơ quan',
  email: 'Thư điện tử cơ quan',
  area: 'Khu vực',
  outside: 'Ngoài vùng dân tộc thiểu số và miền núi',
  unconfirmed: 'Đơn vị này lấy từ danh mục chung, chưa được quản trị viên xác nhận.',
  households: 'Xem các hộ trên địa bàn',
  task: 'Nhiệm vụ',
  none: 'Đơn vị chưa được giao phần việc nào.',
};
