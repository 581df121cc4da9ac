import { useCan, useSession } from '../../session';
import { daysBetween, formatDay, formatNumber } from '../../text/format';
import { lockedPart, papers, purpose } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { requestState, story as words } from '../../text/vi-household-story';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import css from './household.module.css';

type Request = HouseholdStory['sightRequests'][number];

const tones: Record<Request['state'], StatusTone> = { REQUESTED: 'risk', GRANTED: 'good', REFUSED: 'quiet', WITHDRAWN: 'quiet', REVOKED: 'quiet' };

/** Who asked to open what, for how long, and what the commune answered. */
export function Requests({ household, story: { sightRequests } }: { household: Household; story: HouseholdStory }) {
  const mayAsk = [useCan('Mutation.requestSight'), household.locked.some(({ canRequest }) => canRequest)].every(Boolean);
  const mayDecide = useCan('Mutation.grantSight');
  if (sightRequests.length === 0 && !mayAsk && !mayDecide) return null;
  return (
    <FoldSection
      title={words.requests} count={sightRequests.filter(({ state }) => state === 'REQUESTED').length || undefined}
      action={mayAsk && <EditButton edit={{ of: 'request' }} needs="requestSight" kind="secondary">{action.request}</EditButton>}
    >
      {sightRequests.map((request) => <RequestItem key={request.id} request={request} />)}
      {sightRequests.length === 0 && <p>{words.noRequests}</p>}
    </FoldSection>
  );
}

function RequestItem({ request }: { request: Request }) {
  const { viewer, today } = useSession();
  const { id, unit, part, state, validTo, answer, requestedBy } = request;
  const title = words.requestOf(unit.name, (lockedPart[part] ?? part).toLocaleLowerCase('vi'));
  const left = validTo === null ? null : daysBetween(today, validTo);
  const isOurs = unit.id === viewer.unit.id;
  const button = (of: 'grant' | 'refuse' | 'withdraw' | 'revoke', needs: string, label: string) => (
    <EditButton edit={{ of, id }} needs={needs} label={actionOf(label, title)} kind="secondary">{label}</EditButton>
  );
  return (
    <div className={css.item}>
      <div className={css.line}>
        <h3>{title}</h3>
        <StatusTag tone={left !== null && left < 0 ? 'quiet' : tones[state]} label={requestState[state]} />
      </div>
      <p>{request.reason}</p>
      <p className={css.soft}>
        {[`${papers.purpose}: ${purpose[request.purpose]}`, words.requestDays(formatNumber(request.days), formatDay(request.requestedOn)), requestedBy?.name].filter(Boolean).join(' · ')}
      </p>
      {validTo !== null && left !== null && <p>{left < 0 ? words.requestOver(formatDay(validTo)) : words.requestLeft(left, formatDay(validTo))}</p>}
      {answer && <p>{words.answer(answer)}</p>}
      <div className={css.actions}>
        {state === 'REQUESTED' && button('grant', 'grantSight', action.grant)}
        {state === 'REQUESTED' && button('refuse', 'refuseSight', action.refuse)}
        {state === 'REQUESTED' && isOurs && button('withdraw', 'withdrawSight', action.withdraw)}
        {state === 'GRANTED' && left !== null && left >= 0 && button('revoke', 'revokeSight', action.revoke)}
      </div>
    </div>
  );
}
