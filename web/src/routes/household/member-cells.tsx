import type { ReactNode } from 'react';
import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { detail, residence } from '../../text/vi-household';
import { labourStatus, schooling as schoolingWords, schoolLevel, trainedLevel } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import css from './household.module.css';
import type { Member } from './members';

/** The name, and below it what the person is to the head and where they live now. */
export function NameCell({ member: { fullName, isHead, relation, residence: home } }: { member: Member }) {
  const about = [isHead ? detail.headMark : relation, home && home !== 'PRESENT' && (residence[home] ?? home)].filter(Boolean).join(', ');
  return (
    <>
      {fullName}
      {about && <span className={css.below}>{about}</span>}
    </>
  );
}

/** What stands for a part that was not recorded; where only some rows are seen, that is not known. */
const missing = (isPart: boolean): string => (isPart ? text.hidden.notAsked : text.hidden.none);

export function LabourCell({ member: { labour }, isPart }: { member: Member; isPart: boolean }): ReactNode {
  if (!labour) return missing(isPart);
  const { status, occupation, trainedLevel: level, asOf } = labour;
  return <Told asOf={asOf} below={level === 'NONE' ? null : trainedLevel[level]}>{[labourStatus[status], occupation].filter(Boolean).join(', ')}</Told>;
}

export function SchoolingCell({ member: { schooling }, isPart }: { member: Member; isPart: boolean }): ReactNode {
  if (!schooling) return missing(isPart);
  const { attending, level, reason, asOf } = schooling;
  const words = attending ? schoolingWords.attending(schoolLevel[level]) : level === 'NONE' ? schoolingWords.never : schoolingWords.finished(schoolLevel[level]);
  return <Told asOf={asOf} below={attending ? null : reason}>{words}</Told>;
}

export function InsuranceCell({ member: { insurance }, isPart }: { member: Member; isPart: boolean }): ReactNode {
  const { today } = useSession();
  if (!insurance) return missing(isPart);
  const { hasCard, validTo, asOf } = insurance;
  if (!hasCard) return <Told asOf={asOf}>{words.noCard}</Told>;
  if (!validTo) return <Told asOf={asOf}>{words.hasCard}</Told>;
  return <Told asOf={asOf}>{validTo < today ? words.cardEnded(formatDay(validTo)) : words.hasCardTo(formatDay(validTo))}</Told>;
}

function Told({ asOf, below, children }: { asOf: string; below?: string | null; children: ReactNode }) {
  return (
    <>
      {children}
      {below && <span className={css.below}>{below}</span>}
      <span className="visually-hidden"> ({words.asOf(formatDay(asOf))})</span>
    </>
  );
}
