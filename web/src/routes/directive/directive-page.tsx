import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { directive as words } from '../../text/vi-directive';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page, Section } from '../../ui/page';
import { AssignForm } from './assign-form';
import { DirectiveForm } from './directive-form';
import { DirectiveChoicesDocument } from './directive.generated';

/** "Giao việc": a new task from a directive, or further units for a task that exists. */
export function DirectivePage() {
  const { viewer, year } = useSession();
  const { viec } = useSearch({ from: '/cong/$unitCode/giao-viec' });
  const navigate = useNavigate();
  const result = useQuery(DirectiveChoicesDocument, { variables: { year } });
  const show = (next: 'moi' | 'them') =>
    void navigate({ to: '/cong/$unitCode/giao-viec', params: { unitCode: viewer.unit.code }, search: next === 'them' ? { viec: next } : {}, replace: true });
  const isNew = viec !== 'them';
  return (
    <Page title={words.title} lead={words.lead}>
      <div>
        <ChoiceBar
          label={words.what}
          value={isNew ? 'moi' : 'them'}
          onChange={show}
          choices={[
            { value: 'moi', label: words.create },
            { value: 'them', label: words.assign },
          ]}
        />
      </div>
      <Section title={isNew ? words.create : words.assign}>
        <Answer result={result} data={result.data} rows={6}>
          {(choices) => (isNew ? <DirectiveForm choices={choices} /> : <AssignForm choices={choices} />)}
        </Answer>
      </Section>
    </Page>
  );
}
