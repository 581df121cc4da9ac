import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../session';
import { movementForm } from '../../text/vi-household-movement';
import { Dialog } from '../../ui/confirm-dialog';
import type { Move } from './edit-context';
import { EditForm } from './edit-form';
import type { EditSpec } from './edit-spec';
import { HouseholdVillagesDocument } from './household-list.generated';
import { MovementStandardsDocument } from './household-movement.generated';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import { decideClass } from './movement-class';
import { endHousehold } from './movement-end';
import { mergeHouseholds } from './movement-merge';
import { moveHousehold } from './movement-move';
import { splitHousehold } from './movement-split';

interface MovementPanelProps {
  move: Move;
  household: Household;
  story: HouseholdStory | undefined;
  onClose: () => void;
}

/** The form of one movement in a dialog. */
export function MovementPanel({ move, household, story, onClose }: MovementPanelProps) {
  const session = useSession();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(true);
  const standards = useQuery(MovementStandardsDocument, { skip: move !== 'recordClass', fetchPolicy: 'cache-first' });
  const villages = useQuery(HouseholdVillagesDocument, { variables: { commune: household.commune.id }, skip: move !== 'splitHousehold', fetchPolicy: 'cache-first' });
  // Only before the first answer: the page asks again for everything after a change, and the form stays as it is.
  if ([standards, villages].some(({ loading, data }) => loading && !data)) return null;
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  const scope = { household, story, session };
  const specs: Record<Move, () => EditSpec> = {
    recordClass: () => decideClass(scope, standards.data?.standards ?? []),
    splitHousehold: () => splitHousehold(scope, villages.data?.units.nodes[0]?.villages ?? []),
    moveHousehold: () => moveHousehold(scope, () => navigate({ to: '/cong/$unitCode/ho', params: { unitCode: session.viewer.unit.code } })),
    mergeHouseholds: () => mergeHouseholds(scope),
    endHousehold: () => endHousehold(scope),
  };
  const spec = specs[move]();
  return (
    <Dialog title={spec.title} open={isOpen} onClose={close}>
      {standards.error || villages.error ? <p>{movementForm.notLoaded}</p> : <EditForm spec={spec} form={`${household.id}:${move}`} onClose={close} />}
    </Dialog>
  );
}
