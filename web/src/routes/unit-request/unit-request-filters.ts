import { idIn, said, wordsIn } from '../../address';
import type { UnitRequestFilter } from './unit-request.generated';

/** The tabs of the list, as the address names them. */
export const requestTabs = ['can', 'gui', 'tatca'] as const;
export type RequestTab = (typeof requestTabs)[number];
export const requestStands = ['cho', 'qua', 'xong', 'nhap'] as const;
export type RequestStand = (typeof requestStands)[number];
const kinds = { kn: 'RECOMMENDATION', gh: 'EXTENSION', ph: 'COORDINATION' } as const;
export type KindCode = keyof typeof kinds;
export const kindCodes = Object.keys(kinds) as KindCode[];
export const kindOf = (code: KindCode) => kinds[code];

/** `?xem=gui&tt=qua&loai=kn&tim=thẻ&dv=12`, the unit being the one that owes. */
export interface UnitRequestFilters {
  xem?: RequestTab;
  tt?: RequestStand;
  loai?: KindCode;
  tim?: string;
  dv?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readUnitRequestFilters = (search: Record<string, unknown>): UnitRequestFilters =>
  said<UnitRequestFilters>({
    xem: requestTabs.find((one) => one === search.xem), tt: requestStands.find((one) => one === search.tt), loai: kindCodes.find((one) => one === search.loai), tim: wordsIn(search.tim), dv: idIn(search.dv),
  });

/** What the form for a new one is about: `?viec=<assignment>&loai=gh`. */
export const readAskAbout = (search: Record<string, unknown>): { viec?: string; loai?: KindCode } =>
  said({ viec: idIn(search.viec), loai: kindCodes.find((one) => one === search.loai) });

const stands: Record<RequestStand, UnitRequestFilter> = {
  cho: { isOpen: { eq: true } }, qua: { isOverdue: { eq: true } }, xong: { state: { in: ['ANSWERED', 'DECLINED', 'WITHDRAWN'] } }, nhap: { state: { eq: 'DRAFT' } },
};

/** What waits is shown first where answers are owed; elsewhere everything. */
export const standOf = ({ xem, tt }: UnitRequestFilters): RequestStand | undefined => tt ?? ((xem ?? 'can') === 'can' ? 'cho' : undefined);

/** The filter that the server is sent for a unit's tab. */
export function filterOf(filters: UnitRequestFilters, unit: string): UnitRequestFilter {
  const { xem = 'can', loai, tim, dv } = filters, stand = standOf(filters);
  return {
    ...(xem === 'can' && { toUnit: { eq: unit } }), ...(xem === 'gui' && { unit: { eq: unit } }), ...(xem === 'tatca' && dv && { toUnit: { eq: dv } }),
    ...(stand && stands[stand]), ...(loai && { kind: { eq: kinds[loai] } }), ...(tim && { or: [{ subject: { contains: tim } }, { number: { contains: tim } }] }),
  };
}
