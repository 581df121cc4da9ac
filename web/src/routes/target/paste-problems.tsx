import { useState } from 'react';
import { formatNumber } from '../../text/format';
import { split as words } from '../../text/vi-target';
import { Button } from '../../ui/button';
import type { PasteProblem, PasteUnit } from './paste';
import css from './split.module.css';

interface PasteProblemsProps {
  problems: readonly PasteProblem[];
  units: readonly PasteUnit[];
  give: (problem: PasteProblem, unit: string) => void;
  skip: (problems: readonly PasteProblem[]) => void;
}

/** Pasted lines that no unit could be found for, each with its way out; nothing is saved while one stands here. */
export function PasteProblems({ problems, units, give, skip }: PasteProblemsProps) {
  return (
    <div role="alert" className={css.problems}>
      <h3>{words.problems(problems.length)}</h3>
      <p>{words.problemsLead}</p>
      <ul>
        {problems.map((problem) => <Problem key={problem.line} problem={problem} units={units} give={(unit) => give(problem, unit)} skip={() => skip([problem])} />)}
      </ul>
      {problems.length > 1 && <div><Button onClick={() => skip(problems)}>{words.skipAll}</Button></div>}
    </div>
  );
}

function Problem({ problem: { line, written, why, value }, units, give, skip }: { problem: PasteProblem; units: readonly PasteUnit[]; give: (unit: string) => void; skip: () => void }) {
  const [unit, setUnit] = useState('');
  const mayGive = value !== undefined && (why === 'NO_UNIT' || why === 'SEVERAL');
  return (
    <li>
      <span>
        {words.line(line)}: <strong>{written}</strong>
        {typeof value === 'number' && why !== 'TOO_MANY' && ` – ${formatNumber(value)}`} ({words.problem[why]})
      </span>
      <span className={css.actions}>
        {mayGive && (
          <>
            <select className={css.select} aria-label={words.chooseFor(written)} value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
              <option value="">{words.choose}</option>
              {units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
            <Button small disabled={unit === ''} onClick={() => give(unit)}>{words.give}</Button>
          </>
        )}
        <Button small label={words.skipOf(written)} onClick={skip}>{words.skip}</Button>
      </span>
    </li>
  );
}
