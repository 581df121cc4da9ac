import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { command } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { received as words } from '../../text/vi-chase';
import { Button, ButtonLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { ReadReminderDocument, ReceivedRemindersDocument, type ReceivedReminderFragment } from './chase.generated';
import css from './chase.module.css';

/** "Được đôn đốc": what the unit was reminded of and has not yet dealt with; nothing where there is nothing. */
export function Received() {
  const { viewer } = useSession();
  const { data } = useQuery(ReceivedRemindersDocument, { variables: { unit: viewer.unit.id } });
  if (!data || data.reminders.nodes.length === 0) return null;
  return (
    <Section title={words.title} count={data.reminders.totalCount.value} bare id="duoc-don-doc">
      <ul className={css.received}>{data.reminders.nodes.map((reminder) => <ReceivedRow key={reminder.id} reminder={reminder} />)}</ul>
    </Section>
  );
}

/** So that what else waits on the page is not pushed far below. */
const shownAtOnce = 3;

function ReceivedRow({ reminder: { id, fromUnit, sentOn, readOn, message, items } }: { reminder: ReceivedReminderFragment }) {
  const { viewer } = useSession();
  const mayRead = useCan('Mutation.readReminder'), mayReport = useCan('Mutation.addProgressEntry');
  const [isOpen, setIsOpen] = useState(false), [showsAll, setShowsAll] = useState(false);
  const found = items.filter(({ assignment }) => assignment !== null), shown = showsAll ? found : found.slice(0, shownAtOnce);
  const toggle = () => {
    if (!isOpen && readOn === null && mayRead) void command(ReadReminderDocument, { input: { id } });
    setIsOpen(!isOpen);
  };
  return (
    <li>
      <div className={css.letterHead}>
        <h3>{words.from(fromUnit.shortName, formatDay(sentOn))}</h3>
        {readOn === null && <StatusTag tone="risk" label={words.unread} />}
      </div>
      <div><Button small expanded={isOpen} onClick={toggle}>{isOpen ? words.hide : words.show}</Button></div>
      {isOpen && <p className={css.message}>{message}</p>}
      <ul className={css.items}>
        {shown.map(({ id: item, assignment }) => assignment && (
          <li key={item}>
            <span>{assignment.task.code}: {assignment.task.title}</span>
            {assignment.status !== 'LATE' ? <StatusTag tone="done" label={words.settled} /> : mayReport && (
              <ButtonLink small to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode: viewer.unit.code, taskId: assignment.task.id }} search={{ nhap: assignment.id }} aria-label={words.answerOf(assignment.task.code)}>
                {words.answer}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      {shown.length < found.length && <div><Button small onClick={() => setShowsAll(true)}>{words.all(found.length)}</Button></div>}
    </li>
  );
}
