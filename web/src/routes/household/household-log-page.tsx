import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { failureOf } from '../../graphql/failure';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatInstant, formatNumber } from '../../text/format';
import { lockedPart, purpose as purposes } from '../../text/vi-household';
import { log as words, openedPart } from '../../text/vi-household-log';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Notice, Page } from '../../ui/page';
import { Empty, NoPermission } from '../../ui/states';
import { toast } from '../../ui/toast';
import { HouseholdLogDocument, type HouseholdLogQuery } from './household-log.generated';
import css from './household-log.module.css';
import { PrintFoot, PrintHead } from './household-paper';
import './household-print.css';

type Entry = HouseholdLogQuery['accessLogEntries']['nodes'][number];

const pageSize = 25;
/** A list on paper is whole; of one that is longer than this the paper says so. */
const mostPrinted = 1000;

/** "Ai đã mở xem hộ này": each opening of a sensitive part, latest first. A post without the right is told so before anything is asked. */
export function HouseholdLogPage() {
  const { householdId } = useParams({ from: '/cong/$unitCode/ho/$householdId/luot-xem' });
  const may = useCan('Query.accessLogEntries');
  if (may) return <Log key={householdId} household={householdId} />;
  return (
    <Page title={words.title}>
      <NoPermission grantedBy={words.grantedBy}>{words.notAllowed}</NoPermission>
    </Page>
  );
}

function Log({ household: id }: { household: string }) {
  const { viewer } = useSession();
  const canReadMember = [useCan('AccessLogEntry.member'), useCan('Member.fullName')].every(Boolean);
  const result = useQuery(HouseholdLogDocument, { variables: { household: id, first: pageSize, after: null, canReadMember } });
  const data = (result.data ?? result.previousData) as HouseholdLogQuery | undefined;
  const { print, isPrinting, more } = usePaper(data?.accessLogEntries, async (after, first) => {
    const later = await result.fetchMore({ variables: { after, first }, updateQuery: append });
    return later.data as HouseholdLogQuery | undefined;
  });
  if (result.data && !result.data.household) return <NotFound />;
  const household = data?.household;
  const place = household ? [household.code, household.village?.name, household.commune.shortName].filter(Boolean).join(' · ') : '';
  const scope = viewer.portalKind === 'commune' || viewer.portalKind === 'secretariat' ? words.leadAll : words.leadOwn;
  return (
    <Page
      title={words.title}
      over={<Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: id }}>{words.back}</Link>}
      lead={household && `${household.headName} · ${place}`}
      action={data && data.accessLogEntries.nodes.length > 0 && <Button small busy={isPrinting} onClick={() => void print()}>{words.print}</Button>}
      wide
    >
      <Answer result={result} data={data} rows={6} what={words.what}>
        {({ household: found, accessLogEntries: { nodes, pageInfo } }) => (
          <>
            <PrintHead title={words.sheet} name={found?.headName ?? ''} about={place} isSynthetic={found?.synthetic ?? false} />
            {found?.synthetic && <div data-print="no"><Notice title={words.synthetic}>{words.syntheticLead}</Notice></div>}
            <p>{scope}</p>
            {nodes.length === 0 ? <Empty>{words.empty}</Empty> : <DataTable caption={words.title} columns={canReadMember ? columns : withoutMember} rows={nodes} rowKey={({ id: entry }) => entry} />}
            {pageInfo.hasNextPage && <div><Button onClick={() => void more()}>{words.more(formatNumber(pageSize))}</Button></div>}
            {nodes.length > 0 && <p role="status" className={css.count}>{(pageInfo.hasNextPage ? words.countSoFar : words.count)(formatNumber(nodes.length))}</p>}
            <p className={css.onPaper}>{pageInfo.hasNextPage ? words.noteCut(formatNumber(nodes.length)) : words.note(formatNumber(nodes.length))}</p>
            <PrintFoot isList />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Reads on, and prints once every line is on the page. */
function usePaper(shown: HouseholdLogQuery['accessLogEntries'] | undefined, readOn: (after: string | null, first: number) => Promise<HouseholdLogQuery | undefined>) {
  const [isPrinting, setIsPrinting] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const more = async () => {
    try {
      await readOn(shown?.pageInfo.endCursor ?? null, pageSize);
    } catch (error) {
      toast(failureOf(error).message);
    }
  };
  const gather = async () => {
    setIsPrinting(true);
    try {
      let read = shown, count = read?.nodes.length ?? 0;
      while (read?.pageInfo.hasNextPage && count < mostPrinted) {
        read = (await readOn(read.pageInfo.endCursor, 100))?.accessLogEntries;
        count += read?.nodes.length ?? 0;
      }
      setIsReady(true);
    } catch (error) {
      toast(failureOf(error).message);
    } finally {
      setIsPrinting(false);
    }
  };
  useEffect(() => {
    if (!isReady) return;
    setIsReady(false);
    print();
  }, [isReady]);
  return { print: gather, isPrinting, more };
}

const columns: Column<Entry>[] = [
  { key: 'at', title: words.at, head: true, cell: ({ at }) => formatInstant(at) },
  { key: 'who', title: words.who, cell: ({ person }) => person ?? words.noPerson },
  { key: 'unit', title: words.unit, cell: ({ unit }) => unit.name },
  { key: 'part', title: words.part, cell: ({ part }) => openedPart[part] ?? lockedPart[part] ?? part },
  { key: 'member', title: words.member, cell: ({ member }) => member?.fullName ?? words.wholeHousehold },
  { key: 'purpose', title: words.purpose, cell: ({ purpose }) => (purpose ? (purposes[purpose as keyof typeof purposes] ?? purpose) : words.noPurpose) },
];
const withoutMember = columns.filter(({ key }) => key !== 'member');

/** The pages read so far as one list. */
const append = (before: HouseholdLogQuery, { fetchMoreResult: later }: { fetchMoreResult: HouseholdLogQuery }): HouseholdLogQuery => ({
  household: before.household,
  accessLogEntries: { ...later.accessLogEntries, nodes: [...before.accessLogEntries.nodes, ...later.accessLogEntries.nodes] },
});
