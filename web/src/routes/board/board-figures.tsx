import { Link } from '@tanstack/react-router';
import type { AssignmentStatus } from '../../assignment/assignment.generated';
import { statusOrder, tones } from '../../assignment/standing';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { board as words } from '../../text/vi-board';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { totalOf, type Counts, type Matrix } from './board-matrix';
import css from './board.module.css';

interface StatusFiguresProps {
  counts: Counts;
  chosen: AssignmentStatus | undefined;
  choose: (status: AssignmentStatus | undefined) => void;
}

/** How many parts stand in each status: the legend and the filter at once. A second press takes the filter off. */
export function StatusFigures({ counts, chosen, choose }: StatusFiguresProps) {
  return (
    <Section title={words.counts} bare>
      <div className={css.figures}>
        {statusOrder.map((status) => (
          <button
            key={status}
            type="button"
            className={css.figure}
            aria-pressed={chosen === status}
            onClick={() => choose(chosen === status ? undefined : status)}
          >
            <strong>{formatNumber(counts[status])}</strong>
            <StatusTag tone={tones[status]} label={text.status[status]} />
          </button>
        ))}
      </div>
      <p className={css.soft}>
        {words.countsLead(formatNumber(totalOf(counts)))}. {words.legendLead}
      </p>
    </Section>
  );
}

/** The five units with the most late parts. */
export function WorstUnits({ worst }: { worst: Matrix['worst'] }) {
  const { viewer } = useSession();
  return (
    <Section title={words.worst} bare>
      {worst.length === 0 && <p>{words.noneLate}</p>}
      <ol className={css.worst}>
        {worst.slice(0, 5).map(({ unit, late, all }) => (
          <li key={unit.id}>
            <Link to="/cong/$unitCode/tong-quan/don-vi/$unitId" params={{ unitCode: viewer.unit.code, unitId: unit.id }}>
              {unit.name}
            </Link>
            <span>{words.worstOf(formatNumber(late), formatNumber(all))}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
