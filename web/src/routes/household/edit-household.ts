import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { ethnicGroup } from '../../text/vi-ethnic-group';
import { edit as common, householdForm as words } from '../../text/vi-household-edit';
import type { EditScope } from './edit-scope';
import { defineEdit, type EditSpec } from './edit-spec';
import { SaveHouseholdContactDocument, UpdateHouseholdDocument } from './household-edit.generated';

export interface VillageChoice {
  id: string;
  name: string;
}

/** What the commune says of a household besides its people; the class is changed by a decision, not here. */
export function changeHousehold({ household, session: { year } }: EditScope, villages: readonly VillageChoice[]): EditSpec {
  const { id, version, exitRegisteredOn, expectedExitYear } = household;
  return defineEdit({
    title: words.changeTitle, submit: common.save, done: words.changed, version,
    fields: {
      headName: { kind: 'text', label: words.headName, most: 120, required: true },
      village: { kind: 'select', label: words.village, choices: villages.map((village) => ({ value: village.id, label: village.name })), required: true },
      officerInCharge: { kind: 'text', label: words.officer, most: 120 },
      exitRegisteredOn: { kind: 'day', label: words.exitOn },
      expectedExitYear: { kind: 'whole', label: words.exitYear, least: year - 1, most: year + 5, isYear: true },
      ethnicity: { kind: 'select', label: words.ethnicity, hint: words.ethnicityKept, choices: ethnicGroup },
      note: { kind: 'long', label: words.note, most: 2000 },
    },
    initial: {
      headName: household.headName, village: household.village?.id, officerInCharge: household.officerInCharge, note: household.note,
      exitRegisteredOn: exitRegisteredOn && formatDay(exitRegisteredOn), expectedExitYear: expectedExitYear?.toString(),
    },
    send: (_values, changed, seen) => command(UpdateHouseholdDocument, { input: { id, version: seen, ...changed } }),
  });
}

export function changeContact({ household, story }: EditScope): EditSpec {
  const contact = story?.contact;
  return defineEdit({
    title: words.contactTitle, submit: common.save, done: words.contactSaved, version: contact?.version ?? null,
    fields: {
      addressDetail: { kind: 'text', label: words.address, hint: words.addressHint, most: 300 },
      phone: { kind: 'text', label: words.phone, most: 20 },
    },
    initial: { addressDetail: contact?.addressDetail, phone: contact?.phone },
    send: (_values, changed, version) => command(SaveHouseholdContactDocument, { input: { household: household.id, version, ...changed } }),
  });
}
