import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { targets as words } from '../../text/vi-target';
import { DataTable, type Column } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { StatusTag } from '../../ui/status-tag';
import { amountOf, measured, summed } from './target-words';
import { TargetsDocument, type TargetsQuery } from './target.generated';

type Row = TargetsQuery['targets']['nodes'][number];

/** "Chỉ tiêu": the province's targets, what of them was given to whom, and for a unit its own share. */
export function TargetsPage() {
  const { viewer, year } = useSession();
  const maySplit = useCan('Mutation.splitTarget'), isSecretariat = useCan('Mutation.closeTargetSplit') || viewer.portalKind === 'secretariat';
  const result = useQuery(TargetsDocument, { variables: { year } });
  const { code: unitCode, id: unitId } = viewer.unit;
  const lead = isSecretariat ? words.lead.secretariat : maySplit ? words.lead.department : words.lead.other;
  const columns = useMemo((): Column<Row>[] => [
    { key: 'name', title: words.name, head: true, cell: ({ id, name }) => <Link to="/cong/$unitCode/chi-tieu/$targetId" params={{ unitCode, targetId: id }}>{name}</Link> },
    { key: 'province', title: words.province, cell: (target) => `${amountOf(target)} (${target.clause})` },
    { key: 'owner', title: words.owner, cell: ({ owner }) => owner?.shortName ?? text.hidden.none },
    { key: 'given', title: isSecretariat ? words.given : words.own, cell: (target) => (isSecretariat || target.owner?.id === unitId ? <Given target={target} /> : <Own target={target} unit={unitId} />) },
    { key: 'state', title: words.state, cell: (target) => <State target={target} /> },
  ], [isSecretariat, unitCode, unitId]);
  return (
    <Page title={words.title} lead={lead} wide>
      <Answer result={result} data={result.data} rows={8}>
        {({ targets: { nodes } }) => (nodes.length === 0 ? <Empty>{words.none}</Empty>
          : <DataTable caption={text.control.tableOf(words.title)} columns={columns} rows={nodes} rowKey={({ id }) => id} />)}
      </Answer>
    </Page>
  );
}

const valuesOf = ({ shares }: Row): number[] => shares.flatMap(({ value }) => (value === null ? [] : [value]));

function Given({ target }: { target: Row }) {
  const values = valuesOf(target);
  return values.length === 0 ? words.notGiven : summed(target, values).words;
}

function Own({ target, unit }: { target: Row; unit: string }) {
  const value = target.shares.find((share) => share.unit?.id === unit)?.value ?? null;
  return value === null ? words.notGiven : measured(value, target.unitOfMeasure);
}

function State({ target: { closedOn, ...target } }: { target: Row }) {
  if (closedOn) return <StatusTag tone="done" label={words.closed} />;
  return valuesOf({ ...target, closedOn }).length > 0 ? <StatusTag tone="good" label={words.open} /> : <StatusTag tone="quiet" label={words.notGiven} />;
}
