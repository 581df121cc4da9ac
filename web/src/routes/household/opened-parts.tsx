import { useState, type ReactNode } from 'react';
import { client } from '../../graphql/client';
import { useCan } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { standardChoices } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { housingNeed, incomeSource, meritKind, story as words } from '../../text/vi-household-story';
import { Button } from '../../ui/button';
import { Hidden } from '../../ui/hidden';
import { Facts } from '../../ui/page';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import { IncomesDocument, LoansDocument, MeritsDocument } from './household-opened.generated';
import type { Household } from './household-page';
import css from './household.module.css';
import { PurposeDialog } from './purpose-dialog';
import type { purpose as purposes } from '../../text/vi-household';

type Purpose = keyof typeof purposes;
interface OfHousehold { household: Household }

const fresh = { fetchPolicy: 'no-cache' } as const;

/** Members with a record of merit; opened for a purpose. */
export function Merits({ household }: OfHousehold) {
  const read = async (purpose: Purpose) =>
    (await client.query({ query: MeritsDocument, variables: { household: household.id, purpose }, ...fresh })).data?.household?.merits ?? [];
  return (
    <Closed household={household} part="MeritRecord" path="Household.merits" title={words.merits} open={words.meritsOpen} read={read}>
      {(merits) => (merits.length === 0 ? <p>{words.noMerits}</p> : merits.map((merit) => (
        <div key={merit.id} className={css.item}>
          <h3>{[meritKind[merit.kind], merit.member?.fullName].filter(Boolean).join(', ')}</h3>
          <Facts
            items={[
              { label: words.decisionOf, value: merit.decisionNumber && words.decision(merit.decisionNumber, merit.decisionDay && formatDay(merit.decisionDay)) },
              { label: words.allowance, value: merit.allowanceKind },
              { label: words.housing, value: merit.housingNeed && [housingNeed[merit.housingNeed], merit.housingDueDay && words.housingDue(formatDay(merit.housingDueDay))].filter(Boolean).join(', ') },
            ]}
          />
          <p className={css.soft}>{merit.confirmedOn ? words.meritConfirmed(formatDay(merit.confirmedOn)) : words.meritUnconfirmed}</p>
        </div>
      )))}
    </Closed>
  );
}

/** Income a head and points of the reviews, latest first; opened for a purpose. */
export function Incomes({ household }: OfHousehold) {
  const read = async (purpose: Purpose) =>
    (await client.query({ query: IncomesDocument, variables: { household: household.id, purpose }, ...fresh })).data?.household?.incomes ?? [];
  return (
    <Closed
      household={household} part="HouseholdIncome" path="Household.incomes" title={words.incomes} open={words.incomesOpen} read={read}
      action={<EditButton edit={{ of: 'income' }} needs="recordIncome">{action.addIncome}</EditButton>}
    >
      {(incomes) => (incomes.length === 0 ? <p>{words.noIncomes}</p> : incomes.map((income) => (
        <div key={income.id} className={css.item}>
          <h3>{words.incomeAsOf(formatDay(income.asOf), standardChoices[income.standard] ?? income.standard)}</h3>
          <Facts
            items={[
              { label: words.perHead, value: income.incomePerHead === null ? null : words.perHeadOf(formatNumber(income.incomePerHead)) },
              { label: words.points, value: income.incomePoints === null ? null : words.pointsOf(formatNumber(income.incomePoints)) },
              { label: words.source, value: [incomeSource[income.source], income.formVersion].filter(Boolean).join(', ') },
            ]}
          />
        </div>
      )))}
    </Closed>
  );
}

interface ClosedProps<T> extends OfHousehold {
  part: string;
  path: string;
  title: string;
  open: string;
  action?: ReactNode;
  read: (purpose: Purpose) => Promise<T>;
  children: (opened: T) => ReactNode;
}

/** A section whose content is read for a purpose only; to a post that may not open it it says so. */
function Closed<T>({ household, part, path, title, open, action: button, read, children }: ClosedProps<T>) {
  const [isOpen, setIsOpen] = useState(false);
  const may = useCan(path);
  const lock = household.locked.find((locked) => locked.part === part);
  if (!may && !lock) return null;
  const isClosed = !may || (lock && lock.reason !== 'ROWS');
  return (
    <FoldSection title={title} action={!isClosed && button}>
      {isClosed && lock ? <p><Hidden {...lock} /></p> : (
        <>
          <p className={css.soft}>{words.openedLead}</p>
          <div>
            <Button small onClick={() => setIsOpen(true)}>{open}</Button>
          </div>
          <PurposeDialog title={open} open={isOpen} onClose={() => setIsOpen(false)} read={read}>{children}</PurposeDialog>
        </>
      )}
    </FoldSection>
  );
}

/** Terms of the household's loans, and the debt where the portal may know it. */
export function LoansButton({ household }: OfHousehold) {
  const [isOpen, setIsOpen] = useState(false);
  const may = useCan('Support.loan');
  const canReadDebt = [useCan('SupportLoan.outstanding'), useCan('SupportLoan.overdue')].every(Boolean);
  const lock = household.locked.find(({ part }) => part === 'SupportLoan');
  if (!may || (lock && lock.reason !== 'ROWS')) return lock ? <p>{words.loanTerm}: <Hidden {...lock} /></p> : null;
  const read = async (purpose: Purpose) => {
    const { data } = await client.query({ query: LoansDocument, variables: { household: household.id, purpose, canReadDebt }, ...fresh });
    return data?.household?.supports.flatMap(({ loan }) => loan ?? []) ?? [];
  };
  return (
    <div>
      <Button small onClick={() => setIsOpen(true)}>{words.loans}</Button>
      <PurposeDialog title={words.loans} open={isOpen} onClose={() => setIsOpen(false)} read={read}>
        {(loans) => (loans.length === 0 ? <p>{words.noLoans}</p> : loans.map((loan) => (
          <Facts
            key={loan.id}
            items={[
              { label: words.loanPurpose, value: loan.purpose },
              { label: words.loanTerm, value: loan.termMonths && words.loanTermOf(formatNumber(loan.termMonths)) },
              { label: words.loanDisbursed, value: loan.disbursedOn && formatDay(loan.disbursedOn) },
              ...(canReadDebt ? [{ label: words.outstanding, value: money(loan.outstanding) }, { label: words.overdue, value: money(loan.overdue) }] : []),
            ]}
          />
        )))}
      </PurposeDialog>
    </div>
  );
}

const money = (value: number | null | undefined) => (typeof value === 'number' ? words.amountOf(formatNumber(value)) : null);
