import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const leader = { portals: signedIn, posts: ['LEADER'] } as const;

/** A leader hands over; the unit can look it up; whoever took over ticks off. */
export const handoverOperations: OperationLines = {
  'Query.handovers':       { portals: signedIn, posts: everyPost },
  'Query.handover':        { portals: signedIn, posts: everyPost },
  'Query.handoverPreview': { ...leader, payload: 'HandoverPreview' },
  'Mutation.handOver':     { ...leader, payload: 'HandoverPayload', input: { type: 'HandOverInput', keys: ['from', 'to', 'note', 'isAcknowledged'] } },
  'Mutation.acceptHandoverItem': { portals: signedIn, posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'], payload: 'HandoverItemPayload', input: { type: 'AcceptHandoverItemInput', keys: ['id'] } },
};

/** Types that only carry what these operations answer. */
export const handoverWrappers: readonly string[] = ['HandoverGroup', 'HandoverWork'];
