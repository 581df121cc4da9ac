import { Link } from '@tanstack/react-router';
import { useSession } from '../../session';
import { list as words, requestKind } from '../../text/vi-unit-request';
import { clockNotes, RequestClock } from './request-clock';
import css from './unit-request.module.css';
import type { UnitRequestLineFragment } from './unit-request.generated';

/** One request in a list: what about, who asks whom, and its clock. */
export function RequestRow({ request }: { request: UnitRequestLineFragment }) {
  const { viewer } = useSession();
  const { id, kind, number, subject, unit, toUnit } = request;
  return (
    <li className={css.row}>
      <div className={css.what}>
        <Link to="/cong/$unitCode/kien-nghi/$requestId" params={{ unitCode: viewer.unit.code, requestId: id }} className={css.title} data-row>{subject}</Link>
        <p className={css.soft}>{[number ?? requestKind[kind], number && requestKind[kind], words.between(unit.shortName, toUnit.shortName)].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={css.when}>
        <RequestClock of={request} />
        <p className={css.soft}>{clockNotes(request).join(' · ')}</p>
      </div>
    </li>
  );
}
