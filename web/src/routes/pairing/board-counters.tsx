import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { pairingBoard as words } from '../../text/vi-pairing';
import css from './board.module.css';
import type { Board } from './pairing-page';

/** "38/942 hộ · 36/47 xã · 28/32 đơn vị": always on top; a unit's are its own. */
export function BoardCounters({ board }: { board: Board }) {
  const { viewer } = useSession();
  const isWhole = viewer.portalKind === 'secretariat', number = (value: number | null) => (value === null ? null : formatNumber(value));
  const counters = [
    { value: words.households(formatNumber(board.agreed), number(board.target)), label: words.householdsLabel },
    ...(viewer.portalKind === 'commune' ? [] : [{ value: words.communes(formatNumber(board.communesHelped), formatNumber(board.communes.length)), label: words.communesLabel }]),
    ...(isWhole || viewer.portalKind === 'commune' ? [{ value: words.bodies(formatNumber(board.bodiesHelping), number(board.bodies)), label: words.bodiesLabel }] : []),
  ];
  return (
    <section aria-label={words.counters} className={css.counters}>
      {counters.map(({ value, label }) => <p key={label}><strong>{value}</strong> <span>{label}</span></p>)}
      {board.waiting > 0 && <p><span>{words.waiting(formatNumber(board.waiting))}</span></p>}
    </section>
  );
}
