import { listTypes } from '../graphql/filter.js';
import { householdIdentityAccess, memberAccess } from './member.access.js';

listTypes(memberAccess, {
  id: 'id', household: 'row', fullName: 'text', isHead: 'boolean', birthYear: 'number', sex: 'text', birthDate: 'day', ethnicity: 'id', residence: 'text', identity: 'row',
});
listTypes(householdIdentityAccess, { idKind: 'text', idNumber: 'exact', insuranceNumber: 'exact', birthDate: 'day' });
