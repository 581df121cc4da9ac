import { command } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { lockedPart, purpose } from '../../text/vi-household';
import { sightForm as words } from '../../text/vi-household-edit-part';
import type { EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import { GrantSightDocument, RefuseSightDocument, RequestSightDocument, RevokeSightDocument, WithdrawSightDocument, type OpenablePart } from './household-help-edit.generated';
import type { RequestLineFragment as Request } from './household-story.generated';

const partName = (part: string): string => lockedPart[part] ?? part;
const mostDays = 30;

/** Only parts that the post may ask for; the commune's head decides. */
export function requestSight({ household }: EditScope): EditSpec {
  const parts = household.locked.filter(({ canRequest }) => canRequest).map(({ part }) => ({ value: part as OpenablePart, label: partName(part) }));
  return defineEdit({
    title: words.requestTitle, lead: words.requestLead, submit: words.send, done: words.sent,
    fields: {
      part: { kind: 'select', label: words.part, choices: parts, required: true },
      purpose: { kind: 'select', label: words.purpose, choices: choicesOf(purpose), required: true },
      reason: { kind: 'long', label: words.reason, hint: words.reasonHint, most: 1000, required: true },
      days: { kind: 'whole', label: words.days, hint: words.daysHint, least: 1, most: 365, required: true },
    },
    initial: { days: String(mostDays) },
    send: (values) => command(RequestSightDocument, { input: { household: household.id, ...values } }),
  });
}

export function grantSight({ id, version, unit, part, reason, days }: Request): EditSpec {
  return defineEdit({
    title: words.grantTitle, lead: words.grantLead(unit.name, partName(part).toLocaleLowerCase('vi'), reason), submit: words.grant, done: words.granted, version,
    fields: {
      days: { kind: 'whole', label: words.grantDays(formatNumber(days)), least: 1, most: days, required: true },
      answer: { kind: 'long', label: words.answer, most: 1000 },
    },
    initial: { days: String(days) },
    send: (values, _changed, seen) => command(GrantSightDocument, { input: { id, version: seen, ...values } }),
  });
}

const answered = (label: string) => ({ answer: { kind: 'long', label, most: 1000, required: true } }) as const;

export function refuseSight({ id, version }: Request): EditSpec {
  return defineEdit({
    title: words.refuseTitle, submit: words.refuse, done: words.refused, fields: answered(words.refuseReason), version,
    send: ({ answer }, _changed, seen) => command(RefuseSightDocument, { input: { id, version: seen, answer } }),
  });
}

export function revokeSight({ id, version, unit }: Request): EditSpec {
  return defineEdit({
    title: words.revokeTitle, lead: words.revokeLead(unit.name), submit: words.revoke, done: words.revoked, fields: answered(words.revokeReason), version,
    send: ({ answer }, _changed, seen) => command(RevokeSightDocument, { input: { id, version: seen, answer } }),
  });
}

export function withdrawSight({ id, version }: Request): EditSpec {
  return defineEdit({
    title: words.withdrawTitle, submit: words.withdraw, done: words.withdrawn, fields: {}, version,
    send: (_values, _changed, seen) => command(WithdrawSightDocument, { input: { id, version: seen } }),
  });
}
