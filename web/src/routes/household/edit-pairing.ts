import { command } from '../../graphql/mutation';
import type { Session } from '../../session';
import { formatDay } from '../../text/format';
import { edit as common } from '../../text/vi-household-edit';
import { pairingForm as words } from '../../text/vi-household-edit-part';
import type { EditScope } from './edit-scope';
import { defineEdit, type EditSpec } from './edit-spec';
import { ConfirmPairingDocument, DeclinePairingDocument, EndPairingDocument, ProposePairingDocument, UpdatePairingDocument } from './household-help-edit.generated';
import type { PairingLineFragment as Pairing } from './household-story.generated';

/** A list's pairing names whom it helps: a household by its code, or with null a commune as a whole; a household's own page names nobody. */
export type ListedPairing = Pairing & { householdCode?: string | null; commune?: { shortName: string } };

const helpedBy = ({ householdCode, commune }: ListedPairing): string =>
  householdCode ? words.household(householdCode) : householdCode === null && commune ? words.commune(commune.shortName) : words.thisHousehold;

const long = (label: string) => ({ kind: 'long', label, most: 1000 }) as const;
const days = { validFrom: { kind: 'day', label: words.from, required: true }, validTo: { kind: 'day', label: words.to } } as const;

/** A helper offers itself; a commune and the secretariat choose one. */
export function addPairing({ household, session: { viewer, today } }: EditScope, helpers: readonly { id: string; name: string }[]): EditSpec {
  const isHelper = viewer.portalKind === 'department' || viewer.portalKind === 'massOrganisation';
  const input = { household: household.id, commune: household.commune.id };
  const rest = { title: words.addTitle, submit: words.propose, done: words.proposed };
  if (isHelper) {
    return defineEdit({
      ...rest, lead: `${words.helperSelf} ${words.lead}`,
      fields: { ...days, officer: { kind: 'text', label: words.officer, most: 120 }, promise: long(words.promise) },
      initial: { validFrom: formatDay(today) },
      send: (values) => command(ProposePairingDocument, { input: { ...input, helper: viewer.unit.id, ...values } }),
    });
  }
  return defineEdit({
    ...rest, lead: words.lead,
    fields: { helper: { kind: 'select', label: words.helper, choices: helpers.map(({ id, name }) => ({ value: id, label: name })), required: true }, ...days },
    initial: { validFrom: formatDay(today) },
    send: (values) => command(ProposePairingDocument, { input: { ...input, ...values } }),
  });
}

/** The secretariat names the leader in charge; the rest is the helper's. */
export function changePairing({ id, version, ...pairing }: Pairing, { viewer }: Session): EditSpec {
  const rest = { title: words.changeTitle, lead: pairing.helper.name, submit: common.save, done: words.changed, version };
  if (viewer.portalKind === 'secretariat') {
    return defineEdit({
      ...rest, fields: { leaderInCharge: { kind: 'text', label: words.leader, most: 120 } }, initial: { leaderInCharge: pairing.leaderInCharge },
      send: (_values, changed, seen) => command(UpdatePairingDocument, { input: { id, version: seen, ...changed } }),
    });
  }
  return defineEdit({
    ...rest, fields: { officer: { kind: 'text', label: words.officer, most: 120 }, promise: long(words.promise), outcome: long(words.outcome) },
    initial: { officer: pairing.officer, promise: pairing.promise, outcome: pairing.outcome },
    send: (_values, changed, seen) => command(UpdatePairingDocument, { input: { id, version: seen, ...changed } }),
  });
}

export function confirmPairing(pairing: ListedPairing): EditSpec {
  const { id, version, helper } = pairing;
  return defineEdit({
    title: words.confirmTitle, lead: words.confirmLead(helper.name, helpedBy(pairing)), submit: words.confirm, done: words.confirmed, fields: {}, version,
    send: (_values, _changed, seen) => command(ConfirmPairingDocument, { input: { id, version: seen } }),
  });
}

export function declinePairing(pairing: ListedPairing): EditSpec {
  const { id, version, helper } = pairing;
  return defineEdit({
    title: words.declineTitle, lead: words.declineLead(helper.name, helpedBy(pairing)), submit: words.decline, done: words.declined, version,
    fields: { endReason: { ...long(words.declineReason), required: true } },
    send: ({ endReason }, _changed, seen) => command(DeclinePairingDocument, { input: { id, version: seen, endReason } }),
  });
}

/** An agreed help ends, a proposal is taken back. */
export function endPairing(pairing: ListedPairing): EditSpec {
  const { id, version, state, helper } = pairing, helped = helpedBy(pairing);
  const end = pairing.householdCode === null ? words.endCommuneLead : words.endLead;
  const isProposal = state === 'PROPOSED';
  return defineEdit({
    title: isProposal ? words.takeBackTitle : words.endTitle, lead: isProposal ? words.takeBackLead(helper.name, helped) : end(helper.name, helped),
    submit: isProposal ? words.takeBack : words.end, done: isProposal ? words.takenBack : words.ended, version,
    fields: { endReason: { ...long(isProposal ? words.takeBackReason : words.endReason), required: true } },
    send: ({ endReason }, _changed, seen) => command(EndPairingDocument, { input: { id, version: seen, endReason } }),
  });
}
