import { Link } from '@tanstack/react-router';
import { command } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { edit } from '../../text/vi-household-edit';
import { mergeForm as words, movementForm as common } from '../../text/vi-household-movement';
import type { EditScope } from './edit-scope';
import { defineEdit, type EditSpec } from './edit-spec';
import { MergeHouseholdsDocument, type MergeHouseholdsMutation } from './household-movement.generated';
import { HouseholdPicker, mergeHousehold } from './household-picker';
import { MergePreview } from './merge-preview';

const stays = { this: words.this, other: words.theOther };

/** Two households of the commune become one; which of them stays is chosen over both. */
export function mergeHouseholds({ household, session: { today, viewer } }: EditScope): EditSpec {
  const here = { id: household.id, version: household.version, headName: household.headName, code: household.code, memberCount: household.memberCount };
  const pair = (other: string, keep: string) => {
    const there = mergeHousehold(other) ?? { ...here, id: other };
    return keep === 'this' ? { kept: here, gone: there } : { kept: there, gone: here };
  };
  return defineEdit({
    title: words.title, lead: words.lead, submit: words.submit, done: words.done,
    fields: {
      keepVersion: { kind: 'version', label: edit.version },
      goneVersion: { kind: 'version', label: edit.version },
      gone: {
        kind: 'own', label: words.other, required: true, inWords: (id) => mergeHousehold(id)?.headName ?? '',
        control: (props) => <HouseholdPicker {...props} of={here.id} />,
      },
      keep: {
        kind: 'own', label: words.keep, hint: words.keepHint, required: true, inWords: (value) => stays[value as keyof typeof stays],
        control: (props) => <MergePreview {...props} of={here.id} />,
      },
      day: { kind: 'day', label: common.day, required: true, latest: today },
      reason: { kind: 'long', label: common.reason, most: 1000, required: true },
    },
    follows: (values) => {
      const { kept, gone } = pair(values.gone, values.keep);
      return words.follows(`${kept.headName} (${kept.code})`, `${gone.headName} (${gone.code})`, formatNumber(kept.memberCount + gone.memberCount));
    },
    send: (values) => {
      const { kept, gone } = pair(values.gone, values.keep);
      return command(MergeHouseholdsDocument, { input: { keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version, day: values.day, reason: values.reason } });
    },
    after: (payload) => {
      const kept = (payload as MergeHouseholdsMutation['mergeHouseholds']).household;
      return kept && (
        <>
          <p>{words.doneLead(kept.headName, kept.code, formatNumber(kept.memberCount))}</p>
          {kept.id !== here.id && <p><Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: kept.id }}>{words.open}</Link></p>}
        </>
      );
    },
  });
}
