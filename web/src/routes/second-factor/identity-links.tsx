import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { formatInstant } from '../../text/format';
import { identityLink as words } from '../../text/vi-second-factor';
import { Button } from '../../ui/button';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { Section } from '../../ui/page';
import { PasswordField } from './factor-field';
import { BeginIdentityLinkDocument, IdentityProviderDocument, RemoveIdentityLinkDocument } from './second-factor.generated';
import css from './second-factor.module.css';

/** The identities of the province's provider that sign in to one's account; nothing where none is configured. */
export function IdentityLinks() {
  const { data, refetch } = useQuery(IdentityProviderDocument, { fetchPolicy: 'network-only' });
  const { run, busy } = useCommand(RemoveIdentityLinkDocument);
  const provider = data?.identityProvider;
  if (!provider) return null;
  const remove = async (id: string) => {
    if (sayOutcome(await run({ input: { id } }), words.removed)) void refetch();
  };
  return (
    <Section title={words.title(provider.label)}>
      <p>{words.lead}</p>
      {provider.links.map(({ id, createdAt }) => (
        <div key={id} className={css.actions}>
          <span>{words.linked(formatInstant(createdAt))}</span>
          <Button small busy={busy} onClick={() => void remove(id)}>{words.remove}</Button>
        </div>
      ))}
      <LinkForm label={provider.label} />
    </Section>
  );
}

function LinkForm({ label }: { label: string }) {
  const { run, busy } = useCommand(BeginIdentityLinkDocument);
  const [currentPassword, setPassword] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const begin = async () => {
    if (!currentPassword) return setProblems([{ message: words.missingPassword, fieldId: 'mat-khau-lien-ket' }]);
    const outcome = await run({ input: { currentPassword } });
    if (outcome.kind === 'failed') return setProblems([{ message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ message }) => ({ message, fieldId: 'mat-khau-lien-ket' })));
    // The server's own path, which leads on to the provider.
    if (outcome.payload.address?.startsWith('/dang-nhap/')) location.assign(outcome.payload.address);
  };
  return (
    <Form label={words.title(label)} onSubmit={() => void begin()}>
      <ErrorSummary items={problems} />
      <PasswordField id="mat-khau-lien-ket" value={currentPassword} onChange={setPassword} />
      <FormActions><Button type="submit" busy={busy}>{words.begin}</Button></FormActions>
    </Form>
  );
}
