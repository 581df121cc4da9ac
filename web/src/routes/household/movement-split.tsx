import { Link } from '@tanstack/react-router';
import { command } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { edit } from '../../text/vi-household-edit';
import { movementForm as common, splitForm as words } from '../../text/vi-household-movement';
import type { VillageChoice } from './edit-household';
import { memberChoices, type EditScope } from './edit-scope';
import { defineEdit, type EditSpec } from './edit-spec';
import { SplitHouseholdDocument, type SplitHouseholdMutation } from './household-movement.generated';
import { idsIn, MemberTicks } from './member-ticks';

/** Some members become a household of their own; the head stays. */
export function splitHousehold(scope: EditScope, villages: readonly VillageChoice[]): EditSpec {
  const { household, session: { today, viewer } } = scope;
  const { id, version } = household;
  const head = household.members?.find(({ isHead }) => isHead)?.id;
  const choices = memberChoices(scope).filter(({ value }) => value !== head);
  const nameOf = (member: string): string => household.members?.find((one) => one.id === member)?.fullName ?? '';
  return defineEdit({
    title: words.title, lead: choices.length > 0 ? words.lead : words.noMembers, submit: words.submit, done: words.done, version,
    fields: {
      version: { kind: 'version', label: edit.version },
      members: {
        kind: 'own', label: words.members, hint: words.membersHint, required: true, inWords: (value) => idsIn(value).map(nameOf).join(', '),
        control: (props) => <MemberTicks {...props} members={choices} />,
      },
      head: { kind: 'select', label: words.head, hint: words.headHint, choices, only: (value, { members }) => idsIn(String(members ?? '')).includes(value), required: true },
      village: { kind: 'select', label: words.village, hint: words.villageHint, choices: villages.map((village) => ({ value: village.id, label: village.name })) },
      day: { kind: 'day', label: common.day, required: true, latest: today },
      reason: { kind: 'long', label: common.reason, most: 1000, required: true },
    },
    follows: ({ members, head: newHead }) => words.follows(formatNumber(idsIn(members).length), nameOf(newHead)),
    send: ({ members, head: newHead, village, day, reason }, _changed, seen) => command(SplitHouseholdDocument, { input: { household: id, version: seen, members: idsIn(members), head: newHead, village, day, reason } }),
    after: (payload) => {
      const made = (payload as SplitHouseholdMutation['splitHousehold']).household;
      return made && (
        <>
          <p>{words.doneLead(made.headName, made.code)}</p>
          <p><Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: made.id }}>{words.open}</Link></p>
        </>
      );
    },
  });
}
