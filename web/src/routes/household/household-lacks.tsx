import { formatDay } from '../../text/format';
import { detail as words, dimension } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { Hidden } from '../../ui/hidden';
import { EditButton } from './edit-context';
import { Ended, FoldSection } from './fold-section';
import type { Household } from './household-page';
import css from './household.module.css';
import { dimensions, indicatorName } from './indicators';

type Lack = Household['deprivations'][number];

/**
 * The six dimensions with what the household lacks and since when. Where only rows of the unit's own work are seen, the
 * other dimensions are shown as hidden, never as "không thiếu hụt".
 */
export function Lacks({ household }: { household: Household }) {
  const lock = household.locked.find(({ part }) => part === 'Deprivation');
  const lacking = household.deprivations.filter(({ deprived }) => deprived);
  const open = lacking.filter(({ until }) => until === null);
  const ended = lacking.filter(({ until }) => until !== null);
  const rows = dimensions.map(({ key, indicators }) => ({ key, lacks: open.filter(({ indicator }) => indicators.includes(indicator)) }));
  const shown = lock ? rows.filter(({ lacks }) => lacks.length > 0) : rows;
  const isHealthClosed = household.locked.some(({ part }) => part === 'HealthDeprivation');
  // A household of which nothing was ever recorded is not said to lack nothing.
  const noLack = household.deprivations.length > 0 ? words.noLack : words.noLackYet;
  const surveyed = household.deprivations.flatMap(({ asOf }) => asOf ?? []).sort().at(-1);
  return (
    <FoldSection title={words.lacks} count={open.length || undefined} action={<EditButton edit={{ of: 'deprivation' }} needs="recordDeprivation">{action.addLack}</EditButton>}>
      <dl className={css.lacks}>
        {shown.map(({ key, lacks }) => (
          <div key={key}>
            <dt>{dimension[key]}</dt>
            <dd>
              {lacks.map((lack) => (
                <LackLine key={lack.id} lack={lack} />
              ))}
              {lacks.length === 0 && <span className={css.soft}>{isHealthClosed && key === 'health' ? words.noLackSeen : noLack}</span>}
            </dd>
          </div>
        ))}
        {lock && (
          <div>
            <dt>{shown.length > 0 ? words.otherDimensions : words.lacks}</dt>
            <dd>
              <Hidden {...lock} />
            </dd>
          </div>
        )}
      </dl>
      <Ended count={ended.length} label={story.ended(ended.length)}>
        <ul className={css.list}>
          {ended.map(({ id, indicator, since, until }) => (
            <li key={id}>{words.lackClosed(indicatorName(indicator), formatDay(since), formatDay(until ?? ''))}</li>
          ))}
        </ul>
      </Ended>
      {surveyed && <p className={css.soft}>{words.asOf(formatDay(surveyed))}</p>}
    </FoldSection>
  );
}

function LackLine({ lack: { id, indicator, since, measure } }: { lack: Lack }) {
  const name = indicatorName(indicator);
  return (
    <p className={css.line}>
      <span>
        {words.lackOpen(name, formatDay(since))}
        {measure && <span className={css.soft}> · {words.lackMeasure(measure)}</span>}
      </span>
      <EditButton edit={{ of: 'endDeprivation', id }} needs="endDeprivation" label={actionOf(action.endLack, name)}>
        {action.endLack}
      </EditButton>
    </p>
  );
}
