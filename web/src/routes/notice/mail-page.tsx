import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatInstant } from '../../text/format';
import { mail as words } from '../../text/vi-mail';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Notice, Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import { MailPreferenceDocument, SetMailPreferenceDocument, type MailMode, type OwnMailFragment } from './mail.generated';

/** "Nhận thông báo qua thư điện tử": where mail goes and which, for the post in use. */
export function MailPage() {
  const { viewer } = useSession();
  const result = useQuery(MailPreferenceDocument);
  return (
    <Page title={words.title} lead={words.lead} over={<Link to="/cong/$unitCode/thong-bao" params={{ unitCode: viewer.unit.code }}>{words.back}</Link>}>
      <Answer result={result} data={result.data} what={words.failedBlock} rows={2}>{({ mailPreference }) => <MailForm own={mailPreference} onSaved={() => void result.refetch()} />}</Answer>
    </Page>
  );
}

const modes: readonly MailMode[] = ['AT_ONCE', 'DIGEST', 'OFF'];

function MailForm({ own, onSaved }: { own: OwnMailFragment; onSaved: () => void }) {
  const [email, setEmail] = useState(own.email ?? '');
  const [mode, setMode] = useState(own.mode);
  const [problem, setProblem] = useState<string>();
  const saving = useCommand(SetMailPreferenceDocument);
  const save = async () => {
    const outcome = await saving.run({ input: { email: email.trim() || null, mode } });
    setProblem(outcome.kind === 'refused' ? outcome.refusals.map(({ message }) => message).join(' ') : outcome.kind === 'failed' ? outcome.message : undefined);
    if (outcome.kind !== 'done') return;
    toast(words.saved);
    onSaved();
  };
  return (
    <>
      {!own.isOffered && <Notice>{words.notOffered}</Notice>}
      {own.givenUpAt && <Notice>{words.givenUp(formatInstant(own.givenUpAt))}</Notice>}
      <Form label={words.form} onSubmit={() => void save()}>
        <TextField label={words.email} hint={words.emailHint} value={email} error={problem} autoComplete="email" maxLength={254} onChange={(event) => setEmail(event.currentTarget.value)} />
        <SelectField label={words.mode} hint={words.modeHint} value={mode} onChange={(event) => setMode(event.currentTarget.value as MailMode)} choices={modes.map((value) => ({ value, label: words.modes[value] }))} />
        <FormActions><Button kind="primary" type="submit" busy={saving.busy}>{words.save}</Button></FormActions>
      </Form>
    </>
  );
}
