import type { Edit } from './edit-context';
import { addCause, addGroup, addNeed, endCause, endGroup, endLack, endNeed, recordIncome, recordLack } from './edit-fact';
import { changeContact, changeHousehold, type VillageChoice } from './edit-household';
import { addMember, changeMember } from './edit-member';
import { changeHealth, changeIdentity, changeInsurance, changeLabour, changeSchooling } from './edit-member-part';
import { addMerit, changeMerit, confirmMerit } from './edit-merit';
import { addPairing } from './edit-pairing';
import type { EditScope } from './edit-scope';
import { requestSight } from './edit-sight';
import type { EditSpec } from './edit-spec';
import { addSupport, changeSupport, supportAmount, verifySupport } from './edit-support';
import { isRowEdit, rowEditOf } from './row-edits';

/** What some forms choose from, asked for only where they do. */
export interface Choosing {
  helpers: readonly { id: string; name: string }[];
  villages: readonly VillageChoice[];
}

/** The form of a change; null when its row is no longer there. */
export function editOf(edit: Edit, scope: EditScope, { helpers, villages }: Choosing): EditSpec | null {
  const { household, story, session } = scope;
  if (isRowEdit(edit)) return rowEditOf(edit, { pairings: story?.pairings, requests: story?.sightRequests }, session);
  const ofRow = <R extends { id: string }>(rows: readonly R[] | undefined, id: string, form: (row: R, of: EditScope) => EditSpec): EditSpec | null => {
    const row = rows?.find((one) => one.id === id);
    return row ? form(row, scope) : null;
  };
  switch (edit.of) {
    case 'household': return changeHousehold(scope, villages);
    case 'contact': return changeContact(scope);
    case 'addMember': return addMember(scope);
    case 'member': return ofRow(household.members, edit.id, changeMember);
    case 'labour': return ofRow(household.members, edit.id, changeLabour);
    case 'schooling': return ofRow(household.members, edit.id, changeSchooling);
    case 'insurance': return ofRow(household.members, edit.id, changeInsurance);
    case 'health': return ofRow(household.members, edit.id, (member, of) => changeHealth(edit, member, of));
    case 'identity': return ofRow(household.members, edit.id, (member) => changeIdentity(edit, member));
    case 'deprivation': return recordLack(scope);
    case 'endDeprivation': return ofRow(household.deprivations, edit.id, endLack);
    case 'cause': return addCause(scope);
    case 'endCause': return ofRow(story?.causes, edit.id, endCause);
    case 'group': return addGroup(scope);
    case 'endGroup': return ofRow(household.groups, edit.id, endGroup);
    case 'need': return addNeed(scope);
    case 'endNeed': return ofRow(story?.needs, edit.id, endNeed);
    case 'addMerit': return addMerit(edit, scope);
    case 'changeMerit': return changeMerit({ ...edit, of: edit.of }, scope);
    case 'confirmMerit': return confirmMerit({ ...edit, of: edit.of });
    case 'income': return recordIncome(scope);
    case 'support': return addSupport(scope);
    case 'changeSupport': return ofRow(story?.supports, edit.id, changeSupport);
    case 'amount': return ofRow(story?.supports, edit.id, supportAmount);
    case 'verifySupport': return ofRow(story?.supports, edit.id, verifySupport);
    case 'pairing': return addPairing(scope, helpers);
    case 'request': return requestSight(scope);
  }
}
