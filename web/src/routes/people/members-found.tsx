import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { ExportListButton } from '../export/export-button';
import { peopleOf } from './people-lists';
import { PeopleFound, type FoundProps } from './people-found';
import { PeopleCountDocument, PeopleDocument, type PeopleQuery } from './people.generated';

/** The members of a list, with the one part of them that the list is about. */
export function MembersFound({ list, filters }: FoundProps) {
  const { year } = useSession();
  const isLabour = list === 'chuadaotao' || list === 'thatnghiep';
  const canReadLabour = useCan('Member.labour') && isLabour;
  const canReadSchooling = useCan('Member.schooling') && list === 'khongdihoc';
  const canReadInsurance = useCan('Member.insurance') && list === 'chuabhyt';
  const filter = useMemo(() => peopleOf(list, filters, year), [list, filters, year]);
  const result = useQuery(PeopleDocument, { variables: { first: 25, filter, canReadLabour, canReadSchooling, canReadInsurance } });
  // Counting asks every row of a large portal, so the first people do not wait for it.
  const count = useQuery(PeopleCountDocument, { variables: { filter } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  return (
    <Answer result={result} data={data} rows={8} rowHeight={44}>
      {({ members }) => <PeopleFound list={list} tools={<ExportListButton kind="MEMBERS" filter={filter} order={[{ householdCode: 'ASC' }]} />} people={members.nodes} page={{ ...members, totalCount: count.data?.members.totalCount, isCounting: count.loading }} more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })} />}
    </Answer>
  );
}

const append = (before: PeopleQuery, { fetchMoreResult: next }: { fetchMoreResult: PeopleQuery }): PeopleQuery => ({ members: { ...next.members, nodes: [...before.members.nodes, ...next.members.nodes] } });
