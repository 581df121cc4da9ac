import type { OperationLines } from '../access/policy.js';
import { signedIn } from '../access/policy.js';

/** Whoever may have written something may look at the trail; which lines, the row rules say. */
const readers = { portals: signedIn, posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER', 'SUPERVISOR', 'ACCOUNT_ADMINISTRATOR'] } as const;
export const auditOperations: OperationLines = { 'Query.auditLines': readers, 'Query.auditChain': readers };
export const auditWrappers: readonly string[] = ['AuditChange', 'AuditRefusal', 'AuditChain'];
