import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { pairingBoard as boardWords, pairings as words } from '../../text/vi-pairing';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page } from '../../ui/page';
import css from '../household/household.module.css';
import { CommuneField } from '../household/place-fields';
import { ToHouseholds } from '../household/to-households';
import { BoardCounters } from './board-counters';
import { Coverage } from './coverage';
import { GiveHouseholds } from './give-households';
import { BodyLoads } from './body-loads';
import { PairingBoardDocument, type PairingBoardQuery } from './pairing-board.generated';
import type { PairingFilters, PairingView } from './pairing-filters';
import { PairingList } from './pairing-list';

const OfferCommune = lazy(() => import('./offer-commune').then((module) => ({ default: module.OfferCommune })));

export type Board = PairingBoardQuery['pairingBoard'];

/** "Phân công giúp đỡ": how far it has come, which body helps whom, which communes and households are without one; each side answers in place. */
export function PairingPage() {
  const { viewer, year } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/ghep-doi' });
  const mayPropose = useCan('Mutation.proposePairing'), readsFacts = useCan('Household.deprivationCount');
  const { portalKind } = viewer;
  const result = useQuery(PairingBoardDocument, { variables: { year } });
  const put = (part: { [K in keyof PairingFilters]?: string }) => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)) as PairingFilters;
    void navigate({ to: '/cong/$unitCode/ghep-doi', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  // Bodies and communes are the secretariat's to look over; households are given by who reads what they lack.
  const views: PairingView[] = ['ds', ...(portalKind === 'secretariat' ? ['donvi', 'xa'] as const : []), ...(mayPropose && readsFacts ? ['giao'] as const : [])];
  const view = views.find((one) => one === filters.xem) ?? 'ds';
  const changed = () => void result.refetch();
  return (
    <Page
      wide title={words.title} lead={portalKind === 'secretariat' || portalKind === 'commune' ? words.lead[portalKind] : words.lead.helper}
      action={mayPropose && <>{portalKind !== 'secretariat' && <Suspense><OfferCommune /></Suspense>}<ToHouseholds label={words.choose} /></>}
    >
      {result.data && <BoardCounters board={result.data.pairingBoard} />}
      {views.length > 1 && (
        <ChoiceBar label={boardWords.view} value={view} onChange={(value) => put({ xem: value === 'ds' ? '' : value })} choices={views.map((value) => ({ value, label: boardWords.views[value] }))} />
      )}
      {view === 'ds' ? <PairingList put={put} /> : (
        <Answer result={result} data={result.data?.pairingBoard} rows={8}>
          {(board) => view === 'donvi' ? <BodyLoads helpers={board.helpers} onDone={changed} /> : view === 'xa' ? <Coverage board={board} onDone={changed} /> : (
            <>
              {portalKind !== 'commune' && <div className={css.standing}><CommuneField value={filters.xa ?? ''} put={(xa) => put({ xa })} /></div>}
              <GiveHouseholds board={board} onDone={changed} commune={board.communes.find(({ unit }) => unit === (portalKind === 'commune' ? viewer.unit.id : filters.xa))} />
            </>
          )}
        </Answer>
      )}
    </Page>
  );
}
