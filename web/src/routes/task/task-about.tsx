import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { Facts, Notice, Section } from '../../ui/page';
import type { Task } from './task-page';
import css from './task-page.module.css';

/** What the plan asks, in short words of our own; the clause's own text stands in an inset. */
export function AboutTask({ task }: { task: Task }) {
  const { documentVersion: version, directiveNumber, directiveDay } = task;
  const source =
    directiveNumber && directiveDay
      ? text.task.directive(directiveNumber, formatDay(directiveDay))
      : `${text.task.clause(task.code)} · ${
          version?.number && version.day ? text.task.numberedPlan(version.number, formatDay(version.day)) : text.task.draftPlan
        }`;
  return (
    <Section title={text.task.about}>
      {task.summary && <p>{task.summary}</p>}
      <Facts
        items={[
          { label: text.task.product, value: task.product },
          { label: text.task.population, value: task.population },
        ]}
      />
      <p className={css.soft}>{source}</p>
      {task.conflictNote && <Notice title={text.task.conflictNote}>{task.conflictNote}</Notice>}
      {task.guidance && <Notice title={text.task.guidance}>{task.guidance}</Notice>}
      {task.clauseText && (
        <details>
          <summary className={css.summary}>{text.task.clauseText}</summary>
          <blockquote className={css.clause}>{task.clauseText}</blockquote>
        </details>
      )}
    </Section>
  );
}

/** The leads as rows, each with its part. Where a class of units leads, each of them leads its own part. */
export function Leads({ task }: { task: Task }) {
  if (task.leads.length === 0) return null;
  return (
    <Section title={text.task.leads}>
      <ul className={css.list}>
        {task.leads.map(({ id, unit, part }) => (
          <li key={id}>
            <strong>{unit.name}</strong>
            {part && `: ${part}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Each milestone as the plan words it, with the concrete day and the rule for late. */
export function Milestones({ task }: { task: Task }) {
  if (task.milestones.length === 0) return null;
  return (
    <Section title={text.task.milestones}>
      <ul className={css.list}>
        {task.milestones.map(({ id, label, stated, dueDay, kind, lateRule }) => (
          <li key={id}>
            <strong>{label}</strong> · {text.deadline.on(formatDay(dueDay))}
            <p className={css.soft}>
              {text.milestoneKind[kind]} · “{stated}” · {text.lateRule[lateRule] ?? lateRule}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The targets with their operators; clauses that disagree are both shown and flagged. */
export function Targets({ task }: { task: Task }) {
  if (task.targets.length === 0) return null;
  return (
    <Section title={text.task.targets}>
      <ul className={css.list}>
        {task.targets.map((target) => (
          <li key={target.id}>
            <strong>{target.name}</strong>: {targetValue(target)}
            <p className={css.soft}>
              {[text.task.clause(target.clause), target.population, target.note].filter(Boolean).join(' · ')}
            </p>
            {target.conflictsWith && (
              <Notice>{text.task.conflicting(target.conflictsWith.clause, targetValue(target.conflictsWith))}</Notice>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type TargetValue = Pick<Task['targets'][number], 'operator' | 'value' | 'unitOfMeasure'>;

/** "khoảng 3.000 lao động", "từ 1,5 điểm % trở lên". */
function targetValue({ operator, value, unitOfMeasure }: TargetValue): string {
  const amount = value === null ? '' : `${formatNumber(value)} ${unitOfMeasure}`;
  return [text.operator[operator], operator === 'ALL_IN_NEED' ? '' : amount, text.operatorAfter[operator]].filter(Boolean).join(' ');
}
