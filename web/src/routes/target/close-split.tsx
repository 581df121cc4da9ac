import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { split as words } from '../../text/vi-target';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import type { Split } from './split-page';
import { CloseTargetSplitDocument } from './target.generated';

/** The secretariat closes the split, once nothing of it waits unsaved. */
export function CloseSplit({ target: { id, version }, isChanged }: { target: Split; isChanged: boolean }) {
  const [open, setOpen] = useState(false);
  const { run, busy } = useCommand(CloseTargetSplitDocument);
  const close = async () => {
    const outcome = await run({ input: { id, version } });
    setOpen(false);
    sayOutcome(outcome, words.closeDone);
  };
  return (
    <>
      <Button disabledReason={isChanged ? words.closeUnsaved : undefined} onClick={() => setOpen(true)}>{words.close}</Button>
      <ConfirmDialog title={words.closeTitle} open={open} onClose={() => setOpen(false)} confirm={words.close} busy={busy} onConfirm={() => void close()}>
        <p>{words.closeLead}</p>
      </ConfirmDialog>
    </>
  );
}
