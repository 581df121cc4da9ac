import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { paperKind } from '../../text/vi-household';
import { edit as common } from '../../text/vi-household-edit';
import { memberForm as words } from '../../text/vi-household-edit-part';
import { disability, labourStatus, schoolLevel, trainedLevel } from '../../text/vi-household-kind';
import type { Edit } from './edit-context';
import type { EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import {
  SaveHouseholdIdentityDocument, SaveMemberHealthDocument, SaveMemberInsuranceDocument, SaveMemberLabourDocument, SaveMemberSchoolingDocument,
} from './member-edit.generated';
import type { Member } from './members';

const rest = { submit: common.save, done: words.saved };
const asOf = (today: string) => ({ kind: 'day', label: words.asOf, required: true, latest: today }) as const;
const tick = (value: boolean | undefined): boolean => value ?? false;

export function changeLabour({ id, fullName, labour }: Member, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    ...rest, title: words.labourTitle(fullName), version: labour?.version ?? null,
    fields: {
      status: { kind: 'select', label: words.status, choices: choicesOf(labourStatus), required: true },
      occupation: { kind: 'text', label: words.occupation, most: 120 },
      trainedLevel: { kind: 'select', label: words.trained, choices: choicesOf(trainedLevel), required: true },
      asOf: asOf(today),
    },
    initial: { status: labour?.status, occupation: labour?.occupation, trainedLevel: labour?.trainedLevel, asOf: formatDay(today) },
    send: (values, _changed, version) => command(SaveMemberLabourDocument, { input: { member: id, version, ...values } }),
  });
}

export function changeSchooling({ id, fullName, schooling }: Member, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    ...rest, title: words.schoolingTitle(fullName), version: schooling?.version ?? null,
    fields: {
      attending: { kind: 'check', label: words.attending },
      level: { kind: 'select', label: words.level, hint: words.levelHint, choices: choicesOf(schoolLevel), required: true },
      reason: { kind: 'text', label: words.whyNot, most: 300, when: ({ attending }) => !attending },
      asOf: asOf(today),
    },
    initial: { attending: tick(schooling?.attending), level: schooling?.level, reason: schooling?.reason, asOf: formatDay(today) },
    send: (values, _changed, version) => command(SaveMemberSchoolingDocument, { input: { member: id, version, ...values } }),
  });
}

export function changeInsurance({ id, fullName, insurance }: Member, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    ...rest, title: words.insuranceTitle(fullName), version: insurance?.version ?? null,
    fields: {
      hasCard: { kind: 'check', label: words.hasCard },
      validTo: { kind: 'day', label: words.cardTo, when: ({ hasCard }) => hasCard === true },
      asOf: asOf(today),
    },
    initial: { hasCard: tick(insurance?.hasCard), validTo: insurance?.validTo && formatDay(insurance.validTo), asOf: formatDay(today) },
    send: (values, _changed, version) => command(SaveMemberInsuranceDocument, { input: { member: id, version, ...values } }),
  });
}

/** Changed after it was read for a purpose; saving it is recorded under the same. Nothing of it is kept on the device. */
export function changeHealth({ opened, purpose }: Edit & { of: 'health' }, { id, fullName }: Member, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    ...rest, title: words.healthTitle(fullName), keepsNoDraft: true, version: opened?.version ?? null,
    fields: {
      malnutrition: { kind: 'check', label: words.malnutrition },
      disability: { kind: 'select', label: words.disability, choices: choicesOf(disability), required: true },
      seriousIllness: { kind: 'check', label: words.illness },
      asOf: asOf(today),
    },
    initial: { malnutrition: tick(opened?.malnutrition), disability: opened?.disability ?? 'NONE', seriousIllness: tick(opened?.seriousIllness), asOf: formatDay(today) },
    send: (values, _changed, version) => command(SaveMemberHealthDocument, { input: { member: id, version, purpose, ...values } }),
  });
}

export function changeIdentity({ opened, purpose }: Edit & { of: 'identity' }, { id, fullName }: Member): EditSpec {
  const hasNumber = ({ idKind }: { idKind?: unknown }) => idKind !== 'NONE' && idKind !== '';
  return defineEdit({
    ...rest, title: words.papersTitle(fullName), keepsNoDraft: true, version: opened?.version ?? null,
    fields: {
      idKind: { kind: 'select', label: words.idKind, choices: choicesOf(paperKind as Record<string, string>), required: true },
      idNumber: { kind: 'text', label: words.idNumber, hint: words.idHint, most: 12, when: hasNumber },
      insuranceNumber: { kind: 'text', label: words.insuranceNumber, most: 15 },
      birthDate: { kind: 'day', label: words.paperBirth },
    },
    initial: { idKind: opened?.idKind, idNumber: opened?.idNumber, insuranceNumber: opened?.insuranceNumber, birthDate: opened?.birthDate && formatDay(opened.birthDate) },
    send: (values, _changed, version) => command(SaveHouseholdIdentityDocument, { input: { member: id, version, purpose, ...values } }),
  });
}
