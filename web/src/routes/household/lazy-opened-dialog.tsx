import { lazy, Suspense, useCallback, useState } from 'react';
import type { Member } from './members';

/** A sensitive part of the household, or of one of its members. */
export type Opening = { of: 'incomes' | 'loans' } | { of: 'merits'; mayChange: boolean } | { of: 'papers' | 'health'; member: Member };

const OpenedDialog = lazy(() => import('./opened-dialog').then((module) => ({ default: module.OpenedDialog })));

/** Opens a sensitive part in its dialog, whose code is fetched with the first: `open` from a button that stands there at once, `dialog` beside it. */
export function useOpening(household: string) {
  const [what, setWhat] = useState<Opening>();
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback((now: Opening) => {
    setWhat(now);
    setIsOpen(true);
  }, []);
  return { open, dialog: <Suspense>{what && <OpenedDialog what={what} household={household} open={isOpen} onClose={() => setIsOpen(false)} />}</Suspense> };
}
