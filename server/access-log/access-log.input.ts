import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { accessLogAccess } from './access-log.access.js';
import { AccessLogEntry } from './access-log.entity.js';

export const AccessLogEntryConnection = connectionOf('AccessLogEntry', AccessLogEntry);
export const accessLogList = listTypes(accessLogAccess, { id: 'id', unit: 'id', household: 'id', part: 'text', purpose: 'text' });
export const AccessLogEntryArguments = pageArguments('AccessLogEntry', accessLogList);
