import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { accounts, accountForm as words, rights } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions } from '../../ui/form';
import { toast } from '../../ui/toast';
import css from './account.module.css';
import { ChangePostDocument } from './post.generated';
import { readTerms, termsOfPost, type PersonPost, type Unit } from './terms';
import { TermsFields } from './terms-fields';
import { useRefusals } from './use-refusals';

interface PostFormProps { unit: Unit; name: string; post: PersonPost; onDone: () => void }
const fields = ['role', 'villages', 'communes', 'validFrom', 'validTo', 'officePhone'];

/** Another role, territory or term of a post; rights to the sensitive can only be taken away here. */
export function PostForm({ unit, name, post, onDone }: PostFormProps) {
  const prefix = useId();
  const [terms, setTerms] = useState(() => termsOfPost(post));
  const [phone, setPhone] = useState(post.officePhone ?? '');
  const [nouns, setNouns] = useState<string[]>(post.sensitiveNouns);
  const { errors, items, attempt, show, take } = useRefusals(prefix, fields);
  const { run, busy } = useCommand(ChangePostDocument);
  const save = async () => {
    const { errors: wrong, input } = readTerms(unit, terms);
    if (Object.keys(wrong).length > 0) return show(wrong);
    const outcome = await run({ input: { id: post.id, version: post.version, ...input, officePhone: phone.trim() || null, sensitiveNouns: nouns } });
    take(outcome);
    if (outcome.kind !== 'done') return;
    toast(accounts.changed(name));
    onDone();
  };
  return (
    <Form label={words.changeTitle(name)} onSubmit={() => void save()}>
      <ErrorSummary items={items} attempt={attempt} />
      <TermsFields prefix={prefix} unit={unit} terms={terms} errors={errors} onChange={setTerms} />
      <TextField id={`${prefix}-officePhone`} label={words.phone} value={phone} error={errors.officePhone} onChange={(event) => setPhone(event.currentTarget.value)} />
      {post.sensitiveNouns.length > 0 && (
        <fieldset className={css.picker}>
          <legend>{words.keep}</legend>
          <p className={css.soft}>{words.keepHint}</p>
          {post.sensitiveNouns.map((noun) => (
            <CheckField
              key={noun} label={rights.noun[noun] ?? noun} checked={nouns.includes(noun)}
              onChange={(event) => setNouns(event.currentTarget.checked ? [...nouns, noun] : nouns.filter((one) => one !== noun))}
            />
          ))}
        </fieldset>
      )}
      <FormActions>
        <Button type="submit" kind="primary" busy={busy}>{words.submitChange}</Button>
        <Button onClick={onDone}>{accounts.close}</Button>
      </FormActions>
    </Form>
  );
}
