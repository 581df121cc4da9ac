import { useId, useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { text } from '../../text/text';
import { answer as words, ask } from '../../text/vi-unit-request';
import { Button } from '../../ui/button';
import { ConfirmDialog, Dialog, DialogActions } from '../../ui/confirm-dialog';
import { LongTextField } from '../../ui/field';
import { FormActions } from '../../ui/form';
import { DiscardUnitRequestDocument, ReopenUnitRequestDocument, SendUnitRequestDocument, WithdrawUnitRequestDocument } from './request-step.generated';
import type { UnitRequestStoryFragment } from './request-story.generated';

type Asking = 'send' | 'discard' | 'withdraw' | 'reopen' | null;

/** What the asking unit may do: send, change or drop a draft, take back what waits, say once that the answer does not do. */
export function AskerActions({ request, edit }: { request: UnitRequestStoryFragment; edit: () => void }) {
  const { id, version, state, isOpen, reopenedOn, toUnit } = request;
  const [asking, setAsking] = useState<Asking>(null);
  const isDraft = state === 'DRAFT', isClosed = state === 'ANSWERED' || state === 'DECLINED';
  const maySend = useCan('Mutation.sendUnitRequest') && isDraft, mayEdit = useCan('Mutation.changeUnitRequest') && isDraft;
  const mayWithdraw = useCan('Mutation.withdrawUnitRequest') && isOpen, mayReopen = useCan('Mutation.reopenUnitRequest') && isClosed && reopenedOn === null;
  const send = useCommand(SendUnitRequestDocument), discard = useCommand(DiscardUnitRequestDocument), withdraw = useCommand(WithdrawUnitRequestDocument), reopen = useCommand(ReopenUnitRequestDocument);
  const close = () => setAsking(null);
  const input = { id, version };
  const done = async (outcome: ReturnType<typeof send.run>, said: string) => {
    sayOutcome(await outcome, said);
    close();
  };
  if (!maySend && !mayEdit && !mayWithdraw && !mayReopen) return null;
  return (
    <FormActions>
      {maySend && <Button kind="primary" onClick={() => setAsking('send')}>{ask.send}</Button>}
      {mayEdit && <Button onClick={edit}>{ask.edit}</Button>}
      {mayEdit && <Button onClick={() => setAsking('discard')}>{ask.discard}</Button>}
      {mayWithdraw && <Button onClick={() => setAsking('withdraw')}>{words.withdraw}</Button>}
      {mayReopen && <Button onClick={() => setAsking('reopen')}>{words.reopen}</Button>}
      <ConfirmDialog title={ask.sendTitle} open={asking === 'send'} confirm={ask.send} busy={send.busy} onClose={close} onConfirm={() => void done(send.run({ input }), ask.sent)}><p>{ask.sendLead(toUnit.shortName)}</p></ConfirmDialog>
      <ConfirmDialog title={ask.discardTitle} open={asking === 'discard'} confirm={ask.discard} busy={discard.busy} onClose={close} onConfirm={() => void done(discard.run({ input }), ask.discarded)}><p>{ask.discardLead}</p></ConfirmDialog>
      <Reasoned
        title={words.withdrawTitle} lead={words.withdrawLead} label={words.withdrawReason} confirm={words.withdraw} open={asking === 'withdraw'} busy={withdraw.busy} onClose={close}
        onConfirm={(reason) => void done(withdraw.run({ input: { ...input, reason: reason || null } }), words.withdrawn)}
      />
      <Reasoned
        title={words.reopenTitle} lead={words.reopenLead} label={words.reopenReason} confirm={words.reopen} open={asking === 'reopen'} busy={reopen.busy} required onClose={close}
        onConfirm={(reason) => void done(reopen.run({ input: { ...input, reason } }), words.reopened)}
      />
    </FormActions>
  );
}

interface ReasonedProps { title: string; lead: string; label: string; confirm: string; open: boolean; busy: boolean; required?: boolean; onClose: () => void; onConfirm: (reason: string) => void }

function Reasoned({ title, lead, label, confirm, open, busy, required, onClose, onConfirm }: ReasonedProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{lead}</p>
      <LongTextField id={id} label={label} rows={3} required={required} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={() => onConfirm(reason)}>{confirm}</Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}
