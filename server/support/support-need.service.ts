import type { Selection } from '../access/selection.js';
import { isId } from '../database/condition.js';
import { notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { Answered } from '../graphql/payload.js';
import { addFact, endFact, type Fact } from '../household/fact.service.js';
import { supportNeedAccess } from './support-need.access.js';
import type { AddSupportNeedInput, EndSupportNeedInput } from './support-need.input.js';

const need: Fact = { resource: supportNeedAccess, field: 'need', what: 'nhu cầu', kind: 'kind' };

/** A help asked for by the family, or by one of its members; the body of that help sees the household from now on. */
export const addSupportNeed = (context: Working, input: AddSupportNeedInput, selection: Selection): Promise<Answered> =>
  addFact(context, need, 'addSupportNeed', input, selection, async (check, household) => {
    const [member] = input.member && isId('uuid', input.member) ? await context.session.read<{ id: string; household: string }>('SELECT id, household_id AS household FROM member WHERE id = $1', [input.member]) : [];
    if (input.member && member?.household !== household) check.errors.push(notFound('member', 'thành viên này trong hộ'));
    return { kind: input.kind, member: member?.id ?? null };
  });

/** Met by a help, or no longer asked for. */
export const endSupportNeed = (context: Working, input: EndSupportNeedInput, selection: Selection): Promise<Answered> =>
  endFact(context, need, 'endSupportNeed', input, selection, async (check, household) => {
    if (!input.metBy) return { metBy: null };
    const [help] = isId('uuid', input.metBy) ? await context.session.read<{ id: string; state: string }>(
      'SELECT s.id, s.state FROM support s JOIN support_need n ON n.kind = s.kind WHERE s.id = $1 AND s.household_id = $2 AND n.id = $3', [input.metBy, household, input.id]) : [];
    if (!help) check.errors.push(notFound('metBy', 'hỗ trợ cùng loại của hộ này'));
    else if (help.state === 'CANCELLED') check.fail('metBy', 'Hỗ trợ đã đáp ứng: hỗ trợ này đã hủy. Chọn hỗ trợ khác.');
    else if (input.until === null) check.fail('metBy', 'Hỗ trợ đã đáp ứng: nhập ngày đáp ứng, hoặc bỏ trống để mở lại nhu cầu.');
    return { metBy: help?.id ?? null };
  });
