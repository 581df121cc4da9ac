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
 * task to further units. Nothing for a portal or post that may do none of it.
 */
export function DirectivePanel({ taskId }: { taskId: string }) {
  const mayConfirm = useCan('Mutation.confirmAssignments');
  const mayChange = useCan('Mutation.changeAssignment');
  return mayConfirm || mayChange ? <Panel taskId={taskId} mayConfirm={mayConfirm} mayChange={mayChange} /> : null;
}

function Panel({ taskId, mayConfirm, mayChange }: { taskId: string; mayConfirm: boolean; mayChange: boolean }) {
  const { viewer } = useSession();
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
