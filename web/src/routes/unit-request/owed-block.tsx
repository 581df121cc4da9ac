import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { owed as words } from '../../text/vi-unit-request';
import { ButtonLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { RequestRow } from './request-row';
import { UnitRequestsDocument, type UnitRequestLineFragment } from './unit-request.generated';
import css from './unit-request.module.css';

const most = 20, shown = 5;

/** On the home page: what the unit owes an answer to, what others owe it, and drafts that wait for the leader. One small query. */
export function OwedBlock() {
  const { viewer } = useSession();
  const maySend = useCan('Mutation.sendUnitRequest');
  const me = { eq: viewer.unit.id };
  const filter = { or: [{ isOpen: { eq: true }, toUnit: me }, { isOpen: { eq: true }, unit: me }, ...(maySend ? [{ state: { eq: 'DRAFT' as const }, unit: me }] : [])] };
  const result = useQuery(UnitRequestsDocument, { variables: { first: most, filter, order: [{ dueDay: 'ASC' }] } });
  const nodes = result.data?.unitRequests.nodes;
  if (nodes?.length === 0) return null;
  return (
    <Answer result={result} data={nodes} what={words.what} rows={2} rowHeight={72}>
      {(found) => (
        <div className={css.groups}>
          <Group title={words.iOwe} search={{ xem: 'can' }} requests={found.filter(({ isOpen, side }) => isOpen && side === 'I_OWE')} />
          <Group title={words.toSend} search={{ xem: 'gui', tt: 'nhap' }} requests={found.filter(({ state }) => state === 'DRAFT')} />
          <Group title={words.owedToMe} search={{ xem: 'gui', tt: 'cho' }} requests={found.filter(({ isOpen, side }) => isOpen && side === 'OWED_TO_ME')} />
        </div>
      )}
    </Answer>
  );
}

function Group({ title, search, requests }: { title: string; search: { xem: 'can' | 'gui'; tt?: 'cho' | 'nhap' }; requests: readonly UnitRequestLineFragment[] }) {
  const { viewer } = useSession();
  if (requests.length === 0) return null;
  return (
    <Section title={title} count={requests.length} bare>
      <ul className={css.rows}>{requests.slice(0, shown).map((request) => <RequestRow key={request.id} request={request} />)}</ul>
      {requests.length > shown && <div><ButtonLink to="/cong/$unitCode/kien-nghi" params={{ unitCode: viewer.unit.code }} search={search}>{words.all}</ButtonLink></div>}
    </Section>
  );
}
