import { command } from '../../graphql/mutation';
import { edit } from '../../text/vi-household-edit';
import { endForm as words, movementForm as common } from '../../text/vi-household-movement';
import type { EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import { EndHouseholdDocument } from './household-movement.generated';

/** No longer a household of the province's list. */
export function endHousehold({ household: { id, version }, session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.title, lead: words.lead, submit: words.submit, done: words.done, version,
    fields: {
      version: { kind: 'version', label: edit.version },
      kind: { kind: 'select', label: words.kind, choices: choicesOf(words.kinds), required: true },
      day: { kind: 'day', label: common.day, required: true, latest: today },
      reason: { kind: 'long', label: common.reason, most: 1000, required: true },
    },
    follows: ({ kind }) => words.follows(kind === 'DIED'),
    send: ({ kind, day, reason }, _changed, seen) => command(EndHouseholdDocument, { input: { household: id, version: seen, kind, day, reason } }),
  });
}
