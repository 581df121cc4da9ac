import { listTypes } from '../graphql/filter.js';
import { deprivationAccess, householdGroupAccess } from './deprivation.access.js';
import { GroupKind } from './household-group.entity.js';
import { povertyCauseAccess } from './household-part.access.js';
import { CauseKind } from './poverty-cause.entity.js';

listTypes(deprivationAccess, { id: 'id', household: 'row', indicator: 'text', standard: 'text', deprived: 'boolean', since: 'day', until: 'day', measure: 'text', asOf: 'day' });
listTypes(householdGroupAccess, { id: 'id', kind: ['GroupKind', GroupKind], since: 'day', until: 'day' });
listTypes(povertyCauseAccess, { id: 'id', cause: ['CauseKind', CauseKind], since: 'day', until: 'day' });
