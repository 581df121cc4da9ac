import { readFileSync } from 'node:fs';

/** What a code is called in a file. */
export type Words = Readonly<Record<string, string>>;

export const classWords: Words = {
  POOR: 'Hộ nghèo', NEAR_POOR: 'Hộ cận nghèo', NEWLY_ESCAPED: 'Hộ mới thoát nghèo', NEWLY_ESCAPED_NEAR_POOR: 'Hộ mới thoát cận nghèo', AVERAGE: 'Hộ có mức sống trung bình', NONE: 'Không thuộc danh sách',
};
export const areaWords: Words = { RURAL: 'Nông thôn', URBAN: 'Thành thị' };
export const causeWords: Words = {
  LAND: 'Không có đất sản xuất', CAPITAL: 'Không có vốn', LABOUR: 'Không có lao động', TOOLS: 'Không có công cụ, phương tiện sản xuất', KNOWLEDGE: 'Không có kiến thức về sản xuất',
  SKILLS: 'Không có kỹ năng lao động', ILLNESS: 'Có người ốm đau, bệnh nặng', OTHER: 'Nguyên nhân khác',
};
export const groupWords: Words = { MINORITY: 'Dân tộc thiểu số', MERIT: 'Có người có công', NO_LABOUR: 'Không có khả năng lao động', AGENT_ORANGE_CHILD: 'Con nạn nhân chất độc da cam' };
export const sexWords: Words = { FEMALE: 'Nữ', MALE: 'Nam' };
export const residenceWords: Words = { PRESENT: 'Đang ở nhà', AWAY: 'Đi làm, đi học xa', LEFT: 'Đã chuyển đi', DEAD: 'Đã mất' };
export const labourWords: Words = { WORKING: 'Đang làm việc', UNEMPLOYED: 'Thất nghiệp', NOT_WORKING: 'Không tham gia lao động', UNABLE: 'Không có khả năng lao động' };
export const trainedWords: Words = {
  NONE: 'Chưa qua đào tạo', SHORT_COURSE: 'Đào tạo dưới 3 tháng', ELEMENTARY: 'Sơ cấp', INTERMEDIATE: 'Trung cấp', COLLEGE: 'Cao đẳng', UNIVERSITY: 'Đại học trở lên',
};
export const levelWords: Words = {
  NONE: 'Chưa đi học', KINDERGARTEN: 'Mầm non', PRIMARY: 'Tiểu học', LOWER_SECONDARY: 'Trung học cơ sở', UPPER_SECONDARY: 'Trung học phổ thông', VOCATIONAL: 'Học nghề', HIGHER: 'Cao đẳng, đại học',
};
export const disabilityWords: Words = { NONE: 'Không', MILD: 'Nhẹ', SEVERE: 'Nặng', EXTREME: 'Đặc biệt nặng' };
export const meritWords: Words = {
  WAR_INVALID: 'Thương binh', SICK_SOLDIER: 'Bệnh binh', MARTYR_KIN: 'Thân nhân liệt sĩ', AGENT_ORANGE_VICTIM: 'Nạn nhân chất độc da cam', HEROIC_MOTHER: 'Bà mẹ Việt Nam anh hùng',
  REVOLUTION_HELPER: 'Người có công giúp đỡ cách mạng', OTHER: 'Đối tượng khác',
};
export const supportKindWords: Words = {
  TRAINING: 'Đào tạo nghề', JOB: 'Việc làm', PRODUCTION: 'Sản xuất', LOAN: 'Vay vốn', HOUSING: 'Nhà ở', INSURANCE: 'Bảo hiểm y tế', NUTRITION: 'Dinh dưỡng', EDUCATION: 'Giáo dục',
  WATER: 'Nước sinh hoạt', LATRINE: 'Nhà tiêu hợp vệ sinh', INFORMATION: 'Thông tin', LEGAL_AID: 'Trợ giúp pháp lý', CASH: 'Trợ cấp',
};
export const supportStateWords: Words = { PLANNED: 'Dự kiến', APPROVED: 'Đã duyệt', DELIVERED: 'Đã giao', CANCELLED: 'Đã hủy' };
export const fundingWords: Words = {
  STATE_PROGRAMME: 'Chương trình mục tiêu quốc gia', LOCAL_BUDGET: 'Ngân sách địa phương', ENTRUSTED_CAPITAL: 'Vốn ủy thác', SOCIALISED: 'Xã hội hóa', FUND: 'Quỹ',
};
export const pairingStateWords: Words = { PROPOSED: 'Đề xuất', AGREED: 'Đã thống nhất', ENDED: 'Đã kết thúc' };
export const movementWords: Words = {
  LISTED: 'Có trong danh sách từ trước', NEWLY_ARISEN: 'Nghèo phát sinh mới', NEWLY_ARISEN_NEAR_POOR: 'Cận nghèo phát sinh mới', RELAPSED: 'Tái nghèo', RELAPSED_NEAR_POOR: 'Tái cận nghèo', ESCAPED: 'Thoát nghèo',
  ESCAPED_NEAR_POOR: 'Thoát cận nghèo', POOR_TO_NEAR_POOR: 'Từ nghèo lên cận nghèo', NEAR_POOR_TO_POOR: 'Từ cận nghèo xuống nghèo', UNCHANGED: 'Không thay đổi', LEVEL_CHANGED: 'Thay đổi mức',
  STANDARD_CHANGED: 'Đổi chuẩn nghèo', WINDOW_ENDED: 'Hết thời gian mới thoát', MOVED_IN: 'Chuyển đến', SPLIT: 'Tách hộ',
};
export const endMovementWords: Words = { CLASS_CHANGED: 'Đổi phân loại', MOVED_OUT: 'Chuyển đi', MERGED: 'Nhập hộ', ENDED: 'Không còn là hộ' };
export const purposeWords: Words = {
  VERIFY_PERSON: 'Đối chiếu nhân thân', PROVIDE_SUPPORT: 'Thực hiện hỗ trợ', REVIEW: 'Rà soát hộ nghèo, hộ cận nghèo', INSPECTION: 'Kiểm tra, giám sát', ANSWER_SUBJECT: 'Trả lời yêu cầu của chính người đó',
};

const indicators = JSON.parse(readFileSync('server/household/data/indicators.json', 'utf8')) as readonly { readonly code: string; readonly name: string }[];
/** In the order of the standards. */
export const indicatorWords: Words = Object.fromEntries(indicators.map(({ code, name }) => [code, name]));
