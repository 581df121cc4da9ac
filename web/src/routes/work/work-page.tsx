import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { dayAfter, formatDay, formatLongDay } from '../../text/format';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { useShortcuts } from '../../shortcuts';
import { Asked } from './asked';
import { Chase } from './chase';
import { LazyReceived } from './lazy-received';
import { LegalDates, nextDay, nextPeriods, type Period } from './legal-dates';
import { useRowKeys } from './row-keys';
import { current, grouped, type GroupKey, type WorkItem } from './work-groups';
import { WorkRow } from './work-row';
import css from './work.module.css';
import { WorkDocument } from './work.generated';

const Owed = lazy(() => import('../unit-request/owed-block').then((module) => ({ default: module.OwedBlock })));

/** "Việc cần xử lý": what the unit, or oneself, has to do, the most pressing first. */
export function WorkPage() {
  const { viewer, today, year } = useSession();
  const decides = useCan('Mutation.grantSight');
  const result = useQuery(WorkDocument, { variables: { unit: viewer.unit.id, year, decides } });
  const list = useRowKeys();
  const oversees = useCan('Task.standing');
  const periods = nextPeriods(result.data?.plan?.reportingPeriods ?? [], today, viewer.portalKind === 'secretariat');
  return (
    <Page
      title={text.work.title}
      lead={`${formatLongDay(today)} · ${text.postRole[viewer.post.role]}, ${viewer.unit.name}`}
      aside={periods.length > 0 && <LegalDates periods={periods} />}
    >
      <div ref={list} className={css.groups}>
        <LazyReceived />
        {result.data?.asked && <Asked count={result.data.asked.totalCount} />}
        {!result.data && <Suspense><Owed /></Suspense>}
        <Answer result={result} data={result.data} rows={6} rowHeight={84}>
          {(data) => <WorkList items={current(data, today)} nearest={periods[0]} />}
        </Answer>
        {oversees && <Chase />}
      </div>
    </Page>
  );
}

/** What was given back or waits for a signature comes first, then what the unit owes an answer to, then its tasks by their days. */
function WorkList({ items, nearest }: { items: WorkItem[]; nearest: Period | undefined }) {
  const { viewer, today } = useSession();
  const maySign = useCan('Mutation.signProgressEntry');
  const navigate = useNavigate();
  const search = useSearch({ from: '/cong/$unitCode/' });
  const shortcuts = useShortcuts();
  const mine = items.filter(({ officer }) => officer?.id === (viewer.post.standsInFor ?? viewer.post).id);
  const scope = search.xem ?? (mine.length > 0 ? 'toi' : 'donvi');
  const shown = scope === 'toi' ? mine : items;
  const groups = grouped(shown, today, maySign);
  const done = shown.filter(({ status }) => status === 'DONE').length;
  const show = (xem: 'toi' | 'donvi') =>
    void navigate({ to: '/cong/$unitCode', params: { unitCode: viewer.unit.code }, search: { xem }, replace: true });
  return (
    <div className={css.groups}>
      {items.length > 0 && (
        <ChoiceBar
          label={text.work.scope}
          value={scope}
          onChange={show}
          choices={[
            { value: 'toi', label: `${text.work.mine} (${mine.length})` },
            { value: 'donvi', label: `${text.work.unit} (${items.length})` },
          ]}
        />
      )}
      {groups.filter(({ key }) => comesFirst(key)).map((group) => <WorkGroup key={group.key} group={group.key} items={group.items} />)}
      <Suspense><Owed /></Suspense>
      {groups.filter(({ key }) => !comesFirst(key)).map((group) => <WorkGroup key={group.key} group={group.key} items={group.items} />)}
      {groups.length === 0 && (
        <Empty action={scope === 'toi' && <Button onClick={() => show('donvi')}>{text.work.showUnit}</Button>}>
          {scope === 'toi' ? text.work.noneMine : text.work.noneUnit}{' '}
          {nearest && text.work.nearest(nearest.name, formatDay(dayAfter(nextDay(nearest, today))))}
        </Empty>
      )}
      {done > 0 && <p className={css.soft}>{text.work.doneCount(done)}</p>}
      {shortcuts && groups.length > 0 && <p className={css.keys}>{text.work.keys}</p>}
    </div>
  );
}

const comesFirst = (key: GroupKey): boolean => key === 'returned' || key === 'toSign';

function WorkGroup({ group, items }: { group: GroupKey; items: WorkItem[] }) {
  return (
    <Section title={text.work[group]} count={items.length} bare>
      <ul className={css.rows}>
        {items.map((item) => (
          <WorkRow key={item.id} item={item} group={group} />
        ))}
      </ul>
    </Section>
  );
}
