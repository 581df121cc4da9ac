import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatCount, formatDay } from '../../text/format';
import { chase as words } from '../../text/vi-chase';
import { Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { StatusTag } from '../../ui/status-tag';
import { RowList, rowsAtOnce } from '../household/row-list';
import { SentRemindersDocument, type SentRemindersQuery } from './chase.generated';
import css from './chase.module.css';

/** What the own unit has sent: to whom, whether it was read, whether the work is still late. */
export function SentList() {
  const { viewer } = useSession();
  const result = useQuery(SentRemindersDocument, { variables: { unit: viewer.unit.id, first: rowsAtOnce } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  return (
    <Answer result={result} data={data} what={words.logFailed}>
      {({ reminders: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? <Section title={words.log} bare><Empty>{words.logNone}</Empty></Section> : (
        <RowList title={words.log} words={words} page={pageInfo} count={words.count(String(nodes.length), formatCount(totalCount))} more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })}>
          <ul className={css.sent}>
            {nodes.map(({ id, unit, sentOn, readOn, isOpen, items, message }) => (
              <li key={id}>
                <details className={css.works}>
                  <summary>{`${unit.shortName} · ${words.worksOf(items.length)} · ${formatDay(sentOn)}`}</summary>
                  <p className={css.message}>{message}</p>
                </details>
                <span className={css.soft}>{words.readOn}: {readOn === null ? words.notRead.toLocaleLowerCase('vi') : formatDay(readOn)}</span>
                <StatusTag tone={isOpen ? 'late' : 'done'} label={isOpen ? words.open : words.settled} />
              </li>
            ))}
          </ul>
        </RowList>
      )}
    </Answer>
  );
}

const append = (before: SentRemindersQuery, { fetchMoreResult: next }: { fetchMoreResult: SentRemindersQuery }): SentRemindersQuery =>
  ({ ...next, reminders: { ...next.reminders, nodes: [...before.reminders.nodes, ...next.reminders.nodes] } });
