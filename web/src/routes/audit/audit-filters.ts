import { dayIn, idIn, matching, said, wordsIn } from '../../address';
import { dayAfter } from '../../text/format';
import type { AuditLineFilter } from './audit.generated';

export const outcomes = ['tatca', 'xong', 'tuchoi'] as const;
export type Outcome = (typeof outcomes)[number];

/** `?tu=2026-09-01&den=2026-09-08&nguoi=Hạnh&viec=signProgressEntry&loai=Household&donvi=12&kq=tuchoi` */
export interface AuditFilters {
  tu?: string;
  den?: string;
  nguoi?: string;
  viec?: string;
  loai?: string;
  donvi?: string;
  kq?: Outcome;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readAuditFilters = (search: Record<string, unknown>): AuditFilters =>
  said<AuditFilters>({
    tu: dayIn(search.tu), den: dayIn(search.den), nguoi: wordsIn(search.nguoi), viec: matching(search.viec, /^[A-Za-z]{1,60}$/),
    loai: matching(search.loai, /^[A-Za-z]{1,60}$/), donvi: idIn(search.donvi), kq: outcomes.find((one) => one === search.kq),
  });

/** The server's filter; days are whole days in Vietnam. */
export const auditFilter = ({ tu, den, nguoi, viec, loai, donvi, kq }: AuditFilters): AuditLineFilter => ({
  ...((tu ?? den) && { at: { ...(tu && { gte: `${tu}T00:00:00+07:00` }), ...(den && { lte: `${dayAfter(den)}T00:00:00+07:00` }) } }),
  ...(nguoi && { person: { contains: nguoi } }),
  ...(viec && { operation: { eq: viec } }),
  ...(loai && { noun: { eq: loai } }),
  ...(donvi && { unit: { eq: donvi } }),
  ...(kq === 'xong' && { outcome: { eq: 'DONE' as const } }),
  ...(kq === 'tuchoi' && { outcome: { in: ['REFUSED' as const, 'FAILED' as const] } }),
});
