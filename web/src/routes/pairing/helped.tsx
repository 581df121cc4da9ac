import { Link } from '@tanstack/react-router';
import { useSession } from '../../session';
import { householdClass } from '../../text/vi-household';
import { supportKind } from '../../text/vi-household-kind';
import { pairings as words } from '../../text/vi-pairing';
import css from '../household/household.module.css';
import type { PairingsQuery } from './pairing.generated';

type Pairing = PairingsQuery['pairings']['nodes'][number];

/** The household's code, or the commune's name. */
export const nameOf = ({ householdCode, commune }: Pairing): string => householdCode ?? commune.shortName;

/** Who is helped: the household by name for who sees it, else by what a helper may know before both sides agree; or a commune as a whole. */
export function Helped({ pairing }: { pairing: Pairing }) {
  const { viewer } = useSession();
  const { state, helper, household, householdCode: code, householdVillage, householdClass: inClass, needKinds, hasMerit, commune } = pairing;
  const Heading = helper.id === viewer.unit.id ? 'h3' : 'p';
  const place = viewer.portalKind === 'commune' ? null : commune.shortName;
  if (!code) return <Heading>{words.commune(commune.shortName)}</Heading>;
  const where = [household && code, householdVillage?.name, place].filter(Boolean).join(' · ');
  const facts = [
    inClass && householdClass[inClass],
    needKinds.length > 0 && words.needs(needKinds.map((kind) => supportKind[kind]).join(', ')),
    hasMerit && words.merit,
    !household && state === 'PROPOSED' && words.notOpen,
  ].filter(Boolean);
  return (
    <div>
      <Heading>
        {household
          ? <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: household.id }}>{household.headName}</Link>
          : code}
      </Heading>
      <p className={css.soft}>{where}</p>
      {facts.length > 0 && <p className={css.soft}>{facts.join(' · ')}</p>}
    </div>
  );
}
