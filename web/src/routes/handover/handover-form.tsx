import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { handover as words } from '../../text/vi-handover';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LongTextField, SelectField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';
import { HandOverDocument, HandoverPreviewDocument, type HandoverListQuery, type HandoverPreviewQuery } from './handover.generated';
import { hasGaps, Preview } from './handover-preview';

type Post = NonNullable<HandoverListQuery['unit']>['posts'][number];
const takes: readonly string[] = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'];

/** Who leaves and who takes over; what will move is read before anything is done. */
export function HandoverForm({ posts }: { posts: readonly Post[] }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const choices = (among: readonly Post[]) => [{ value: '', label: words.choose }, ...among.map(({ id, name, role }) => ({ value: id, label: words.person(name, text.postRole[role]) }))];
  const nameOf = (wanted: string) => posts.find(({ id }) => id === wanted)?.name ?? '';
  return (
    <>
      <SelectField label={words.from} hint={words.fromHint} value={from} choices={choices(posts)} onChange={(event) => setFrom(event.currentTarget.value)} />
      <SelectField label={words.to} value={to} choices={choices(posts.filter(({ id, role }) => id !== from && takes.includes(role)))} onChange={(event) => setTo(event.currentTarget.value)} />
      {from && to && from !== to && <Judged key={`${from} ${to}`} from={from} to={to} leaver={nameOf(from)} taker={nameOf(to)} />}
    </>
  );
}

interface JudgedProps { from: string; to: string; leaver: string; taker: string }

function Judged({ from, to, leaver, taker }: JudgedProps) {
  const result = useQuery(HandoverPreviewDocument, { variables: { from, to }, fetchPolicy: 'network-only' });
  return (
    <Answer result={result} data={result.data?.handoverPreview} rows={3}>
      {(preview) => preview.userErrors.length > 0
        ? <ErrorSummary items={preview.userErrors.map(({ message }) => ({ message }))} />
        : <Decide {...{ from, to, leaver, taker, preview }} />}
    </Answer>
  );
}

function Decide({ from, to, leaver, taker, preview }: JudgedProps & { preview: HandoverPreviewQuery['handoverPreview'] }) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { run, busy } = useCommand(HandOverDocument);
  const [note, setNote] = useState('');
  const [isRead, setRead] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const gaps = hasGaps(preview);
  const count = preview.groups.reduce((sum, group) => sum + group.count, 0);
  const ask = () => {
    const missing = gaps && !isRead;
    setProblems(missing ? [{ message: words.mustAcknowledge, fieldId: 'da-xem' }] : []);
    setAsking(!missing);
  };
  const handOver = async () => {
    const outcome = await run({ input: { from, to, note: note.trim() || null, isAcknowledged: isRead } });
    setAsking(false);
    if (outcome.kind === 'failed') return setProblems([{ message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ message }) => ({ message })));
    toast(words.done);
    // Whoever handed over the own post has no session left; the link leads to signing in then.
    await navigate({ to: '/cong/$unitCode/ban-giao/$handoverId', params: { unitCode: viewer.unit.code, handoverId: outcome.payload.handover?.id ?? '' } });
  };
  return (
    <Form label={words.create} onSubmit={ask}>
      <ErrorSummary items={problems} />
      <Preview preview={preview} />
      {gaps && <CheckField id="da-xem" label={words.acknowledge} checked={isRead} onChange={(event) => setRead(event.currentTarget.checked)} />}
      <LongTextField label={words.note} rows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <FormActions>
        <Button kind="primary" type="submit">{words.submit}</Button>
      </FormActions>
      <ConfirmDialog title={words.confirmTitle(leaver)} open={asking} confirm={words.confirm} busy={busy} onConfirm={() => void handOver()} onClose={() => setAsking(false)}>
        <p>{words.confirmLead(formatNumber(count), taker)}</p>
      </ConfirmDialog>
    </Form>
  );
}
