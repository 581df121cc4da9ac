import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { tellAll, type Told } from '../notice/notice.service.js';
import { letterOf, longestMessage, placeholders, unknownPlaceholders } from './letter.rule.js';
import { reminderAccess } from './reminder.access.js';
import type { LateUnit } from './reminder.entity.js';
import type { LettersPreview, ReadReminderInput, SendRemindersInput, SendRemindersPayload } from './reminder.input.js';
import { findReceived, insertReminder, noteReading, remindedToday, selectLateUnits } from './reminder.query.js';

interface Composed { readonly unit: LateUnit; readonly message: string; readonly assignments: readonly number[]; readonly isRepeated: boolean }

/** Units with late work that the viewer's unit may remind: the secretariat all, a department those of the tasks that it leads. */
export const lateUnits = ({ session, viewer }: Working): Promise<LateUnit[]> => selectLateUnits(session, { ofAllTasks: viewer.portalKind === 'secretariat' });

/** Every letter in its words, by what is late at this moment; all that is wrong goes into `check`. */
async function compose(context: Working, input: SendRemindersInput, check: Check, isSending: boolean): Promise<Composed[]> {
  const template = check.text('template', 'Nội dung đôn đốc', input.template.replace(/\r\n?/g, '\n'), { most: longestMessage, required: true }) ?? '';
  const unknown = unknownPlaceholders(template);
  if (unknown.length > 0) check.fail('template', `Nội dung đôn đốc: không có chỗ điền ${unknown.slice(0, 3).join(', ')}. Dùng ${placeholders.map(name => `{${name}}`).join(', ')}.`);
  if (input.letters.length === 0) check.fail('letters', 'Đơn vị: chọn ít nhất một đơn vị.');
  if (new Set(input.letters.map(({ unit }) => unit)).size < input.letters.length) check.fail('letters', 'Đơn vị: mỗi đơn vị chỉ chọn một lần.');
  const known = new Map((await lateUnits(context)).map(unit => [String(unit.id), unit]));
  const letters = input.letters.flatMap(({ unit, assignments, message }, at) => {
    const found = known.get(unit), works = found?.works.filter(work => assignments.includes(String(work.assignment))) ?? [];
    if (!found || works.length < new Set(assignments).size || works.length === 0) {
      check.errors.push(notFound(`letters.${at}`, 'việc quá hạn này của đơn vị'));
      return [];
    }
    const own = check.text(`letters.${at}.message`, `Nội dung gửi ${found.shortName}`, message?.replace(/\r\n?/g, '\n'), { most: longestMessage });
    const made = own ?? letterOf(template, found, works, context.clock.today());
    if (made.length > longestMessage) check.fail(`letters.${at}.message`, `Nội dung gửi ${found.shortName}: dài ${made.length} ký tự sau khi điền, nhiều nhất ${longestMessage}. Rút gọn mẫu; {danh sách việc} chỉ nên dùng một lần.`);
    return [{ unit: found, assignments: works.map(work => work.assignment), message: made }];
  });
  const reminded = await remindedToday(context.session, letters.flatMap(({ assignments }) => assignments), { isSending });
  return letters.map(letter => ({ ...letter, isRepeated: letter.assignments.some(id => reminded.has(id)) }));
}

/** What would be sent, word for word, and to whom for the second time today. Writes nothing. */
export async function previewReminders(context: Working, input: SendRemindersInput): Promise<LettersPreview> {
  const check = new Check(), letters = await compose(context, input, check, false);
  return { letters: check.failed ? [] : letters.map(({ unit, message, isRepeated }) => ({ unit: unit.id, message, isRepeated })), userErrors: check.errors };
}

const namesOf = (letters: readonly Composed[]): string =>
  `${letters.slice(0, 5).map(({ unit }) => unit.shortName).join(', ')}${letters.length > 5 ? ` và ${letters.length - 5} đơn vị khác` : ''}`;

/** Reminds every unit named or none: each gets its letter, a notice to its leaders and officers, and its line in the trail. */
export async function sendReminders(context: Working, input: SendRemindersInput): Promise<SendRemindersPayload> {
  const refused = (userErrors: UserError[]): SendRemindersPayload => { context.session.rollBack(); return { count: 0, userErrors }; };
  const check = new Check(), letters = await compose(context, input, check, true);
  if (check.failed) return refused(check.errors);
  const repeated = letters.filter(({ isRepeated }) => isRepeated);
  if (repeated.length > 0 && !input.again)
    return refused([userError('CONFLICT', 'again', `Hôm nay đơn vị bạn đã đôn đốc ${namesOf(repeated)} về việc này. Bỏ chọn các đơn vị đó, hoặc xác nhận gửi lần nữa.`)]);
  const told: Told[] = [];
  for (const { unit, message, assignments } of letters) {
    const id = await insertReminder(context.session, { unit: unit.id, message, assignments });
    await auditWrite(context, { operation: 'sendReminders', noun: 'Reminder', rowId: id, before: null, after: { unit: unit.id, message, assignments } });
    told.push({ kind: 'CHASED', to: { unit: unit.id, roles: ['LEADER', 'OFFICER'] }, noun: 'Reminder', rowId: id, assignment: assignments[0]! });
  }
  await tellAll(context, told);
  return { count: letters.length, userErrors: [] };
}

/** The reminded unit opens a reminder; the sender sees on which day. A second reading changes nothing. */
export async function readReminder(context: Working, input: ReadReminderInput, selection: Selection): Promise<Answered> {
  const id = new Check().id('id', 'văn bản đôn đốc', input.id), before = id === null ? null : await findReceived(context.session, id);
  if (id === null || !before) return refuse(context, [notFound('id', 'nội dung đôn đốc')]);
  if (await noteReading(context.session, id)) await auditWrite(context, { operation: 'readReminder', noun: 'Reminder', rowId: id, before, after: { readOn: context.clock.today() } });
  return settle(context, { resource: reminderAccess, selection, field: 'reminder', what: 'nội dung đôn đốc', id: String(id) }, { outcome: 'DONE' });
}
