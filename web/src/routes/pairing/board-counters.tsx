import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { pairingBoard as words } from '../../text/vi-pairing';
import css from './board.module.css';
import type { Board } from './pairing-page';

/** "38/942 hộ · 36/47 xã · 28 đơn vị": always on top; a unit's are its own. */
export function BoardCounters({ board }: { board: Board }) {
  const { viewer: { portalKind } } = useSession();
  const number = (value: number | null) => (value === null ? null : formatNumber(value));
  const helped = formatNumber(board.communesHelped), waitingCommunes = board.communes.reduce((sum, { proposed }) => sum + proposed.length, 0);
  const households = { value: words.households(formatNumber(board.agreed), number(board.target)), label: words.householdsLabel };
  const bodies = { value: words.bodies(formatNumber(board.bodiesHelping)), label: words.bodiesLabel(number(board.bodies)) };
  const counters = portalKind === 'secretariat' ? [households, { value: words.communes(helped, formatNumber(board.communes.length)), label: words.communesLabel }, bodies]
    : portalKind === 'commune' ? [households, bodies]
    : [households, { value: words.ownCommunes(helped), label: words.ownCommunesLabel }];
  const waiting = [board.waiting > 0 && words.waitingHouseholds(formatNumber(board.waiting)), waitingCommunes > 0 && words.waitingCommunes(formatNumber(waitingCommunes))];
  return (
    <section aria-label={words.counters} className={css.counters}>
      {counters.map(({ value, label }) => <p key={label}><strong>{value}</strong> <span>{label}</span></p>)}
      {waiting.some(Boolean) && <p><span>{words.waiting(waiting)}</span></p>}
    </section>
  );
}
