import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { purpose as purposes } from '../../text/vi-household';
import { edit as common } from '../../text/vi-household-edit';
import { factForm, meritForm as words } from '../../text/vi-household-edit-part';
import { housingNeed, meritKind } from '../../text/vi-household-kind';
import type { Edit, OpenedMerit } from './edit-context';
import { memberChoices, type EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import { AddMeritRecordDocument, ConfirmMeritRecordDocument, UpdateMeritRecordDocument } from './merit-edit.generated';

const needsHousing = (values: Record<string, unknown>): boolean => values.housingNeed === 'REPAIR' || values.housingNeed === 'REBUILD';

/** What a decision says, as fields. */
const terms = (today: string) => ({
  decisionNumber: { kind: 'text', label: words.decisionNumber, most: 60 },
  decisionDay: { kind: 'day', label: words.decisionDay, latest: today },
  allowanceKind: { kind: 'text', label: words.allowance, hint: words.allowanceHint, most: 120 },
  housingNeed: { kind: 'select', label: words.housing, choices: choicesOf(housingNeed) },
  housingDueDay: { kind: 'day', label: words.housingDue, when: needsHousing },
}) as const;

/** Nothing of a record of merit stays on the device. */
export function addMerit({ id }: Edit & { of: 'addMerit' }, scope: EditScope): EditSpec {
  const { today } = scope.session;
  return defineEdit({
    title: words.addTitle, lead: words.addLead, submit: common.save, done: words.added, keepsNoDraft: true,
    fields: {
      purpose: { kind: 'select', label: factForm.purpose, choices: choicesOf(purposes), required: true },
      member: { kind: 'select', label: words.member, choices: memberChoices(scope), required: true },
      kind: { kind: 'select', label: words.kind, choices: choicesOf(meritKind), required: true },
      validFrom: { kind: 'day', label: words.from, hint: words.fromHint, required: true, latest: today },
      ...terms(today),
    },
    initial: { member: id },
    send: (values) => command(AddMeritRecordDocument, { input: values }),
  });
}

/** Changed after it was read for a purpose; saving it is recorded under the same. */
export function changeMerit({ opened, purpose }: Edit & { of: 'changeMerit' }, { session: { today } }: EditScope): EditSpec {
  const { id, version, validTo, decisionDay, housingDueDay } = opened;
  const day = (value: string | null) => value && formatDay(value);
  return defineEdit({
    title: words.changeTitle, lead: nameOf(opened), submit: common.save, done: words.changed, keepsNoDraft: true, version,
    fields: { ...terms(today), validTo: { kind: 'day', label: words.to, hint: words.toHint, latest: today } },
    initial: {
      decisionNumber: opened.decisionNumber, decisionDay: day(decisionDay), allowanceKind: opened.allowanceKind, housingNeed: opened.housingNeed,
      housingDueDay: day(housingDueDay), validTo: day(validTo),
    },
    send: (_values, changed, seen) => command(UpdateMeritRecordDocument, { input: { id, version: seen, purpose, ...changed } }),
  });
}

export function confirmMerit({ opened: { id, version, ...opened }, purpose }: Edit & { of: 'confirmMerit' }): EditSpec {
  return defineEdit({
    title: words.confirmTitle, lead: words.confirmLead(nameOf(opened)), submit: words.confirm, done: words.confirmed, fields: {},
    // Confirms what was read, and nothing that another has written since: that is to be opened and read first.
    send: () => command(ConfirmMeritRecordDocument, { input: { id, version, purpose } }),
  });
}

const nameOf = ({ kind, member }: Pick<OpenedMerit, 'kind' | 'member'>): string => [meritKind[kind], member?.fullName].filter(Boolean).join(', ');
