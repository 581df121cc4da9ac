// Words of the page that tells who opened sensitive parts of a household.

export const log = {
  title: 'Ai đã mở xem hộ này',
  back: 'Hộ gia đình',
  what: 'nhật ký mở xem của hộ',
  sheet: 'NHẬT KÝ MỞ XEM DỮ LIỆU NHẠY CẢM CỦA HỘ',
  leadAll: 'Mỗi lần có người mở dữ liệu nhạy cảm của hộ, hệ thống ghi một dòng, không sửa và không xóa được. Dòng mới nhất ở trên.',
  leadOwn: 'Những lần đơn vị của bạn mở dữ liệu nhạy cảm của hộ này. Xã quản lý hộ xem được lần mở của mọi đơn vị.',
  at: 'Thời điểm',
  who: 'Người mở',
  unit: 'Đơn vị',
  part: 'Nội dung đã mở',
  member: 'Của ai',
  purpose: 'Mục đích',
  noPerson: 'Chưa ghi tên',
  wholeHousehold: 'Cả hộ',
  noPurpose: 'Không phải nêu',
  empty: 'Chưa có ai mở dữ liệu nhạy cảm của hộ này.',
  more: (count: string) => `Xem thêm ${count} lần`,
  count: (count: string) => `Tất cả ${count} lần mở.`,
  countSoFar: (count: string) => `Đang xem ${count} lần mở gần nhất.`,
  print: 'In danh sách',
  note: (count: string) => `Danh sách gồm ${count} lần mở, lấy từ nhật ký truy cập của hệ thống, trong phạm vi người in được xem.`,
  noteCut: (count: string) => `Danh sách gồm ${count} lần mở gần nhất, lấy từ nhật ký truy cập của hệ thống, trong phạm vi người in được xem; những lần trước đó không có trong bản in này.`,
  synthetic: 'Dữ liệu minh họa',
  syntheticLead: 'Hộ này do hệ thống tạo ra để minh họa, không phải hộ có thật.',
  notAllowed: 'Chức vụ này không xem được nhật ký mở xem dữ liệu của hộ.',
  grantedBy: 'lãnh đạo đơn vị bạn',
};

/** What was opened; the other parts are named as they are where they are closed. */
export const openedPart: Record<string, string | undefined> = {
  'Member.ethnicity': 'Dân tộc của thành viên',
  Eligibility: 'Tra cứu người thuộc hộ nghèo, cận nghèo',
  ClassCertificate: 'Giấy xác nhận phân loại hộ',
  SightReason: 'Lý do được xem hộ',
  Overlap: 'Kiểm tra trùng hỗ trợ',
};
