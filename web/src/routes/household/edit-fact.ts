import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { groupKind, indicator, purpose, standardChoices } from '../../text/vi-household';
import { edit as common } from '../../text/vi-household-edit';
import { factForm as words } from '../../text/vi-household-edit-part';
import { causeKind, incomeSource, supportKind, supportState } from '../../text/vi-household-kind';
import { memberChoices, type EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import {
  AddHouseholdGroupDocument, AddPovertyCauseDocument, AddSupportNeedDocument, EndDeprivationDocument, EndHouseholdGroupDocument, EndPovertyCauseDocument,
  EndSupportNeedDocument, RecordDeprivationDocument, RecordIncomeDocument,
} from './household-fact-edit.generated';

interface Row { id: string }
const began = (today: string) => ({ kind: 'day', label: words.since, required: true, latest: today }) as const;
const ended = (today: string) => ({ kind: 'day', label: words.until, hint: words.untilHint, required: true, latest: today }) as const;
const named = (words: Readonly<Record<string, string | undefined>>) => choicesOf(words as Record<string, string>);

export function recordLack({ household, session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.lackTitle, submit: common.save, done: words.lackAdded,
    fields: {
      indicator: { kind: 'select', label: words.indicator, choices: named(indicator), required: true },
      since: began(today),
      measure: { kind: 'text', label: words.measure, hint: words.measureHint, most: 300 },
    },
    initial: { since: formatDay(today) },
    send: (values) => command(RecordDeprivationDocument, { input: { household: household.id, standard: household.standard, ...values } }),
  });
}

export function addCause({ household, session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.causeTitle, submit: common.save, done: words.causeAdded,
    fields: { cause: { kind: 'select', label: words.cause, choices: choicesOf(causeKind), required: true }, since: began(today) },
    initial: { since: formatDay(today) },
    send: (values) => command(AddPovertyCauseDocument, { input: { household: household.id, ...values } }),
  });
}

export function addGroup({ household, session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.groupTitle, submit: common.save, done: words.groupAdded,
    fields: { kind: { kind: 'select', label: words.group, choices: choicesOf(groupKind), required: true }, since: began(today) },
    initial: { since: formatDay(today) },
    send: (values) => command(AddHouseholdGroupDocument, { input: { household: household.id, ...values } }),
  });
}

export function addNeed(scope: EditScope): EditSpec {
  const { household, session: { today } } = scope;
  return defineEdit({
    title: words.needTitle, submit: common.save, done: words.needAdded,
    fields: {
      kind: { kind: 'select', label: words.need, choices: choicesOf(supportKind), required: true },
      member: { kind: 'select', label: words.needMember, hint: words.needMemberHint, choices: memberChoices(scope) },
      since: began(today),
    },
    initial: { since: formatDay(today) },
    send: (values) => command(AddSupportNeedDocument, { input: { household: household.id, ...values } }),
  });
}

/** What ends can be taken back: the same operation with no day opens it again. */
export function endLack({ id }: Row, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.lackEndTitle, submit: words.end, done: words.lackEnded, fields: { until: ended(today) }, initial: { until: formatDay(today) },
    send: ({ until }) => command(EndDeprivationDocument, { input: { id, until } }),
    undo: () => command(EndDeprivationDocument, { input: { id, until: null } }),
  });
}

export function endCause({ id }: Row, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.causeEndTitle, submit: words.end, done: words.causeEnded, fields: { until: ended(today) }, initial: { until: formatDay(today) },
    send: ({ until }) => command(EndPovertyCauseDocument, { input: { id, until } }),
    undo: () => command(EndPovertyCauseDocument, { input: { id, until: null } }),
  });
}

export function endGroup({ id }: Row, { session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.groupEndTitle, submit: words.end, done: words.groupEnded, fields: { until: ended(today) }, initial: { until: formatDay(today) },
    send: ({ until }) => command(EndHouseholdGroupDocument, { input: { id, until } }),
    undo: () => command(EndHouseholdGroupDocument, { input: { id, until: null } }),
  });
}

export function endNeed({ id, kind }: Row & { kind: keyof typeof supportKind }, { story, session: { today } }: EditScope): EditSpec {
  const helps = story?.supports.filter((support) => support.kind === kind && support.state === 'DELIVERED') ?? [];
  const choices = helps.map((support) => ({ value: support.id, label: `${support.provider.name}, ${supportState[support.state].toLocaleLowerCase('vi')}` }));
  return defineEdit({
    title: words.needEndTitle, lead: supportKind[kind], submit: words.end, done: words.needEnded,
    fields: { until: ended(today), metBy: { kind: 'select', label: words.needMetBy, hint: words.needMetByHint, choices } },
    initial: { until: formatDay(today) },
    send: (values) => command(EndSupportNeedDocument, { input: { id, ...values } }),
    undo: () => command(EndSupportNeedDocument, { input: { id, until: null, metBy: null } }),
  });
}

/** Nothing of an income stays on the device. */
export function recordIncome({ household, session: { today } }: EditScope): EditSpec {
  return defineEdit({
    title: words.incomeTitle, submit: common.save, done: words.incomeAdded, keepsNoDraft: true,
    fields: {
      purpose: { kind: 'select', label: words.purpose, choices: choicesOf(purpose), required: true },
      standard: { kind: 'select', label: words.incomeStandard, choices: named(standardChoices), required: true },
      asOf: { kind: 'day', label: words.incomeAsOf, required: true, latest: today },
      source: { kind: 'select', label: words.source, choices: choicesOf(incomeSource), required: true },
      incomePerHead: { kind: 'whole', label: words.perHead, least: 0, most: 1_000_000_000 },
      incomePoints: { kind: 'whole', label: words.points, hint: words.pointsHint, least: 0, most: 1000 },
      formVersion: { kind: 'text', label: words.formVersion, most: 60 },
    },
    initial: { standard: household.standard, asOf: formatDay(today), source: 'SURVEY', purpose: 'REVIEW' },
    send: (values) => command(RecordIncomeDocument, { input: { household: household.id, ...values } }),
  });
}
