import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { text } from '../../text/text';
import { board, boardUnit as words } from '../../text/vi-board';
import { ButtonLink } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Facts, Notice, Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { PartLink, partColumns } from './board-columns';
import { CountTags } from './board-list';
import { isCurrent, isProposal, noCounts } from './board-matrix';
import { BoardUnitDocument, type BoardUnitQuery } from './board.generated';

type Row = BoardUnitQuery['assignments']['nodes'][number];

/** Below the board: one unit with everything that it was given, worst first, and whom to call there. */
export function BoardUnitPage() {
  const { viewer } = useSession();
  const { unitId } = useParams({ from: '/cong/$unitCode/tong-quan/don-vi/$unitId' });
  const result = useQuery(BoardUnitDocument, { variables: { unit: unitId } });
  const unit = result.data?.units.nodes[0];
  if (result.data && !unit) return <NotFound />;
  return (
    <Page
      title={unit?.name ?? board.title}
      over={
        <Link to="/cong/$unitCode/tong-quan" params={{ unitCode: viewer.unit.code }}>
          {board.title}
        </Link>
      }
      action={
        unit?.kind === 'commune' && (
          <ButtonLink to="/cong/$unitCode/ho" params={{ unitCode: viewer.unit.code }} search={{ xa: unit.id }}>
            {words.households}
          </ButtonLink>
        )
      }
      wide
    >
      <Answer result={result} data={result.data} rows={6}>
        {(data) => (
          <>
            {unit && <Contact unit={unit} />}
            <Parts rows={data.assignments.nodes} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Contact({ unit }: { unit: BoardUnitQuery['units']['nodes'][number] }) {
  const area = unit.area === 'OUTSIDE' ? words.outside : unit.area;
  return (
    <Section title={words.contact}>
      <Facts
        items={[
          { label: words.head, value: unit.headName },
          { label: words.phone, value: unit.officePhone },
          { label: words.email, value: unit.officeEmail },
          ...(unit.kind === 'commune' ? [{ label: words.area, value: area }] : []),
        ]}
      />
      {!unit.confirmedOn && unit.kind !== 'commune' && <Notice>{words.unconfirmed}</Notice>}
    </Section>
  );
}

function Parts({ rows }: { rows: readonly Row[] }) {
  const { viewer, today } = useSession();
  const { code: unitCode } = viewer.unit;
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'task', title: words.task, head: true, cell: ({ id, task }) => <PartLink to={{ unitCode, taskId: task.id, assignmentId: id }}>{`${task.code}. ${task.title}`}</PartLink>, sortBy: ({ task }) => task.code },
      ...partColumns<Row>(today),
    ],
    [today, unitCode],
  );
  const current = rows.filter((row) => isCurrent(row, today));
  const counts = noCounts();
  for (const row of current) if (!isProposal(row)) counts[row.status]++;
  return (
    <Section title={words.tasks} count={current.length} bare>
      <CountTags counts={counts} />
      {current.length > 0 ? (
        <DataTable caption={text.control.tableOf(words.tasks)} columns={columns} rows={current} rowKey={({ id }) => id} sorted={{ key: 'status' }} />
      ) : (
        <Empty>{words.none}</Empty>
      )}
    </Section>
  );
}
