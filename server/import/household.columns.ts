import type { ColumnLine } from './import.columns.js';
import type { Lists } from './import.lists.js';
import * as parse from './import.parsers.js';

export const classWords: parse.Words = [
  ['Hộ nghèo', 'POOR'], ['Nghèo', 'POOR'], ['Hộ cận nghèo', 'NEAR_POOR'], ['Cận nghèo', 'NEAR_POOR'], ['Hộ mới thoát nghèo', 'NEWLY_ESCAPED'], ['Mới thoát nghèo', 'NEWLY_ESCAPED'],
  ['Hộ mới thoát cận nghèo', 'NEWLY_ESCAPED_NEAR_POOR'], ['Mới thoát cận nghèo', 'NEWLY_ESCAPED_NEAR_POOR'], ['Hộ có mức sống trung bình', 'AVERAGE'], ['Mức sống trung bình', 'AVERAGE'],
  ['Không thuộc danh sách', 'NONE'],
];
export const causeWords: parse.Words = [
  ['Không có đất sản xuất', 'LAND'], ['Không có vốn', 'CAPITAL'], ['Không có lao động', 'LABOUR'], ['Không có công cụ, phương tiện sản xuất', 'TOOLS'], ['Không có kiến thức về sản xuất', 'KNOWLEDGE'],
  ['Không có kỹ năng lao động', 'SKILLS'], ['Có người ốm đau, bệnh nặng', 'ILLNESS'], ['Nguyên nhân khác', 'OTHER'],
];
export const groupWords: parse.Words = [
  ['Dân tộc thiểu số', 'MINORITY'], ['Có người có công', 'MERIT'], ['Không có khả năng lao động', 'NO_LABOUR'], ['Con nạn nhân chất độc da cam', 'AGENT_ORANGE_CHILD'],
];
export const sexWords: parse.Words = [['Nữ', 'FEMALE'], ['Nam', 'MALE']];
export const areaWords: parse.Words = [['Nông thôn', 'RURAL'], ['Thành thị', 'URBAN']];
const movementWords: parse.Words = [['Có trong danh sách từ trước', 'LISTED'], ['Theo quyết định mới', 'BY_RULE']];

/** One row a household: who it is, its class by decision, what it lacks and why. */
export const householdColumns = ({ villages, ethnicGroups, indicators }: Lists): readonly ColumnLine[] => {
  const lackWords = indicators.flatMap(({ code, name }, at) => [[name, code], [String(at + 1), code]] as const);
  return [
    { key: 'code', header: 'Mã hộ', also: ['Mã số hộ', 'Số hộ'], fields: ['Household.code'], isRequired: true, parse: parse.code, kind: 'TEXT' },
    { key: 'commune', header: 'Mã xã', also: ['Mã xã, phường', 'Mã đơn vị hành chính'], fields: ['Household.commune'], parse: parse.commune, kind: 'TEXT', width: 10 },
    { key: 'village', header: 'Thôn, bản, tổ dân phố', also: ['Thôn', 'Thôn/bản', 'Tên thôn', 'Bản'], fields: ['Household.village'], isRequired: true, parse: parse.village, kind: 'TEXT', width: 24, choices: villages.map(one => one.name) },
    { key: 'headName', header: 'Họ và tên chủ hộ', also: ['Chủ hộ', 'Tên chủ hộ'], fields: ['Household.headName'], isRequired: true, parse: parse.personName, kind: 'TEXT', width: 28 },
    { key: 'headBirthYear', header: 'Năm sinh chủ hộ', fields: ['Member.birthYear'], parse: parse.year(1900), kind: 'TEXT', width: 12 },
    { key: 'headSex', header: 'Giới tính chủ hộ', fields: ['Member.sex'], parse: parse.choice(() => sexWords, 'Giới tính'), kind: 'TEXT', width: 12, choices: parse.picks(sexWords) },
    { key: 'ethnicity', header: 'Dân tộc', fields: ['Household.ethnicity'], isRequired: true, parse: parse.ethnicity, kind: 'TEXT', width: 14, choices: ethnicGroups.map(one => one.name) },
    { key: 'areaType', header: 'Khu vực', fields: ['Household.areaType'], parse: parse.choice(() => areaWords, 'Khu vực'), kind: 'TEXT', width: 12, choices: parse.picks(areaWords) },
    // A class is written by decision, with the household whose list it is on; a village head writes down no decision.
    { key: 'class', header: 'Phân loại hộ', also: ['Phân loại', 'Loại hộ', 'Kết quả phân loại'], fields: ['Household.code'], isOfOffice: true, parse: parse.choice(() => classWords, 'Phân loại'), kind: 'TEXT', width: 20, choices: parse.picks(classWords) },
    { key: 'decisionNumber', header: 'Số quyết định', fields: ['Household.code'], isOfOffice: true, parse: parse.text(60), kind: 'TEXT', width: 18 },
    { key: 'decisionDay', header: 'Ngày quyết định', fields: ['Household.code'], isOfOffice: true, parse: parse.day(), kind: 'DATE', width: 14 },
    { key: 'movement', header: 'Ghi nhận', fields: ['Household.code'], isOfOffice: true, parse: parse.choice(() => movementWords, 'Ghi nhận'), kind: 'TEXT', width: 20, choices: parse.picks(movementWords) },
    ...indicators.map(({ code, name }): ColumnLine => ({
      key: `lack:${code}`, header: `Thiếu hụt: ${name}`, also: [name], fields: ['Deprivation.deprived'], parse: parse.tick, kind: 'TEXT', width: 12, choices: ['x', 'Không'],
    })),
    { key: 'lacks', header: 'Các chỉ số thiếu hụt', also: ['Chỉ số thiếu hụt', 'Thiếu hụt'], fields: ['Deprivation.deprived'], parse: parse.choices(() => lackWords, 'Chỉ số'), kind: 'TEXT', isExtra: true },
    { key: 'causes', header: 'Nguyên nhân nghèo', fields: ['PovertyCause.cause'], parse: parse.choices(() => causeWords, 'Nguyên nhân'), kind: 'TEXT', width: 28 },
    { key: 'groups', header: 'Nhóm đối tượng', fields: ['HouseholdGroup.kind'], parse: parse.choices(() => groupWords, 'Nhóm đối tượng'), kind: 'TEXT', width: 24 },
    { key: 'exitRegisteredOn', header: 'Ngày đăng ký thoát nghèo', fields: ['Household.exitRegisteredOn'], parse: parse.day(), kind: 'DATE', width: 14 },
    { key: 'expectedExitYear', header: 'Năm dự kiến thoát nghèo', fields: ['Household.expectedExitYear'], parse: parse.whole(2022, 2035), kind: 'TEXT', width: 12 },
    { key: 'officer', header: 'Cán bộ phụ trách', fields: ['Household.officerInCharge'], parse: parse.text(120), kind: 'TEXT', width: 24 },
    { key: 'address', header: 'Địa chỉ', fields: ['HouseholdContact.addressDetail'], parse: parse.text(300), kind: 'TEXT', width: 28 },
    { key: 'phone', header: 'Điện thoại', fields: ['HouseholdContact.phone'], parse: parse.text(20), kind: 'TEXT', width: 14 },
    { key: 'version', header: 'Phiên bản', fields: ['Household.code'], parse: parse.whole(1, 1_000_000_000), kind: 'WHOLE', isHidden: true },
  ];
};
