import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { dayAfter, formatDay, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { documentState, plan as words } from '../../text/vi-plan';
import { DataTable, type Column } from '../../ui/data-table';
import { Facts, Notice, Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Money } from './money';
import { PlanTargets } from './plan-targets';
import { PlanPageDocument, type PlanPageQuery } from './plan.generated';
import css from './plan.module.css';
import { RecordVersion } from './record-version';

export type Plan = NonNullable<PlanPageQuery['plan']>;
type Period = Plan['reportingPeriods'][number];

/** "Kế hoạch": the document and its state, money, targets, clauses that disagree, and the reporting days. */
export function PlanPage() {
  const { year } = useSession();
  const result = useQuery(PlanPageDocument, { variables: { year } });
  return (
    <Page title={result.data?.plan?.name ?? words.title}>
      <Answer result={result} data={result.data} rows={6}>
        {({ plan }) => (plan ? <Found plan={plan} /> : <Empty>{words.none}</Empty>)}
      </Answer>
    </Page>
  );
}

function Found({ plan }: { plan: Plan }) {
  return (
    <>
      <PlanDocument plan={plan} />
      <Money lines={plan.moneyLines} />
      <PlanTargets targets={plan.targets} />
      <Notices notices={plan.notices} />
      <Reporting periods={plan.reportingPeriods} />
      <Thresholds plan={plan} />
    </>
  );
}

function PlanDocument({ plan }: { plan: Plan }) {
  const mayRecord = useCan('Mutation.recordPlanVersion');
  const newestFirst = [...plan.versions].sort((a, b) => b.no - a.no);
  const [latest] = newestFirst;
  return (
    <Section title={words.document} action={mayRecord && latest && <RecordVersion plan={plan} latest={latest} />}>
      {latest && (
        <>
          {latest.state === 'DRAFT' && <Notice>{words.draftNotice}</Notice>}
          <Facts
            items={[
              { label: words.state, value: documentState[latest.state] ?? latest.state },
              { label: words.number, value: numberOf(latest) },
              { label: words.signer, value: latest.signer },
              { label: words.span, value: words.spanOf(formatDay(plan.startsOn), formatDay(plan.endsOn)) },
            ]}
          />
        </>
      )}
      {newestFirst.length > 1 && (
        <ul className={css.list}>
          {newestFirst.map((version) => (
            <li key={version.id}>
              <strong>{words.version(version.no)}</strong>: {versionLine(version)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const numberOf = ({ number, day }: Plan['versions'][number]): string =>
  number && day ? words.numbered(number, formatDay(day)) : (number ?? words.noNumber);

/** State, number and note, each said once. */
const versionLine = (version: Plan['versions'][number]): string => {
  const state = documentState[version.state] ?? version.state;
  const note = version.note?.toLocaleLowerCase('vi') === state.toLocaleLowerCase('vi') ? null : version.note;
  return [state, version.number && numberOf(version), note].filter(Boolean).join(' · ');
};

function Notices({ notices }: { notices: Plan['notices'] }) {
  if (notices.length === 0) return null;
  return (
    <Section title={words.notices} count={notices.length}>
      <p className={css.soft}>{words.noticesLead}</p>
      <ul className={css.list}>
        {notices.map(({ id, text: sentence, clauses }) => (
          <li key={id}>
            {sentence} <span className={css.soft}>({words.clauses(clauses.join(', '))})</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** "Trước ngày 10/9/2026 (chậm nhất hết 09/9)": the clause's word, and the last day on time. */
const before = (lastDay: string): string => text.deadline.before(formatDay(dayAfter(lastDay)), formatDay(lastDay));

const periodColumns: Column<Period & { note: string }>[] = [
  { key: 'name', title: words.period, head: true, cell: ({ name, note }) => (note ? `${name} (${note})` : name) },
  { key: 'units', title: words.unitsDue, cell: ({ dueDay }) => before(dueDay) },
  { key: 'secretariat', title: words.secretariatDue, cell: ({ secretariatDueDay }) => before(secretariatDueDay) },
];

function Reporting({ periods }: { periods: Plan['reportingPeriods'] }) {
  const { today } = useSession();
  const inTime = [...periods].sort((a, b) => a.dueDay.localeCompare(b.dueDay));
  const next = inTime.find(({ dueDay }) => dueDay >= today);
  const rows = inTime.map((period) => ({ ...period, note: period === next ? words.next : period.dueDay < today ? words.past : '' }));
  return (
    <Section title={words.reporting} bare>
      <DataTable caption={text.control.tableOf(words.reporting)} columns={periodColumns} rows={rows} rowKey={({ id }) => id} />
    </Section>
  );
}

function Thresholds({ plan }: { plan: Plan }) {
  const { today } = useSession();
  const current = plan.statusThresholds.find(({ validFrom, validTo }) => validFrom <= today && (!validTo || validTo >= today));
  if (!current) return null;
  const { dueSoonDays, behindPercent, farBehindPercent, source } = current;
  return (
    <Section title={words.thresholds}>
      <Facts
        items={[
          { label: words.dueSoon, value: words.dueSoonOf(dueSoonDays) },
          { label: words.behind, value: words.below(formatPercent(behindPercent)) },
          { label: words.farBehind, value: words.below(formatPercent(farBehindPercent)) },
          { label: words.source, value: source },
        ]}
      />
    </Section>
  );
}
