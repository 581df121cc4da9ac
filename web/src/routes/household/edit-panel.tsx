import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSession } from '../../session';
import { Dialog } from '../../ui/confirm-dialog';
import type { Edit } from './edit-context';
import { EditForm } from './edit-form';
import { editOf } from './edits';
import { PairingHelpersDocument } from './household-help-edit.generated';
import { HouseholdVillagesDocument } from './household-list.generated';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';

interface EditPanelProps {
  edit: Edit;
  household: Household;
  story: HouseholdStory | undefined;
  onClose: () => void;
}

/** The form of one change in a dialog. */
export function EditPanel({ edit, household, story, onClose }: EditPanelProps) {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(true);
  const choosesHelper = edit.of === 'pairing' && (session.viewer.portalKind === 'commune' || session.viewer.portalKind === 'secretariat');
  const { data } = useQuery(PairingHelpersDocument, { skip: !choosesHelper, fetchPolicy: 'cache-first' });
  const villages = useQuery(HouseholdVillagesDocument, { variables: { commune: household.commune.id }, skip: edit.of !== 'household', fetchPolicy: 'cache-first' });
  const choosing = { helpers: data?.units.nodes ?? [], villages: villages.data?.units.nodes[0]?.villages ?? [] };
  const spec = editOf(edit, { household, story, session }, choosing);
  // A form is begun once it has everything to choose from, since what it begins with is what a change is measured by.
  if (villages.loading) return null;
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  if (!spec) return null;
  return (
    <Dialog title={spec.title} open={isOpen} onClose={close}>
      <EditForm spec={spec} form={[household.id, edit.of, 'id' in edit && edit.id].filter(Boolean).join(':')} onClose={close} />
    </Dialog>
  );
}
