import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { auditLineAccess } from './audit-line.access.js';
import { AuditLine, AuditOutcome } from './audit-line.entity.js';

export const AuditLineConnection = connectionOf('AuditLine', AuditLine);
export const auditLineList = listTypes(auditLineAccess, { id: 'id', at: 'instant', unit: 'id', person: 'text', operation: 'text', outcome: ['AuditOutcome', AuditOutcome], noun: 'text', rowId: 'text' });
export const AuditLineArguments = pageArguments('AuditLine', auditLineList);
