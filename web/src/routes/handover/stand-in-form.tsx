import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { parseDay } from '../../text/format';
import { text } from '../../text/text';
import { handover } from '../../text/vi-handover';
import { standIn as words } from '../../text/vi-stand-in';
import { Button } from '../../ui/button';
import { DayField, SelectField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';
import type { HandoverListQuery } from './handover.generated';
import { StartStandInDocument } from './stand-in.generated';

export type Colleague = NonNullable<HandoverListQuery['unit']>['posts'][number];
const works: readonly string[] = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'];
const fieldIds: Record<string, string | undefined> = { principal: 'duoc-thay', colleague: 'truc-thay', validFrom: 'thay-tu', validTo: 'thay-den' };

/** Who lends the post to whom, from which day to which; one's own post, or for a leader anybody's. */
export function StandInForm({ posts, onStarted }: { posts: readonly Colleague[]; onStarted: () => void }) {
  const { viewer } = useSession();
  const leads = useCan('Mutation.handOver');
  const { run, busy } = useCommand(StartStandInDocument);
  const [principal, setPrincipal] = useState(viewer.post.id);
  const [colleague, setColleague] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const able = posts.filter(({ role }) => works.includes(role));
  const choices = (among: readonly Colleague[]) => [{ value: '', label: handover.choose }, ...among.map(({ id, name, role }) => ({ value: id, label: handover.person(name, text.postRole[role]) }))];
  const start = async () => {
    const days = { validFrom: parseDay(from), validTo: parseDay(to) };
    const wrong = [
      !principal && { message: words.choosePrincipal, fieldId: fieldIds.principal },
      !colleague && { message: words.chooseColleague, fieldId: fieldIds.colleague },
      !days.validFrom && { message: `${words.from}: ${text.form.badDay}`, fieldId: fieldIds.validFrom },
      !days.validTo && { message: `${words.to}: ${text.form.badDay}`, fieldId: fieldIds.validTo },
    ].filter((one) => one !== false) as SummaryItem[];
    setProblems(wrong);
    if (wrong.length > 0 || !days.validFrom || !days.validTo) return;
    const outcome = await run({ input: { principal, colleague, validFrom: days.validFrom, validTo: days.validTo } });
    if (outcome.kind === 'failed') return setProblems([{ message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ field, message }) => ({ message, fieldId: fieldIds[field ?? ''] })));
    toast(words.started);
    setColleague('');
    onStarted();
  };
  return (
    <Form label={words.title} onSubmit={() => void start()}>
      <ErrorSummary items={problems} />
      {leads && <SelectField id={fieldIds.principal} label={words.principal} value={principal} choices={choices(able)} onChange={(event) => setPrincipal(event.currentTarget.value)} />}
      <SelectField id={fieldIds.colleague} label={words.colleague} value={colleague} choices={choices(able.filter(({ id }) => id !== principal))} onChange={(event) => setColleague(event.currentTarget.value)} />
      <DayField id={fieldIds.validFrom} label={words.from} required value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <DayField id={fieldIds.validTo} label={words.to} required value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <FormActions><Button type="submit" kind="primary" busy={busy}>{words.start}</Button></FormActions>
    </Form>
  );
}
