import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const atWork = { portals: signedIn, posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'] } as const;
const leader = { portals: signedIn, posts: ['LEADER'] } as const;

/** A leader hands over; the unit can look it up; whoever took over ticks off. Whoever works lends the own post for some days, a leader anybody's. */
export const handoverOperations: OperationLines = {
  'Query.handovers':       { portals: signedIn, posts: everyPost },
  'Query.handover':        { portals: signedIn, posts: everyPost },
  'Query.handoverPreview': { ...leader, payload: 'HandoverPreview' },
  'Mutation.handOver':     { ...leader, payload: 'HandoverPayload', input: { type: 'HandOverInput', keys: ['from', 'to', 'note', 'isAcknowledged'] } },
  'Mutation.acceptHandoverItem': { ...atWork, payload: 'HandoverItemPayload', input: { type: 'AcceptHandoverItemInput', keys: ['id'] } },
  'Query.standIns':        { ...atWork, payload: 'StandIn' },
  'Mutation.startStandIn': { ...atWork, payload: 'StandInPayload', input: { type: 'StartStandInInput', keys: ['principal', 'colleague', 'validFrom', 'validTo'] } },
  'Mutation.endStandIn':   { ...atWork, payload: 'StandInPayload', input: { type: 'EndStandInInput', keys: ['id'] } },
};

/** Types that only carry what these operations answer. */
export const handoverWrappers: readonly string[] = ['HandoverGroup', 'HandoverWork'];
