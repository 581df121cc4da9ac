import { lazy, Suspense, useState } from 'react';
import { useCan } from '../../session';
import { exporting as words } from '../../text/vi-export';
import { Button } from '../../ui/button';
import type { ExportKind } from './export.generated';

export interface ExportedList {
  kind: ExportKind;
  /** What the list shows now, as the server was asked for it. */
  filter: object;
  order: readonly object[];
}

const ExportDialog = lazy(() => import('./export-dialog').then((module) => ({ default: module.ExportDialog })));

/** "Xuất Excel": the list as it stands, as a file. Nothing of the dialog is fetched before it is opened. */
export function ExportListButton(list: ExportedList) {
  const may = useCan('Mutation.startExport');
  const [isOpen, setIsOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button small onClick={() => setIsOpen(true)}>{words.open}</Button>
      {isOpen && (
        <Suspense>
          <ExportDialog {...list} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
