import { useSession } from '../../session';
import { detail as words } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { EditButton } from './edit-context';
import { Ended, FoldSection } from './fold-section';
import type { HouseholdStory } from './household-story';
import { PairingItem } from './pairing-item';

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
