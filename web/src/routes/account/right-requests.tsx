import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { rights as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LongTextField } from '../../ui/field';
import { Section } from '../../ui/page';
import css from './account.module.css';
import { GrantRightsDocument, RefuseRightsDocument, type RightLineFragment } from './right-request.generated';

/** Requests that wait for a leader, each decided in place by whoever may. */
export function RightRequests({ requests, onChanged }: { requests: readonly RightLineFragment[]; onChanged: () => void }) {
  if (requests.length === 0) return null;
  return (
    <Section title={words.title} count={requests.length}>
      <p className={css.soft}>{words.lead}</p>
      <ul className={css.cards}>{requests.map((request) => <Item key={request.id} request={request} onChanged={onChanged} />)}</ul>
    </Section>
  );
}

function Item({ request, onChanged }: { request: RightLineFragment; onChanged: () => void }) {
  const [asking, setAsking] = useState<'grant' | 'refuse'>();
  const [answer, setAnswer] = useState('');
  const grant = useCommand(GrantRightsDocument), refuse = useCommand(RefuseRightsDocument);
  const mayDecide = useCan('Mutation.grantRights') && request.mayDecide;
  const name = request.post?.name ?? request.unit.shortName;
  const decide = async () => {
    const outcome = asking === 'grant' ? await grant.run({ input: { id: request.id } }) : await refuse.run({ input: { id: request.id, answer } });
    if (!sayOutcome(outcome, asking === 'grant' ? words.granted : words.refused)) return;
    setAsking(undefined);
    onChanged();
  };
  return (
    <li className={css.item}>
      <div>
        <p className={css.name}>{name}{request.post && ` · ${text.postRole[request.post.role]}`}</p>
        <p>{request.nouns.map((noun) => words.noun[noun] ?? noun).join(', ')}</p>
        <p className={css.soft}>{request.reason}</p>
        <p className={css.soft}>{words.by(request.requestedBy?.name ?? request.unit.shortName, formatDay(request.requestedOn))}</p>
      </div>
      {mayDecide ? (
        <div className={css.actions}>
          <Button kind="primary" small onClick={() => setAsking('grant')}>{words.grant}</Button>
          <Button small onClick={() => setAsking('refuse')}>{words.refuse}</Button>
        </div>
      ) : <p className={css.soft}>{words.waiting}</p>}
      <ConfirmDialog
        open={asking !== undefined} title={asking === 'refuse' ? words.refuseTitle(name) : words.grantTitle(name)} confirm={asking === 'refuse' ? words.refuse : words.grant}
        busy={grant.busy || refuse.busy} onConfirm={() => void decide()} onClose={() => setAsking(undefined)}
      >
        {asking === 'refuse' && <LongTextField label={words.answer} required rows={3} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} />}
      </ConfirmDialog>
    </li>
  );
}
