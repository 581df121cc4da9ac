import type { Session } from '../database/session.js';

export interface Found { readonly outcome: 'LISTED' | 'NOT_LISTED' | 'FORBIDDEN' | 'TRY_LATER'; readonly class: string | null; readonly standard: string | null; readonly since: string | null }

/** One check, its line in the log with it; the function counts the account's lines of the last hour and takes the same steps whatever it finds. */
export async function lookUp(session: Session, requestId: string, idNumber: string, name: string): Promise<Found> {
  return (await session.read<Found>('SELECT outcome, class, standard, since::text AS since FROM check_eligibility($1, $2, $3)', [requestId, idNumber, name]))[0];
}
