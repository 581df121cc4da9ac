import type { Session } from '../../session';
import type { Edit } from './edit-context';
import { changePairing, confirmPairing, declinePairing, endPairing, type ListedPairing } from './edit-pairing';
import { grantSight, refuseSight, revokeSight, withdrawSight } from './edit-sight';
import type { EditSpec } from './edit-spec';
import type { RequestLineFragment } from './household-story.generated';

/** Pairings and requests as they stand, on a household's page or on a list of them. */
export interface EditedRows {
  pairings?: readonly ListedPairing[];
  requests?: readonly RequestLineFragment[];
}

const ofPairing = { confirmPairing, declinePairing, changePairing, endPairing };
const ofRequest = { grant: grantSight, refuse: refuseSight, withdraw: withdrawSight, revoke: revokeSight };

export type RowEdit = { of: keyof typeof ofPairing | keyof typeof ofRequest; id: string };
export const isRowEdit = (edit: Edit): edit is RowEdit => edit.of in ofPairing || edit.of in ofRequest;

/** The form for one pairing or one request; null when it is no longer there. */
export function rowEditOf({ of, id }: RowEdit, { pairings, requests }: EditedRows, session: Session): EditSpec | null {
  if (of in ofPairing) {
    const pairing = pairings?.find((one) => one.id === id);
    return pairing ? ofPairing[of as keyof typeof ofPairing](pairing, session) : null;
  }
  const request = requests?.find((one) => one.id === id);
  return request ? ofRequest[of as keyof typeof ofRequest](request) : null;
}
