import { useCan, useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { action, actionOf } from '../../text/vi-household-action';
import { fundingSource, supportKind, supportState } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { Facts } from '../../ui/page';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import { EditButton } from './edit-context';
import { LockedLine } from './fact-list';
import { Ended, FoldSection } from './fold-section';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import css from './household.module.css';
import { LoansButton } from './opened-parts';

type Support = HouseholdStory['supports'][number];

const tones: Record<Support['state'], StatusTone> = { PLANNED: 'quiet', APPROVED: 'risk', DELIVERED: 'done', CANCELLED: 'quiet' };

/** Every help that the viewer may know of: who gives what, when, how far it has come, and its worth where that is open. */
export function Supports({ household, story: { supports } }: { household: Household; story: HouseholdStory }) {
  const isPart = ['department', 'massOrganisation'].includes(useSession().viewer.portalKind);
  const open = supports.filter(({ state }) => state !== 'CANCELLED');
  const cancelled = supports.filter(({ state }) => state === 'CANCELLED');
  const toggleLoans = supports.some(({ kind }) => kind === 'LOAN');
  return (
    <FoldSection
      title={words.supports} count={open.length || undefined}
      action={<EditButton edit={{ of: 'support' }} needs="createSupport">{action.addSupport}</EditButton>}
    >
      {open.map((support) => <SupportItem key={support.id} support={support} />)}
      {open.length === 0 && <p>{isPart ? words.supportsOurs : words.noSupports}</p>}
      <Ended count={cancelled.length} label={`${supportState.CANCELLED} (${formatNumber(cancelled.length)})`}>
        {cancelled.map((support) => <SupportItem key={support.id} support={support} />)}
      </Ended>
      {toggleLoans && <LoansButton household={household} />}
      {isPart && household.hasAnySupport && open.length === 0 && <p className={css.soft}>{words.anySupport}</p>}
      {isPart && <LockedLine label={words.otherSupports} lock={{ reason: 'ROWS', grantedBy: words.commune }} />}
    </FoldSection>
  );
}

function SupportItem({ support }: { support: Support }) {
  const { viewer } = useSession();
  const { id, kind, state, provider, member, plannedDay, deliveredDay, reservedUntil, quantity, amount, fundingSource: source, programme, clause, planItem, evidence, note } = support;
  const name = supportKind[kind];
  const label = `${name}, ${provider.name}`;
  // What is cancelled or verified stays as it is.
  const isChangeable = (provider.id === viewer.unit.id || viewer.portalKind === 'commune') && state !== 'CANCELLED' && !support.verifiedOn;
  const planned = plannedDay && [formatDay(plannedDay), reservedUntil && state !== 'DELIVERED' && words.reserved(formatDay(reservedUntil))].filter(Boolean).join(', ');
  const worth = amount && [words.amountOf(formatNumber(amount.amount)), amount.disbursedOn && words.disbursed(formatDay(amount.disbursedOn))].filter(Boolean).join(', ');
  const items = [
    { label: words.provider, value: provider.name },
    { label: words.forMember, value: member?.fullName },
    { label: words.planned, value: planned },
    { label: words.delivered, value: deliveredDay && formatDay(deliveredDay) },
    { label: words.quantity, value: quantity },
    { label: words.amount, value: worth },
    { label: words.funding, value: source && fundingSource[source] },
    { label: words.programme, value: programme },
    { label: words.clause, value: [clause, planItem].filter(Boolean).join(', ') },
    { label: words.evidence, value: evidence },
    { label: words.supportNote, value: note },
  ];
  return (
    <div className={css.item}>
      <div className={css.line}>
        <h3>{name}</h3>
        <StatusTag tone={tones[state]} label={supportState[state]} />
      </div>
      <Facts items={items.filter(({ value }) => value)} />
      {state === 'DELIVERED' && <Verified support={support} />}
      <div className={css.actions}>
        {isChangeable && (
          <EditButton edit={{ of: 'changeSupport', id }} needs="updateSupport" label={actionOf(action.change, label)}>{action.change}</EditButton>
        )}
        {provider.id === viewer.unit.id && state !== 'CANCELLED' && (
          <EditButton edit={{ of: 'amount', id }} needs="saveSupportAmount" label={actionOf(words.amount, label)}>{words.amount}</EditButton>
        )}
        {state === 'DELIVERED' && !support.verifiedOn && (
          <EditButton edit={{ of: 'verifySupport', id }} needs="verifySupport" kind="secondary" label={actionOf(action.verify, label)}>{action.verify}</EditButton>
        )}
      </div>
    </div>
  );
}

function Verified({ support: { verifiedOn, verifiedBy } }: { support: Support }) {
  const mayRead = useCan('Support.verifiedOn');
  if (!mayRead) return null;
  return <p className={css.soft}>{verifiedOn ? words.verified(verifiedBy?.name ?? null, formatDay(verifiedOn)) : words.notVerified}</p>;
}
