import { choice, day, named, several, text, tick, whole, year, type ExportLine, type Node } from './export.column.js';
import type { ExportKind } from './export-job.entity.js';
import * as words from './export.words.js';

const shown = { isDefault: true } as const;
const isOpen = ({ until }: Node): boolean => until === null;
const isLack = (row: Node): boolean => row.deprived === true && isOpen(row);
/** Of the decision by which the household has its class today. */
const decided = (key: 'decisionNumber' | 'decisionDay', header: string, kind: 'TEXT' | 'DATE'): ExportLine => ({
  key, header, kind, width: 18, isDefault: false, select: `classRecords { ${key} until }`,
  cell: node => (((node.classRecords ?? []) as readonly Node[]).find(isOpen)?.[key] as string | null | undefined) ?? null,
});
const lacks = { list: 'deprivations', field: 'indicator', also: 'deprived until', words: words.indicatorWords };

// Free text (notes, evidence, promises, reasons) and positions have no column: that is where private life lands. Keys are those by which lists come in.
const households: readonly ExportLine[] = [
  text('code', 'Mã hộ', 'code', shown),
  text('commune', 'Mã xã', 'commune.code', { width: 10 }),
  text('communeName', 'Xã, phường', 'commune.shortName', shown),
  named('village', 'Thôn, bản, tổ dân phố', 'village.name', { ...shown, width: 24 }),
  choice('areaType', 'Khu vực', 'areaType', words.areaWords, { width: 12 }),
  text('headName', 'Họ và tên chủ hộ', 'headName', { ...shown, width: 28 }),
  choice('class', 'Phân loại hộ', 'class', words.classWords, { ...shown, width: 24 }),
  named('standard', 'Chuẩn nghèo', 'standard', shown),
  day('classSince', 'Phân loại từ ngày', 'classSince', shown),
  decided('decisionNumber', 'Số quyết định', 'TEXT'),
  decided('decisionDay', 'Ngày quyết định', 'DATE'),
  whole('memberCount', 'Số nhân khẩu', 'memberCount', shown),
  whole('workerCount', 'Số người trong độ tuổi lao động', 'workerCount'),
  whole('childCount', 'Số trẻ em', 'childCount'),
  whole('deprivationCount', 'Số chỉ số thiếu hụt', 'deprivationCount'),
  named('ethnicity', 'Dân tộc', 'ethnicity.name', { width: 14 }),
  several('lacks', 'Các chỉ số thiếu hụt', { ...lacks, holds: isLack }),
  ...Object.entries(words.indicatorWords).map(([code, name]): ExportLine => ({
    ...several(`lack:${code}`, `Thiếu hụt: ${name}`, lacks, { width: 12 }),
    cell: node => ((node.deprivations ?? []) as readonly Node[]).some(row => row.indicator === code && isLack(row)) ? { code: 'true', word: 'x' } : null,
  })),
  several('causes', 'Nguyên nhân nghèo', { list: 'causes', field: 'cause', also: 'until', holds: isOpen, words: words.causeWords }),
  several('groups', 'Nhóm đối tượng', { list: 'groups', field: 'kind', also: 'until', holds: isOpen, words: words.groupWords }),
  several('needs', 'Nhu cầu hỗ trợ', { list: 'needs', field: 'kind', also: 'until', holds: isOpen, words: words.supportKindWords }),
  tick('hasAnySupport', 'Đang được giúp đỡ', 'hasAnySupport', shown),
  text('helpers', 'Đơn vị giúp đỡ', 'helpers', { ...shown, width: 30 }),
  day('exitRegisteredOn', 'Ngày đăng ký thoát nghèo', 'exitRegisteredOn'),
  year('expectedExitYear', 'Năm dự kiến thoát nghèo', 'expectedExitYear'),
  text('officer', 'Cán bộ phụ trách', 'officerInCharge', { width: 24 }),
  text('address', 'Địa chỉ', 'contact.addressDetail', { width: 28 }),
  text('phone', 'Điện thoại', 'contact.phone', { width: 14 }),
  day('endedOn', 'Thôi là hộ từ ngày', 'endedOn'),
  {
    key: 'income', header: 'Thu nhập bình quân (đồng/người/tháng)', kind: 'WHOLE', width: 20, isDefault: false, select: 'incomes(purpose: $purpose) { incomePerHead asOf }',
    cell: node => ((node.incomes ?? []) as readonly { readonly incomePerHead: number | null }[])[0]?.incomePerHead ?? null,
  },
  several('merits', 'Diện người có công', { list: 'merits!', field: 'kind', also: 'validTo', holds: row => row.validTo === null, words: words.meritWords }),
];

const ofHousehold = (of = 'household'): readonly ExportLine[] => [
  text('code', 'Mã hộ', `${of}.code`, shown), text('headName', 'Họ và tên chủ hộ', `${of}.headName`, { ...shown, width: 28 }), text('commune', 'Mã xã', `${of}.commune.code`, { width: 10 }),
  text('communeName', 'Xã, phường', `${of}.commune.shortName`, shown), named('village', 'Thôn, bản, tổ dân phố', `${of}.village.name`, { ...shown, width: 24 }),
  choice('class', 'Phân loại hộ', `${of}.class`, words.classWords, { ...shown, width: 24 }),
];

const members: readonly ExportLine[] = [
  ...ofHousehold(),
  text('fullName', 'Họ và tên', 'fullName', { ...shown, width: 28 }),
  tick('isHead', 'Là chủ hộ', 'isHead'),
  year('birthYear', 'Năm sinh', 'birthYear', shown),
  choice('sex', 'Giới tính', 'sex', words.sexWords, { ...shown, width: 10 }),
  day('birthDate', 'Ngày sinh', 'birthDate'),
  text('relation', 'Quan hệ với chủ hộ', 'relation'),
  named('ethnicity', 'Dân tộc', 'ethnicity.name', { width: 14 }),
  choice('residence', 'Tình trạng cư trú', 'residence', words.residenceWords),
  choice('labour', 'Tình trạng việc làm', 'labour.status', words.labourWords),
  text('occupation', 'Nghề nghiệp', 'labour.occupation'),
  choice('trained', 'Trình độ đào tạo', 'labour.trainedLevel', words.trainedWords),
  tick('attending', 'Đang đi học', 'schooling.attending'),
  choice('level', 'Cấp học', 'schooling.level', words.levelWords),
  tick('hasCard', 'Có thẻ bảo hiểm y tế', 'insurance.hasCard'),
  day('cardTo', 'Thẻ có giá trị đến', 'insurance.validTo'),
  text('idNumber', 'Số định danh cá nhân', 'identity!.idNumber'),
  text('insuranceNumber', 'Số thẻ bảo hiểm y tế', 'identity!.insuranceNumber', { width: 20 }),
  tick('malnutrition', 'Suy dinh dưỡng', 'health!.malnutrition'),
  choice('disability', 'Khuyết tật', 'health!.disability', words.disabilityWords),
  tick('seriousIllness', 'Bệnh hiểm nghèo', 'health!.seriousIllness'),
];

const needs: readonly ExportLine[] = [
  ...ofHousehold(),
  text('member', 'Họ và tên thành viên', 'member.fullName', { ...shown, width: 28 }),
  choice('kind', 'Loại hỗ trợ', 'kind', words.supportKindWords, shown),
  day('since', 'Từ ngày', 'since', shown),
  day('until', 'Đến ngày', 'until', shown),
  day('metOn', 'Đã đáp ứng ngày', 'metBy.deliveredDay'),
];

const supports: readonly ExportLine[] = [
  ...ofHousehold(),
  text('member', 'Họ và tên thành viên', 'member.fullName', { ...shown, width: 28 }),
  choice('kind', 'Loại hỗ trợ', 'kind', words.supportKindWords, shown),
  text('provider', 'Đơn vị hỗ trợ', 'provider.shortName', { ...shown, width: 28 }),
  choice('state', 'Trạng thái', 'state', words.supportStateWords, shown),
  choice('funding', 'Nguồn vốn', 'fundingSource', words.fundingWords),
  text('programme', 'Chương trình, dự án', 'programme', { width: 28 }),
  text('clause', 'Điều khoản kế hoạch', 'clause'),
  day('plannedDay', 'Ngày dự kiến', 'plannedDay', shown),
  day('deliveredDay', 'Ngày đã giao', 'deliveredDay', shown),
  text('quantity', 'Khối lượng', 'quantity'),
  whole('amount', 'Số tiền (đồng)', 'amount.amount', { width: 18 }),
  day('disbursedOn', 'Ngày giải ngân', 'amount.disbursedOn'),
  day('verifiedOn', 'Xã xác nhận ngày', 'verifiedOn'),
  whole('loanTerm', 'Thời hạn vay (tháng)', 'loan!.termMonths'),
  whole('outstanding', 'Dư nợ (đồng)', 'loan!.outstanding', { width: 18 }),
  whole('overdue', 'Nợ quá hạn (đồng)', 'loan!.overdue', { width: 18 }),
];

const pairings: readonly ExportLine[] = [
  text('helper', 'Đơn vị giúp đỡ', 'helper.shortName', { ...shown, width: 30 }),
  text('commune', 'Mã xã', 'commune.code', { width: 10 }),
  text('communeName', 'Xã, phường', 'commune.shortName', shown),
  text('code', 'Mã hộ', 'householdCode', shown),
  text('headName', 'Họ và tên chủ hộ', 'household.headName', { ...shown, width: 28 }),
  named('village', 'Thôn, bản, tổ dân phố', 'householdVillage.name', { ...shown, width: 24 }),
  choice('class', 'Phân loại hộ khi đề xuất', 'householdClass', words.classWords, { ...shown, width: 24 }),
  choice('needs', 'Nhu cầu hỗ trợ khi đề xuất', 'needKinds', words.supportKindWords, { width: 30 }),
  choice('state', 'Trạng thái', 'state', words.pairingStateWords, shown),
  day('validFrom', 'Từ ngày', 'validFrom', shown),
  day('validTo', 'Đến ngày', 'validTo', shown),
  text('leaderInCharge', 'Lãnh đạo phụ trách', 'leaderInCharge', { width: 24 }),
  text('officer', 'Cán bộ phụ trách', 'officer', { width: 24 }),
  day('communeConfirmedOn', 'Xã xác nhận ngày', 'communeConfirmedOn'),
  day('helperConfirmedOn', 'Đơn vị giúp đỡ xác nhận ngày', 'helperConfirmedOn'),
];

const classList: readonly ExportLine[] = [
  text('code', 'Mã hộ', 'code', shown),
  text('headName', 'Họ và tên chủ hộ', 'headName', { ...shown, width: 28 }),
  text('commune', 'Mã xã', 'commune.code', { width: 10 }),
  text('communeName', 'Xã, phường', 'commune.shortName', shown),
  named('village', 'Thôn, bản, tổ dân phố', 'village.name', { ...shown, width: 24 }),
  whole('memberCount', 'Số nhân khẩu', 'memberCount', shown),
  choice('class', 'Phân loại hộ', 'class', words.classWords, { ...shown, width: 24 }),
  named('standard', 'Chuẩn nghèo', 'standard', shown),
  choice('movement', 'Biến động', 'movement', words.movementWords, { ...shown, width: 24 }),
  day('since', 'Từ ngày', 'since', shown),
  day('until', 'Đến trước ngày', 'until', shown),
  choice('endMovement', 'Lý do kết thúc', 'endMovement', words.endMovementWords),
  text('decisionNumber', 'Số quyết định', 'decisionNumber', shown),
  day('decisionDay', 'Ngày quyết định', 'decisionDay', shown),
];

/** A list that can be taken out: its root field and noun in the graph, where a row says that it is made up, its words and columns. */
export interface ExportList { readonly field: string; readonly noun: string; readonly title: string; readonly made: string; readonly columns: readonly ExportLine[] }
const made = 'household { synthetic }';
export const exportLists: Readonly<Record<ExportKind, ExportList>> = {
  HOUSEHOLDS:    { field: 'households', noun: 'Household', title: 'Danh sách hộ', made: 'synthetic', columns: households },
  MEMBERS:       { field: 'members', noun: 'Member', title: 'Danh sách thành viên hộ', made, columns: members },
  SUPPORT_NEEDS: { field: 'supportNeeds', noun: 'SupportNeed', title: 'Nhu cầu hỗ trợ', made, columns: needs },
  SUPPORTS:      { field: 'supports', noun: 'Support', title: 'Hỗ trợ cho hộ và thành viên', made, columns: supports },
  PAIRINGS:      { field: 'pairings', noun: 'Pairing', title: 'Phân công giúp đỡ', made, columns: pairings },
  CLASS_LIST:    { field: 'classRecords', noun: 'ClassRecord', title: 'Danh sách hộ theo quyết định', made, columns: classList },
};
