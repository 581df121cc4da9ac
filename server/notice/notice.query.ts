import type { Session } from '../database/session.js';

export interface NewNotice {
  readonly kind: string; readonly unit: number; readonly post: number | null; readonly roles: readonly string[] | null;
  readonly noun: string; readonly rowId: string; readonly assignment: number | null;
}

export async function insertNotice(session: Session, { kind, unit, post, roles, noun, rowId, assignment }: NewNotice): Promise<void> {
  await session.read('SELECT send_notice($1, $2, $3, $4, $5, $6, $7)', [kind, unit, post, roles, noun, rowId, assignment]);
}
