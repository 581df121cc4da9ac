import type { Selection } from '../access/selection.js';
import { answerRecorded, recordDated } from '../audit/dated-row.js';
import { Check } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import { registryRuleAccess } from './registry-rule.access.js';
import { RuleName } from './registry-rule.entity.js';
import type { RecordRegistryRuleInput } from './registry-rule.input.js';
import { lastDay } from './standard-figure.service.js';

/** The most that can be meant; anything above is a slip of the hand. */
const most: Readonly<Record<string, number>> = {
  [RuleName.NEWLY_ESCAPED_MONTHS]: 120, [RuleName.PROVIDER_DAYS]: 3_650, [RuleName.GRANT_DAYS_MOST]: 366, [RuleName.ELIGIBILITY_CHECKS_AN_HOUR]: 10_000,
};

/** Sets what the registry does by itself from a day on; never backwards, since what it did until today stands. */
export async function recordRegistryRule(context: Working, input: RecordRegistryRuleInput, selection: Selection): Promise<Answered> {
  const check = new Check();
  const value = check.whole('value', 'Giá trị', input.value, { least: 1, most: most[input.name] ?? 0 });
  const validFrom = check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { from: context.clock.today(), to: lastDay, required: true });
  const source = check.text('source', 'Căn cứ', input.source, { most: 300, required: true });
  if (check.failed) return refuse(context, check.errors);
  const recorded = await recordDated(context, registryRuleAccess, 'recordRegistryRule',
    { of: { name: input.name }, said: { value, source }, validFrom: validFrom!, validTo: null, latest: input.latest });
  return answerRecorded(context, registryRuleAccess, selection, 'registryRule', recorded);
}
