import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { byGivenName, formatInstant, formatNumber } from '../../text/format';
import { handover as words } from '../../text/vi-handover';
import { DataTable, type Column } from '../../ui/data-table';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { HandoverForm } from './handover-form';
import { HandoverListDocument, type HandoverListQuery } from './handover.generated';
import { StandInSection } from './stand-in-section';

type Past = HandoverListQuery['handovers'][number];

/** "Bàn giao công việc": a leader hands over what somebody has in hand; the unit looks up what was handed over. */
export function HandoverPage() {
  const { viewer, today } = useSession();
  const mayHandOver = useCan('Mutation.handOver');
  const mayLend = useCan('Mutation.startStandIn');
  const result = useQuery(HandoverListDocument, { variables: { unit: viewer.unit.code } });
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer result={result} data={result.data} rows={5}>
        {({ handovers, unit }) => {
          const posts = (unit?.posts ?? []).filter(({ validFrom, validTo, standsInFor }) => !standsInFor && validFrom <= today && (!validTo || validTo >= today)).sort(byGivenName);
          return (
            <>
              {mayHandOver && !viewer.post.standsInFor && <Section title={words.create}><HandoverForm posts={posts} /></Section>}
              <Section title={words.past} bare>
                <PastHandovers handovers={handovers} />
              </Section>
              {mayLend && !viewer.post.standsInFor && <StandInSection posts={posts} />}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function PastHandovers({ handovers }: { handovers: readonly Past[] }) {
  const { viewer } = useSession();
  const latest = useMemo(() => [...handovers].reverse(), [handovers]);
  const columns = useMemo<Column<Past>[]>(() => [
    { key: 'from', title: words.from, head: true, cell: ({ id, fromPost }) => <Link to="/cong/$unitCode/ban-giao/$handoverId" params={{ unitCode: viewer.unit.code, handoverId: id }}>{fromPost.name}</Link> },
    { key: 'to', title: words.to, cell: ({ toPost }) => toPost.name },
    { key: 'at', title: words.at, cell: ({ madeAt }) => formatInstant(madeAt) },
    { key: 'works', title: words.works, align: 'end', cell: ({ itemCount }) => formatNumber(itemCount) },
    { key: 'left', title: words.left, align: 'end', cell: ({ items }) => formatNumber(items.filter(({ acceptedOn }) => !acceptedOn).length) },
  ], [viewer.unit.code]);
  return latest.length === 0 ? <Empty>{words.none}</Empty> : <DataTable caption={words.past} columns={columns} rows={latest} rowKey={({ id }) => id} />;
}
