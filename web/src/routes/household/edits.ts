import type { Edit } from './edit-context';
import { addPairing, changePairing, confirmPairing, endPairing } from './edit-pairing';
import type { EditScope } from './edit-scope';
import { grantSight, refuseSight, requestSight, revokeSight, withdrawSight } from './edit-sight';
import type { EditSpec } from './edit-spec';
import { addSupport, changeSupport, supportAmount, verifySupport } from './edit-support';

/** The form of a change; null when its row is no longer there. `helpers` is asked for only where one is chosen. */
export function editOf(edit: Edit, scope: EditScope, helpers: readonly { id: string; name: string }[]): EditSpec | null {
  const { story } = scope;
  const ofRow = <R extends { id: string }>(rows: readonly R[] | undefined, id: string, form: (row: R, of: EditScope) => EditSpec): EditSpec | null => {
    const row = rows?.find((one) => one.id === id);
    return row ? form(row, scope) : null;
  };
  switch (edit.of) {
    case 'support': return addSupport(scope);
    case 'changeSupport': return ofRow(story?.supports, edit.id, changeSupport);
    case 'amount': return ofRow(story?.supports, edit.id, supportAmount);
    case 'verifySupport': return ofRow(story?.supports, edit.id, verifySupport);
    case 'pairing': return addPairing(scope, helpers);
    case 'changePairing': return ofRow(story?.pairings, edit.id, changePairing);
    case 'confirmPairing': return ofRow(story?.pairings, edit.id, confirmPairing);
    case 'endPairing': return ofRow(story?.pairings, edit.id, endPairing);
    case 'request': return requestSight(scope);
    case 'grant': return ofRow(story?.sightRequests, edit.id, grantSight);
    case 'refuse': return ofRow(story?.sightRequests, edit.id, refuseSight);
    case 'withdraw': return ofRow(story?.sightRequests, edit.id, withdrawSight);
    case 'revoke': return ofRow(story?.sightRequests, edit.id, revokeSight);
    default: return null;
  }
}
