import { sexWords } from './household.columns.js';
import type { ColumnLine } from './import.columns.js';
import type { Lists } from './import.lists.js';
import * as parse from './import.parsers.js';

const residenceWords: parse.Words = [['Đang ở nhà', 'PRESENT'], ['Đi làm, đi học xa', 'AWAY'], ['Đã chuyển đi', 'LEFT'], ['Đã mất', 'DEAD']];
const labourWords: parse.Words = [['Đang làm việc', 'WORKING'], ['Thất nghiệp', 'UNEMPLOYED'], ['Không tham gia lao động', 'NOT_WORKING'], ['Không có khả năng lao động', 'UNABLE']];
const trainedWords: parse.Words = [
  ['Chưa qua đào tạo', 'NONE'], ['Đào tạo dưới 3 tháng', 'SHORT_COURSE'], ['Sơ cấp', 'ELEMENTARY'], ['Trung cấp', 'INTERMEDIATE'], ['Cao đẳng', 'COLLEGE'], ['Đại học trở lên', 'UNIVERSITY'],
];
const levelWords: parse.Words = [
  ['Chưa đi học', 'NONE'], ['Mầm non', 'KINDERGARTEN'], ['Tiểu học', 'PRIMARY'], ['Trung học cơ sở', 'LOWER_SECONDARY'], ['THCS', 'LOWER_SECONDARY'], ['Trung học phổ thông', 'UPPER_SECONDARY'], ['THPT', 'UPPER_SECONDARY'],
  ['Học nghề', 'VOCATIONAL'], ['Cao đẳng, đại học', 'HIGHER'],
];
const relationWords = ['Chủ hộ', 'Vợ', 'Chồng', 'Con', 'Cha', 'Mẹ', 'Ông', 'Bà', 'Cháu', 'Anh, chị, em', 'Khác'];
const words = (key: string, header: string, field: string, list: parse.Words, more: Partial<ColumnLine> = {}): ColumnLine =>
  ({ key, header, fields: [field], parse: parse.choice(() => list, header), kind: 'TEXT', width: 18, choices: parse.picks(list), ...more });

/** One row a member, by the code of the household. */
export const memberColumns = ({ ethnicGroups }: Lists): readonly ColumnLine[] => [
  { key: 'code', header: 'Mã hộ', also: ['Mã số hộ'], fields: ['Member.household'], isRequired: true, parse: parse.code, kind: 'TEXT' },
  { key: 'fullName', header: 'Họ và tên', also: ['Họ tên', 'Họ và tên thành viên'], fields: ['Member.fullName'], isRequired: true, parse: parse.personName, kind: 'TEXT', width: 28 },
  { key: 'birthDate', header: 'Ngày sinh', fields: ['Member.birthDate'], parse: parse.day({ from: '1900-01-01' }), kind: 'DATE', width: 14 },
  { key: 'birthYear', header: 'Năm sinh', fields: ['Member.birthYear'], parse: parse.year(1900), kind: 'TEXT', width: 10 },
  words('sex', 'Giới tính', 'Member.sex', sexWords, { isRequired: true, width: 10 }),
  { key: 'relation', header: 'Quan hệ với chủ hộ', fields: ['Member.relation'], parse: parse.text(60), kind: 'TEXT', width: 18, choices: relationWords },
  { key: 'ethnicity', header: 'Dân tộc', fields: ['Member.ethnicity'], isRequired: true, parse: parse.ethnicity, kind: 'TEXT', width: 14, choices: ethnicGroups.map(one => one.name) },
  words('residence', 'Tình trạng cư trú', 'Member.residence', residenceWords),
  { key: 'idNumber', header: 'Số định danh cá nhân', also: ['CCCD', 'Số CCCD', 'Số căn cước'], fields: ['HouseholdIdentity.idNumber'], opens: 'HouseholdIdentity', parse: parse.idNumber, kind: 'TEXT', width: 18 },
  { key: 'insuranceNumber', header: 'Số thẻ bảo hiểm y tế', fields: ['HouseholdIdentity.insuranceNumber'], opens: 'HouseholdIdentity', parse: parse.insuranceNumber, kind: 'TEXT', width: 20 },
  words('labour', 'Tình trạng việc làm', 'MemberLabour.status', labourWords),
  { key: 'occupation', header: 'Nghề nghiệp', fields: ['MemberLabour.occupation'], parse: parse.text(120), kind: 'TEXT' },
  words('trained', 'Trình độ đào tạo', 'MemberLabour.trainedLevel', trainedWords),
  { key: 'attending', header: 'Đang đi học', fields: ['MemberSchooling.attending'], parse: parse.tick, kind: 'TEXT', width: 12, choices: ['x', 'Không'] },
  words('level', 'Cấp học', 'MemberSchooling.level', levelWords),
  { key: 'hasCard', header: 'Có thẻ bảo hiểm y tế', fields: ['MemberInsurance.hasCard'], parse: parse.tick, kind: 'TEXT', width: 12, choices: ['x', 'Không'] },
  { key: 'cardTo', header: 'Thẻ có giá trị đến', fields: ['MemberInsurance.validTo'], parse: parse.day({ mayBeAhead: true }), kind: 'DATE', width: 14 },
  { key: 'version', header: 'Phiên bản', fields: ['Member.fullName'], parse: parse.whole(1, 1_000_000_000), kind: 'WHOLE', isHidden: true },
];
export { labourWords, levelWords, residenceWords, trainedWords };
