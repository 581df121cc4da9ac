import { writtenDay } from '../graphql/check.js';
import { tellAll } from '../notice/notice.service.js';
import type { CommuneGiven } from './import.parsers.js';
import type { Line } from './import.reader.js';
import { fault, given, insertRows, isGood, warn, type Importer, type ImporterContext, type Judged } from './importer.js';
import type { HelperGiven } from './pairing.columns.js';
import { findByCode, findStanding, type Standing } from './pairing.importer.query.js';

interface PairingWrite { readonly commune: number; readonly helper: number; readonly household: string | null; readonly leader: string | null; readonly from: string; readonly to: string | null }
const overlap = (one: { from: string; to: string | null }, other: { from: string; to: string | null }): boolean => (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from);

/**
 * One row a pairing, proposed by the secretariat: both sides confirm it afterwards. A household is given only where body and commune have agreed;
 * of two bodies for one household, in the registry or in the file, the first stays.
 */
export function pairingImporter({ session }: ImporterContext): Importer<PairingWrite> {
  const before: (Standing & { readonly line: number })[] = [];
  const wanted = (line: Line) => ({ commune: given<CommuneGiven>(line, 'commune'), helper: given<HelperGiven>(line, 'helper'), code: given<string>(line, 'code') ?? null, from: given<string>(line, 'from'), to: given<string>(line, 'to') ?? null });

  function judgeOne(line: Line, standing: readonly Standing[], households: ReadonlyMap<string, string>): Judged<PairingWrite> {
    const { commune, helper, code, from, to } = wanted(line), household = commune && code !== null ? households.get(`${commune.id} ${code}`) : undefined;
    let isDuplicate = false;
    if (commune?.note) warn(line, 'commune', commune.note);
    if (from && to && to < from) fault(line, 'to', `Ngày kết thúc ${writtenDay(to)} trước ngày bắt đầu ${writtenDay(from)}. Hãy sửa một trong hai ngày.`);
    if (commune && code !== null && !household) fault(line, 'code', `Không có hộ mã “${code}” trong danh sách của xã này. Hãy kiểm tra mã hộ và xã.`);
    if (commune && helper && from && isGood(line.notes)) {
      const span = { from, to }, here = standing.filter(one => one.commune === commune.id && overlap(one, span)), lines = before.filter(one => one.commune === commune.id && overlap(one, span));
      if (household) {
        const rival = here.find(one => one.household === household), earlier = lines.find(one => one.household === household);
        if (rival) {
          isDuplicate = rival.helper === helper.id;
          fault(line, 'code', isDuplicate ? 'Hộ này đã được phân công cho đúng đơn vị này. Hãy bỏ dòng.' : `Hộ ${code} vừa được ${rival.name} nhận giúp đỡ. Chọn hộ khác.`);
        } else if (earlier) fault(line, 'code', `Hộ ${code} đã giao cho ${earlier.name} ở dòng ${earlier.line}. Mỗi hộ một đơn vị; hãy bỏ một dòng.`);
        else if (!standing.some(one => one.household === null && one.state === 'AGREED' && one.commune === commune.id && one.helper === helper.id && one.from <= from && (one.to === null || one.to >= from)))
          fault(line, 'code', `${helper.name} và xã chưa thống nhất phân công giúp đỡ từ ngày ${writtenDay(from)}. Hãy nhập và thống nhất dòng đơn vị – xã (để trống mã hộ) trước.`);
      } else {
        const same = here.find(one => one.household === null && one.helper === helper.id), earlier = lines.find(one => one.household === null && one.helper === helper.id);
        if (same) { isDuplicate = true; fault(line, 'helper', `${helper.name} đã được phân công giúp đỡ xã này trong thời gian đó. Hãy bỏ dòng.`); }
        else if (earlier) fault(line, 'helper', `Phân công này đã có ở dòng ${earlier.line}. Hãy bỏ một dòng.`);
      }
      if (isGood(line.notes)) before.push({ commune: commune.id, helper: helper.id, name: helper.name, household: household ?? null, state: 'PROPOSED', from, to, line: line.no });
    }
    const write = isGood(line.notes) ? { commune: commune!.id, helper: helper!.id, household: household ?? null, leader: given<string>(line, 'leader') ?? null, from: from!, to } : null;
    return { no: line.no, code, notes: line.notes, isDuplicate, write };
  }

  return {
    async judge(lines) {
      const standing = await findStanding(session, lines.flatMap(line => wanted(line).commune?.id ?? []));
      const households = new Map((await findByCode(session, lines.flatMap(line => wanted(line).code ?? []))).map(one => [`${one.commune} ${one.code}`, one.id]));
      return lines.map(line => judgeOne(line, standing, households));
    },
    async save(lines) {
      const made = await insertRows<{ id: string; commune: number; helper: number; household: string | null; from: string }>(session, 'pairing', lines.map(({ write }) => ({
        commune_id: write.commune, helper_id: write.helper, household_id: write.household, leader_in_charge: write.leader, valid_from: write.from, valid_to: write.to,
      })), 'id, commune_id AS commune, helper_id AS helper, household_id AS household, valid_from::text AS from');
      const key = (one: { commune: number; helper: number; household: string | null; from: string }): string => `${one.commune} ${one.helper} ${one.household ?? ''} ${one.from}`;
      const ids = new Map(made.map(one => [key(one), one.id]));
      // Each unit hears once of a list, however many lines of it are its own.
      const first = new Map<number, string>();
      for (const { commune, helper, id } of made) for (const unit of [commune, helper]) if (!first.has(unit)) first.set(unit, id);
      await tellAll({ session }, [...first].map(([unit, rowId]) => ({ kind: 'PAIRING_PROPOSED', to: { unit, roles: ['LEADER', 'OFFICER'] }, noun: 'Pairing', rowId })));
      return lines.map(({ no, write }) => ({ no, household: write.household, changes: [{ t: 'pairing', i: ids.get(key(write))! }] }));
    },
  };
}
