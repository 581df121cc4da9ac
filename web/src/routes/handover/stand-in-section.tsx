import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { formatDay } from '../../text/format';
import { standIn as words } from '../../text/vi-stand-in';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Section } from '../../ui/page';
import css from './handover.module.css';
import { StandInForm, type Colleague } from './stand-in-form';
import { EndStandInDocument, StandInsDocument, type StandInLineFragment } from './stand-in.generated';

/** "Trực thay": lends a post for some days, and shows who stands in for whom. */
export function StandInSection({ posts }: { posts: readonly Colleague[] }) {
  const result = useQuery(StandInsDocument, { fetchPolicy: 'network-only' });
  const reread = () => void result.refetch();
  return (
    <Section title={words.title}>
      <p className={css.soft}>{words.lead}</p>
      <Answer result={result} data={result.data?.standIns} rows={2}>
        {(standIns) => standIns.length === 0 ? <p>{words.none}</p> : (
          <ul className={css.items} aria-label={words.list}>{standIns.map((line) => <Line key={line.id} line={line} onEnded={reread} />)}</ul>
        )}
      </Answer>
      <StandInForm posts={posts} onStarted={reread} />
    </Section>
  );
}

function Line({ line: { id, name, validFrom, validTo, mayEnd }, onEnded }: { line: StandInLineFragment; onEnded: () => void }) {
  const { run, busy } = useCommand(EndStandInDocument);
  const [asking, setAsking] = useState(false);
  const end = async () => {
    sayOutcome(await run({ input: { id } }), words.ended);
    setAsking(false);
    onEnded();
  };
  return (
    <li className={css.item}>
      <div>
        {name}
        <div className={css.soft}>{words.days(formatDay(validFrom), formatDay(validTo))}</div>
      </div>
      {mayEnd && <Button small label={words.endOf(name)} onClick={() => setAsking(true)}>{words.end}</Button>}
      <ConfirmDialog title={words.endTitle} open={asking} confirm={words.end} busy={busy} onConfirm={() => void end()} onClose={() => setAsking(false)}>
        <p>{words.endLead(name)}</p>
      </ConfirmDialog>
    </li>
  );
}
