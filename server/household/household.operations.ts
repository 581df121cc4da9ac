import type { InputLine, OperationLine, OperationLines } from '../access/policy.js';
import type { PortalKind, PostRole } from '../access/portal-kind.js';
import { everyPost, signedIn } from '../access/policy.js';

const reading = everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR');
/** Who enters: a village head only what concerns the own villages, which row policies see to. */
const entering: readonly PostRole[] = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'], office: readonly PostRole[] = ['LEADER', 'OFFICER'];

const write = (noun: string, verb: 'create' | 'update', type: string, keys: readonly string[], posts = entering, portals: readonly PortalKind[] = ['commune']): OperationLine =>
  ({ portals, posts, payload: `${noun}Payload`, input: { type, noun, verb, keys } satisfies InputLine });
const list = (portals: readonly PortalKind[] = signedIn): OperationLine => ({ portals, posts: reading });
const both: readonly PortalKind[] = ['department', 'commune'];

/** Reading and writing the register: one line an operation, its input guarded by the noun's own lines. */
export const householdOperations: OperationLines = {
  'Query.household':     list(),
  'Query.households':    list(),
  'Query.member':        list(),
  'Query.members':       list(['secretariat', 'department', 'commune']),
  'Query.meritRecords':  list(['secretariat', 'department', 'commune']),
  'Mutation.createHousehold':       write('Household', 'create', 'CreateHouseholdInput', ['headSex', 'headBirthYear']),
  'Mutation.updateHousehold':       write('Household', 'update', 'UpdateHouseholdInput', ['id', 'version']),
  'Mutation.saveHouseholdContact':  write('HouseholdContact', 'update', 'SaveHouseholdContactInput', ['household', 'version']),
  'Mutation.addMember':             write('Member', 'create', 'AddMemberInput', []),
  'Mutation.updateMember':          write('Member', 'update', 'UpdateMemberInput', ['id', 'version']),
  'Mutation.saveMemberLabour':      write('MemberLabour', 'update', 'SaveMemberLabourInput', ['member', 'version']),
  'Mutation.saveMemberSchooling':   write('MemberSchooling', 'update', 'SaveMemberSchoolingInput', ['member', 'version']),
  'Mutation.saveMemberInsurance':   write('MemberInsurance', 'update', 'SaveMemberInsuranceInput', ['member', 'version']),
  'Mutation.saveMemberHealth':      write('MemberHealth', 'update', 'SaveMemberHealthInput', ['member', 'version', 'purpose'], office),
  'Mutation.saveHouseholdIdentity': write('HouseholdIdentity', 'update', 'SaveHouseholdIdentityInput', ['member', 'version', 'purpose'], office),
  'Mutation.recordDeprivation':     write('Deprivation', 'create', 'RecordDeprivationInput', []),
  'Mutation.endDeprivation':        write('Deprivation', 'update', 'EndDeprivationInput', ['id']),
  'Mutation.addPovertyCause':       write('PovertyCause', 'create', 'AddPovertyCauseInput', ['household', 'since']),
  'Mutation.endPovertyCause':       write('PovertyCause', 'update', 'EndPovertyCauseInput', ['id']),
  'Mutation.addHouseholdGroup':     write('HouseholdGroup', 'create', 'AddHouseholdGroupInput', ['household']),
  'Mutation.endHouseholdGroup':     write('HouseholdGroup', 'update', 'EndHouseholdGroupInput', ['id']),
  'Mutation.addMeritRecord':        write('MeritRecord', 'create', 'AddMeritRecordInput', ['purpose'], office, both),
  'Mutation.updateMeritRecord':     write('MeritRecord', 'update', 'UpdateMeritRecordInput', ['id', 'version', 'purpose'], office, both),
  'Mutation.confirmMeritRecord':    write('MeritRecord', 'update', 'ConfirmMeritRecordInput', ['id', 'version', 'purpose'], office, ['department']),
  'Mutation.recordIncome':          write('HouseholdIncome', 'create', 'RecordIncomeInput', ['household', 'purpose'], office),
};
