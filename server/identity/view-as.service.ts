import { unauthenticated } from '../access/shield.js';
import type { Caller } from './identity.service.js';
import { isAlive } from './sign-in.query.js';
import { hashOf, newToken } from './token.js';
import type { EndViewAsPayload, StartViewAsInput, StartViewAsPayload, ViewingAs } from './view-as.input.js';
import { rotateView, selectViewable, viewRoles } from './view-as.query.js';
import type { Viewer } from './viewer.js';

/** What the viewer is told of the look that goes on; null while one works in the own portal. */
export const viewingAs = ({ viewing }: Viewer): ViewingAs | null => (viewing ? { unit: viewing.hat.unit, role: viewing.hat.role, until: viewing.until } : null);

/**
 * Begins a look at a unit's portal under a new token, so that other tabs stop. Gate 1 lets only the secretariat's leader come here; the
 * line of it is written with the sign-in's row. The same answer for a unit that has no portal to look at as for one that does not exist.
 */
export async function startViewAs({ door, clock, token, viewer, setToken, identity }: Caller, { unit, role }: StartViewAsInput): Promise<StartViewAsPayload> {
  if (!viewer || token === null) throw unauthenticated();
  if (!viewRoles.includes(role)) return { viewingAs: null, userErrors: [{ code: 'BAD_INPUT', field: 'role', message: 'Vai này gắn với thôn, bản của một người cụ thể nên không xem như được. Hãy chọn vai khác.' }] };
  const found = /^\d{1,6}$/.test(unit) ? await selectViewable(door.source, Number(unit), clock.today()) : null;
  if (!found) return { viewingAs: null, userErrors: [{ code: 'NOT_FOUND', field: 'unit', message: 'Không có cổng của đơn vị này để xem. Hãy chọn lại sở, ngành, xã, phường, Mặt trận hoặc đoàn thể.' }] };
  const renewed = newToken();
  if (!(await rotateView(door.source, isAlive, { from: hashOf(token), to: hashOf(renewed) }, viewer.accountId, { unitId: found.id, role }))) throw unauthenticated();
  setToken(renewed);
  const looking = await identity.findViewer(renewed);
  return { viewingAs: looking && viewingAs(looking), userErrors: [] };
}

/** Ends the look under a new token; without one nothing changes. */
export async function endViewAs({ door, token, viewer, setToken }: Caller): Promise<EndViewAsPayload> {
  if (!viewer || token === null) throw unauthenticated();
  if (!viewer.viewing) return { userErrors: [] };
  const renewed = newToken();
  if (!(await rotateView(door.source, isAlive, { from: hashOf(token), to: hashOf(renewed) }, viewer.accountId, null))) throw unauthenticated();
  setToken(renewed);
  return { userErrors: [] };
}
