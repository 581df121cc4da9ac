import { formatDay, formatNumber } from '../../text/format';
import { handedNoun, handedOrder, handover as words } from '../../text/vi-handover';
import { noun as nounWords } from '../../text/vi-permission';
import { Notice } from '../../ui/page';
import css from './handover.module.css';
import type { HandoverPreviewQuery } from './handover.generated';

type Shown = HandoverPreviewQuery['handoverPreview'];

/** Whether the taker lacks something that the leaver's post has. */
export const hasGaps = ({ missingNouns, isTerritoryNarrower, losesSigning, hasNamesake }: Shown): boolean =>
  missingNouns.length > 0 || isTerritoryNarrower || losesSigning || hasNamesake;

/** What would move, noun by noun with its first rows, and what the taker could not do with it. */
export function Preview({ preview }: { preview: Shown }) {
  const groups = [...preview.groups].sort((a, b) => handedOrder.indexOf(a.noun) - handedOrder.indexOf(b.noun));
  const lines = [
    preview.missingNouns.length > 0 && words.missing(preview.missingNouns.map((noun) => nounWords[noun] ?? noun).join(', ')),
    preview.isTerritoryNarrower && words.narrower,
    preview.losesSigning && words.losesSigning,
    preview.hasNamesake && words.namesake,
  ].filter((line) => line !== false);
  return (
    <>
      <h3>{words.moves}</h3>
      {groups.length === 0 ? <p>{words.nothing}</p> : (
        <ul className={css.groups}>
          {groups.map(({ noun, count, works }) => {
            const named = works.filter(({ label }) => label);
            return (
              <li key={noun}>
                <strong>{handedNoun[noun] ?? noun}</strong>: {words.count(formatNumber(count))}
                {named.length > 0 && (
                  <ul>
                    {named.map(({ rowId, label, dueDay }) => <li key={rowId}>{label}{dueDay && <span className={css.soft}> · {words.due(formatDay(dueDay))}</span>}</li>)}
                    {count > named.length && <li className={css.soft}>{words.andMore(formatNumber(count - named.length))}</li>}
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className={css.soft}>{words.stays}</p>
      {lines.length > 0 && (
        <Notice title={words.attention}>
          <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </Notice>
      )}
    </>
  );
}
