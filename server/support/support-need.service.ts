import type { Selection } from '../access/selection.js';
import { isId } from '../database/condition.js';
import { notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import { addFact, endFact, type Fact } from '../household/fact.service.js';
import { supportNeedAccess } from './support-need.access.js';
import type { AddSupportNeedInput, EndSupportNeedInput } from './support-need.input.js';

const need: Fact = { resource: supportNeedAccess, field: 'need', what: 'nhu cầu' };

/** A help asked for by the family, or by one of its members; the body of that help sees the household from now on. */
export const addSupportNeed = (context: Working, input: AddSupportNeedInput, selection: Selection): Promise<Answered> =>
  addFact(context, need, 'addSupportNeed', input, selection, async check => {
    const [member] = input.member && isId('uuid', input.member) ? await context.session.read<{ id: string; household: string }>('SELECT id, household_id AS household FROM member WHERE id = $1', [input.member]) : [];
    if (input.member && member?.household !== input.household) check.errors.push(notFound('member', 'thành viên này trong hộ'));
    return { kind: input.kind, member: member?.id ?? null };
  });

/** Met by a help, or no longer asked for. */
export async function endSupportNeed(context: Working, input: EndSupportNeedInput, selection: Selection): Promise<Answered> {
  if (input.metBy && (!isId('uuid', input.metBy) || (await context.session.read('SELECT FROM support s JOIN support_need n ON n.household_id = s.household_id AND n.kind = s.kind WHERE s.id = $1 AND n.id = $2', [input.metBy, input.id])).length === 0)) {
    return refuse(context, [notFound('metBy', 'hỗ trợ cùng loại của hộ này')]);
  }
  return endFact(context, need, 'endSupportNeed', input, selection, { metBy: input.until === null ? null : input.metBy ?? null });
}
