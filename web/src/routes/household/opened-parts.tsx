import type { ReactNode } from 'react';
import { useCan } from '../../session';
import { action } from '../../text/vi-household-action';
import { story as words } from '../../text/vi-household-story';
import { Button } from '../../ui/button';
import { Hidden } from '../../ui/hidden';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import css from './household.module.css';
import { useOpening, type Opening } from './lazy-opened-dialog';
import { useMeritWrite } from './merit-write';

interface OfHousehold { household: Household }

/** Members with a record of merit; opened for a purpose. */
export function Merits({ household }: OfHousehold) {
  const write = useMeritWrite(household);
  return (
    <Closed
      household={household} what={{ of: 'merits', mayChange: write === 'may' }} part="MeritRecord" path="Household.merits" title={words.merits} open={words.meritsOpen}
      action={write === 'may' && <EditButton edit={{ of: 'addMerit' }} needs="addMeritRecord">{action.addMerit}</EditButton>}
    >
      {write === 'notServed' && <p className={css.soft} data-print="no">{words.meritNotServed}</p>}
    </Closed>
  );
}

/** Income a head and points of the reviews; opened for a purpose. */
export function Incomes({ household }: OfHousehold) {
  return (
    <Closed
      household={household} what={{ of: 'incomes' }} part="HouseholdIncome" path="Household.incomes" title={words.incomes} open={words.incomesOpen}
      action={<EditButton edit={{ of: 'income' }} needs="recordIncome">{action.addIncome}</EditButton>}
    />
  );
}

interface ClosedProps extends OfHousehold {
  what: Opening;
  part: string;
  path: string;
  title: string;
  open: string;
  action?: ReactNode;
  children?: ReactNode;
}

/** A section whose content is read for a purpose only; to a post that may not open it it says so. */
function Closed({ household, what, part, path, title, open: label, action: button, children }: ClosedProps) {
  const { open, dialog } = useOpening(household.id);
  const may = useCan(path);
  const lock = household.locked.find((locked) => locked.part === part);
  if (!may && !lock) return null;
  const isClosed = !may || (lock && lock.reason !== 'ROWS');
  return (
    <FoldSection title={title} action={!isClosed && button}>
      {isClosed && lock ? <p><Hidden {...lock} /></p> : (
        <>
          <p className={css.soft} data-print="no">{words.openedLead}</p>
          {children}
          <div>
            <Button small onClick={() => open(what)}>{label}</Button>
          </div>
          {dialog}
        </>
      )}
    </FoldSection>
  );
}

/** Opens the terms of the household's loans. */
export function LoansButton({ household }: OfHousehold) {
  const { open, dialog } = useOpening(household.id);
  const may = useCan('Support.loan');
  const lock = household.locked.find(({ part }) => part === 'SupportLoan');
  if (!may || (lock && lock.reason !== 'ROWS')) return lock ? <p>{words.loanTerm}: <Hidden {...lock} /></p> : null;
  return (
    <div>
      <Button small onClick={() => open({ of: 'loans' })}>{words.loans}</Button>
      {dialog}
    </div>
  );
}
