import { HealthDialog } from './health-dialog';
import type { Opening } from './lazy-opened-dialog';
import { IncomesDialog, LoansDialog, MeritsDialog } from './opened-records';
import { PapersDialog } from './papers-dialog';

interface OpenedDialogProps {
  what: Opening;
  household: string;
  open: boolean;
  onClose: () => void;
}

/** The dialog of one sensitive part, each of which asks for a purpose first. */
export function OpenedDialog({ what, ...dialog }: OpenedDialogProps) {
  switch (what.of) {
    case 'papers': return <PapersDialog {...dialog} member={what.member} />;
    case 'health': return <HealthDialog {...dialog} member={what.member} />;
    case 'merits': return <MeritsDialog {...dialog} mayChange={what.mayChange} />;
    case 'incomes': return <IncomesDialog {...dialog} />;
    case 'loans': return <LoansDialog {...dialog} />;
  }
}
