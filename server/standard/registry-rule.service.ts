import type { Selection } from '../access/selection.js';
import { answerRecorded, recordDated } from '../audit/dated-row.js';
import { Check } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import { keepRegistry } from './registry-keeping.service.js';
import { registryRuleAccess } from './registry-rule.access.js';
import { RuleName } from './registry-rule.entity.js';
import type { RecordRegistryRuleInput } from './registry-rule.input.js';
import { lastDay } from './standard-figure.service.js';

/** The least and the most that can be meant; anything outside is a slip of the hand. */
const limits: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  [RuleName.NEWLY_ESCAPED_MONTHS]: { least: 1, most: 120 }, [RuleName.PROVIDER_DAYS]: { least: 1, most: 3_650 }, [RuleName.GRANT_DAYS_MOST]: { least: 1, most: 366 },
  [RuleName.ELIGIBILITY_CHECKS_AN_HOUR]: { least: 1, most: 10_000 },
  [RuleName.MIN_WORKING_AGE]: { least: 10, most: 25 }, [RuleName.MAX_WORKING_AGE]: { least: 45, most: 80 }, [RuleName.CHILD_BELOW_AGE]: { least: 10, most: 25 },
};

/** Sets what the registry does by itself from a day on; never backwards, since what it did until today stands. What follows from it is worked out right after the commit. */
export async function recordRegistryRule(context: Working, input: RecordRegistryRuleInput, selection: Selection): Promise<Answered> {
  const check = new Check();
  const value = check.whole('value', 'Giá trị', input.value, limits[input.name] ?? { least: 1, most: 0 });
  const validFrom = check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { from: context.clock.today(), to: lastDay, required: true });
  const source = check.text('source', 'Căn cứ', input.source, { most: 300, required: true });
  if (check.failed) return refuse(context, check.errors);
  const recorded = await recordDated(context, registryRuleAccess, 'recordRegistryRule',
    { of: { name: input.name }, said: { value, source }, validFrom: validFrom!, validTo: null, latest: input.latest });
  if (!('errors' in recorded)) context.session.afterCommit(() => context.background.run('keep registry', async () => void await keepRegistry(context.door)));
  return answerRecorded(context, registryRuleAccess, selection, 'registryRule', recorded);
}
