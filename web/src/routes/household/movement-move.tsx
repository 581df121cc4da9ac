import { client } from '../../graphql/client';
import { command } from '../../graphql/mutation';
import { edit } from '../../text/vi-household-edit';
import { moveForm as words, movementForm as common } from '../../text/vi-household-movement';
import { communeName, CommunePicker } from './commune-picker';
import type { EditScope } from './edit-scope';
import { defineEdit, type EditSpec } from './edit-spec';
import { MoveHouseholdDocument } from './household-movement.generated';

/** To another commune, whose household it is from then on: this page is left for the list, and what was read of it is forgotten. */
export function moveHousehold({ household, session: { today } }: EditScope, openList: () => Promise<void>): EditSpec {
  const { id, version, headName, code } = household;
  return defineEdit({
    title: words.title, lead: words.lead, submit: words.submit, done: ({ toCommune }) => words.done(headName, code, communeName(String(toCommune))), version,
    fields: {
      version: { kind: 'version', label: edit.version },
      toCommune: { kind: 'own', label: words.commune, required: true, control: (props) => <CommunePicker {...props} />, inWords: communeName },
      day: { kind: 'day', label: common.day, required: true, latest: today },
      reason: { kind: 'long', label: common.reason, most: 1000, required: true },
    },
    follows: ({ toCommune }) => words.follows(communeName(toCommune)),
    send: ({ toCommune, day, reason }, _changed, seen) => command(MoveHouseholdDocument, { input: { household: id, version: seen, toCommune, day, reason } }),
    leave: async () => {
      await openList();
      client.cache.evict({ id: client.cache.identify({ __typename: 'Household', id }) });
      client.cache.gc();
    },
  });
}
