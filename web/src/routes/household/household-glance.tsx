import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { groupKind, household as words, householdClass } from '../../text/vi-household';
import { column as names, condition, glance } from '../../text/vi-household-list';
import { causeKind, supportKind, supportState } from '../../text/vi-household-kind';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';
import type { Row } from './household-columns';
import css from './household-list.module.css';
import { HouseholdGlanceDocument } from './household-list.generated';
import { lackLine } from './indicators';

/** The main facts of one row beside the list; the row's own are shown at once, the rest as it comes. */
export function HouseholdGlance({ row, onClose }: { row: Row; onClose: () => void }) {
  const result = useQuery(HouseholdGlanceDocument, { variables: { id: row.id }, fetchPolicy: 'cache-first' });
  const place = [row.village?.name, row.commune.shortName].filter(Boolean).join(', ');
  const exit = [row.exitRegisteredOn && condition.registers.co, row.expectedExitYear && condition.year(String(row.expectedExitYear))].filter(Boolean).join(', ');
  return (
    <aside className={css.glance} aria-label={glance.title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className={css.glanceHead}>
        <h2>{row.headName}</h2>
        <Button small kind="quiet" label={glance.close} onClick={onClose}>✕</Button>
      </div>
      <p className={css.soft}>{row.code} · {place}</p>
      <Facts
        items={[
          { label: names.class, value: `${householdClass[row.class]} ${words.since(formatDay(row.classSince))}` },
          { label: names.members, value: formatNumber(row.memberCount) },
          { label: names.lacks, value: lackLine(row.deprivations) || words.noLack },
          { label: names.helper, value: row.helpers.join(', ') || null },
          { label: names.officer, value: row.officerInCharge },
          { label: condition.registered, value: exit || null },
        ]}
      />
      <Answer result={result} data={result.data?.household ? result.data : undefined} what={glance.failed} rows={3} rowHeight={24}>
        {({ household }) => (
          <Facts
            items={[
              { label: glance.groups, value: line(household?.groups.filter(isOpen).map(({ kind }) => groupKind[kind])) },
              { label: glance.needs, value: line(household?.needs.filter(isOpen).map(({ kind }) => supportKind[kind])) },
              { label: glance.causes, value: line(household?.causes.filter(isOpen).map(({ cause }) => causeKind[cause])) },
              { label: glance.supports, value: line(household?.supports.map(({ kind, state }) => `${supportKind[kind]} (${supportState[state].toLowerCase()})`)) },
            ]}
          />
        )}
      </Answer>
      <p>
        <Link from="/cong/$unitCode/ho" to="/cong/$unitCode/ho/$householdId" params={{ householdId: row.id }}>{glance.openPage}</Link>
      </p>
      <p className={css.keys}>{glance.keys}</p>
    </aside>
  );
}

const isOpen = ({ until }: { until: string | null }): boolean => until === null;
const line = (words: readonly string[] | undefined): string => [...new Set(words)].join('; ') || text.hidden.none;
