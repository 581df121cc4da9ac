import type { ReactNode } from 'react';
import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { detail as words, pairingStage, pairingState } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { Facts } from '../../ui/page';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import { EditButton } from './edit-context';
import type { PairingLineFragment } from './household-story.generated';
import css from './household.module.css';
import type { RowEdit } from './row-edits';

const tones: Record<PairingLineFragment['state'], StatusTone> = { PROPOSED: 'risk', AGREED: 'good', ENDED: 'quiet' };

/** Mới đề xuất → Chờ xã, Chờ đơn vị → Đã thống nhất → Đang giúp → Kết thúc. */
function stageOf({ state, validFrom, communeConfirmedOn, helperConfirmedOn }: PairingLineFragment, today: string): string {
  if (state === 'PROPOSED' && helperConfirmedOn) return pairingStage.waitsCommune;
  if (state === 'PROPOSED' && communeConfirmedOn) return pairingStage.waitsHelper;
  return state === 'AGREED' && validFrom > today ? pairingStage.agreed : pairingState[state];
}

interface PairingItemProps {
  pairing: PairingLineFragment;
  /** Which household or commune is helped, where that is not the page's own; heads the item of the helper itself. */
  helped?: { name: string; shown: ReactNode };
}

/** One body's help: since when, waiting for whose word, what was promised and what came of it, and what the viewer's side may do. */
export function PairingItem({ pairing, helped }: PairingItemProps) {
  const { viewer, today } = useSession();
  const { id, helper, state, validFrom, validTo, communeConfirmedOn, helperConfirmedOn } = pairing;
  const isOurs = helper.id === viewer.unit.id;
  const isSide = isOurs || viewer.portalKind === 'commune' || viewer.portalKind === 'secretariat';
  const confirmed = viewer.portalKind === 'commune' ? communeConfirmedOn : isOurs ? helperConfirmedOn : '-';
  const asksUs = state === 'PROPOSED' && confirmed === null;
  const waits = state === 'PROPOSED' && [!communeConfirmedOn && story.waitsCommune, !helperConfirmedOn && story.waitsHelper].filter(Boolean).join(' · ');
  const end = state === 'PROPOSED' ? action.takeBackPairing : action.endPairing;
  const isOver = state === 'AGREED' && validTo !== null && validTo < today;
  const button = (of: RowEdit['of'], needs: string, label: string, kind?: 'secondary') => (
    <EditButton edit={{ of, id }} needs={needs} kind={kind} label={actionOf(label, helped ? `${helper.name}, ${helped.name}` : helper.name)}>{label}</EditButton>
  );
  return (
    <div className={css.item}>
      <div className={css.line}>
        {helped && isOurs ? helped.shown : <h3>{helper.name}</h3>}
        <StatusTag tone={isOver ? 'quiet' : tones[state]} label={isOver ? words.helpOver : stageOf(pairing, today)} />
      </div>
      {!isOurs && helped?.shown}
      <p className={css.soft}>
        {[waits, words.helpDays(formatDay(validFrom), validTo && formatDay(validTo))].filter(Boolean).join(' · ')}
      </p>
      <Facts
        items={[
          { label: words.helpLeader, value: pairing.leaderInCharge },
          { label: words.helpOfficer, value: pairing.officer },
          { label: words.helpPromise, value: pairing.promise },
          { label: words.helpOutcome, value: pairing.outcome },
        ]}
      />
      {pairing.endReason && <p>{words.helpEnd(pairing.endReason)}</p>}
      {state !== 'ENDED' && isSide && (
        <div className={css.actions}>
          {asksUs && button('confirmPairing', 'confirmPairing', action.confirmPairing, 'secondary')}
          {asksUs && button('declinePairing', 'declinePairing', action.declinePairing)}
          {viewer.portalKind !== 'commune' && button('changePairing', 'updatePairing', action.change)}
          {!asksUs && button('endPairing', 'endPairing', end)}
        </div>
      )}
    </div>
  );
}
