import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { detail as words, dimension, groupKind, pairingState } from '../../text/vi-household';
import { Hidden } from '../../ui/hidden';
import { Facts, Section } from '../../ui/page';
import type { Household } from './household-page';
import css from './household.module.css';
import { dimensions, indicatorName } from './indicators';

type Lack = Household['deprivations'][number];

/**
 * The six dimensions with what the household lacks and since when. Where only rows of the unit's own work are seen, the
 * other dimensions are shown as hidden, never as "không thiếu hụt".
 */
export function Lacks({ household }: { household: Household }) {
  const { viewer } = useSession();
  const lock = household.locked.find(({ part }) => part === 'Deprivation');
  const rows = dimensions.map(({ key, indicators }) => ({
    key,
    lacks: household.deprivations.filter(({ indicator, deprived }) => deprived && indicators.includes(indicator)),
  }));
  const shown = lock ? rows.filter(({ lacks }) => lacks.length > 0) : rows;
  // Whether this post opens health is not told by `locked`, so the secretariat's "none" there claims no more than it knows.
  const isSure = (key: string) => !(viewer.portalKind === 'secretariat' && key === 'health');
  const surveyed = household.deprivations.flatMap(({ asOf }) => asOf ?? []).sort().at(-1);
  return (
    <Section title={words.lacks}>
      <dl className={css.lacks}>
        {shown.map(({ key, lacks }) => (
          <div key={key}>
            <dt>{dimension[key]}</dt>
            <dd>
              {lacks.map((lack) => (
                <LackLine key={lack.id} lack={lack} />
              ))}
              {lacks.length === 0 && <span className={css.soft}>{isSure(key) ? words.noLack : words.noLackSeen}</span>}
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
      {surveyed && <p className={css.soft}>{words.asOf(formatDay(surveyed))}</p>}
    </Section>
  );
}

function LackLine({ lack: { indicator, since, until, measure } }: { lack: Lack }) {
  const name = indicatorName(indicator);
  return (
    <p className={until ? css.soft : undefined}>
      {until ? words.lackClosed(name, formatDay(since), formatDay(until)) : words.lackOpen(name, formatDay(since))}
      {measure && <span className={css.soft}> · {words.lackMeasure(measure)}</span>}
    </p>
  );
}

/** The groups that the viewer may know of. */
export function Groups({ household: { groups, locked } }: { household: Household }) {
  const lock = locked.find(({ part }) => part === 'HouseholdGroup');
  return (
    <Section title={words.groups}>
      {groups.length > 0 && (
        <ul className={css.list}>
          {groups.map(({ id, kind, since, until }) => (
            <li key={id}>
              {groupKind[kind]}, {until ? words.groupUntil(formatDay(since), formatDay(until)) : words.groupSince(formatDay(since))}
            </li>
          ))}
        </ul>
      )}
      {groups.length === 0 && <p>{lock ? words.noGroupsSeen : words.noGroups}</p>}
      {lock && (
        <p>
          {words.otherGroups}: <Hidden {...lock} />
        </p>
      )}
    </Section>
  );
}

/** Who helps the household, what was promised and what came of it. */
export function Help({ household: { pairings } }: { household: Household }) {
  const { viewer } = useSession();
  const seesAll = viewer.portalKind === 'secretariat' || viewer.portalKind === 'commune';
  return (
    <Section title={words.help}>
      {pairings.map((pairing) => (
        <div key={pairing.id} className={css.pairing}>
          <h3>{pairing.helper.name}</h3>
          <p className={css.soft}>
            {pairingState[pairing.state]} ·{' '}
            {words.helpDays(formatDay(pairing.validFrom), pairing.validTo && formatDay(pairing.validTo))}
          </p>
          <Facts
            items={[
              { label: words.helpLeader, value: pairing.leaderInCharge },
              { label: words.helpOfficer, value: pairing.officer },
              { label: words.helpPromise, value: pairing.promise },
              { label: words.helpOutcome, value: pairing.outcome },
            ]}
          />
          {pairing.endReason && <p>{words.helpEnd(pairing.endReason)}</p>}
        </div>
      ))}
      {pairings.length === 0 && <p>{seesAll ? words.noHelp : words.noHelpOurs}</p>}
    </Section>
  );
}
