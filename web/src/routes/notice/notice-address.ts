import type { NoticeKind, NoticeLineFragment } from './notice.generated';

/** A page of the router below the unit's address, and what it is to open there. */
export type NoticeAddress =
  | { to: '/cong/$unitCode' | '/cong/$unitCode/ghep-doi' | '/cong/$unitCode/tai-khoan' | '/cong/$unitCode/quan-tri/nguoi-dung' }
  | { to: '/cong/$unitCode/nhiem-vu/$taskId'; taskId: string; search: { nhap?: string } }
  | { to: '/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId'; taskId: string; assignmentId: string }
  | { to: '/cong/$unitCode/kien-nghi/$requestId'; requestId: string }
  | { to: '/cong/$unitCode/chi-tieu/$targetId'; targetId: string }
  | { to: '/cong/$unitCode/ban-giao/$handoverId'; handoverId: string };

/** Kinds whose place does not depend on a row: what a leader decides, what is done at home, and what is said of the own account. */
const places: Partial<Record<NoticeKind, NoticeAddress['to'] & ('/cong/$unitCode' | '/cong/$unitCode/tai-khoan' | '/cong/$unitCode/quan-tri/nguoi-dung')>> = {
  CHASED: '/cong/$unitCode',
  STANDING_IN: '/cong/$unitCode',
  RIGHTS_REQUESTED: '/cong/$unitCode/quan-tri/nguoi-dung',
  POST_GIVEN: '/cong/$unitCode/tai-khoan',
  POST_CHANGED: '/cong/$unitCode/tai-khoan',
  POST_ENDED: '/cong/$unitCode/tai-khoan',
  PASSWORD_RESET: '/cong/$unitCode/tai-khoan',
  SECOND_FACTOR_RESET: '/cong/$unitCode/tai-khoan',
  ACCOUNT_LOCKED: '/cong/$unitCode/tai-khoan',
  RIGHTS_GRANTED: '/cong/$unitCode/tai-khoan',
  RIGHTS_REFUSED: '/cong/$unitCode/tai-khoan',
};

/** Where the work of a notice is done; the home page where its row is not reached any more. */
export function addressOf({ kind, noun, rowId, assignment }: NoticeLineFragment, ownUnit: string): NoticeAddress {
  const place = places[kind];
  if (place) return { to: place };
  if (noun === 'Pairing') return { to: '/cong/$unitCode/ghep-doi' };
  if (noun === 'UnitRequest') return { to: '/cong/$unitCode/kien-nghi/$requestId', requestId: rowId };
  if (noun === 'Target') return { to: '/cong/$unitCode/chi-tieu/$targetId', targetId: rowId };
  if (noun === 'Handover') return { to: '/cong/$unitCode/ban-giao/$handoverId', handoverId: rowId };
  if (!assignment) return { to: '/cong/$unitCode' };
  if (assignment.unit.id !== ownUnit) return { to: '/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId', taskId: assignment.task.id, assignmentId: assignment.id };
  return { to: '/cong/$unitCode/nhiem-vu/$taskId', taskId: assignment.task.id, search: kind === 'OVERDUE' ? { nhap: assignment.id } : {} };
}
