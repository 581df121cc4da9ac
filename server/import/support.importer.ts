import { writtenDay } from '../graphql/check.js';
import { plainOf } from './import.lists.js';
import type { CommuneGiven } from './import.parsers.js';
import type { Line } from './import.reader.js';
import { fault, given, insertRows, isGood, warn, type Change, type Importer, type ImporterContext, type Judged } from './importer.js';
import { byHousehold, findMembers, findOwners } from './member.importer.query.js';
import { findKnownNeeds, findKnownSupports, findSeen } from './support.importer.query.js';

interface NeedWrite { readonly household: string; readonly member: string | null; readonly kind: string; readonly since: string }
interface SupportWrite { readonly household: string; readonly line: Line; readonly kind: string }

/** One row a need; one that is already open is no new need. */
export function needImporter({ session, viewer, lists }: ImporterContext): Importer<NeedWrite> {
  const lineOf = new Map<string, number>();
  return {
    async judge(lines) {
      const owners = new Map((await findOwners(session, viewer.unitId, lines.map(line => given<string>(line, 'code')).filter(code => code !== undefined))).map(one => [one.code, one.id]));
      const members = byHousehold(await findMembers(session, [...owners.values()]));
      const open = new Set((await findKnownNeeds(session, [...owners.values()])).map(one => `${one.household} ${one.member ?? ''} ${one.kind}`));
      return lines.map((line): Judged<NeedWrite> => {
        const code = given<string>(line, 'code') ?? null, household = owners.get(code ?? ''), name = given<string>(line, 'member'), kind = given<string>(line, 'kind');
        if (code !== null && !household) fault(line, 'code', `Không có hộ mã “${code}” trong danh sách của đơn vị. Hãy nhập danh sách hộ trước hoặc sửa mã hộ.`);
        const named = name && household ? (members.get(household) ?? []).filter(one => plainOf(one.name) === plainOf(name)) : [];
        if (name && household && named.length !== 1) fault(line, 'member', named.length === 0 ? `Hộ ${code} không có thành viên tên “${name}”. Hãy sửa tên hoặc để trống nếu là nhu cầu của cả hộ.` : `Hộ ${code} có ${named.length} người tên “${name}”. Hãy nhập nhu cầu này trên trang của hộ.`);
        const member = named[0]?.id ?? null, key = `${household} ${member ?? ''} ${kind}`, first = lineOf.get(key);
        if (household && kind) {
          if (open.has(key)) fault(line, 'kind', 'Nhu cầu này đã có và chưa được đáp ứng. Hãy bỏ dòng này.');
          if (first !== undefined) fault(line, 'kind', `Nhu cầu này đã có ở dòng ${first}. Hãy bỏ một dòng.`);
          else lineOf.set(key, line.no);
        }
        const write = isGood(line.notes) ? { household: household!, member, kind: kind!, since: given<string>(line, 'since') ?? lists.today } : null;
        return { no: line.no, code, notes: line.notes, isDuplicate: false, write };
      });
    },
    async save(lines) {
      const made = await insertRows<{ id: string; household: string; member: string | null; kind: string }>(session, 'support_need',
        lines.map(({ write }) => ({ household_id: write.household, member_id: write.member, kind: write.kind, since: write.since })), 'id, household_id AS household, member_id AS member, kind');
      const ids = new Map(made.map(one => [`${one.household} ${one.member ?? ''} ${one.kind}`, one.id]));
      return lines.map(({ no, write }) => ({ no, household: write.household, changes: [{ t: 'support_need', i: ids.get(`${write.household} ${write.member ?? ''} ${write.kind}`)! }] }));
    },
  };
}

/** One row a help that the own unit gives or will give to a household that it sees. */
export function supportImporter({ session, viewer, lists }: ImporterContext): Importer<SupportWrite> {
  const lineOf = new Map<string, number>();
  return {
    async judge(lines) {
      const seen = new Map((await findSeen(session, lines.map(line => given<string>(line, 'code')).filter(code => code !== undefined))).map(one => [`${one.commune} ${one.code}`, one.id]));
      const there = new Set((await findKnownSupports(session, viewer.unitId, [...seen.values()])).map(one => `${one.household} ${one.kind} ${one.plannedDay ?? ''} ${one.deliveredDay ?? ''}`));
      return lines.map((line): Judged<SupportWrite> => {
        const code = given<string>(line, 'code') ?? null, commune = given<CommuneGiven>(line, 'commune'), kind = given<string>(line, 'kind');
        const planned = given<string>(line, 'plannedDay'), delivered = given<string>(line, 'deliveredDay');
        const place = commune?.id ?? (lists.isCommune ? viewer.unitId : undefined), household = place === undefined || code === null ? undefined : seen.get(`${place} ${code}`);
        if (commune?.note) warn(line, 'commune', commune.note);
        if (code !== null && place !== undefined && !household) fault(line, 'code', `Không có hộ mã “${code}” trong các hộ đơn vị được xem. Hãy kiểm tra mã xã và mã hộ.`);
        if (planned === undefined && delivered === undefined && !line.filled.has('plannedDay') && !line.filled.has('deliveredDay')) fault(line, 'plannedDay', 'Chưa ghi ngày dự kiến hoặc ngày đã giao. Hãy điền một trong hai ô.');
        const key = `${household} ${kind} ${planned ?? ''} ${delivered ?? ''}`, first = lineOf.get(key);
        let isDuplicate = false;
        if (household && kind) {
          if (there.has(key)) { isDuplicate = true; warn(line, 'kind', `Hộ ${code} đã có hỗ trợ này của đơn vị${delivered ? ` giao ngày ${writtenDay(delivered)}` : ''}. Hãy kiểm tra để không ghi hai lần.`); }
          if (first !== undefined) fault(line, 'kind', `Hỗ trợ này đã có ở dòng ${first}. Hãy bỏ một dòng.`);
          else lineOf.set(key, line.no);
        }
        return { no: line.no, code, notes: line.notes, isDuplicate, write: isGood(line.notes) ? { household: household!, line, kind: kind! } : null };
      });
    },
    async save(lines) {
      const value = (line: Line, key: string): unknown => given(line, key) ?? null;
      const made = await insertRows<{ id: string; household: string; kind: string; planned: string | null; delivered: string | null }>(session, 'support', lines.map(({ write: { household, line, kind } }) => ({
        household_id: household, kind, provider_id: viewer.unitId, funding_source: value(line, 'funding'), programme: value(line, 'programme'), state: value(line, 'deliveredDay') ? 'DELIVERED' : 'PLANNED',
        planned_day: value(line, 'plannedDay'), delivered_day: value(line, 'deliveredDay'), quantity: value(line, 'quantity'),
      })), 'id, household_id AS household, kind, planned_day::text AS planned, delivered_day::text AS delivered');
      const ids = new Map(made.map(one => [`${one.household} ${one.kind} ${one.planned ?? ''} ${one.delivered ?? ''}`, one.id]));
      const idOf = ({ household, kind, line }: SupportWrite): string => ids.get(`${household} ${kind} ${given<string>(line, 'plannedDay') ?? ''} ${given<string>(line, 'deliveredDay') ?? ''}`)!;
      const paid = lines.filter(({ write }) => write.line.values.amount !== undefined);
      await insertRows(session, 'support_amount', paid.map(({ write }) => ({ support_id: idOf(write), amount: given(write.line, 'amount') })));
      return lines.map(({ no, write }) => {
        const id = idOf(write), changes: Change[] = [{ t: 'support', i: id }];
        if (write.line.values.amount !== undefined) changes.push({ t: 'support_amount', i: id });
        return { no, household: write.household, changes };
      });
    },
  };
}
