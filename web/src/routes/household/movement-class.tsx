import { command } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { householdClass, standardChoices } from '../../text/vi-household';
import { classForm as words, movementForm as common } from '../../text/vi-household-movement';
import { movement } from '../../text/vi-household-kind';
import type { EditScope } from './edit-scope';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import css from './household.module.css';
import { RecordClassDocument, type RecordClassMutation } from './household-movement.generated';

export interface StandardChoice {
  code: string;
  name: string;
}

const standardName = (code: string): string => standardChoices[code] ?? code;

/** The decision of the commune's chair under one standard; which movement it is the server says. */
export function decideClass({ household, story, session: { today } }: EditScope, standards: readonly StandardChoice[]): EditSpec {
  const open = story?.classRecords.filter(({ until }) => until === null) ?? [];
  return defineEdit({
    title: words.title, submit: words.submit, done: words.title,
    lead: (
      <>
        <p><strong>{words.now}</strong></p>
        {open.length === 0 && <p>{words.none}</p>}
        <ul className={css.list}>
          {open.map((record) => <li key={record.id}>{words.nowUnder(standardName(record.standard), householdClass[record.class], formatDay(record.since))}</li>)}
        </ul>
      </>
    ),
    fields: {
      standard: { kind: 'select', label: words.standard, choices: standards.map(({ code, name }) => ({ value: code, label: standardChoices[code] ?? name })), required: true },
      class: { kind: 'select', label: words.class, hint: words.classHint, choices: choicesOf(words.surveyed), required: true },
      since: { kind: 'day', label: words.since, required: true, latest: today },
      decisionNumber: { kind: 'text', label: words.decisionNumber, hint: words.decisionNumberHint, most: 60, required: true },
      decisionDay: { kind: 'day', label: words.decisionDay, required: true, latest: today },
      reason: { kind: 'long', label: common.reason, most: 2000 },
    },
    initial: { standard: household.standard },
    follows: () => words.follows,
    send: (values) => command(RecordClassDocument, { input: { household: household.id, ...values } }),
    after: (payload) => <Decided record={(payload as RecordClassMutation['recordClass']).classRecord} />,
  });
}

function Decided({ record }: { record: RecordClassMutation['recordClass']['classRecord'] }) {
  if (!record) return null;
  return (
    <>
      <p>{words.done(movement[record.movement])}</p>
      <p>{words.doneLead(householdClass[record.class], standardName(record.standard), formatDay(record.since))}</p>
    </>
  );
}
