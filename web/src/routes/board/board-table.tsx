import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { AssignmentStatus } from '../../assignment/assignment.generated';
import { statusOrder, tones } from '../../assignment/standing';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { board as words, cellStatus, countStatus } from '../../text/vi-board';
import { totalOf, type BoardUnit, type Cell, type Counts, type MatrixRow } from './board-matrix';
import css from './board-table.module.css';

interface BoardTableProps {
  rows: MatrixRow[];
  agencies: BoardUnit[];
  status: AssignmentStatus | undefined;
}

const shapes = { good: '●', risk: '▲', late: '■', quiet: '○', done: '✓' };

/** Tasks × units. The first row and column stay in view; each field says its status by shape and words. */
export const BoardTable = memo(function BoardTable({ rows, agencies, status }: BoardTableProps) {
  const { viewer } = useSession();
  const { code: unitCode } = viewer.unit;
  const communes = Math.max(...rows.map((row) => totalOf(row.communes)));
  const groups = [...new Map(rows.map(({ task }) => [task.group.id, task.group])).values()];
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={words.matrix}>
      <table className={css.table}>
        <caption className="visually-hidden">
          {words.matrix}. {words.wide}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              {words.task}
            </th>
            <th scope="col">{words.communes(formatNumber(communes))}</th>
            {agencies.map((unit) => (
              <th key={unit.id} scope="col">
                <Link to="/cong/$unitCode/tong-quan/don-vi/$unitId" params={{ unitCode, unitId: unit.id }}>
                  {unit.shortName}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={agencies.length + 2} className={css.group}>
                <span>
                  {group.code}. {group.title}
                </span>
              </th>
            </tr>
            {rows
              .filter(({ task }) => task.group.id === group.id)
              .map((row) => (
                <TaskRow key={row.task.id} row={row} agencies={agencies} status={status} unitCode={unitCode} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

function TaskRow({ row, agencies, status, unitCode }: { row: MatrixRow; agencies: BoardUnit[]; status?: AssignmentStatus; unitCode: string }) {
  const { task, cells, communes } = row;
  const params = { unitCode, taskId: task.id };
  const shown = status ? communes[status] : totalOf(communes);
  return (
    <tr>
      <th scope="row" className={css.task}>
        <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={params}>
          {task.code}. {task.title}
        </Link>
      </th>
      <td>
        {shown > 0 && (
          <Link to="/cong/$unitCode/tong-quan/$taskId" params={params} search={status ? { tt: status } : {}} className={css.communes}>
            <CommuneCounts counts={communes} only={status} />
          </Link>
        )}
      </td>
      {agencies.map(({ id }) => (
        <td key={id}>{fits(cells.get(id), status) && <CellWords cell={cells.get(id) as Cell} />}</td>
      ))}
    </tr>
  );
}

const fits = (cell: Cell | undefined, status: AssignmentStatus | undefined) => Boolean(cell) && (!status || cell?.status === status);

function CellWords({ cell }: { cell: Cell }) {
  const { status, isLead, daysLate } = cell;
  const role = isLead && (
    <>
      <abbr className={css.lead} aria-hidden="true">
        {words.leadMark}
      </abbr>
      <span className="visually-hidden">, {words.leadRole}</span>
    </>
  );
  if (status === 'PROPOSED') {
    return (
      <span className={css.cell} data-tone="proposed">
        <span aria-hidden="true">◌</span> {words.proposed} {role}
      </span>
    );
  }
  return (
    <span className={css.cell} data-tone={tones[status]}>
      <span aria-hidden="true">{shapes[tones[status]]}</span> {daysLate ? text.deadline.late(daysLate) : cellStatus[status]} {role}
    </span>
  );
}

/** The worst status in words, the others as shapes with their numbers; all of them in words for who cannot see. */
function CommuneCounts({ counts, only }: { counts: Counts; only?: AssignmentStatus }) {
  const [first, ...rest] = statusOrder.filter((status) => counts[status] > 0 && (!only || only === status));
  if (!first) return null;
  return (
    <>
      <span className={css.cell} data-tone={tones[first]}>
        <span aria-hidden="true">{shapes[tones[first]]}</span> {formatNumber(counts[first])} {countStatus[first]}
      </span>
      <span className={css.rest}>
        {rest.map((status) => (
          <span key={status} data-tone={tones[status]}>
            <span aria-hidden="true">{shapes[tones[status]]}</span> {formatNumber(counts[status])}
            <span className="visually-hidden"> {countStatus[status]} </span>
          </span>
        ))}
      </span>
    </>
  );
}
