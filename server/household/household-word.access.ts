import { everyRow, inMyCommunes, sees } from '../access/rows.js';
import { searchWords } from '../access/search-words.js';
import { byHelp, byService, ofOwnCommune } from './household.access.js';

/** Words of the head's name and of the code. */
export const householdWordAccess = searchWords('HouseholdWord', 'household_word', 'household_id', {
  secretariat: everyRow,
  department: `${sees('household_word.household_id', byService)} AND ${inMyCommunes()}`,
  commune: ofOwnCommune('household_word'),
  massOrganisation: `${sees('household_word.household_id', byHelp)} AND ${inMyCommunes()}`,
});

/** Words of a member's name; a department reads those of the members whom it reads, by the member's own policy. */
export const memberWordAccess = searchWords('MemberWord', 'member_word', 'member_id', {
  secretariat: everyRow,
  department: 'EXISTS (SELECT FROM member m WHERE m.id = member_word.member_id)',
  commune: ofOwnCommune('member_word'),
});
