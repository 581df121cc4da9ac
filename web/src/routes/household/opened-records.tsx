import { client } from '../../graphql/client';
import { useCan } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { standardChoices } from '../../text/vi-household';
import { housingNeed, incomeSource, meritKind } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { Facts } from '../../ui/page';
import { IncomesDocument, LoansDocument, MeritsDocument } from './household-opened.generated';
import css from './household.module.css';
import { MeritActions } from './merit-actions';
import { PurposeDialog, type Purpose } from './purpose-dialog';

interface RecordsDialogProps {
  household: string;
  open: boolean;
  onClose: () => void;
}

// Never from a cache, and never into one.
const fresh = { fetchPolicy: 'no-cache' } as const;

/** Members with a record of merit; changed and confirmed from there, so that nobody writes over what they have not read. */
export function MeritsDialog({ household, mayChange, ...dialog }: RecordsDialogProps & { mayChange: boolean }) {
  const read = async (purpose: Purpose) =>
    (await client.query({ query: MeritsDocument, variables: { household, purpose }, ...fresh })).data?.household?.merits ?? [];
  return (
    <PurposeDialog title={words.meritsOpen} read={read} {...dialog}>
      {(merits, purpose) => (merits.length === 0 ? <p>{words.noMerits}</p> : merits.map((merit) => (
        <div key={merit.id} className={css.item}>
          <h3>{[meritKind[merit.kind], merit.member?.fullName].filter(Boolean).join(', ')}</h3>
          <Facts
            items={[
              { label: words.decisionOf, value: merit.decisionNumber && words.decision(merit.decisionNumber, merit.decisionDay && formatDay(merit.decisionDay)) },
              { label: words.allowance, value: merit.allowanceKind },
              { label: words.housing, value: merit.housingNeed && [housingNeed[merit.housingNeed], merit.housingDueDay && words.housingDue(formatDay(merit.housingDueDay))].filter(Boolean).join(', ') },
              { label: words.meritDays, value: merit.validTo ? words.span(formatDay(merit.validFrom), formatDay(merit.validTo)) : words.since(formatDay(merit.validFrom)) },
            ]}
          />
          <p className={css.soft}>{merit.confirmedOn ? words.meritConfirmed(formatDay(merit.confirmedOn)) : words.meritUnconfirmed}</p>
          {mayChange && <MeritActions merit={merit} purpose={purpose} onLeave={dialog.onClose} />}
        </div>
      )))}
    </PurposeDialog>
  );
}

/** Income a head and points of the reviews, latest first. */
export function IncomesDialog({ household, ...dialog }: RecordsDialogProps) {
  const read = async (purpose: Purpose) =>
    (await client.query({ query: IncomesDocument, variables: { household, purpose }, ...fresh })).data?.household?.incomes ?? [];
  return (
    <PurposeDialog title={words.incomesOpen} read={read} {...dialog}>
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
    </PurposeDialog>
  );
}

/** Terms of the household's loans, and the debt where the portal may know it. */
export function LoansDialog({ household, ...dialog }: RecordsDialogProps) {
  const canReadDebt = [useCan('SupportLoan.outstanding'), useCan('SupportLoan.overdue')].every(Boolean);
  const read = async (purpose: Purpose) => {
    const { data } = await client.query({ query: LoansDocument, variables: { household, purpose, canReadDebt }, ...fresh });
    return data?.household?.supports.flatMap(({ loan }) => loan ?? []) ?? [];
  };
  return (
    <PurposeDialog title={words.loans} read={read} {...dialog}>
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
  );
}

const money = (value: number | null | undefined) => (typeof value === 'number' ? words.amountOf(formatNumber(value)) : null);
