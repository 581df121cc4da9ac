import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../../session';
import { formatNumber, inOrder } from '../../text/format';
import { text } from '../../text/text';
import { plan as words } from '../../text/vi-plan';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import type { Plan } from './plan-page';
import css from './plan.module.css';

type Target = Plan['targets'][number];

/** The targets with operator and population; where another clause states one otherwise, both stand. */
export function PlanTargets({ targets }: { targets: Plan['targets'] }) {
  const { viewer } = useSession();
  const { code: unitCode } = viewer.unit;
  const columns = useMemo(
    (): Column<Target>[] => [
      { key: 'name', title: words.target, head: true, cell: (target) => <Name target={target} unitCode={unitCode} /> },
      { key: 'value', title: words.value, cell: (target) => <Value target={target} /> },
      { key: 'population', title: words.population, cell: ({ population }) => population ?? text.hidden.none },
      { key: 'owner', title: words.owner, cell: ({ owner }) => owner?.shortName ?? text.hidden.none },
      { key: 'clause', title: words.clause, cell: ({ clause }) => clause },
      { key: 'task', title: words.task, cell: ({ task }) => <TaskLink task={task} unitCode={unitCode} /> },
    ],
    [unitCode],
  );
  const ofProvince = targets.filter(({ unit }) => !unit).sort((a, b) => inOrder.compare(a.clause, b.clause));
  return (
    <Section title={words.targets} count={ofProvince.length} bare>
      <DataTable caption={text.control.tableOf(words.targets)} columns={columns} rows={ofProvince} rowKey={({ id }) => id} />
    </Section>
  );
}

function Name({ target, unitCode }: { target: Target; unitCode: string }) {
  return (
    <>
      <Link to="/cong/$unitCode/chi-tieu/$targetId" params={{ unitCode, targetId: target.id }}>{target.name}</Link>
      {target.note && <span className={css.note}>{target.note}</span>}
    </>
  );
}

function Value({ target }: { target: Target }) {
  const other = target.conflictsWith;
  return (
    <>
      {targetValue(target)}
      {other && (
        <span className={css.conflict}>
          {words.conflictMark}: {words.conflict(other.clause, targetValue(other))}
          {targetValue(other) === targetValue(target) && `, ${words.sameValue}`}
        </span>
      )}
    </>
  );
}

function TaskLink({ task, unitCode }: { task: Target['task']; unitCode: string }) {
  if (!task) return text.hidden.notAsked;
  return (
    <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode, taskId: task.id }} aria-label={`${task.code}. ${task.title}`}>
      {task.code}
    </Link>
  );
}

/** "khoảng 3.000 người", "từ 1,5 điểm % trở lên", "100% người có nhu cầu". */
export function targetValue({ operator, value, unitOfMeasure }: Pick<Target, 'operator' | 'value' | 'unitOfMeasure'>): string {
  if (operator === 'ALL_IN_NEED') return text.operator.ALL_IN_NEED;
  const amount = value === null ? '' : `${formatNumber(value)}${unitOfMeasure === '%' ? '' : ' '}${unitOfMeasure}`;
  return [text.operator[operator], amount, text.operatorAfter[operator]].filter(Boolean).join(' ');
}
