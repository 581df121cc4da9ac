import type { ColumnLine } from './import.columns.js';
import type { Lists } from './import.lists.js';
import * as parse from './import.parsers.js';

const fundingWords: parse.Words = [
  ['Chương trình mục tiêu quốc gia', 'STATE_PROGRAMME'], ['Ngân sách địa phương', 'LOCAL_BUDGET'], ['Vốn ủy thác', 'ENTRUSTED_CAPITAL'], ['Xã hội hóa', 'SOCIALISED'], ['Quỹ', 'FUND'],
];
const kindWords = ({ supportKinds }: Lists): parse.Words => supportKinds.map(({ code, name }) => [name, code] as const);

/** One row a need of a household or of one of its members. */
export const needColumns = (lists: Lists): readonly ColumnLine[] => [
  { key: 'code', header: 'Mã hộ', also: ['Mã số hộ'], fields: ['SupportNeed.household'], isRequired: true, parse: parse.code, kind: 'TEXT' },
  { key: 'member', header: 'Họ và tên thành viên', also: ['Thành viên'], fields: ['SupportNeed.member'], parse: parse.personName, kind: 'TEXT', width: 28 },
  { key: 'kind', header: 'Loại hỗ trợ', also: ['Nhu cầu'], fields: ['SupportNeed.kind'], isRequired: true, parse: parse.choice(kindWords, 'Loại hỗ trợ'), kind: 'TEXT', width: 28, choices: lists.supportKinds.map(one => one.name) },
  { key: 'since', header: 'Từ ngày', fields: ['SupportNeed.since'], parse: parse.day(), kind: 'DATE', width: 14 },
];

/** One row a help of the own unit; a commune names its own households by their code alone. */
export const supportColumns = (lists: Lists): readonly ColumnLine[] => [
  { key: 'commune', header: 'Mã xã', also: ['Mã xã, phường'], fields: ['Support.household'], isRequired: !lists.isCommune, parse: parse.commune, kind: 'TEXT', width: 10 },
  { key: 'code', header: 'Mã hộ', also: ['Mã số hộ'], fields: ['Support.household'], isRequired: true, parse: parse.code, kind: 'TEXT' },
  { key: 'kind', header: 'Loại hỗ trợ', fields: ['Support.kind'], isRequired: true, parse: parse.choice(kindWords, 'Loại hỗ trợ'), kind: 'TEXT', width: 28, choices: lists.supportKinds.map(one => one.name) },
  { key: 'funding', header: 'Nguồn vốn', fields: ['Support.fundingSource'], parse: parse.choice(() => fundingWords, 'Nguồn vốn'), kind: 'TEXT', width: 24, choices: fundingWords.map(([word]) => word) },
  { key: 'programme', header: 'Chương trình, dự án', fields: ['Support.programme'], parse: parse.text(200), kind: 'TEXT', width: 28 },
  { key: 'plannedDay', header: 'Ngày dự kiến', fields: ['Support.plannedDay'], parse: parse.day({ mayBeAhead: true }), kind: 'DATE', width: 14 },
  { key: 'deliveredDay', header: 'Ngày đã giao', fields: ['Support.deliveredDay'], parse: parse.day(), kind: 'DATE', width: 14 },
  { key: 'quantity', header: 'Khối lượng', fields: ['Support.quantity'], parse: parse.text(120), kind: 'TEXT' },
  { key: 'amount', header: 'Số tiền (đồng)', also: ['Số tiền'], fields: ['SupportAmount.amount'], parse: parse.whole(0, 100_000_000_000), kind: 'WHOLE', width: 18 },
];
