import { idIn, said } from '../../address';

export const chaseKinds = ['tatca', 'so', 'xa', 'doanthe'] as const;
export type ChaseKind = (typeof chaseKinds)[number];

/** `?loai=xa&nhiemvu=29` */
export interface ChaseFilters {
  loai?: ChaseKind;
  nhiemvu?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readChaseFilters = ({ loai, nhiemvu }: Record<string, unknown>): ChaseFilters =>
  said<ChaseFilters>({ loai: chaseKinds.find((one) => one === loai), nhiemvu: idIn(nhiemvu) });
