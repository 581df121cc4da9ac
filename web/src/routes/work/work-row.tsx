import { Link } from '@tanstack/react-router';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { AcceptAssignmentDocument } from '../../assignment/assignment.generated';
import { deadlineOf, dueOf, leadNames } from '../../assignment/standing';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { Button, ButtonLink } from '../../ui/button';
import { isOngoing, type GroupKey, type WorkItem } from './work-groups';
import css from './work.module.css';

/** One assignment: what, whose, until when, how it stands, and the one thing to do now. */
export function WorkRow({ item, group }: { item: WorkItem; group: GroupKey }) {
  const { viewer, today } = useSession();
  const { task } = item;
  const others = task.leads.length > 0 && `${text.work.lead}: ${leadNames(task.leads)}`;
  const leads = item.role === 'LEAD' ? text.work.ownLead : others;
  const ongoing = isOngoing(item);
  const due = dueOf(item);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <Link
          to="/cong/$unitCode/nhiem-vu/$taskId"
          params={{ unitCode: viewer.unit.code, taskId: task.id }}
          className={css.title}
          data-row
        >
          {task.title}
        </Link>
        <p className={css.soft}>
          {[task.code, leads, item.part, ...unsigned(item)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={css.state}>
        <p className={css.when}>
          <span>{deadlineOf(due, ongoing, today)}</span>
          {!ongoing && due && <span className={css.soft}>{text.deadline.on(formatDay(due))}</span>}
        </p>
        <AssignmentStatusTag of={item} />
      </div>
      <div className={css.act}>
        <RowAction item={item} group={group} />
      </div>
    </li>
  );
}

const draftsOf = ({ draftCount, submittedCount }: WorkItem): number => draftCount - submittedCount;

/** What lies inside the unit: drafts, and what waits for the leader. */
function unsigned(item: WorkItem): string[] {
  const drafts = draftsOf(item), { submittedCount } = item;
  return [...(drafts > 0 ? [text.work.drafts(drafts)] : []), ...(submittedCount > 0 ? [text.work.submitted(submittedCount)] : [])];
}

function RowAction({ item, group }: { item: WorkItem; group: GroupKey }) {
  const { viewer } = useSession();
  const signing = group === 'toSign', completing = group === 'returned' || draftsOf(item) > 0;
  const mayAccept = useCan('Mutation.acceptAssignment');
  const mayReport = useCan('Mutation.addProgressEntry');
  const accept = useCommand(AcceptAssignmentDocument);
  const { task } = item;
  if (mayAccept && !item.acceptedOn && !signing && !completing) {
    const run = async () =>
      sayOutcome(await accept.run({ input: { id: item.id, version: item.version } }), text.work.accepted(task.code));
    return (
      <Button small busy={accept.busy} label={`${text.work.accept}: ${task.title}`} onClick={() => void run()}>
        {text.work.accept}
      </Button>
    );
  }
  if (!mayReport && !signing) return null;
  const label = signing ? text.work.sign : group === 'returned' ? text.work.complete : completing ? text.work.resume : text.work.update;
  return (
    <ButtonLink
      small
      to="/cong/$unitCode/nhiem-vu/$taskId"
      params={{ unitCode: viewer.unit.code, taskId: task.id }}
      search={signing ? {} : completing ? { hoanthien: item.id } : { nhap: item.id }}
      aria-label={`${label}: ${task.title}`}
    >
      {label}
    </ButtonLink>
  );
}
