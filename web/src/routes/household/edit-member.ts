import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { ethnicGroup } from '../../text/vi-ethnic-group';
import { residence, sex } from '../../text/vi-household';
import { edit as common, householdForm } from '../../text/vi-household-edit';
import { memberForm as words } from '../../text/vi-household-edit-part';
import type { EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec, type Typed } from './edit-spec';
import { AddMemberDocument, UpdateMemberDocument } from './member-edit.generated';
import type { Member } from './members';

const oldest = 1900;
const choices = (named: Readonly<Record<string, string | undefined>>, but: readonly string[] = []) =>
  choicesOf(named as Record<string, string>).filter(({ value }) => !but.includes(value));

const about = (year: number) => ({
  fullName: { kind: 'text', label: words.name, most: 120, required: true },
  birthYear: { kind: 'whole', label: words.birthYear, least: oldest, most: year, isYear: true, required: true },
  birthDate: { kind: 'day', label: words.birthDate },
  sex: { kind: 'select', label: words.sex, choices: choices(sex), required: true },
  relation: { kind: 'text', label: words.relation, hint: words.relationHint, most: 60 },
}) as const;

export function addMember({ household, session: { year } }: EditScope): EditSpec {
  return defineEdit({
    title: words.addTitle, submit: common.save, done: words.added,
    fields: {
      ...about(year),
      ethnicity: { kind: 'select', label: householdForm.ethnicity, choices: ethnicGroup, required: true },
      residence: { kind: 'select', label: words.residence, choices: choices(residence, ['LEFT', 'DEAD']), required: true },
    },
    initial: { residence: 'PRESENT' },
    send: (values) => command(AddMemberDocument, { input: { household: household.id, ...values } }),
  });
}

/** Nobody is deleted: who leaves or dies stays on record. The head ceases to be one only when another becomes it. */
export function changeMember(member: Member, { session: { year } }: EditScope): EditSpec {
  const { id, version, birthDate, isHead } = member;
  const mayHead = ({ residence: home }: Typed) => !isHead && (home === 'PRESENT' || home === 'AWAY');
  return defineEdit({
    title: words.changeTitle(member.fullName), submit: common.save, done: words.changed, version,
    fields: {
      ...about(year),
      residence: { kind: 'select', label: words.residence, choices: choices(residence), required: true },
      ethnicity: { kind: 'select', label: householdForm.ethnicity, hint: householdForm.ethnicityKept, choices: ethnicGroup },
      isHead: { kind: 'check', label: words.isHead, when: mayHead },
    },
    initial: {
      fullName: member.fullName, birthYear: String(member.birthYear), birthDate: birthDate && formatDay(birthDate), sex: member.sex,
      relation: member.relation, residence: member.residence,
    },
    send: (_values, changed, seen) => command(UpdateMemberDocument, { input: { id, version: seen, ...changed } }),
  });
}
