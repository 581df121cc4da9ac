import type { ReactNode } from 'react';
import { useSession } from '../../session';
import { daysBetween, formatDay, formatNumber } from '../../text/format';
import { lockedPart, papers, purpose } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { requestState } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import { EditButton } from './edit-context';
import type { RequestLineFragment } from './household-story.generated';
import css from './household.module.css';

const tones: Record<RequestLineFragment['state'], StatusTone> = { REQUESTED: 'risk', GRANTED: 'good', REFUSED: 'quiet', WITHDRAWN: 'quiet', REVOKED: 'quiet' };

interface RequestItemProps {
  request: RequestLineFragment;
  /** Which household it is about, where that is not the page's own. */
  about?: { name: string; shown: ReactNode };
}

/** One request: who asks to open what, why and how long, what was answered, and what the viewer may do about it. */
export function RequestItem({ request, about }: RequestItemProps) {
  const { viewer, today } = useSession();
  const { id, unit, part, state, validTo, answer, requestedBy } = request;
  const title = words.requestOf(unit.name, (lockedPart[part] ?? part).toLocaleLowerCase('vi'));
  const left = validTo === null ? null : daysBetween(today, validTo);
  const isOurs = unit.id === viewer.unit.id;
  const button = (of: 'grant' | 'refuse' | 'withdraw' | 'revoke', needs: string, label: string) => (
    <EditButton edit={{ of, id }} needs={needs} label={actionOf(label, about ? `${title}, ${about.name}` : title)} kind="secondary">{label}</EditButton>
  );
  return (
    <div className={css.item}>
      <div className={css.line}>
        <h3>{title}</h3>
        <StatusTag tone={left !== null && left < 0 ? 'quiet' : tones[state]} label={requestState[state]} />
      </div>
      {about?.shown}
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
