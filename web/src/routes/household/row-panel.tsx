import { useState } from 'react';
import { useSession } from '../../session';
import { Dialog } from '../../ui/confirm-dialog';
import type { Edit } from './edit-context';
import { EditForm } from './edit-form';
import { isRowEdit, rowEditOf, type EditedRows } from './row-edits';

interface RowPanelProps {
  edit: Edit;
  rows: EditedRows;
  onClose: () => void;
}

/** The form of one change to a row of a list in a dialog. A row that a filter drops once it is changed keeps its form until that is closed. */
export function RowPanel({ edit, rows, onClose }: RowPanelProps) {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(true);
  const now = isRowEdit(edit) ? rowEditOf(edit, rows, session) : null;
  const [begun] = useState(now);
  const spec = now ?? begun;
  if (!spec || !isRowEdit(edit)) return null;
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  return (
    <Dialog title={spec.title} open={isOpen} onClose={close}>
      <EditForm spec={spec} form={`${edit.of}:${edit.id}`} onClose={close} />
    </Dialog>
  );
}
