import { randomUUID } from 'node:crypto';
import { searchWordsOf } from '../database/search.js';
import { writtenDay } from '../graphql/check.js';
import { movementOf, type Movement } from '../standard/movement.rule.js';
import { classWords } from './household.columns.js';
import { findHouseholds, readCodesTaken, readHeads, type KnownHousehold } from './household.importer.query.js';
import { copyOf, type Lists, type Village } from './import.lists.js';
import { picks, type CommuneGiven } from './import.parsers.js';
import type { Line } from './import.reader.js';
import { fault, given, isGood, warn, type Importer, type ImporterContext, type Judged } from './importer.js';
import { saveHouseholds, type HouseholdWrite } from './household.save.js';

const classNames = new Map(picks(classWords).map(word => [classWords.find(([one]) => one === word)![1], word]));
const nameOf = (code: string): string => classNames.get(code) ?? code;
const texts: readonly (readonly [key: string, field: keyof KnownHousehold, label: string])[] = [
  ['headName', 'headName', 'Họ và tên chủ hộ'], ['areaType', 'areaType', 'Khu vực'], ['exitRegisteredOn', 'exitRegisteredOn', 'Ngày đăng ký thoát nghèo'],
  ['expectedExitYear', 'expectedExitYear', 'Năm dự kiến thoát nghèo'], ['officer', 'officer', 'Cán bộ phụ trách'], ['address', 'address', 'Địa chỉ'], ['phone', 'phone', 'Điện thoại'],
];

const headOf = (name: string): string => searchWordsOf(name).join(' ');

/** The movement of a class that is new to the household; undefined when there is none, null when the line is at fault. */
function movementFor(line: Line, known: KnownHousehold | undefined, { standard, today }: Lists, decides: boolean): Movement | null | undefined {
  // Like one entered by hand: on the register, and without a class until a decision gives it one.
  if (!decides) return known ? undefined : { code: 'LISTED', class: 'NONE', since: today };
  const wanted = given<string>(line, 'class'), day = given<string>(line, 'decisionDay');
  if (!known && wanted === undefined) { if (!line.filled.has('class')) fault(line, 'class', 'Hộ mới chưa có phân loại. Hãy chọn phân loại hộ.'); return null; }
  if (wanted === undefined || wanted === known?.class && standard === known.standard) return undefined;
  const isNew = !line.filled.has('decisionNumber') || !line.filled.has('decisionDay');
  if (isNew) {
    const from = known ? `Phân loại đổi từ “${nameOf(known.class)}” thành “${nameOf(wanted)}”` : `Phân loại “${nameOf(wanted)}”`;
    fault(line, 'class', `${from} mà không có quyết định. Hãy ghi cả số và ngày quyết định.`);
    return null;
  }
  if (day === undefined || given(line, 'decisionNumber') === undefined) return null;
  if (!known && (given(line, 'movement') === 'LISTED' || wanted.startsWith('NEWLY_'))) return { code: 'LISTED', class: wanted as Movement['class'], since: day };
  if (known && day < known.since) { fault(line, 'decisionDay', `Quyết định ngày ${writtenDay(day)} trước ngày ${writtenDay(known.since)} của phân loại đang có. Hãy kiểm tra ngày quyết định.`); return null; }
  const before = known ? { class: known.class as Movement['class'], standard: known.standard, since: known.since, newlyUntil: known.newlyUntil, wasPoor: known.wasPoor, wasNearPoor: known.wasNearPoor } : null;
  const moved = movementOf(before, { class: (wanted.startsWith('NEWLY_') ? 'NONE' : wanted) as 'NONE', standard, decidedOn: day });
  if (wanted.startsWith('NEWLY_') && moved.class !== wanted) { fault(line, 'class', `Hộ đang là “${nameOf(known!.class)}” nên không thể thành “${nameOf(wanted)}”. Hãy kiểm tra phân loại.`); return null; }
  return moved.class === known?.class && standard === known.standard ? undefined : moved;
}

/** What the file and the registry say differently, in words. */
function differences(line: Line, known: KnownHousehold, village: Village | undefined): string[] {
  const found = texts.filter(([key, field]) => line.values[key] !== undefined && String(line.values[key]) !== String(known[field] ?? ''))
    .map(([key, field, label]) => `${label}: trong tệp “${String(line.values[key])}”, hiện nay “${String(known[field] ?? '')}”`);
  // Which one stays unsaid: reading it is logged, and here nobody asks for it.
  if (line.values.ethnicity !== undefined && line.values.ethnicity !== known.ethnicity) found.push('Dân tộc trong tệp khác hiện nay');
  if (village && village.id !== known.village) found.unshift(`Thôn: trong tệp “${village.name}”`);
  return found;
}

/** What a household lacks by this line: indicator → lacking or not; an empty cell says nothing. */
function lacksOf(line: Line): Map<string, boolean> {
  const lacks = new Map<string, boolean>();
  for (const code of given<string[]>(line, 'lacks') ?? []) lacks.set(code, true);
  for (const [key, value] of Object.entries(line.values)) if (key.startsWith('lack:')) lacks.set(key.slice(5), value as boolean);
  return lacks;
}

export async function householdImporter(context: ImporterContext): Promise<Importer<HouseholdWrite>> {
  const { session, viewer, lists } = context;
  const rowOf = new Map<string, number>(); // code → the line that had it first
  const heads = new Map<string, { readonly code: string; readonly year: number | null }[]>();
  const note = (name: string, year: number | null, code: string): void => {
    const key = headOf(name), seen = heads.get(key);
    if (seen) seen.push({ code, year }); else heads.set(key, [{ code, year }]);
  };
  for (const { code, name, year } of await readHeads(session)) note(name, year, code);

  function judgeOne(line: Line, known: KnownHousehold | undefined, isTaken: boolean): Judged<HouseholdWrite> {
    const written = given<string>(line, 'code'), code = written === undefined ? null : copyOf(written), commune = given<CommuneGiven>(line, 'commune'), village = given<Village>(line, 'village');
    let isDuplicate = false;
    if (commune?.note) warn(line, 'commune', commune.note);
    if (code !== null) {
      const first = rowOf.get(code);
      if (first !== undefined) fault(line, 'code', `Mã hộ “${code}” đã có ở dòng ${first}. Mỗi hộ chỉ một dòng; hãy sửa mã hoặc bỏ một dòng.`);
      else rowOf.set(code, line.no);
      if (isTaken) fault(line, 'code', `Mã hộ “${code}” thuộc thôn khác trong xã. Hãy kiểm tra mã hộ.`);
      if (known?.endedOn) fault(line, 'code', `Hộ “${code}” đã kết thúc ngày ${writtenDay(known.endedOn)}. Hãy dùng mã khác.`);
    }
    const moved = movementFor(line, known, lists, viewer.postRole !== 'VILLAGE_OFFICER');
    if (!known && given(line, 'headBirthYear') !== undefined && given(line, 'headSex') === undefined && !line.filled.has('headSex')) fault(line, 'headSex', 'Đã ghi năm sinh chủ hộ mà chưa ghi giới tính. Hãy ghi cả hai.');
    const version = given<number>(line, 'version');
    if (known && version !== undefined && version !== known.version) {
      const differing = differences(line, known, village);
      if (differing.length > 0) fault(line, 'code', `Hộ đã được sửa sau khi lập tệp. ${differing.join('; ')}. Hãy tải mẫu mới rồi sửa lại.`);
    } else if (known && version === undefined) warn(line, 'code', `Hộ “${code}” đã có trong danh sách; dòng này sẽ cập nhật hộ đó.`);
    for (const [key, there] of known ? [['headBirthYear', known.headYear], ['headSex', known.headSex]] as const : []) {
      if (line.values[key] !== undefined && line.values[key] !== there) warn(line, key, 'Khác với chủ hộ trong danh sách thành viên nên không được cập nhật. Hãy sửa ở danh sách thành viên.');
    }
    const name = given<string>(line, 'headName');
    if (name && code !== null && !known) {
      const year = given<number>(line, 'headBirthYear') ?? null;
      // One of them without a year may be the same person too.
      const others = (heads.get(headOf(name)) ?? []).filter(other => other.code !== code && (year === null || other.year === null || other.year === year));
      if (others.length > 0) {
        isDuplicate = true;
        const isSameYear = year !== null && others.every(other => other.year === year);
        warn(line, 'headName', `Có thể trùng với hộ ${others.slice(0, 3).map(other => other.code).join(', ')}: cùng tên chủ hộ${isSameYear ? ` và năm sinh ${year}` : ''}. Hệ thống không tự gộp; hãy kiểm tra.`);
      }
      note(name, year, code);
    }
    const write: HouseholdWrite | null = isGood(line.notes) && code !== null ? { line, id: known?.id ?? randomUUID(), code, known, village, lacks: lacksOf(line), moved: moved ?? null } : null;
    return { no: line.no, code, notes: line.notes, isDuplicate, write };
  }

  return {
    async judge(lines) {
      const codes = lines.map(line => given<string>(line, 'code')).filter(code => code !== undefined);
      const known = new Map((await findHouseholds(session, viewer.unitId, codes)).map(one => [one.code, one]));
      const taken = viewer.villages === null ? [] : await readCodesTaken(session, codes);
      return lines.map(line => {
        const code = given<string>(line, 'code') ?? '', found = known.get(code);
        return judgeOne(line, found, !found && taken.includes(code));
      });
    },
    save: lines => saveHouseholds(context, lines),
  };
}
