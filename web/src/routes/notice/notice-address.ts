import type { NoticeLineFragment } from './notice.generated';

/** A page of the router below the unit's address, and what it is to open there. */
export type NoticeAddress =
  | { to: '/cong/$unitCode' }
  | { to: '/cong/$unitCode/nhiem-vu' }
  | { to: '/cong/$unitCode/nhiem-vu/$taskId'; taskId: string; search: { nhap?: string } }
  | { to: '/cong/$unitCode/ghep-doi' };

/** Where the work of a notice is done; the home page where its row is not reached any more. */
export function addressOf({ kind, noun, assignment }: NoticeLineFragment): NoticeAddress {
  if (noun === 'Pairing') return { to: '/cong/$unitCode/ghep-doi' };
  if (kind === 'CHASED' || !assignment) return { to: '/cong/$unitCode' };
  return { to: '/cong/$unitCode/nhiem-vu/$taskId', taskId: assignment.task.id, search: kind === 'OVERDUE' ? { nhap: assignment.id } : {} };
}
