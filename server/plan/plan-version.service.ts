import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack } from '../graphql/payload.js';
import { planAccess } from './plan.access.js';
import type { Plan } from './plan.entity.js';
import type { RecordPlanVersionInput, RecordPlanVersionPayload } from './plan.input.js';
import { insertVersion, latestVersion } from './plan-version.query.js';

const order = ['DRAFT', 'NUMBERED', 'SIGNED'];

/** A document goes from draft to numbered to signed and never back; a numbered one has number and day (NĐ 30/2020, Phụ lục I). */
export async function recordPlanVersion(context: Working, input: RecordPlanVersionInput, selection: Selection): Promise<RecordPlanVersionPayload> {
  const check = new Check();
  const wanted = check.id('plan', 'kế hoạch', input.plan);
  const latest = wanted === null ? null : await latestVersion(context.session, wanted);
  const refused = (userErrors = check.errors): RecordPlanVersionPayload => { context.session.rollBack(); return { plan: null, userErrors }; };
  if (!latest) return refused([notFound('plan', 'kế hoạch')]);
  const isNumbered = input.state !== 'DRAFT';
  const number = check.text('number', 'Số văn bản', input.number, { most: 100, required: isNumbered });
  const day = check.day('day', 'Ngày văn bản', input.day, { from: `${latest.year}-01-01`, to: context.clock.today(), required: isNumbered });
  const signer = check.text('signer', 'Người ký', input.signer, { most: 200, required: input.state === 'SIGNED' });
  const note = check.text('note', 'Ghi chú', input.note, { most: 1000 });
  if (order.indexOf(input.state) < order.indexOf(latest.state)) check.fail('state', 'Trạng thái văn bản: không quay lại trạng thái trước.');
  if (check.failed) return refused();
  const version = { plan: latest.plan, no: latest.no + 1, state: input.state, number, day, signer, note };
  const id = await insertVersion(context.session, version);
  await auditWrite(context, { operation: 'recordPlanVersion', noun: 'PlanVersion', rowId: id, before: null, after: version });
  return { plan: await readBack<Plan>(context, planAccess, selection, 'plan', latest.plan), userErrors: [] };
}
