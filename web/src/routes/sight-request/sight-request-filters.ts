import { idIn, said } from '../../address';
import type { SightRequestFilter } from './sight-request.generated';

/** Where a request stands, as the address names it. */
export const requestStands = ['cho', 'mo', 'xong', 'tatca'] as const;
export type RequestStand = (typeof requestStands)[number];

/** `?tt=cho&xa=121` */
export interface RequestFilters {
  tt?: RequestStand;
  xa?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readRequestFilters = (search: Record<string, unknown>): RequestFilters =>
  said<RequestFilters>({ tt: requestStands.find((one) => one === search.tt), xa: idIn(search.xa) });

/** What was granted is open up to its last day. */
function standing(stand: RequestStand, today: string): SightRequestFilter {
  if (stand === 'cho') return { state: { eq: 'REQUESTED' } };
  if (stand === 'mo') return { state: { eq: 'GRANTED' }, validTo: { gte: today } };
  return stand === 'xong' ? { or: [{ state: { in: ['REFUSED', 'WITHDRAWN', 'REVOKED'] } }, { state: { eq: 'GRANTED' }, not: { validTo: { gte: today } } }] } : {};
}

/** The filter that the server is sent for a stand in a commune. */
export const requestsOf = (stand: RequestStand, xa: string | undefined, today: string): SightRequestFilter => ({ ...standing(stand, today), ...(xa && { commune: { eq: xa } }) });
