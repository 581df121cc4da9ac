import { useCan, useSession } from '../../session';
import type { Household } from './household-page';

/**
 * Whether this portal and post may enter and change records of merit of this household. A department enters them only of families
 * that a clause on merit gives it (IV.10): others it may see for another clause, and is told what has to come first.
 */
export function useMeritWrite({ locked, sightReasons }: Household): 'may' | 'notServed' | 'mayNot' {
  const { viewer } = useSession();
  const may = useCan('Mutation.addMeritRecord');
  const isClosed = locked.some(({ part, reason }) => part === 'MeritRecord' && reason !== 'ROWS');
  if (!may || isClosed) return 'mayNot';
  if (viewer.portalKind !== 'department') return 'may';
  const isServed = sightReasons.some(({ unit, cause, part }) => unit.id === viewer.unit.id && (cause === 'MERIT' || (cause === 'GROUP' && part === 'MERIT')));
  return isServed ? 'may' : 'notServed';
}
