import { textOf } from '../workbook/cell.js';
import type { ColumnLine } from './import.columns.js';
import { nearest, plainOf, type Lists } from './import.lists.js';
import * as parse from './import.parsers.js';

/** A list of pairings is the body's that names the leader in charge: the secretariat. */
const fields = ['Pairing.leaderInCharge'];
export interface HelperGiven { readonly id: number; readonly name: string }
const refused = (problem: string) => ({ value: null, problem });
const bare = (name: string): string => plainOf(name).replace(/^(ubnd )?(xa|phuong|thi tran) /, '');

/** A commune by its code, by its name of today, or by the name it had before July 2025, which is said. */
const communeNamed: parse.Parser = (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null || /^\d+$/.test(read.value)) return parse.commune(cell, lists);
  const written = read.value, whole = plainOf(written).replace(/^ubnd /, ''), named = [...lists.communes.values()];
  const exact = named.filter(one => plainOf(one.name) === whole || bare(one.name) === whole);
  if (exact.length === 1) return { value: { id: exact[0]!.id, code: exact[0]!.code, note: null } satisfies parse.CommuneGiven, problem: null };
  if (exact.length > 1) return refused(`Có ${exact.length} đơn vị tên “${written}”. Hãy ghi mã: ${exact.map(one => `${one.code} (${one.name})`).join(', ')}.`);
  const old = lists.formerCommunes.filter(one => plainOf(one.oldName) === whole || bare(one.oldName) === whole);
  const [code, ...others] = [...new Set(old.map(one => one.newCode))], found = code === undefined ? undefined : lists.communes.get(code);
  if (found && others.length === 0) return { value: { id: found.id, code: found.code, note: `Đơn vị cũ ${old[0]!.oldName} nay thuộc ${found.name} (${found.code}).` } satisfies parse.CommuneGiven, problem: null };
  if (others.length > 0) return refused(`Có ${old.length} đơn vị cũ tên “${written}”, nay thuộc: ${[code!, ...others].map(one => `${one} (${lists.communes.get(one)?.name ?? '?'})`).join(', ')}. Hãy ghi mã xã hiện nay.`);
  return refused(`Xã “${written}” không có trong danh mục hiện nay và danh mục cũ. Gần giống: ${nearest(written, named.map(one => one.name)).map(name => `“${name}”`).join(', ')}.`);
};

/** A body by its code, its name or its short name. */
const helperNamed: parse.Parser = (cell, lists) => {
  const read = textOf(cell);
  if (read.value === null) return read;
  const plain = plainOf(read.value), found = lists.bodies.find(one => one.code === read.value!.trim().toLowerCase() || plainOf(one.name) === plain || plainOf(one.shortName) === plain);
  if (found) return { value: { id: found.id, name: found.shortName } satisfies HelperGiven, problem: null };
  return refused(`Đơn vị “${read.value.slice(0, 60)}” không có trong danh mục. Gần giống: ${nearest(read.value, lists.bodies.map(one => one.shortName)).map(name => `“${name}”`).join(', ')}.`);
};

/** One row a pairing: of a body with a commune, or with one of its households where a code is written. */
export const pairingColumns = (lists: Lists): readonly ColumnLine[] => [
  { key: 'helper', header: 'Đơn vị giúp đỡ', also: ['Đơn vị', 'Cơ quan', 'Cơ quan, đơn vị'], fields, isRequired: true, parse: helperNamed, kind: 'TEXT', width: 30, choices: lists.bodies.map(one => one.shortName) },
  { key: 'commune', header: 'Xã, phường', also: ['Xã', 'Mã xã', 'Xã được giúp đỡ'], fields, isRequired: true, parse: communeNamed, kind: 'TEXT', width: 22 },
  { key: 'leader', header: 'Lãnh đạo phụ trách', also: ['Đồng chí phụ trách', 'Người phụ trách'], fields, parse: parse.text(120), kind: 'TEXT', width: 28 },
  { key: 'code', header: 'Mã hộ', also: ['Mã số hộ'], fields, parse: parse.code, kind: 'TEXT' },
  { key: 'from', header: 'Từ ngày', also: ['Ngày bắt đầu'], fields, isRequired: true, parse: parse.day({ mayBeAhead: true }), kind: 'DATE', width: 14 },
  { key: 'to', header: 'Đến ngày', also: ['Ngày kết thúc'], fields, parse: parse.day({ mayBeAhead: true }), kind: 'DATE', width: 14 },
];
