import type { Selection } from '../access/selection.js';
import { answerRecorded, recordDated } from '../audit/dated-row.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import { villageAreaTypeAccess } from './village-area-type.access.js';
import type { RecordVillageAreaTypeInput } from './village-area-type.input.js';

/**
 * Records whether a village is rural or urban from a day on. In force at once, village and households follow in the same transaction
 * (trigger of the table); of a later day, when that day has come.
 */
export async function recordVillageAreaType(context: Working, input: RecordVillageAreaTypeInput, selection: Selection): Promise<Answered> {
  const check = new Check();
  const wanted = check.id('village', 'thôn, bản', input.village);
  const found = wanted === null ? [] : await context.session.read('SELECT 1 FROM village WHERE id = $1', [wanted]);
  if (found.length === 0) return refuse(context, [notFound('village', 'thôn, bản')]);
  const validFrom = check.day('validFrom', 'Áp dụng từ ngày', input.validFrom, { from: '2021-01-01', to: '2100-12-31', required: true });
  const source = check.text('source', 'Căn cứ', input.source, { most: 300, required: true });
  if (check.failed) return refuse(context, check.errors);
  const recorded = await recordDated(context, villageAreaTypeAccess, 'recordVillageAreaType',
    { of: { village: wanted }, said: { areaType: input.areaType, source }, validFrom: validFrom!, validTo: null, latest: input.latest });
  return answerRecorded(context, villageAreaTypeAccess, selection, 'villageAreaType', recorded);
}
