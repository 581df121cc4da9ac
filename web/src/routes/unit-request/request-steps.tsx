import { formatDay, formatInstant, formatNumber } from '../../text/format';
import { story as words } from '../../text/vi-unit-request';
import type { UnitRequestStoryFragment } from './request-story.generated';
import css from './unit-request.module.css';

/** How it went, the first step on top: who did what, and how long it lay where. */
export function Steps({ request: { steps, isOpen } }: { request: UnitRequestStoryFragment }) {
  return (
    <ol className={css.steps}>
      {steps.map(({ id, act, at, byName, words: said, grantedDay, unit, toUnit, daysHeld }, index) => (
        <li key={id} className={css.step}>
          <p className={css.stepHead}><strong>{words.acts[act](unit.shortName, toUnit?.shortName ?? '')}</strong><span className={css.soft}>{words.by(byName, formatInstant(at))}</span></p>
          {grantedDay && <p><strong>{words.granted(formatDay(grantedDay))}</strong></p>}
          {said && <p className={css.written}>{said}</p>}
          {toUnit && daysHeld !== null && <p className={css.soft}>{(isOpen && index === steps.length - 1 ? words.staying : words.stayed)(toUnit.shortName, formatNumber(daysHeld))}</p>}
        </li>
      ))}
    </ol>
  );
}
