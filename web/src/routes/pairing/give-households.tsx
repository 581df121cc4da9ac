import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { formatCount, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { pairingBoard as words } from '../../text/vi-pairing';
import { Button } from '../../ui/button';
import type { Column } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { Empty } from '../../ui/states';
import { ChooseTable } from './choose-table';
import type { Board } from './pairing-page';
import { UnpairedHouseholdsDocument, type UnpairedHouseholdsQuery } from './pairing-board.generated';

type Row = UnpairedHouseholdsQuery['households']['nodes'][number];
const atOnce = 50;

const columns: Column<Row>[] = [
  { key: 'name', title: words.household, head: true, cell: ({ headName, code }) => `${headName} · ${code}`, sortBy: ({ headName }) => headName },
  { key: 'village', title: words.facts.village, cell: ({ village }) => village?.name ?? text.hidden.none, sortBy: ({ village }) => village?.name ?? null },
  { key: 'members', title: words.facts.members, align: 'end', cell: ({ memberCount }) => formatNumber(memberCount), sortBy: ({ memberCount }) => memberCount },
  { key: 'workers', title: words.facts.workers, align: 'end', cell: ({ workerCount }) => formatNumber(workerCount), sortBy: ({ workerCount }) => workerCount },
  { key: 'lacks', title: words.facts.lacks, align: 'end', cell: ({ deprivationCount }) => formatNumber(deprivationCount), sortBy: ({ deprivationCount }) => deprivationCount },
  { key: 'merit', title: words.facts.merit, cell: ({ groups }) => (groups.some(({ kind, until }) => kind === 'MERIT' && until === null) ? words.yes : text.hidden.none) },
];
const keyOf = ({ id }: Row): string => id;

interface GiveHouseholdsProps {
  commune: { unit: string; name: string } | undefined;
  board: Board;
  onDone: () => void;
}

/** Poor households of a commune that no body helps, with the facts that matter; ticked ones are given to a body that has agreed with the commune. */
export function GiveHouseholds({ commune, board, onDone }: GiveHouseholdsProps) {
  const result = useQuery(UnpairedHouseholdsDocument, { variables: { first: atOnce, commune: commune?.unit ?? '' }, skip: !commune });
  if (!commune) return <Empty>{words.chooseCommune}</Empty>;
  const bodies = board.helpers.filter(({ communes }) => communes.includes(commune.name));
  const done = () => {
    void result.refetch();
    onDone();
  };
  return (
    <Answer result={result} data={result.data} rows={8}>
      {({ households: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? <Empty>{words.unpairedNone}</Empty> : (
        <>
          <ListCount>{words.found(formatNumber(nodes.length), formatCount(totalCount))}</ListCount>
          <ChooseTable
            caption={text.control.tableOf(words.unpaired)} columns={columns} rows={nodes} rowKey={keyOf} bodies={bodies} barred={bodies.length === 0 ? words.noneAgreed : undefined}
            given={({ id, code, headName }) => ({ name: `${code}, ${headName}`, commune: commune.unit, household: id })} title={words.giveHouseholds} onDone={done}
          />
          {pageInfo.hasNextPage && <div><Button onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: append })}>{words.more}</Button></div>}
        </>
      )}
    </Answer>
  );
}

const append = (before: UnpairedHouseholdsQuery, { fetchMoreResult: next }: { fetchMoreResult: UnpairedHouseholdsQuery }): UnpairedHouseholdsQuery =>
  ({ ...next, households: { ...next.households, nodes: [...before.households.nodes, ...next.households.nodes] } });
