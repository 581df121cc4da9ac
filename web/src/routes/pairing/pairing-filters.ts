import { idIn, said } from '../../address';
import type { PairingFilter } from './pairing.generated';

/** Where a pairing stands, as the address names it. */
export const pairingStands = ['cho', 'dang', 'xong', 'tatca'] as const;
export type PairingStand = (typeof pairingStands)[number];

/** How the page is looked at: as a list, by body, by commune, or to give households. */
export const pairingViews = ['ds', 'donvi', 'xa', 'giao'] as const;
export type PairingView = (typeof pairingViews)[number];

/** `?xem=xa&tt=cho&xa=121&thon=121005` */
export interface PairingFilters {
  xem?: PairingView;
  tt?: PairingStand;
  xa?: string;
  thon?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readPairingFilters = (search: Record<string, unknown>): PairingFilters =>
  said<PairingFilters>({ xem: pairingViews.find((one) => one === search.xem), tt: pairingStands.find((one) => one === search.tt), xa: idIn(search.xa), thon: idIn(search.thon) });

/** An agreed help whose days are over has ended, though nobody said so. */
function standing(stand: PairingStand, today: string): PairingFilter {
  const lasting: PairingFilter = { or: [{ validTo: { isNull: true } }, { validTo: { gte: today } }] };
  if (stand === 'cho') return { state: { eq: 'PROPOSED' } };
  if (stand === 'dang') return { state: { eq: 'AGREED' }, ...lasting };
  return stand === 'xong' ? { or: [{ state: { eq: 'ENDED' } }, { state: { eq: 'AGREED' }, not: lasting }] } : {};
}

/** The filter that the server is sent for a stand in a place. */
export const pairingsOf = (stand: PairingStand, { xa, thon }: PairingFilters, today: string): PairingFilter => ({
  ...standing(stand, today),
  ...(xa && { commune: { eq: xa } }),
  ...(thon && { householdVillage: { eq: thon } }),
});
