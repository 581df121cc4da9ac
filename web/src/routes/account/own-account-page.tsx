import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatInstant } from '../../text/format';
import { text } from '../../text/text';
import { ownAccount as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Notice, Page, Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import css from './account.module.css';
import { AnswerOfferDocument, EndSignInsDocument, OwnAccountDocument, type OwnAccountQuery } from './own-account.generated';
import { PasswordForm } from './password-form';

/** "Tài khoản của tôi": where one is signed in, further posts that are offered, the password, and the way to what else is one's own. */
export function OwnAccountPage() {
  const { viewer } = useSession();
  const result = useQuery(OwnAccountDocument, { skip: viewer.viewingAs !== null }), params = { unitCode: viewer.unit.code };
  const changed = () => void result.refetch();
  if (viewer.viewingAs) return <Page title={words.title}><Notice>{words.notWhileViewing}</Notice></Page>;
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer result={result} data={result.data}>
        {({ ownSignIns, ownOffers }) => (
          <>
            {ownOffers.length > 0 && <Section title={words.offers}><ul className={css.cards}>{ownOffers.map((offer) => <Offer key={offer.id} offer={offer} onChanged={changed} />)}</ul></Section>}
            <SignIns signIns={ownSignIns} onChanged={changed} />
          </>
        )}
      </Answer>
      <Section title={words.password}><PasswordForm onDone={changed} /></Section>
      <Section title={words.more}>
        <ul className={css.cards}>
          <li><Link className={css.row} to="/cong/$unitCode/tai-khoan/xac-thuc" params={params}>{words.secondFactor}</Link></li>
          <li><Link className={css.row} to="/cong/$unitCode/thong-bao/thu" params={params}>{words.mail}</Link></li>
        </ul>
      </Section>
    </Page>
  );
}

function SignIns({ signIns, onChanged }: { signIns: OwnAccountQuery['ownSignIns']; onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const { run, busy } = useCommand(EndSignInsDocument);
  const end = async (id: string | null) => {
    const outcome = await run({ input: { id } });
    sayOutcome(outcome, words.ended(outcome.kind === 'done' ? outcome.payload.ended : 0));
    setAsking(false);
    onChanged();
  };
  return (
    <Section title={words.signIns} count={signIns.length} action={signIns.length > 1 && <Button small onClick={() => setAsking(true)}>{words.endOthers}</Button>}>
      <ul className={css.cards}>
        {signIns.map(({ id, device, address, since, lastSeenAt, unitName, isCurrent }) => (
          <li key={id} className={css.item}>
            <div>
              <p className={css.name}>{device ?? words.unknown}</p>
              <p className={css.soft}>{[unitName, address && words.from(address), words.since(formatInstant(since)), words.seen(formatInstant(lastSeenAt))].filter(Boolean).join(' · ')}</p>
            </div>
            {isCurrent ? <StatusTag tone="good" label={words.current} /> : <Button small busy={busy} label={words.endOf(device ?? words.unknown)} onClick={() => void end(id)}>{words.end}</Button>}
          </li>
        ))}
      </ul>
      <ConfirmDialog open={asking} title={words.endOthersTitle} confirm={words.endOthers} busy={busy} onConfirm={() => void end(null)} onClose={() => setAsking(false)}>
        <p>{words.endOthersLead}</p>
      </ConfirmDialog>
    </Section>
  );
}

function Offer({ offer, onChanged }: { offer: OwnAccountQuery['ownOffers'][number]; onChanged: () => void }) {
  const { run, busy } = useCommand(AnswerOfferDocument);
  const answer = async (accept: boolean) => {
    if (sayOutcome(await run({ input: { id: offer.id, accept } }), accept ? words.accepted : words.declined)) onChanged();
  };
  return (
    <li className={css.item}>
      <p className={css.name}>{words.offer(text.postRole[offer.role], offer.unitName)}</p>
      <div className={css.actions}>
        <Button kind="primary" small busy={busy} onClick={() => void answer(true)}>{words.accept}</Button>
        <Button small busy={busy} onClick={() => void answer(false)}>{words.decline}</Button>
      </div>
    </li>
  );
}
