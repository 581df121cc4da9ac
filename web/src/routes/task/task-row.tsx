import { Link } from '@tanstack/react-router';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { statusOrder, tones } from '../../assignment/standing';
import { useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { StatusTag } from '../../ui/status-tag';
import css from './task-list.module.css';
import type { ListedTask } from './task-tree';

/** One task of the plan's tree, with the unit's own parts and, where readable, how all its units stand. */
export function TaskRow({ task }: { task: ListedTask }) {
  const { viewer } = useSession();
  return (
    <li className={css.row}>
      <span className={css.code}>{task.code}</span>
      <div className={css.what}>
        <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode: viewer.unit.code, taskId: task.id }} className={css.title}>
          {task.title}
        </Link>
        <p className={css.soft}>
          {[task.leadLine && `${text.work.lead}: ${task.leadLine}`, task.product && `${text.task.product}: ${task.product}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={css.own}>
        {task.own.map((part) => (
          <p key={part.id} className={css.part}>
            <span className={css.soft}>
              {text.role[part.role]}
              {part.part && `: ${part.part}`}
              {part.dueDay && ` · ${text.deadline.on(formatDay(part.dueDay))}`}
            </span>
            <AssignmentStatusTag of={part} />
          </p>
        ))}
        {task.own.length === 0 && !task.standing && <span className={css.soft}>{text.task.roleNone}</span>}
        {task.standing && task.standing.length > 0 && <Standing counts={task.standing} />}
      </div>
    </li>
  );
}

/** How many units stand where, worst first: a number beside each status. */
export function Standing({ counts }: { counts: NonNullable<ListedTask['standing']> }) {
  const sorted = statusOrder.flatMap((status) => counts.filter((entry) => entry.status === status && entry.count > 0));
  return (
    <ul className={css.standing} aria-label={text.task.standing}>
      {sorted.map(({ status, count }) => (
        <li key={status}>
          <StatusTag tone={tones[status]} label={`${formatNumber(count)} ${text.status[status].toLocaleLowerCase('vi')}`} />
        </li>
      ))}
    </ul>
  );
}
