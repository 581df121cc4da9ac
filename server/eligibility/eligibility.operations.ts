import type { OperationLines } from '../access/policy.js';

/** Of the departments, those to which a clause gives it (service cause CHECKS_ELIGIBILITY). */
export const eligibilityOperations: OperationLines = {
  'Mutation.checkEligibility': { portals: ['department'], posts: ['LEADER', 'OFFICER'], payload: 'EligibilityPayload',
    input: { type: 'CheckEligibilityInput', keys: ['idNumber', 'name'] } },
};
