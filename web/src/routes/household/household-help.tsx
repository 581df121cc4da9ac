import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { detail as words, pairingState } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { Facts } from '../../ui/page';
import { EditButton } from './edit-context';
import { Ended, FoldSection } from './fold-section';
import type { HouseholdStory } from './household-story';
import css from './household.module.css';

type Pairing = HouseholdStory['pairings'][number];

/** Who is to help the household, what was promised and what came of it. */
export function Help({ story: { pairings } }: { story: HouseholdStory }) {
  const { viewer } = useSession();
  const seesAll = viewer.portalKind === 'secretariat' || viewer.portalKind === 'commune';
  const open = pairings.filter(({ state }) => state !== 'ENDED');
  const ended = pairings.filter(({ state }) => state === 'ENDED');
  return (
    <FoldSection
      title={words.help} count={open.length || undefined}
      action={<EditButton edit={{ of: 'pairing' }} needs="proposePairing">{action.addPairing}</EditButton>}
    >
      {open.map((pairing) => <PairingItem key={pairing.id} pairing={pairing} />)}
      {open.length === 0 && <p>{seesAll ? words.noHelp : words.noHelpOurs}</p>}
      <Ended count={ended.length} label={story.ended(ended.length)}>
        {ended.map((pairing) => <PairingItem key={pairing.id} pairing={pairing} />)}
      </Ended>
    </FoldSection>
  );
}

function PairingItem({ pairing }: { pairing: Pairing }) {
  const { viewer } = useSession();
  const { id, helper, state, validFrom, validTo, communeConfirmedOn, helperConfirmedOn } = pairing;
  const isOpen = state !== 'ENDED';
  const mine = viewer.portalKind === 'commune' ? communeConfirmedOn : helper.id === viewer.unit.id ? helperConfirmedOn : '-';
  const waits = state === 'PROPOSED' && [!communeConfirmedOn && story.waitsCommune, !helperConfirmedOn && story.waitsHelper].filter(Boolean).join('; ');
  const isHelper = helper.id === viewer.unit.id || viewer.portalKind === 'secretariat';
  return (
    <div className={css.item}>
      <h3>{helper.name}</h3>
      <p className={css.soft}>
        {[pairingState[state], waits, words.helpDays(formatDay(validFrom), validTo && formatDay(validTo))].filter(Boolean).join(' · ')}
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
      {isOpen && (
        <div className={css.actions}>
          {mine === null && (
            <EditButton edit={{ of: 'confirmPairing', id }} needs="confirmPairing" kind="secondary" label={actionOf(action.confirmPairing, helper.name)}>
              {action.confirmPairing}
            </EditButton>
          )}
          {isHelper && (
            <EditButton edit={{ of: 'changePairing', id }} needs="updatePairing" label={actionOf(action.change, helper.name)}>{action.change}</EditButton>
          )}
          <EditButton edit={{ of: 'endPairing', id }} needs="endPairing" label={actionOf(action.endPairing, helper.name)}>{action.endPairing}</EditButton>
        </div>
      )}
    </div>
  );
}
