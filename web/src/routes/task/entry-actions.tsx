import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { lazy, Suspense, useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { flow } from '../../text/vi-entry';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FormActions } from '../../ui/form';
import { SignProgressEntryDocument, SubmitProgressEntryDocument, WithdrawProgressEntryDocument } from './entry-flow.generated';
import { successorOf } from './entry-way';
import type { OwnProps } from './own-assignment';
import type { EntryFragment } from './own-assignment.generated';
import css from './task-page.module.css';

const ReturnDialog = lazy(() => import('./return-dialog').then((module) => ({ default: module.ReturnDialog })));
const SendBackDialog = lazy(() => import('./return-dialog').then((module) => ({ default: module.SendBackDialog })));

type Props = Pick<OwnProps, 'assignment'> & { entry: EntryFragment; onCorrect: () => void };

/** What may be done with an entry now: the unit's own steps inside it, and from outside to give it back. */
export function EntryActions({ entry, assignment, onCorrect }: Props) {
  const [dialog, setDialog] = useState<'return' | 'sendBack' | null>(null);
  const may = useMay(entry, assignment);
  const of = (action: string) => flow.of(action, formatDay(entry.asOfDay));
  if (!Object.values(may).some(Boolean)) return null;
  return (
    <FormActions>
      {may.sign && <Sign entry={entry} />}
      {may.submit && <Step entry={entry} document={SubmitProgressEntryDocument} action={flow.submit} done={flow.submitted} primary />}
      {may.correct && (
        <Button small kind={entry.state === 'RETURNED' ? 'primary' : 'secondary'} label={of(correctWord[entry.state])} onClick={onCorrect}>
          {correctWord[entry.state]}
        </Button>
      )}
      {may.sendBack && (
        <Button small label={of(flow.sendBack)} onClick={() => setDialog('sendBack')}>
          {flow.sendBack}
        </Button>
      )}
      {may.withdraw && <Step entry={entry} document={WithdrawProgressEntryDocument} action={flow.withdraw} done={flow.withdrawn} />}
      {may.giveBack && (
        <Button small label={of(flow.giveBack)} onClick={() => setDialog('return')}>
          {flow.giveBack}
        </Button>
      )}
      <Suspense fallback={null}>
        {dialog === 'return' && <ReturnDialog entry={entry} assignment={assignment} onClose={() => setDialog(null)} />}
        {dialog === 'sendBack' && <SendBackDialog entry={entry} onClose={() => setDialog(null)} />}
      </Suspense>
    </FormActions>
  );
}

const correctWord = { DRAFT: flow.edit, SUBMITTED: flow.edit, SIGNED: text.entry.correct, RETURNED: flow.complete };

function useMay(entry: EntryFragment, assignment: Props['assignment']) {
  const { viewer } = useSession();
  const can = {
    submit: useCan('Mutation.submitProgressEntry'),
    withdraw: useCan('Mutation.withdrawProgressEntry'),
    sign: useCan('Mutation.signProgressEntry'),
    sendBack: useCan('Mutation.sendBackProgressEntry'),
    correct: useCan('Mutation.correctProgressEntry'),
    giveBack: useCan('Mutation.returnProgressEntry'),
  };
  const { state } = entry;
  const standing = !entry.isSuperseded && !successorOf(assignment.entries, entry);
  const own = standing && assignment.unit.id === viewer.unit.id;
  // A fellow lead answers to the secretariat; the server holds to the same.
  const under = viewer.portalKind === 'secretariat' || assignment.role !== 'LEAD' || assignment.viaClass !== null;
  return {
    submit: own && can.submit && !can.sign && state === 'DRAFT',
    withdraw: own && can.withdraw && !can.sendBack && state === 'SUBMITTED',
    sign: own && can.sign && (state === 'SUBMITTED' || (state === 'DRAFT' && entry.author?.id === viewer.post.id)),
    sendBack: own && can.sendBack && state === 'SUBMITTED' && entry.author?.id !== viewer.post.id,
    correct: own && can.correct && (state !== 'SUBMITTED' || can.sign),
    giveBack: can.giveBack && !entry.isSuperseded && state === 'SIGNED' && assignment.unit.id !== viewer.unit.id && under,
  };
}

interface StepProps<D, V extends OperationVariables> {
  entry: EntryFragment;
  document: TypedDocumentNode<D, V>;
  action: string;
  done: string;
  primary?: boolean;
}

/** A step that asks nothing. */
function Step<D, V extends OperationVariables & { input: { id: string } }>({ entry, document, action, done, primary }: StepProps<D, V>) {
  const { run, busy } = useCommand(document);
  const go = async () => sayOutcome(await run({ input: { id: entry.id } } as V), done);
  return (
    <Button small kind={primary ? 'primary' : 'secondary'} busy={busy} label={flow.of(action, formatDay(entry.asOfDay))} onClick={() => void go()}>
      {action}
    </Button>
  );
}

function Sign({ entry }: { entry: EntryFragment }) {
  const [asking, setAsking] = useState(false);
  const { run, busy } = useCommand(SignProgressEntryDocument);
  const sign = async () => {
    sayOutcome(await run({ input: { id: entry.id } }), flow.sent);
    setAsking(false);
  };
  return (
    <>
      <Button kind="primary" small label={flow.of(flow.signAndSend, formatDay(entry.asOfDay))} onClick={() => setAsking(true)}>
        {flow.signAndSend}
      </Button>
      <ConfirmDialog title={flow.signTitle} open={asking} confirm={flow.signAndSend} busy={busy} onConfirm={() => void sign()} onClose={() => setAsking(false)}>
        <p className={css.written}>{entry.done}</p>
        <p>{flow.signLead}</p>
      </ConfirmDialog>
    </>
  );
}
