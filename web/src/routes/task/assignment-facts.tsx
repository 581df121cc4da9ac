import { figuresOf } from '../../assignment/standing';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { Facts } from '../../ui/page';
import type { OwnAssignmentFragment } from './own-assignment.generated';
import css from './task-page.module.css';

/** The figures of an assignment, whose work it is, and how it came to be. */
export function AssignmentFacts({ assignment }: { assignment: OwnAssignmentFragment }) {
  const { acceptedOn, officer, extendedTo, extensionReason, nextMilestone, viaClass } = assignment;
  const optional = [
    nextMilestone && { label: text.assignment.next, value: `${nextMilestone.label}, ${formatDay(nextMilestone.dueDay)}` },
  ].filter((item) => item !== null);
  return (
    <>
      <Facts
        items={[
          ...figuresOf(assignment),
          ...optional,
          { label: text.assignment.officer, value: officer?.name ?? text.assignment.noOfficer },
        ]}
      />
      <p className={css.soft}>
        {[
          acceptedOn ? text.assignment.accepted(formatDay(acceptedOn)) : text.assignment.notAccepted,
          viaClass && text.task.viaClass(viaClass.name),
          extendedTo && text.assignment.extension(formatDay(extendedTo), extensionReason ?? ''),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
