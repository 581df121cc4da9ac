import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '../../ui/states';

const Form = lazy(() => import('./progress-form').then((module) => ({ default: module.ProgressForm })));

/** The progress form, fetched when one is first opened: many only read this page. */
export function ProgressForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Form {...props} />
    </Suspense>
  );
}
