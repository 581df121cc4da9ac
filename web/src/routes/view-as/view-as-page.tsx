import { useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { text } from '../../text/text';
import { viewAs as words } from '../../text/vi-view-as';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { NoPermission } from '../../ui/states';
import type { PostRole } from '../../session.generated';
import { StartViewAsDocument, ViewAsChoicesDocument, type ViewAsChoicesQuery } from './view-as.generated';
import css from './view-as.module.css';

const roles = ['LEADER', 'OFFICER', 'VIEWER', 'SUPERVISOR', 'ACCOUNT_ADMINISTRATOR'] as const satisfies readonly PostRole[];

/** "Xem như đơn vị khác": which unit's portal, as which of its posts, and what a look shows and does not. */
export function ViewAsPage() {
  const may = useCan('Mutation.startViewAs');
  return (
    <Page title={words.title} lead={words.lead}>
      {may ? <Choosing /> : <NoPermission>{words.notAllowed}</NoPermission>}
    </Page>
  );
}

function Choosing() {
  const result = useQuery(ViewAsChoicesDocument);
  return (
    <>
      <Answer result={result} data={result.data} rows={3} what={words.what}>
        {(data) => <Choice units={data} />}
      </Answer>
      <Section title={words.rules}>
        <ul>
          {words.ruleList.map((rule) => <li key={rule}>{rule}</li>)}
        </ul>
      </Section>
    </>
  );
}

function Choice({ units: { agencies, communes } }: { units: ViewAsChoicesQuery }) {
  const { donvi } = useSearch({ from: '/cong/$unitCode/xem-nhu' });
  const [unit, setUnit] = useState(donvi ?? '');
  const [role, setRole] = useState<PostRole>('LEADER');
  const [isAsked, setIsAsked] = useState(false);
  const { run, busy } = useCommand(StartViewAsDocument);
  const start = async () => {
    setIsAsked(true);
    if (!unit) return;
    const outcome = await run({ input: { unit, role } });
    if (outcome.kind === 'done') location.assign('/cong/');
    else sayOutcome(outcome, '');
  };
  return (
    <form className={css.choice} onSubmit={(event) => { event.preventDefault(); void start(); }}>
      <SelectField
        label={words.unit} value={unit} error={isAsked && !unit ? words.missing : undefined} onChange={(event) => setUnit(event.currentTarget.value)}
        choices={[{ value: '', label: words.choose }, ...[...agencies.nodes, ...communes.nodes].map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField label={words.role} value={role} onChange={(event) => setRole(event.currentTarget.value as PostRole)} choices={roles.map((value) => ({ value, label: text.postRole[value] }))} />
      <div><Button kind="primary" type="submit" busy={busy}>{words.start}</Button></div>
    </form>
  );
}
