import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatInstant } from '../../text/format';
import { accountForm, accounts as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { ConfirmDialog, Dialog } from '../../ui/confirm-dialog';
import { TextField } from '../../ui/field';
import { Facts } from '../../ui/page';
import css from './account.module.css';
import { ChangeAccountDocument, LockAccountDocument, RenewInvitationDocument, ResetSecondFactorDocument, UnlockAccountDocument } from './account.generated';
import { handedOf, LinkBox, type Handed } from './link-box';
import { PostCard } from './post-card';
import type { Person, Unit } from './terms';

interface PersonPanelProps { person: Person; units: readonly Unit[]; onChanged: () => void }

/** A person whose account the viewer keeps: what is known of it, the posts as cards, and what may be done. */
export function PersonPanel({ person, units, onChanged }: PersonPanelProps) {
  const { viewer } = useSession();
  const { name } = person, isOwn = person.id === viewer.id;
  return (
    <div className={css.panel}>
      <Facts
        items={[
          { label: words.login, value: person.login },
          { label: words.email, value: person.email },
          { label: words.lastSignIn, value: person.lastSignInAt ? formatInstant(person.lastSignInAt) : words.never },
          { label: words.secondFactor, value: person.hasSecondFactor ? words.on : words.off },
          { label: words.others, value: person.hasOtherPosts ? words.hasOthers : words.noOthers },
        ]}
      />
      {person.linkUntil && <p className={css.soft}>{words.linkUntil(formatInstant(person.linkUntil))}</p>}
      <h3 className={css.name}>{words.posts}</h3>
      <ul className={css.cards}>
        {person.posts.map((post) => <PostCard key={post.id} unit={units.find(({ id }) => id === post.unitId)} name={name} post={post} isOwn={isOwn} onChanged={onChanged} />)}
      </ul>
      {person.mayAdminister ? <Doings person={person} onChanged={onChanged} /> : !isOwn && <p className={css.soft}>{words.notYours}</p>}
    </div>
  );
}

function Doings({ person, onChanged }: { person: Person; onChanged: () => void }) {
  const [asking, setAsking] = useState<'renew' | 'factor' | 'lock' | 'email'>();
  const [link, setLink] = useState<Handed>();
  const [email, setEmail] = useState(person.email ?? '');
  const renew = useCommand(RenewInvitationDocument), lock = useCommand(LockAccountDocument), unlock = useCommand(UnlockAccountDocument), change = useCommand(ChangeAccountDocument), reset = useCommand(ResetSecondFactorDocument);
  const { id, name, joinedAt, lockedOn, hasSecondFactor } = person, input = { id };
  const close = () => setAsking(undefined);
  const makeLink = async () => {
    const outcome = await renew.run({ input });
    close();
    if (outcome.kind === 'done') setLink(handedOf(outcome.payload));
    else sayOutcome(outcome, '');
    onChanged();
  };
  const setLock = async (locked: boolean) => {
    const outcome = locked ? await lock.run({ input }) : await unlock.run({ input });
    sayOutcome(outcome, locked ? words.locked(name) : words.unlocked(name));
    close();
    onChanged();
  };
  const resetFactor = async () => {
    sayOutcome(await reset.run({ input }), words.factorReset(name));
    close();
    onChanged();
  };
  const saveEmail = async () => {
    if (sayOutcome(await change.run({ input: { id, email: email.trim() || null } }), words.saved)) close();
  };
  return (
    <div className={css.actions}>
      {!lockedOn && <Button small onClick={() => setAsking('renew')}>{joinedAt ? words.reset : words.renew}</Button>}
      {hasSecondFactor && <Button small onClick={() => setAsking('factor')}>{words.resetFactor}</Button>}
      <Button small onClick={() => setAsking('email')}>{words.changeEmail}</Button>
      {lockedOn ? <Button small busy={unlock.busy} onClick={() => void setLock(false)}>{words.unlock}</Button> : <Button small onClick={() => setAsking('lock')}>{words.lock}</Button>}
      <ConfirmDialog
        open={asking === 'renew'} title={joinedAt ? words.resetTitle(name) : words.renewTitle(name)} confirm={joinedAt ? words.reset : words.renew} busy={renew.busy}
        onConfirm={() => void makeLink()} onClose={close}
      >
        <p>{joinedAt ? words.resetLead : words.renewLead}</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'factor'} title={words.resetFactorTitle(name)} confirm={words.resetFactor} busy={reset.busy} onConfirm={() => void resetFactor()} onClose={close}>
        <p>{words.resetFactorLead}</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'lock'} title={words.lockTitle(name)} confirm={words.lock} busy={lock.busy} onConfirm={() => void setLock(true)} onClose={close}>
        <p>{words.lockLead}</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'email'} title={words.changeEmail} confirm={accountForm.submitChange} busy={change.busy} onConfirm={() => void saveEmail()} onClose={close}>
        <TextField label={accountForm.email} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      </ConfirmDialog>
      <Dialog open={link !== undefined} title={accountForm.linkTitle} onClose={() => setLink(undefined)}>
        {link !== undefined && <LinkBox name={name} {...link} onDone={() => setLink(undefined)} />}
      </Dialog>
    </div>
  );
}
