import { command } from '../../graphql/mutation';
import { formatDay, formatNumber } from '../../text/format';
import { edit as common } from '../../text/vi-household-edit';
import { supportForm as words } from '../../text/vi-household-edit-part';
import { fundingSource, supportKind, supportState } from '../../text/vi-household-kind';
import { memberChoices, type EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec, type Typed } from './edit-spec';
import { CreateSupportDocument, SaveSupportAmountDocument, UpdateSupportDocument, VerifySupportDocument } from './household-help-edit.generated';
import type { HouseholdStory } from './household-story';

type Support = HouseholdStory['supports'][number];

const planned = { PLANNED: supportState.PLANNED, APPROVED: supportState.APPROVED };
const isDelivered = ({ state }: Typed) => state === 'DELIVERED';

/** What a help is made of besides its state, the same when it is planned and when it is changed. */
const about = {
  plannedDay: { kind: 'day', label: words.planned },
  quantity: { kind: 'text', label: words.quantity, hint: words.quantityHint, most: 120 },
  fundingSource: { kind: 'select', label: words.funding, choices: choicesOf(fundingSource) },
  programme: { kind: 'text', label: words.programme, most: 200 },
  clause: { kind: 'text', label: words.clause, hint: words.clauseHint, most: 60 },
  note: { kind: 'long', label: words.note, most: 2000 },
  overlapReason: { kind: 'long', label: words.overlap, hint: words.overlapHint, most: 1000 },
} as const;

export function addSupport(scope: EditScope): EditSpec {
  return defineEdit({
    title: words.addTitle, submit: common.save, done: words.added,
    fields: {
      kind: { kind: 'select', label: words.kind, choices: choicesOf(supportKind), required: true },
      state: { kind: 'select', label: words.state, choices: choicesOf(planned), required: true },
      member: { kind: 'select', label: words.member, hint: words.wholeHousehold, choices: memberChoices(scope) },
      ...about,
    },
    initial: { state: 'PLANNED' },
    send: (values) => command(CreateSupportDocument, { input: { household: scope.household.id, ...values } }),
  });
}

/** One step at a time, and up to a step only by whoever gives the help; anybody who planned it may cancel it before it is given. */
const next: Record<Support['state'], readonly Support['state'][]> = { PLANNED: ['APPROVED', 'CANCELLED'], APPROVED: ['DELIVERED', 'CANCELLED'], DELIVERED: [], CANCELLED: [] };

export function changeSupport(support: Support, { session: { viewer, today } }: EditScope): EditSpec {
  const { id, version, state, plannedDay } = support;
  const rest = { title: words.changeTitle, lead: `${supportKind[support.kind]}, ${support.provider.name}`, submit: common.save, done: words.changed, version };
  const evidence = { kind: 'long', label: words.evidence, hint: words.evidenceHint, most: 2000 } as const;
  if (state === 'DELIVERED') {
    return defineEdit({
      ...rest, fields: { evidence, note: about.note }, initial: { evidence: support.evidence, note: support.note },
      send: (_values, changed, seen) => command(UpdateSupportDocument, { input: { id, version: seen, ...changed } }),
    });
  }
  const isOurs = support.provider.id === viewer.unit.id;
  const steps = choicesOf(supportState).filter(({ value }) => value === state || (next[state].includes(value) && (isOurs || value === 'CANCELLED')));
  return defineEdit({
    ...rest,
    fields: {
      state: { kind: 'select', label: words.state, choices: steps, required: true },
      deliveredDay: { kind: 'day', label: words.delivered, required: true, latest: today, when: isDelivered },
      evidence: { ...evidence, when: isDelivered },
      ...about,
    },
    initial: {
      state, plannedDay: plannedDay && formatDay(plannedDay), quantity: support.quantity,
      fundingSource: support.fundingSource, programme: support.programme, clause: support.clause, evidence: support.evidence, note: support.note,
    },
    send: (_values, changed, seen) => command(UpdateSupportDocument, { input: { id, version: seen, ...changed } }),
  });
}

export function supportAmount({ id, kind, provider, amount }: Support): EditSpec {
  return defineEdit({
    title: words.amountTitle, lead: `${supportKind[kind]}, ${provider.name}`, submit: common.save, done: words.changed,
    version: amount?.version ?? null,
    fields: {
      amount: { kind: 'whole', label: words.amount, least: 0, most: 1_000_000_000_000, required: true },
      disbursedOn: { kind: 'day', label: words.disbursed },
    },
    initial: { amount: amount && formatNumber(amount.amount), disbursedOn: amount?.disbursedOn && formatDay(amount.disbursedOn) },
    send: (values, _changed, version) => command(SaveSupportAmountDocument, { input: { support: id, version, ...values } }),
    rowIn: (payload) => payload.support?.amount,
  });
}

export function verifySupport({ id, version, kind, provider }: Support): EditSpec {
  return defineEdit({
    title: words.verifyTitle, lead: words.verifyLead(`${supportKind[kind]}, ${provider.name}`), submit: words.verify, done: words.verified, fields: {}, version,
    send: (_values, _changed, seen) => command(VerifySupportDocument, { input: { id, version: seen } }),
  });
}
