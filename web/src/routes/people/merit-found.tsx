import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { papers, purpose as purposes } from '../../text/vi-household';
import { people as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Section } from '../../ui/page';
import type { Purpose } from '../household/purpose-dialog';
import { PeopleFound, type FoundProps } from './people-found';
import { peopleOf } from './people-lists';
import { PeopleOfMeritDocument, type PeopleOfMeritQuery } from './people.generated';

/** People with merit: first a purpose, which is recorded with each page that is read. Another list or page asks for it anew. */
export function MeritFound(props: FoundProps) {
  const [purpose, setPurpose] = useState<Purpose>();
  return purpose ? <Opened {...props} purpose={purpose} /> : <AskPurpose give={setPurpose} />;
}

function AskPurpose({ give }: { give: (purpose: Purpose) => void }) {
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <Section title={words.meritAsk}>
      <p>{words.meritLead}</p>
      <SelectField label={papers.purpose} required value={chosen} error={problem} onChange={(event) => setChosen(event.currentTarget.value)} choices={[{ value: '', label: papers.choosePurpose }, ...Object.entries(purposes).map(([value, label]) => ({ value, label }))]} />
      <Button kind="primary" onClick={() => (chosen ? give(chosen as Purpose) : setProblem(papers.missingPurpose))}>{words.openMerit}</Button>
    </Section>
  );
}

function Opened({ list, filters, purpose }: FoundProps & { purpose: Purpose }) {
  const { today, year } = useSession();
  const result = useQuery(PeopleOfMeritDocument, {
    variables: { first: 25, filter: { member: peopleOf(list, filters, year), or: [{ validTo: { isNull: true } }, { validTo: { gte: today } }] }, purpose },
    fetchPolicy: 'no-cache',
  });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  return (
    <Answer result={result} data={data} rows={8} rowHeight={44}>
      {({ meritRecords }) => (
        <>
          <PeopleFound list={list} people={meritRecords.nodes.flatMap((merit) => (merit.member ? [{ ...merit.member, id: merit.id, merit }] : []))} page={meritRecords} more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })} />
          {meritRecords.nodes.length === 0 && <p>{words.meritClosed}</p>}
        </>
      )}
    </Answer>
  );
}

const append = (before: PeopleOfMeritQuery, { fetchMoreResult: next }: { fetchMoreResult: PeopleOfMeritQuery }): PeopleOfMeritQuery => ({ meritRecords: { ...next.meritRecords, nodes: [...before.meritRecords.nodes, ...next.meritRecords.nodes] } });
