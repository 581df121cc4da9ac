import { writtenDay } from '../graphql/check.js';
import type { ExportKind } from './export-job.entity.js';
import * as words from './export.words.js';

/** Names of rows by what the filter calls them: field and id. */
export type Named = ReadonlyMap<string, string>;

const labels: Readonly<Record<string, string>> = {
  code: 'mã hộ', commune: 'xã, phường', village: 'thôn, bản', areaType: 'khu vực', headName: 'chủ hộ', class: 'phân loại', standard: 'chuẩn nghèo', classSince: 'phân loại từ ngày', memberCount: 'số nhân khẩu',
  workerCount: 'số lao động', childCount: 'số trẻ em', deprivationCount: 'số chỉ số thiếu hụt', ethnicity: 'dân tộc', exitRegisteredOn: 'ngày đăng ký thoát nghèo', expectedExitYear: 'năm dự kiến thoát nghèo',
  officerInCharge: 'cán bộ phụ trách', hasHelper: 'có đơn vị giúp đỡ', hasAnySupport: 'đang được giúp đỡ', endedOn: 'ngày thôi là hộ', members: 'thành viên', deprivations: 'thiếu hụt', groups: 'nhóm đối tượng', pairings: 'phân công giúp đỡ',
  causes: 'nguyên nhân nghèo', needs: 'nhu cầu hỗ trợ', supports: 'hỗ trợ', merits: 'hồ sơ người có công', incomes: 'thu nhập', classRecords: 'quyết định phân loại', household: 'hộ', member: 'thành viên', fullName: 'họ và tên',
  isHead: 'là chủ hộ', birthYear: 'năm sinh', sex: 'giới tính', birthDate: 'ngày sinh', residence: 'cư trú', labour: 'việc làm', schooling: 'học tập', insurance: 'bảo hiểm y tế', health: 'sức khỏe', identity: 'giấy tờ',
  status: 'tình trạng', trainedLevel: 'trình độ đào tạo', occupation: 'nghề nghiệp', attending: 'đang đi học', level: 'cấp học', hasCard: 'có thẻ', validTo: 'đến ngày', validFrom: 'từ ngày', indicator: 'chỉ số', deprived: 'thiếu hụt',
  since: 'từ ngày', until: 'đến ngày', kind: 'loại', state: 'trạng thái', provider: 'đơn vị hỗ trợ', helper: 'đơn vị giúp đỡ', fundingSource: 'nguồn vốn', programme: 'chương trình', plannedDay: 'ngày dự kiến', deliveredDay: 'ngày đã giao',
  verifiedOn: 'ngày xã xác nhận', cause: 'nguyên nhân', movement: 'biến động', endMovement: 'lý do kết thúc', stood: 'từng có trong danh sách', decisionNumber: 'số quyết định', decisionDay: 'ngày quyết định', householdCode: 'mã hộ', householdClass: 'phân loại',
  householdVillage: 'thôn, bản', hasMerit: 'gia đình có công', metBy: 'hỗ trợ đáp ứng', malnutrition: 'suy dinh dưỡng', disability: 'khuyết tật', seriousIllness: 'bệnh hiểm nghèo', id: 'mã dòng', asOf: 'ngày ghi nhận',
};
const codes: readonly (readonly [fields: readonly string[], words: words.Words])[] = [
  [['class', 'householdClass'], words.classWords], [['areaType'], words.areaWords], [['indicator'], words.indicatorWords], [['cause'], words.causeWords], [['sex'], words.sexWords], [['residence'], words.residenceWords],
  [['status'], words.labourWords], [['trainedLevel'], words.trainedWords], [['level'], words.levelWords], [['disability'], words.disabilityWords], [['fundingSource'], words.fundingWords], [['movement'], words.movementWords],
  [['endMovement'], words.endMovementWords], [['state'], { ...words.supportStateWords, ...words.pairingStateWords }], [['kind'], { ...words.groupWords, ...words.meritWords, ...words.supportKindWords }],
];
const wordsOf = new Map(codes.flatMap(([fields, list]) => fields.map(field => [field, list] as const)));
const operators: Readonly<Record<string, string>> = { eq: 'là', in: 'là một trong', gte: 'từ', lte: 'đến', contains: 'có chữ', startsWith: 'bắt đầu bằng' };
const quantifiers: Readonly<Record<string, string>> = { some: 'có', none: 'không có', every: 'tất cả đều' };

function valueWords(field: string, value: unknown, names: Named): string {
  if (Array.isArray(value)) return value.map(one => valueWords(field, one, names)).join(', ');
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  const text = String(value);
  return names.get(`${field} ${text}`) ?? wordsOf.get(field)?.[text] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? writtenDay(text) : text);
}

function fieldWords(field: string, given: Readonly<Record<string, unknown>>, names: Named): string[] {
  const label = labels[field] ?? field;
  return Object.entries(given).filter(([, value]) => value !== null && value !== undefined).map(([operator, value]) => {
    if (operator in quantifiers) return `${label}: ${quantifiers[operator]}${Object.keys(value as object).length === 0 ? '' : ` (${conditionWords(value as object, names)})`}`;
    if (operator === 'atLeast') return `${label}: ít nhất ${String(value)}`;
    if (operator === 'isNull') return `${label} ${value === true ? 'còn trống' : 'đã có'}`;
    if (operator in operators) return `${label} ${operators[operator]} ${valueWords(field, value, names)}`;
    return `${label}: ${conditionWords({ [operator]: value }, names)}`;
  });
}

/** A filter as a person says it; an empty one is nothing. */
export function conditionWords(filter: object, names: Named): string {
  return (Object.entries(filter) as [string, unknown][]).filter(([, given]) => given !== null && given !== undefined).flatMap(([field, given]) => {
    if (field === 'and' || field === 'or') return [`(${(given as object[]).map(branch => conditionWords(branch, names)).join(field === 'and' ? ' và ' : ' hoặc ')})`];
    if (field === 'not') return [`không phải (${conditionWords(given as object, names)})`];
    if (field === 'search') return [`tìm “${String(given)}”`];
    return fieldWords(field, given as Readonly<Record<string, unknown>>, names);
  }).join('; ');
}

/** The ids that a filter names, by field: units and villages have names that people know. */
export function idsIn(filter: object, kind: ExportKind): { units: Set<string>; villages: Set<string> } {
  const found = { units: new Set<string>(), villages: new Set<string>() };
  const walk = (value: unknown, field: string): void => {
    if (Array.isArray(value)) value.forEach(one => walk(one, field));
    else if (value !== null && typeof value === 'object') for (const [name, inner] of Object.entries(value)) walk(inner, name in operators || name === 'and' || name === 'or' || name === 'not' ? field : name);
    else if (typeof value === 'string' || typeof value === 'number') {
      if (['commune', 'helper', 'provider'].includes(field)) found.units.add(String(value));
      if (field === 'village' || field === 'householdVillage') found.villages.add(String(value));
    }
  };
  walk(filter, kind);
  return found;
}
