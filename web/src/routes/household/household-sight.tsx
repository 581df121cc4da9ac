import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { detail as words, groupKind, lockedPart, lockedReason, sightCause } from '../../text/vi-household';
import { supportKind } from '../../text/vi-household-kind';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import css from './household.module.css';
import { indicatorName } from './indicators';

type Reason = Household['sightReasons'][number];

/** "Đơn vị được xem hộ này vì …": each cause in words, with its days. */
export function Sight({ household: { sightReasons } }: { household: Household }) {
  const { viewer } = useSession();
  const isSecretariat = viewer.portalKind === 'secretariat';
  return (
    <FoldSection title={isSecretariat ? words.sight : words.sightOwn}>
      {isSecretariat && <p>{words.sightSecretariat}</p>}
      <ul className={css.list}>
        {sightReasons.map((reason) => (
          <li key={reason.id}>
            <strong>{reason.unit.name}</strong>: {causeOf(reason)}
            {reason.validFrom && (
              <span className={css.soft}>, {words.sightDays(formatDay(reason.validFrom), reason.validTo && formatDay(reason.validTo))}</span>
            )}
          </li>
        ))}
      </ul>
      {sightReasons.length === 0 && <p>{words.noSight}</p>}
    </FoldSection>
  );
}

function causeOf({ cause, part }: Reason): string {
  return sightCause[cause]?.(partNames[cause]?.[part] ?? indicatorName(part)) ?? cause;
}

/** What the part of a cause is one of; of the others it is an indicator. */
const partNames: Record<string, Record<string, string | undefined> | undefined> = { GROUP: groupKind, NEED: supportKind, GRANTED: lockedPart };

/** What this portal and post may not open, and whom to ask. The same for every household. */
export function Locked({ household: { locked } }: { household: Household }) {
  if (locked.length === 0) return null;
  const groups = new Map<string, { reason: string; grantedBy: string; names: string[] }>();
  for (const { part, reason, grantedBy } of locked) {
    const group = groups.get(reason + grantedBy) ?? { reason, grantedBy, names: [] };
    group.names.push(lockedPart[part] ?? part);
    groups.set(reason + grantedBy, group);
  }
  return (
    <FoldSection title={words.locked}>
      <p className={css.soft}>{words.lockedLead}</p>
      <ul className={css.list}>
        {[...groups.values()].map(({ reason, grantedBy, names }) => (
          <li key={reason + grantedBy}>
            <strong>{names.join('; ')}</strong>: {lockedReason[reason] ?? reason} {words.lockedAsk(grantedBy)}
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}
