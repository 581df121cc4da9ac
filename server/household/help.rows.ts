import type { Row } from '../database/load-rows.js';
import type { SampleNeed, SampleSupport, SampleSupportKind } from './help.generator.js';
import type { SampleHousehold } from './household.generator.js';

/** Units by code, and of those with someone at work, a post that may confirm. */
export interface SampleOffices { readonly units: ReadonlyMap<string, number>; readonly posts: ReadonlyMap<string, number> }
export interface SupportRows { readonly support: Row[]; readonly support_amount: Row[]; readonly support_loan: Row[]; readonly support_need: Row[] }

const idKinds = { member: 1, support: 8, need: 9 } as const;
const checkedDay = '2026-09-01'; // the month before the demonstration's day

interface Funding { readonly source: string; readonly programme: string; readonly clause: string | null; readonly quantity: string }
const programme = 'Chương trình mục tiêu quốc gia';
const fundings: Readonly<Record<SampleSupportKind, Funding>> = {
  TRAINING: { source: 'STATE_PROGRAMME', programme, clause: 'III.6(2)', quantity: '01 khóa' },
  JOB: { source: 'LOCAL_BUDGET', programme: 'Tư vấn, giới thiệu việc làm', clause: 'III.6(2)', quantity: '01 lượt' },
  PRODUCTION: { source: 'STATE_PROGRAMME', programme, clause: 'III.6(3)', quantity: '01 mô hình' },
  LOAN: { source: 'ENTRUSTED_CAPITAL', programme: 'Tín dụng chính sách xã hội', clause: 'III.6(4)', quantity: '01 khoản vay' },
  HOUSING: { source: 'STATE_PROGRAMME', programme: 'Xóa nhà tạm, nhà dột nát', clause: 'III.8(4)', quantity: '01 nhà' },
  INSURANCE: { source: 'STATE_PROGRAMME', programme: 'Bảo hiểm y tế cho người nghèo', clause: 'III.8(3)', quantity: '01 thẻ' },
  NUTRITION: { source: 'STATE_PROGRAMME', programme, clause: 'III.8(3)', quantity: '06 tháng' },
  EDUCATION: { source: 'LOCAL_BUDGET', programme: 'Miễn, giảm học phí, hỗ trợ chi phí học tập', clause: 'III.8(2)', quantity: '09 tháng' },
  WATER: { source: 'STATE_PROGRAMME', programme, clause: 'III.8(5)', quantity: '01 bể nước' },
  LATRINE: { source: 'STATE_PROGRAMME', programme, clause: 'III.8(5)', quantity: '01 nhà tiêu' },
  INFORMATION: { source: 'SOCIALISED', programme: 'Hỗ trợ thiết bị, dịch vụ viễn thông', clause: 'III.8(6)', quantity: '01 thiết bị' },
  CASH: { source: 'FUND', programme: 'Quỹ Vì người nghèo', clause: null, quantity: '01 suất' },
};

function supportRow(one: SampleHousehold, help: SampleSupport, offices: SampleOffices): Row {
  const checker = help.isChecked ? offices.posts.get(one.commune.code) : undefined;
  const { source, programme: name, clause, quantity } = fundings[help.kind];
  return {
    member_id: help.member === null ? null : one.idOf(idKinds.member, help.member), kind: help.kind,
    provider_id: help.provider === null ? one.commune.id : offices.units.get(help.provider),
    funding_source: source, programme: name, clause, state: help.state, planned_day: help.plannedDay, delivered_day: help.deliveredDay, quantity,
    evidence: help.state === 'DELIVERED' ? 'Biên bản bàn giao (minh họa).' : null, note: help.state === 'CANCELLED' ? 'Trùng với hỗ trợ của đơn vị khác (minh họa).' : null,
    verified_by_id: checker ?? null, verified_on: checker === undefined ? null : checkedDay,
    created_at: `${help.plannedDay}T08:00:00+07:00`, updated_at: `${help.deliveredDay ?? help.plannedDay}T08:00:00+07:00`,
  };
}

/** What of a loan is still owed on the demonstration's day; one in twenty is late with a tenth of it. */
function loanRow({ surveyDraws: draws }: SampleHousehold, help: SampleSupport): Row {
  const isPaidOut = help.state === 'DELIVERED';
  const isLate = isPaidOut && draws.chance(0.05);
  return {
    term_months: draws.one([36, 60, 120] as const), purpose: draws.one(['Chăn nuôi trâu, bò', 'Trồng quế', 'Sửa chữa nhà ở'] as const),
    disbursed_on: help.deliveredDay, outstanding: isPaidOut ? help.amount : null, overdue: isPaidOut ? (isLate ? help.amount / 10 : 0) : null,
  };
}

/** Adds the rows of a household's helps and needs to those of its batch. */
export function addHelp(rows: SupportRows, one: SampleHousehold, supports: readonly SampleSupport[], needs: readonly SampleNeed[], offices: SampleOffices): void {
  const place = { household_id: one.idOf(0, 0), commune_id: one.commune.id };
  for (const [no, help] of supports.entries()) {
    const id = one.idOf(idKinds.support, no);
    const row = supportRow(one, help, offices);
    rows.support.push({ id, ...place, ...row });
    const paper = { support_id: id, provider_id: row.provider_id, commune_id: place.commune_id };
    if (help.state === 'APPROVED' || help.state === 'DELIVERED') rows.support_amount.push({ ...paper, amount: help.amount, disbursed_on: help.deliveredDay });
    if (help.kind === 'LOAN' && help.state !== 'CANCELLED') rows.support_loan.push({ ...paper, ...loanRow(one, help) });
  }
  for (const [no, need] of needs.entries()) {
    const metBy = need.metBy === null ? null : supports[need.metBy]!;
    rows.support_need.push({
      id: one.idOf(idKinds.need, no), ...place, member_id: need.member === null ? null : one.idOf(idKinds.member, need.member), kind: need.kind, since: need.since,
      until: metBy?.deliveredDay ?? null, met_by_id: need.metBy === null ? null : one.idOf(idKinds.support, need.metBy),
    });
  }
}
