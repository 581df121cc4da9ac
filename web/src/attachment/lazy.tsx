import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '../ui/states';

const Files = lazy(() => import('./file-list').then((module) => ({ default: module.FileList })));
const Issued = lazy(() => import('./issued-document').then((module) => ({ default: module.IssuedDocument })));

/** The files of something, fetched with their words when there are any. */
export function FileList(props: ComponentProps<typeof Files>) {
  if (props.files.length === 0) return null;
  return (
    <Suspense fallback={<Loading rows={1} height={111} />}>
      <Files {...props} />
    </Suspense>
  );
}

/** The document that an assignment led to, fetched after the page stands. */
export function IssuedDocument(props: ComponentProps<typeof Issued>) {
  return (
    <Suspense fallback={<Loading rows={1} />}>
      <Issued {...props} />
    </Suspense>
  );
}
