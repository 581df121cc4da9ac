import type { ReactNode } from 'react';
import { formatDay } from '../../text/format';
import { story as words } from '../../text/vi-household-story';
import { Hidden } from '../../ui/hidden';
import css from './household.module.css';

export interface Fact {
  id: string;
  name: string;
  since: string;
  until: string | null;
  more?: string;
}

/** Facts with the days that they hold, each with what can be done about it at its end. */
export function FactList({ facts, tail }: { facts: readonly Fact[]; tail?: (fact: Fact) => ReactNode }) {
  return (
    <ul className={css.list}>
      {facts.map((fact) => (
        <li key={fact.id}>
          <span className={css.line}>
            <span>
              {fact.name}, <span className={css.soft}>{daysOf(fact)}</span>
              {fact.more && <span className={css.soft}>, {fact.more}</span>}
            </span>
            {tail?.(fact)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a portal sees only in part: the rest is there or not, and is not told. */
export function LockedLine({ label, lock }: { label: string; lock: { reason: string; grantedBy: string } }) {
  return (
    <p>
      {label}: <Hidden {...lock} />
    </p>
  );
}

const daysOf = ({ since, until }: { since: string; until: string | null }): string =>
  until ? words.span(formatDay(since), formatDay(until)) : words.since(formatDay(since));
