import { formatDay, formatNumber } from '../../text/format';
import { clock as words, requestState } from '../../text/vi-unit-request';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import type { UnitRequestLineFragment } from './unit-request.generated';

type Line = UnitRequestLineFragment;
/** So near to its last day that it is marked. */
const nearDays = 2;

const tones: Record<Line['state'], StatusTone> = { DRAFT: 'quiet', SENT: 'good', FORWARDED: 'good', REOPENED: 'good', ANSWERED: 'done', DECLINED: 'quiet', WITHDRAWN: 'quiet' };

/** "Quá hạn trả lời 3 ngày" in red, "Đã 6 ngày, còn 4 ngày", or how it ended: the same on both sides. */
export function RequestClock({ of }: { of: Line }) {
  if (of.daysOver !== null && of.isOpen) return <StatusTag tone="late" label={words.over(formatNumber(of.daysOver))} />;
  if (of.daysLeft !== null) return <StatusTag tone={of.daysLeft <= nearDays ? 'risk' : tones[of.state]} label={leftOf(of.daysGone ?? 0, of.daysLeft)} />;
  return <StatusTag tone={tones[of.state]} label={requestState[of.state]} />;
}

function leftOf(gone: number, left: number): string {
  if (left === 0) return words.lastDay(formatNumber(gone));
  return gone === 0 ? words.today(formatNumber(left)) : words.left(formatNumber(gone), formatNumber(left));
}

/** What else there is to say about its days, in small print. */
export function clockNotes(of: Line): string[] {
  const { isOpen, daysGone, daysOver, daysHeld, dueDay, state, toUnit, answerDrafts } = of;
  if (isOpen) return [
    daysOver !== null && daysGone !== null && words.gone(formatNumber(daysGone)), dueDay && words.due(formatDay(dueDay)),
    state === 'FORWARDED' && daysHeld !== null && words.held(toUnit.shortName, formatNumber(daysHeld)), answerDrafts.length > 0 && words.drafted,
  ].filter((note) => typeof note === 'string');
  if (state !== 'ANSWERED' && state !== 'DECLINED') return [];
  return [daysGone === 0 ? words.answeredToday : words.answeredIn(formatNumber(daysGone ?? 0)), daysOver !== null && words.late(formatNumber(daysOver))].filter((note) => typeof note === 'string');
}
