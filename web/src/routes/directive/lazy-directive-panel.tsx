import { lazy, Suspense } from 'react';
import { useCan } from '../../session';
import { Loading } from '../../ui/states';

const Panel = lazy(() => import('./directive-panel').then((module) => ({ default: module.DirectivePanel })));

/** Whether this portal and post decide over other units' parts of a task. */
export const useMayDirect = (): boolean => [useCan('Mutation.confirmAssignments'), useCan('Mutation.changeAssignment')].some(Boolean);

/** The secretariat's panel for a task's page, fetched only for those who may use it. */
export function DirectivePanel({ taskId }: { taskId: string }) {
  const mayDirect = useMayDirect();
  return mayDirect ? (
    <Suspense fallback={<Loading rows={2} />}>
      <Panel taskId={taskId} />
    </Suspense>
  ) : null;
}
