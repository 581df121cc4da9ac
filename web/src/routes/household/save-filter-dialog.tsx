import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { saved as words } from '../../text/vi-household-list';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { TextField } from '../../ui/field';
import { toast } from '../../ui/toast';
import { savedPage } from './saved-filter-list';
import { SaveFilterDocument, SavedFiltersDocument } from './saved-filters.generated';

/** Keeps what the address asks for now under a name. */
export function SaveFilterDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const client = useApolloClient();
  const { run, busy } = useCommand(SaveFilterDocument);
  // Closed first and gone afterwards, so that focus goes back to the button.
  const [isOpen, setIsOpen] = useState(true);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    if (!name.trim()) return setProblem(words.missingName);
    const outcome = await run({ input: { page: savedPage, name, query } });
    if (outcome.kind === 'failed') return setProblem(outcome.message);
    if (outcome.kind === 'refused') return setProblem(outcome.refusals.map(({ message }) => message).join(' '));
    await client.query({ query: SavedFiltersDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    toast(words.kept(name.trim()));
    setIsOpen(false);
  };
  return (
    <Dialog title={words.save} open={isOpen} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={words.name} hint={words.nameHint} required maxLength={80} value={name} error={problem} onChange={(event) => setName(event.currentTarget.value)} />
        <DialogActions>
          <Button kind="primary" type="submit" busy={busy}>{text.control.save}</Button>
          <Button onClick={() => setIsOpen(false)}>{text.control.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
