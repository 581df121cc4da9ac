// What the kinds and states of a household's records are called; lists of records and of people need these and not the page's other words.

export const movement = {
  LISTED: 'Vào danh sách lần đầu',
  NEWLY_ARISEN: 'Nghèo phát sinh mới',
  NEWLY_ARISEN_NEAR_POOR: 'Cận nghèo phát sinh mới',
  RELAPSED: 'Tái nghèo',
  RELAPSED_NEAR_POOR: 'Tái cận nghèo',
  ESCAPED: 'Thoát nghèo',
  ESCAPED_NEAR_POOR: 'Thoát cận nghèo',
  POOR_TO_NEAR_POOR: 'Từ nghèo lên cận nghèo',
  NEAR_POOR_TO_POOR: 'Từ cận nghèo xuống nghèo',
  UNCHANGED: 'Giữ nguyên phân loại',
  LEVEL_CHANGED: 'Đổi mức sống',
  STANDARD_CHANGED: 'Xác định lại theo chuẩn mới',
  WINDOW_ENDED: 'Hết thời gian theo dõi sau khi thoát',
  MOVED_IN: 'Chuyển đến',
  SPLIT: 'Tách hộ',
};

export const endMovement = { CLASS_CHANGED: '', MOVED_OUT: 'Chuyển đi', MERGED: 'Nhập hộ', ENDED: 'Kết thúc hộ' };

export const causeKind = {
  LAND: 'Thiếu đất sản xuất',
  CAPITAL: 'Thiếu vốn sản xuất, kinh doanh',
  LABOUR: 'Thiếu lao động',
  TOOLS: 'Thiếu công cụ, phương tiện sản xuất',
  KNOWLEDGE: 'Thiếu kiến thức về sản xuất',
  SKILLS: 'Thiếu kỹ năng lao động, sản xuất',
  ILLNESS: 'Có người ốm đau, bệnh nặng, tai nạn',
  OTHER: 'Nguyên nhân khác',
};

export const supportKind = {
  TRAINING: 'Đào tạo nghề',
  JOB: 'Tư vấn, giới thiệu việc làm',
  PRODUCTION: 'Hỗ trợ sản xuất',
  LOAN: 'Vay vốn ưu đãi',
  HOUSING: 'Nhà ở',
  INSURANCE: 'Bảo hiểm y tế',
  NUTRITION: 'Dinh dưỡng, chăm sóc sức khỏe',
  EDUCATION: 'Giáo dục, học phí',
  WATER: 'Nước sinh hoạt',
  LATRINE: 'Nhà tiêu hợp vệ sinh',
  INFORMATION: 'Thông tin, viễn thông',
  LEGAL_AID: 'Trợ giúp pháp lý',
  CASH: 'Tiền, hiện vật từ quỹ',
};

export const supportState = { PLANNED: 'Dự kiến', APPROVED: 'Đã duyệt', DELIVERED: 'Đã giao', CANCELLED: 'Đã hủy' };

export const fundingSource = {
  STATE_PROGRAMME: 'Chương trình mục tiêu quốc gia',
  LOCAL_BUDGET: 'Ngân sách địa phương',
  ENTRUSTED_CAPITAL: 'Vốn ủy thác, vốn chính sách',
  SOCIALISED: 'Xã hội hóa',
  FUND: 'Quỹ “Vì người nghèo”, quỹ khác',
};

export const labourStatus = { WORKING: 'Đang làm việc', UNEMPLOYED: 'Đang tìm việc', NOT_WORKING: 'Không làm việc', UNABLE: 'Không có khả năng lao động' };
export const trainedLevel = {
  NONE: 'Chưa qua đào tạo',
  SHORT_COURSE: 'Đào tạo dưới 3 tháng',
  ELEMENTARY: 'Sơ cấp',
  INTERMEDIATE: 'Trung cấp',
  COLLEGE: 'Cao đẳng',
  UNIVERSITY: 'Đại học trở lên',
};
export const schoolLevel = {
  NONE: 'Chưa học',
  KINDERGARTEN: 'Mầm non',
  PRIMARY: 'Tiểu học',
  LOWER_SECONDARY: 'Trung học cơ sở',
  UPPER_SECONDARY: 'Trung học phổ thông',
  VOCATIONAL: 'Giáo dục nghề nghiệp',
  HIGHER: 'Đại học, cao đẳng',
};
export const schooling = {
  attending: (level: string) => `Đang học ${level.toLocaleLowerCase('vi')}`,
  finished: (level: string) => `Không đi học; đã học ${level.toLocaleLowerCase('vi')}`,
  never: 'Chưa đi học',
};

export const disability = { NONE: 'Không', MILD: 'Nhẹ', SEVERE: 'Nặng', EXTREME: 'Đặc biệt nặng' };
export const meritKind = {
  WAR_INVALID: 'Thương binh',
  SICK_SOLDIER: 'Bệnh binh',
  MARTYR_KIN: 'Thân nhân liệt sĩ',
  AGENT_ORANGE_VICTIM: 'Người hoạt động kháng chiến bị nhiễm chất độc hóa học',
  HEROIC_MOTHER: 'Bà mẹ Việt Nam anh hùng',
  REVOLUTION_HELPER: 'Người có công giúp đỡ cách mạng',
  OTHER: 'Đối tượng khác',
};
export const housingNeed = { NONE: 'Không có nhu cầu', REPAIR: 'Cần sửa chữa', REBUILD: 'Cần xây mới' };
export const incomeSource = { SURVEY: 'Rà soát', DECLARED: 'Hộ tự kê khai', IMPORTED: 'Nhập từ danh sách' };

export const requestState = { REQUESTED: 'Chờ xã quyết định', GRANTED: 'Đã đồng ý', REFUSED: 'Không đồng ý', WITHDRAWN: 'Đã rút', REVOKED: 'Xã đã dừng cho xem' };
