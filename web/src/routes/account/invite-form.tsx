import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { accounts, accountForm as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions } from '../../ui/form';
import { toast } from '../../ui/toast';
import { InviteAccountDocument } from './account.generated';
import { handedOf, LinkBox, type Handed } from './link-box';
import { OfferPostDocument } from './post.generated';
import { newTerms, readTerms, suggestedLogin, type Unit } from './terms';
import { TermsFields } from './terms-fields';
import { useRefusals } from './use-refusals';

interface InviteFormProps { unit: Unit; kind: 'new' | 'further'; onDone: () => void; onChanged: () => void }
const fields = ['name', 'login', 'email', 'role', 'villages', 'communes', 'validFrom', 'validTo'];

/** A new person with a first post, whose link is shown once; or a further post for an exact login, answered alike whoever has it. */
export function InviteForm({ unit, kind, onDone, onChanged }: InviteFormProps) {
  const { today } = useSession();
  const prefix = useId();
  const [name, setName] = useState('');
  const [typedLogin, setLogin] = useState<string>();
  const [email, setEmail] = useState('');
  const [terms, setTerms] = useState(() => newTerms(unit, today));
  const [link, setLink] = useState<Handed>();
  const { errors, items, attempt, show, take } = useRefusals(prefix, fields);
  const invite = useCommand(InviteAccountDocument), offer = useCommand(OfferPostDocument);
  const isNew = kind === 'new', login = typedLogin ?? (isNew ? suggestedLogin(name, unit.code) : '');
  const save = async () => {
    const { errors: wrong, input } = readTerms(unit, terms);
    if (Object.keys(wrong).length > 0) return show(wrong);
    const given = { unit: unit.id, name, login, ...input };
    if (isNew) {
      const outcome = await invite.run({ input: { ...given, email: email.trim() || null } });
      take(outcome);
      if (outcome.kind !== 'done') return;
      setLink(handedOf(outcome.payload));
      return onChanged();
    }
    const outcome = await offer.run({ input: given });
    take(outcome);
    if (outcome.kind !== 'done') return;
    toast(accounts.offered);
    onChanged();
    onDone();
  };
  if (link !== undefined) return <LinkBox name={name} {...link} onDone={onDone} />;
  return (
    <Form label={isNew ? words.inviteTitle(unit.shortName) : words.offerTitle(unit.shortName)} onSubmit={() => void save()}>
      <ErrorSummary items={items} attempt={attempt} />
      <TextField id={`${prefix}-name`} label={words.name} required value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextField
        id={`${prefix}-login`} label={isNew ? words.login : words.exactLogin} hint={isNew ? words.loginHint(`.${unit.code}`) : words.exactLoginHint} required
        value={login} error={errors.login} onChange={(event) => setLogin(event.currentTarget.value)}
      />
      {isNew && <TextField id={`${prefix}-email`} label={words.email} hint={words.emailHint} value={email} error={errors.email} onChange={(event) => setEmail(event.currentTarget.value)} />}
      <TermsFields prefix={prefix} unit={unit} terms={terms} errors={errors} onChange={setTerms} />
      <FormActions>
        <Button type="submit" kind="primary" busy={invite.busy || offer.busy}>{isNew ? words.submitInvite : words.submitOffer}</Button>
        <Button onClick={onDone}>{accounts.close}</Button>
      </FormActions>
    </Form>
  );
}
