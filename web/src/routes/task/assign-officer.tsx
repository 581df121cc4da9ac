import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/field';
import { AssignOfficerDocument, type OwnAssignmentFragment } from './own-assignment.generated';
import { UnitOfficersDocument } from './task-page.generated';

interface AssignOfficerProps {
  assignment: OwnAssignmentFragment;
  open: boolean;
  onClose: () => void;
}

/** Gives the unit's part to one of its posts, or takes it back. */
export function AssignOfficer({ assignment, open, onClose }: AssignOfficerProps) {
  return (
    <Dialog title={text.assignment.giveTitle} open={open} onClose={onClose}>
      <OfficerChoice assignment={assignment} onClose={onClose} />
    </Dialog>
  );
}

function OfficerChoice({ assignment, onClose }: Omit<AssignOfficerProps, 'open'>) {
  const { viewer } = useSession();
  const result = useQuery(UnitOfficersDocument, { variables: { code: viewer.unit.code } });
  const { run, busy } = useCommand(AssignOfficerDocument);
  const [officer, setOfficer] = useState(assignment.officer?.id ?? '');
  return (
    <Answer result={result} data={result.data?.unit?.posts} rows={1}>
      {(posts) => {
        const give = async () => {
          const name = posts.find(({ id }) => id === officer)?.name;
          const outcome = await run({ input: { id: assignment.id, version: assignment.version, officer: officer || null } });
          sayOutcome(outcome, name ? text.assignment.given(name) : text.assignment.ungiven);
          onClose();
        };
        return (
          <>
            <SelectField
              label={text.assignment.officer}
              value={officer}
              onChange={(event) => setOfficer(event.currentTarget.value)}
              choices={[{ value: '', label: text.assignment.nobody }, ...posts.filter(({ standsInFor }) => !standsInFor).map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <DialogActions>
              <Button kind="primary" busy={busy} onClick={() => void give()}>
                {text.assignment.give}
              </Button>
              <Button onClick={onClose}>{text.control.cancel}</Button>
            </DialogActions>
          </>
        );
      }}
    </Answer>
  );
}
