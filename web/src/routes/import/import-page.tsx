import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { importing as words } from '../../text/vi-import';
import { Button } from '../../ui/button';
import { Page, Section } from '../../ui/page';
import { BatchHistory } from './batch-history';
import { BatchView } from './batch-view';
import { ImportPageDocument, type ImportKind, type ImportPageQuery } from './import.generated';
import { SendList } from './send-list';

export type Mapping = ImportPageQuery['columnMappings']['nodes'][number];

const kindNeeds: readonly (readonly [ImportKind, string])[] = [
  ['HOUSEHOLDS', 'Household.code:create'], ['MEMBERS', 'Member.fullName:create'], ['NEEDS', 'SupportNeed.kind:create'], ['SUPPORTS', 'Support.kind:create'],
  ['PAIRINGS', 'Pairing.leaderInCharge:create'],
];

/** "Nhập từ Excel": a template out, a file in, what is wrong with it, saved and taken back. */
export function ImportPage() {
  const { permissions } = useSession();
  const result = useQuery(ImportPageDocument, { variables: { after: null } });
  const [open, setOpen] = useState<string | null>(null);
  const kinds = kindNeeds.filter(([, needs]) => permissions.has(needs)).map(([kind]) => kind);
  const show = (id: string) => {
    setOpen(id);
    void result.refetch();
  };
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Answer result={result} data={result.data} rows={4}>
        {(data) => (
          <>
            <SendList kinds={kinds} mappings={data.columnMappings.nodes} onMapped={() => void result.refetch()} onSent={show} />
            {open && <BatchView key={open} id={open} onChanged={() => void result.refetch()} />}
            <Section title={words.history} bare>
              <BatchHistory batches={data.importBatches.nodes} onOpen={setOpen} />
              {data.importBatches.pageInfo.hasNextPage && (
                <Button onClick={() => void result.fetchMore({ variables: { after: data.importBatches.pageInfo.endCursor }, updateQuery: append })}>{words.more}</Button>
              )}
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

const append = (before: ImportPageQuery, { fetchMoreResult: next }: { fetchMoreResult: ImportPageQuery }): ImportPageQuery => ({ ...before, importBatches: { ...next.importBatches, nodes: [...before.importBatches.nodes, ...next.importBatches.nodes] } });
