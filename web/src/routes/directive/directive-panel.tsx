import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { directive } from '../../text/vi-directive';
import { ButtonLink } from '../../ui/button';
import { ChangeTerms } from './change-terms';
import { TaskTermsDocument } from './directive.generated';
import { Proposals } from './proposals';

/**
 * What the secretariat does with a task, for the task's own page: decides proposals, changes part and days, gives the
 * task to further units. Only for a portal and post that may do some of it (lazy-directive-panel.tsx).
 */
export function DirectivePanel({ taskId }: { taskId: string }) {
  const { viewer } = useSession();
  const mayConfirm = useCan('Mutation.confirmAssignments');
  const mayChange = useCan('Mutation.changeAssignment');
  const mayAssign = useCan('Mutation.assignTask');
  const result = useQuery(TaskTermsDocument, { variables: { task: taskId } });
  return (
    <Answer result={result} data={result.data?.task?.assignments} rows={2}>
      {(assignments) => (
        <>
          {mayConfirm && <Proposals taskId={taskId} proposed={assignments.filter(({ confirmedOn, validTo }) => !confirmedOn && !validTo)} />}
          {mayChange && <ChangeTerms assignments={assignments.filter(({ confirmedOn, validTo }) => confirmedOn && !validTo)} />}
          {mayAssign && (
            <div>
              <ButtonLink to="/cong/$unitCode/giao-viec" params={{ unitCode: viewer.unit.code }} search={{ viec: 'them', nhiemvu: taskId }}>
                {directive.assign}
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}
