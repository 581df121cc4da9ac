import { randomUUID } from 'node:crypto';
import { plainOf } from './import.lists.js';
import type { Line } from './import.reader.js';
import { fault, given, isGood, warn, type Importer, type ImporterContext, type Judged } from './importer.js';
import { byHousehold, findMembers, findOwners, findPapers, type KnownMember, type Owner } from './member.importer.query.js';
import { saveMembers, type MemberWrite } from './member.save.js';

const pairs: readonly (readonly [key: string, needs: string, label: string])[] = [
  ['labour', 'trained', 'trình độ đào tạo'], ['trained', 'labour', 'tình trạng việc làm'], ['occupation', 'labour', 'tình trạng việc làm'], ['level', 'attending', 'đang đi học hay không'], ['cardTo', 'hasCard', 'có thẻ hay không'],
];
const yearOf = (line: Line): number | undefined => given<number>(line, 'birthYear') ?? (given<string>(line, 'birthDate') === undefined ? undefined : Number(given<string>(line, 'birthDate')!.slice(0, 4)));
const isHead = (line: Line): boolean => plainOf(given<string>(line, 'relation') ?? '') === 'chu ho';

/** One row a member: known by household, name and year of birth; whoever is not known is new. */
export function memberImporter(context: ImporterContext): Importer<MemberWrite> {
  const { session, viewer } = context, opensPapers = viewer.sensitiveNouns.includes('HouseholdIdentity');
  const lineOf = new Map<string, number>(), headOf = new Map<string, number>(), paperOf = new Map<string, number>();

  function judgeOne(line: Line, owner: Owner | undefined, members: readonly KnownMember[], papers: ReadonlyMap<string, { member: string; code: string }>): Judged<MemberWrite> {
    const code = given<string>(line, 'code') ?? null, name = given<string>(line, 'fullName') ?? '', year = yearOf(line);
    let isDuplicate = false;
    if (code !== null && !owner) fault(line, 'code', `Không có hộ mã “${code}” trong danh sách của đơn vị. Hãy nhập danh sách hộ trước hoặc sửa mã hộ.`);
    if (year === undefined && !line.filled.has('birthYear') && !line.filled.has('birthDate')) fault(line, 'birthYear', 'Chưa ghi ngày sinh hoặc năm sinh. Hãy điền một trong hai ô.');
    const day = given<string>(line, 'birthDate');
    if (day !== undefined && given(line, 'birthYear') !== undefined && Number(day.slice(0, 4)) !== year) fault(line, 'birthYear', `Năm sinh ${year} khác năm của ngày sinh ${day.slice(0, 4)}. Hãy sửa cho khớp.`);
    const known = members.find(one => plainOf(one.name) === plainOf(name) && one.birthYear === year);
    for (const [key, needs, label] of pairs) {
      if (line.values[key] !== undefined && !line.filled.has(needs) && !(known && known[needs as 'labour' | 'trained' | 'attending' | 'hasCard'] !== null)) fault(line, needs, `Chưa ghi ${label}. Hãy điền ô này.`);
    }
    if (owner && name && year !== undefined) {
      const key = `${owner.id} ${plainOf(name)} ${year}`, first = lineOf.get(key);
      if (first !== undefined) fault(line, 'fullName', `Người này đã có ở dòng ${first}. Hãy bỏ một dòng.`);
      else lineOf.set(key, line.no);
      const version = given<number>(line, 'version');
      if (known && version !== undefined && version !== known.version) fault(line, 'fullName', 'Người này đã được sửa sau khi lập tệp. Hãy tải mẫu mới rồi sửa lại.');
      else if (known && version === undefined) warn(line, 'fullName', 'Người này đã có trong hộ; dòng này sẽ cập nhật.');
      if (isHead(line)) {
        const other = members.find(one => one.isHead && one !== known), before = headOf.get(owner.id);
        if (other) fault(line, 'relation', `Hộ đã có chủ hộ là ${other.name}. Hãy sửa quan hệ với chủ hộ.`);
        else if (before !== undefined) fault(line, 'relation', `Hộ đã có chủ hộ ở dòng ${before}. Hãy sửa quan hệ với chủ hộ.`);
        else headOf.set(owner.id, line.no);
      }
    }
    const paper = given<string>(line, 'idNumber');
    if (paper !== undefined) {
      const there = papers.get(paper), before = paperOf.get(paper);
      if (there && there.member !== known?.id) { isDuplicate = true; warn(line, 'idNumber', `Số định danh này đã có ở một người của hộ ${there.code}. Hệ thống không tự gộp; hãy kiểm tra.`); }
      if (before !== undefined) fault(line, 'idNumber', `Số định danh này đã có ở dòng ${before}. Hãy kiểm tra lại.`);
      else paperOf.set(paper, line.no);
    }
    const write: MemberWrite | null = isGood(line.notes) && owner ? { line, id: known?.id ?? randomUUID(), household: owner.id, known, year: year!, isHead: isHead(line) || (known?.isHead ?? false) } : null;
    return { no: line.no, code, notes: line.notes, isDuplicate, write };
  }

  return {
    async judge(lines) {
      const owners = new Map((await findOwners(session, viewer.unitId, lines.map(line => given<string>(line, 'code')).filter(code => code !== undefined))).map(one => [one.code, one]));
      const members = byHousehold(await findMembers(session, [...owners.values()].map(one => one.id)));
      const numbers = lines.map(line => given<string>(line, 'idNumber')).filter(number => number !== undefined);
      const found = opensPapers && numbers.length > 0 ? await findPapers(session, numbers) : [];
      if (found.length > 0) context.opened(found.map(({ household, member }) => ({ household, member })));
      const papers = new Map(found.map(one => [one.idNumber, one]));
      return lines.map(line => {
        const owner = owners.get(given<string>(line, 'code') ?? '');
        return judgeOne(line, owner, owner ? members.get(owner.id) ?? [] : [], papers);
      });
    },
    save: lines => saveMembers(context, lines),
  };
}
