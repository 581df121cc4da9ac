import { useSession } from '../../session';
import { formatDay, formatInstant } from '../../text/format';
import { paper as words } from '../../text/vi-household-paper';
import css from './household-paper.module.css';

interface PrintHeadProps {
  /** What the paper is; a household's sheet without it. */
  title?: string;
  name: string;
  about: string;
  isSynthetic?: boolean;
}

/** Quốc hiệu, tiêu ngữ and the unit's name over a sheet on paper (Nghị định 30/2020, phụ lục I); nothing of it on the screen. */
export function PrintHead({ title = words.sheet, name, about, isSynthetic }: PrintHeadProps) {
  return (
    <div className={css.head} aria-hidden="true">
      <Masthead />
      <p className={css.title}>{title}</p>
      <p className={css.subject}>{name}</p>
      <p className={css.about}>{about}</p>
      {isSynthetic && <p className={css.mark}>{words.synthetic}</p>}
    </div>
  );
}

/** The two columns that head a document: the agency with the document's number, and the state with its motto, place and day. */
export function Masthead({ number, placeAndDay }: { number?: string; placeAndDay?: string }) {
  const { viewer } = useSession();
  return (
    <div className={css.masthead}>
      <div>
        {viewer.portalKind === 'commune' && <p className={css.agency}>{words.committee}</p>}
        <p className={css.agencyName}>{viewer.portalKind === 'commune' ? viewer.unit.shortName : viewer.unit.name}</p>
        <hr className={css.ruleShort} />
        {number && <p className={css.number}>{number}</p>}
      </div>
      <div>
        <p className={css.state}>{words.state}</p>
        <p className={css.motto}>{words.motto}</p>
        <hr className={css.ruleLong} />
        {placeAndDay && <p className={css.placeAndDay}>{placeAndDay}</p>}
      </div>
    </div>
  );
}

/** Signatures, and who printed the sheet when. A list is signed for the committee, a sheet confirmed by the unit. */
export function PrintFoot({ isList = false }: { isList?: boolean }) {
  const { viewer } = useSession();
  const chair = viewer.portalKind === 'commune' ? words.committeeChair : words.unitHead;
  const now = new Date().toISOString();
  return (
    <div className={css.foot} aria-hidden="true" data-print="foot">
      {isList && <p className={css.dated}>{words.dated}</p>}
      <div className={css.signatures}>
        <p>
          <strong>{isList ? words.listWriter : words.writer}</strong>
          <em>{words.signHere}</em>
        </p>
        <p>
          <strong>{isList ? chair : words.chair}</strong>
          <em>{words.signAndSeal}</em>
        </p>
      </div>
      <p className={css.printed}>{words.printed(viewer.name, viewer.unit.name, formatInstant(now), formatDay(viewer.today), isList ? words.theList : words.theSheet)}</p>
    </div>
  );
}
