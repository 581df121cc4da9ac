import { Link } from '@tanstack/react-router';
import type { AssignmentStatus } from '../../assignment/assignment.generated';
import { statusOrder, tones } from '../../assignment/standing';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { board as words, countStatus } from '../../text/vi-board';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import type { Counts, MatrixRow } from './board-matrix';
import css from './board.module.css';

interface BoardListProps {
  rows: MatrixRow[];
  status: AssignmentStatus | undefined;
}

/** The board on a phone: tasks with their counts, those with the most late units first. */
export function BoardList({ rows, status }: BoardListProps) {
  const { viewer } = useSession();
  const worstFirst = [...rows].sort((a, b) => b.counts.LATE - a.counts.LATE || b.counts.AT_RISK - a.counts.AT_RISK);
  return (
    <Section title={words.list} count={rows.length} bare>
      <ul className={css.list}>
        {worstFirst.map(({ task, counts }) => (
          <li key={task.id}>
            <Link
              to="/cong/$unitCode/tong-quan/$taskId"
              params={{ unitCode: viewer.unit.code, taskId: task.id }}
              search={status ? { tt: status } : {}}
              className={css.listTitle}
            >
              {task.code}. {task.title}
            </Link>
            <CountTags counts={counts} only={status} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** "■ 44 chậm ▲ 24 nguy cơ": counts that are not zero, worst first. */
export function CountTags({ counts, only }: { counts: Counts; only?: AssignmentStatus }) {
  const shown = statusOrder.filter((status) => counts[status] > 0 && (!only || only === status));
  return (
    <ul className={css.tags}>
      {shown.map((status) => (
        <li key={status}>
          <StatusTag tone={tones[status]} label={`${formatNumber(counts[status])} ${countStatus[status]}`} />
        </li>
      ))}
    </ul>
  );
}
