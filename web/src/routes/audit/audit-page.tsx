import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatCount, formatInstant, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { audit as words, operationWords } from '../../text/vi-audit';
import { noun as nounNames } from '../../text/vi-permission';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { DataTable, type Column } from '../../ui/data-table';
import { SearchField, SelectField } from '../../ui/field';
import { ListCount } from '../../ui/list-count';
import { Notice, Page } from '../../ui/page';
import { Empty, NoPermission } from '../../ui/states';
import { Changes, Operation, type Line, type UnitNames } from './audit-changes';
import { AuditDay } from './audit-day';
import { auditFilter, outcomes, type AuditFilters } from './audit-filters';
import { AuditTrailDocument, type AuditTrailQuery } from './audit.generated';
import css from './audit.module.css';

const pageSize = 50;

/** "Nhật ký": who did what when, what was refused, and how far the trail is sealed. */
export function AuditPage() {
  const { viewer } = useSession();
  const may = useCan('Query.auditLines');
  const lead = viewer.post.role === 'ACCOUNT_ADMINISTRATOR' ? words.leadAccounts : viewer.portalKind === 'secretariat' && viewer.post.role === 'LEADER' ? words.leadAll : words.leadUnit;
  return (
    <Page title={words.title} lead={lead} wide action={may && <Button small onClick={() => print()}>{words.print}</Button>}>
      {may ? <Trail /> : <NoPermission grantedBy={words.grantedBy}>{words.notAllowed}</NoPermission>}
    </Page>
  );
}

function Trail() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/nhat-ky' });
  const isChoosingUnits = viewer.portalKind === 'secretariat' && viewer.post.role === 'LEADER';
  const result = useQuery(AuditTrailDocument, { variables: { filter: auditFilter(filters), first: pageSize, after: null } });
  const data = (result.data ?? result.previousData) as AuditTrailQuery | undefined;
  const put = (part: { [K in keyof AuditFilters]?: string }) => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)) as AuditFilters;
    void navigate({ to: '/cong/$unitCode/nhat-ky', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  const units = useMemo(() => [...(data?.agencies.nodes ?? []), ...(data?.communes.nodes ?? [])].map(({ id, name }) => ({ value: id, label: name })), [data]);
  const columns = useMemo(() => columnsFor(isChoosingUnits, new Map(units.map(({ value, label }) => [value, label]))), [isChoosingUnits, units]);
  return (
    <>
      <div role="search" aria-label={text.control.filters} className={css.filters} data-print="no">
        <AuditDay label={words.from} day={filters.tu} put={(tu) => put({ tu })} />
        <AuditDay label={words.to} day={filters.den} put={(den) => put({ den })} />
        <SearchField label={words.person} value={filters.nguoi ?? ''} onChange={(nguoi) => put({ nguoi })} />
        <SelectField label={words.operation} value={filters.viec ?? ''} onChange={(event) => put({ viec: event.currentTarget.value })} choices={[{ value: '', label: words.anyOperation }, ...operations]} />
        <SelectField label={words.noun} value={filters.loai ?? ''} onChange={(event) => put({ loai: event.currentTarget.value })} choices={[{ value: '', label: words.anyNoun }, ...nouns]} />
        {isChoosingUnits && <SelectField label={words.unit} value={filters.donvi ?? ''} onChange={(event) => put({ donvi: event.currentTarget.value })} choices={[{ value: '', label: words.anyUnit }, ...units]} />}
        <ChoiceBar label={words.outcome} value={filters.kq ?? 'tatca'} onChange={(kq) => put({ kq: kq === 'tatca' ? '' : kq })} choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
      </div>
      <Answer result={result} data={data} rows={8} what={words.what}>
        {({ auditChain, auditLines: { nodes, pageInfo, totalCount } }) => (
          <>
            <Chain chain={auditChain} />
            {nodes.length === 0 ? <Empty>{Object.keys(filters).length > 0 ? words.none : words.noneYet}</Empty> : <DataTable caption={words.title} columns={columns} rows={nodes} rowKey={({ id }) => id} />}
            <ListCount>{words.count(formatNumber(nodes.length), formatCount(totalCount))}</ListCount>
            {pageInfo.hasNextPage && (
              <div data-print="no"><Button onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: append })}>{words.more(formatNumber(pageSize))}</Button></div>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

/** How far the trail is sealed, and whether it was found whole. */
function Chain({ chain: { sealedUntil, checkedAt, isWhole } }: { chain: AuditTrailQuery['auditChain'] }) {
  if (!isWhole) return <Notice title={words.broken}>{words.brokenLead(checkedAt ? formatInstant(checkedAt) : '')}</Notice>;
  return <p className={css.chain}>{sealedUntil ? `${words.sealed(formatInstant(sealedUntil))}, ${checkedAt ? words.whole(formatInstant(checkedAt)) : words.unchecked}.` : words.unsealed}</p>;
}

const choicesOf = (named: Readonly<Record<string, string | undefined>>, but: readonly string[] = []) =>
  Object.entries(named).filter(([value]) => !but.includes(value)).map(([value, label]) => ({ value, label: label ?? value })).sort((a, b) => a.label.localeCompare(b.label, 'vi'));
// Refused attempts to sign in are written under the mutation's name; the others as what happened.
const operations = choicesOf(operationWords, ['login', 'logout']);
const nouns = choicesOf(nounNames);

const columnsFor = (withUnit: boolean, units: UnitNames): Column<Line>[] => [
  { key: 'what', title: words.operation, head: true, cell: (line) => <div className={css.who}><Operation line={line} /></div> },
  { key: 'at', title: words.at, cell: ({ at }) => <span className={css.at}>{formatInstant(at)}</span> },
  { key: 'who', title: words.who, cell: (line) => <div className={css.who}><Who line={line} withUnit={withUnit} /></div> },
  { key: 'outcome', title: words.outcome, cell: ({ outcome }) => <span className={outcome === 'DONE' ? undefined : css.refused}>{outcome === 'DONE' ? words.done : outcome === 'REFUSED' ? `✕ ${words.refused}` : `✕ ${words.failed}`}</span> },
  { key: 'changes', title: words.changes, cell: (line) => <Changes line={line} units={units} /> },
];

function Who({ line: { person, role, unit, outcome }, withUnit }: { line: Line; withUnit: boolean }) {
  if (!person) return <span className={css.soft}>{outcome === 'DONE' ? words.system : words.unknown}</span>;
  return (
    <>
      {person}
      <span className={css.soft}> · {[role && text.postRole[role], withUnit && unit?.shortName].filter(Boolean).join(', ')}</span>
    </>
  );
}

/** The pages read so far as one list. */
const append = (before: AuditTrailQuery, { fetchMoreResult: next }: { fetchMoreResult: AuditTrailQuery }): AuditTrailQuery =>
  ({ ...before, auditLines: { ...next.auditLines, nodes: [...before.auditLines.nodes, ...next.auditLines.nodes] } });
