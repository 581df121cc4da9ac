import { useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatCount } from '../../text/format';
import { text } from '../../text/text';
import { pairings as words } from '../../text/vi-pairing';
import { ChoiceBar } from '../../ui/choice-bar';
import { Empty } from '../../ui/states';
import { RowEditing } from '../household/edit-context';
import css from '../household/household.module.css';
import { PairingItem } from '../household/pairing-item';
import { PlaceFields } from '../household/place-fields';
import { RowList, rowsAtOnce } from '../household/row-list';
import { Helped, nameOf } from './helped';
import { pairingsOf, pairingStands, type PairingFilters, type PairingStand } from './pairing-filters';
import { PairingsDocument, type PairingsQuery } from './pairing.generated';

/** Which body helps whom since when, and whose word a proposal waits for; each side answers in place. */
export function PairingList({ put }: { put: (part: { [K in keyof PairingFilters]?: string }) => void }) {
  const { today } = useSession();
  const filters = useSearch({ from: '/cong/$unitCode/ghep-doi' });
  const { tt: stand = 'tatca', xa, thon } = filters;
  const filterOf = (of: PairingStand) => pairingsOf(of, filters, today);
  const result = useQuery(PairingsDocument, { variables: { first: rowsAtOnce, filter: filterOf(stand), waiting: filterOf('cho'), running: filterOf('dang') } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const counts: Partial<Record<PairingStand, string>> = data ? { cho: formatCount(data.waiting.totalCount), dang: formatCount(data.running.totalCount) } : {};
  return (
    <>
      <div role="search" aria-label={text.control.filters} className={css.standing}>
        <ChoiceBar
          label={words.stand} value={stand} onChange={(value) => put({ tt: value })}
          choices={pairingStands.map((value) => ({ value, label: counts[value] === undefined ? words.stands[value] : words.standCount(words.stands[value], counts[value]) }))}
        />
        <PlaceFields xa={xa} thon={thon} put={put} />
      </div>
      <Answer result={result} data={data} rows={4} rowHeight={120}>
        {({ pairings: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? <Empty>{xa || thon ? words.noneHere : words.none[stand]}</Empty> : (
          <RowEditing rows={{ pairings: nodes }}>
            <RowList
              title={words.list} words={words} page={pageInfo} count={words.count(String(nodes.length), formatCount(totalCount))}
              more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })}
            >
              {nodes.map((pairing) => <PairingItem key={pairing.id} pairing={pairing} helped={{ name: nameOf(pairing), shown: <Helped pairing={pairing} /> }} />)}
            </RowList>
          </RowEditing>
        )}
      </Answer>
    </>
  );
}

const append = (before: PairingsQuery, { fetchMoreResult: next }: { fetchMoreResult: PairingsQuery }): PairingsQuery =>
  ({ ...next, pairings: { ...next.pairings, nodes: [...before.pairings.nodes, ...next.pairings.nodes] } });
