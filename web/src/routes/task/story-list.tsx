import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatInstant } from '../../text/format';
import { story as words } from '../../text/vi-entry';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LongTextField } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { AddCommentDocument, WithdrawCommentDocument } from './entry-flow.generated';
import type { OwnAssignmentFragment } from './own-assignment.generated';
import { storyOf, vietnamDay, type Told } from './story';
import css from './story.module.css';

/** So many of the latest are shown at once. */
const most = 12;

/** "Diễn biến": everything that happened to an assignment in one list, and the place to write about it. */
export function Story({ assignment, mayComment }: { assignment: OwnAssignmentFragment; mayComment: boolean }) {
  const [all, setAll] = useState(false);
  const told = storyOf(assignment);
  const shown = all ? told : told.slice(-most);
  return (
    <>
      <h3>{words.title}</h3>
      {shown.length < told.length && (
        <p>
          <Button small kind="quiet" onClick={() => setAll(true)}>
            {words.earlier(told.length - shown.length)}
          </Button>
        </p>
      )}
      <ol className={css.story}>
        {shown.map((one) => (
          <Line key={one.key} told={one} mine={assignment.comments.find(({ id }) => id === one.comment)} />
        ))}
      </ol>
      {mayComment && <CommentForm assignment={assignment} />}
    </>
  );
}

function Line({ told: { at, who, what, said, tone, comment }, mine }: { told: Told; mine: OwnAssignmentFragment['comments'][number] | undefined }) {
  const { viewer } = useSession();
  const mayTakeBack = useCan('Mutation.withdrawComment') && comment !== undefined && mine?.author?.id === viewer.post.id && isToday(at);
  return (
    <li data-tone={tone}>
      <span className={css.when}>{at.length === 10 ? formatDay(at) : formatInstant(at)}</span>
      <div className={css.what}>
        <p>
          <strong>{what}</strong>
          {who && <span className={css.who}> · {who}</span>}
        </p>
        {said.map((line) => (
          <p key={line} className={css.said}>
            {line}
          </p>
        ))}
        {mayTakeBack && <TakeBack id={comment} />}
      </div>
    </li>
  );
}

/** Whether an instant lies in this day in Vietnam; the server decides by its own clock. */
const isToday = (at: string): boolean => vietnamDay(at) === vietnamDay(new Date());

function TakeBack({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const { run, busy } = useCommand(WithdrawCommentDocument);
  const take = async () => {
    sayOutcome(await run({ input: { id } }), words.takenBack);
    setAsking(false);
  };
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      <ConfirmDialog title={words.takeBackTitle} open={asking} confirm={words.takeBack} busy={busy} onConfirm={() => void take()} onClose={() => setAsking(false)}>
        <p>{words.takeBackLead}</p>
      </ConfirmDialog>
    </>
  );
}

function CommentForm({ assignment }: { assignment: OwnAssignmentFragment }) {
  const [said, setSaid] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy } = useCommand(AddCommentDocument);
  const send = async () => {
    const written = said.normalize('NFC').trim();
    if (!written) return setError(words.missing);
    if (written.length > 2000) return setError(words.tooLong);
    const outcome = await run({ input: { assignment: assignment.id, text: written } });
    if (outcome.kind !== 'done') return setError(outcome.kind === 'failed' ? outcome.message : outcome.refusals.map(({ message }) => message).join(' '));
    setSaid('');
    setError(undefined);
    sayOutcome(outcome, words.sent);
  };
  return (
    <Form label={words.comment} onSubmit={() => void send()}>
      <LongTextField label={words.say} hint={words.sayHint} rows={2} required value={said} error={error} onChange={(event) => setSaid(event.currentTarget.value)} />
      <FormActions>
        <Button type="submit" busy={busy}>
          {words.send}
        </Button>
      </FormActions>
    </Form>
  );
}
