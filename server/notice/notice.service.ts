import type { PostRole } from '../access/portal-kind.js';
import type { Working } from '../graphql/context.js';
import { insertNotices } from './notice.query.js';

/** What happened; the reader's screen puts it into words. */
export type NoticeKind =
  | 'ASSIGNED' | 'TERMS_CHANGED' | 'SUBMITTED' | 'SENT_BACK' | 'SIGNED' | 'RETURNED' | 'COMPLETED' | 'COMMENTED' | 'OVERDUE' | 'CHASED'
  | 'REQUEST_RECEIVED' | 'REQUEST_FORWARDED' | 'REQUEST_ANSWERED' | 'REQUEST_REOPENED' | 'REQUEST_WITHDRAWN' | 'TARGET_SET' | 'PAIRING_PROPOSED' | 'PAIRING_CONFIRMED' | 'PAIRING_DECLINED' | 'PAIRING_WITHDRAWN' | 'PAIRING_ENDED'
  | 'HANDED_OVER' | 'STANDING_IN'
  | 'POST_GIVEN' | 'POST_CHANGED' | 'POST_ENDED' | 'PASSWORD_RESET' | 'SECOND_FACTOR_RESET' | 'ACCOUNT_LOCKED' | 'RIGHTS_REQUESTED' | 'RIGHTS_GRANTED' | 'RIGHTS_REFUSED';

/** Whom it concerns: one post, the posts of some roles, or everybody of the unit. */
export interface Receiver { readonly unit: number; readonly post?: number | null; readonly roles?: readonly PostRole[] }

export interface Told {
  readonly kind: NoticeKind;
  readonly to: Receiver;
  /** The row that it opens. */
  readonly noun: string;
  readonly rowId: number | string;
  readonly assignment?: number | null;
}

/** Sends notices in the writing transaction, to other units too, all in one statement: if the write is kept, so are its notices. They carry keys, never values. */
export async function tellAll({ session }: Pick<Working, 'session'>, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await insertNotices(session, told.map(({ kind, to, noun, rowId, assignment = null }) =>
    ({ kind, unit: to.unit, post: to.post ?? null, roles: to.roles ?? null, noun, rowId: String(rowId), assignment })));
}

/** Sends one notice, as `tellAll` does. */
export const tell = (context: Pick<Working, 'session'>, told: Told): Promise<void> => tellAll(context, [told]);
