import type { DataSource } from 'typeorm';
import { benchDay as today } from './province.js';
import { NaivePeriod, NaiveThreshold, type NaiveAssignment } from './naive.entity.js';

/** The rule of statuses once more, in code over rows that were fetched whole. */
export interface StatusOf { rule(assignment: NaiveAssignment): string; status(assignment: NaiveAssignment): string }

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const statusOfRule: Readonly<Record<string, string>> = {
  DONE: 'DONE', PAST_DUE: 'LATE', REPORT_MISSED: 'LATE', FAR_BEHIND: 'LATE', DUE_SOON: 'AT_RISK', BEHIND: 'AT_RISK', NEVER_UPDATED: 'NOT_UPDATED', IN_TIME: 'ON_TIME',
};

/** Reads periods and thresholds for one request. */
export async function statusFor(source: DataSource): Promise<StatusOf> {
  const periods = (await source.getRepository(NaivePeriod).find({ order: { dueDay: 'ASC' } })).map(period => period.dueDay);
  const thresholds = await source.getRepository(NaiveThreshold).find({ order: { validFrom: 'DESC' } });
  const { dueSoonDays, behindPercent, farBehindPercent } = thresholds.find(t => t.validFrom <= today && (t.validTo === null || t.validTo >= today))!;
  const closed = periods.filter(day => day < today).at(-1), closedBefore = periods.filter(day => closed !== undefined && day < closed).at(-1), open = periods.find(day => day >= today);
  const rule = (a: NaiveAssignment): string => {
    const due = a.extendedTo ?? a.dueDay, isContinuous = a.nextKind === 'CONTINUOUS', last = a.lastEntryDay;
    const expected = a.targetValue !== null && a.targetValue > 0 && due !== null && due > a.validFrom
      ? Math.min(100, Math.max(0, Math.trunc(days(a.validFrom, today) * 100 / days(a.validFrom, due)))) : null;
    const isBehind = (percent: number) => expected !== null && (a.percent ?? 0) * 100 < expected * percent;
    if (a.doneOn !== null) return 'DONE';
    if (due !== null && due < today) return 'PAST_DUE';
    if (isContinuous && closed !== undefined && (last === null || (closedBefore !== undefined && last <= closedBefore)) && a.validFrom <= closed) return 'REPORT_MISSED';
    if (isBehind(farBehindPercent)) return 'FAR_BEHIND';
    if (isContinuous && open !== undefined && days(today, open) <= dueSoonDays && (last === null || (closed !== undefined && last <= closed))) return 'DUE_SOON';
    if (a.nextKind !== null && !isContinuous && due !== null && days(today, due) <= dueSoonDays) return 'DUE_SOON';
    if (isBehind(behindPercent)) return 'BEHIND';
    return last === null ? 'NEVER_UPDATED' : 'IN_TIME';
  };
  return { rule, status: assignment => statusOfRule[rule(assignment)]! };
}
