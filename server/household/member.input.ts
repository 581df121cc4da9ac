import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { memberHealthAccess, memberInsuranceAccess, memberLabourAccess, memberSchoolingAccess } from './member-part.access.js';
import { Disability, LabourStatus, SchoolLevel, TrainedLevel } from './member-part.entity.js';
import { householdIdentityAccess, memberAccess } from './member.access.js';
import { Member } from './member.entity.js';

export const MemberConnection = connectionOf('Member', Member);
export const memberList = listTypes(memberAccess, {
  id: 'id', household: 'row', householdCode: 'text', fullName: 'text', isHead: 'boolean', birthYear: 'number', sex: 'text', birthDate: 'day', ethnicity: 'id', residence: 'text', identity: 'row',
  labour: 'row', schooling: 'row', insurance: 'row', health: 'row',
});
export const MemberArguments = pageArguments('Member', memberList);
listTypes(householdIdentityAccess, { idKind: 'text', idNumber: 'exact', insuranceNumber: 'exact', birthDate: 'day' });
listTypes(memberLabourAccess, { status: ['LabourStatus', LabourStatus], trainedLevel: ['TrainedLevel', TrainedLevel], occupation: 'text', asOf: 'day' });
listTypes(memberSchoolingAccess, { attending: 'boolean', level: ['SchoolLevel', SchoolLevel], asOf: 'day' });
listTypes(memberInsuranceAccess, { hasCard: 'boolean', validTo: 'day', asOf: 'day' });
listTypes(memberHealthAccess, { malnutrition: 'boolean', disability: ['Disability', Disability], seriousIllness: 'boolean', asOf: 'day' });
