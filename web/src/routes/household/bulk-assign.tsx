import { useRef, useState } from 'react';
import { command } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { bulk as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { TextField } from '../../ui/field';
import type { Row } from './household-columns';
import css from './household-list.module.css';
import { AssignHouseholdOfficerDocument } from './household-list.generated';

interface Result {
  saved: string[];
  refused: { row: Row; why: string }[];
  left: number;
}

/** Writes the officer in charge of the rows one after another, each under its own version, and says of each whether it was saved. */
export function BulkAssign({ rows, onClose, saved }: { rows: readonly Row[]; onClose: () => void; saved: (ids: readonly string[]) => void }) {
  const [isOpen, setIsOpen] = useState(true);
  const [given] = useState(rows);
  const [officer, setOfficer] = useState('');
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<number>();
  const [result, setResult] = useState<Result>();
  const stopped = useRef(false);
  const all = formatNumber(given.length);
  const run = async () => {
    if (!officer.trim()) return setProblem(words.missing);
    const ended: Result = { saved: [], refused: [], left: given.length };
    for (const row of given) {
      if (stopped.current) break;
      setDone(given.length - ended.left);
      const outcome = await command(AssignHouseholdOfficerDocument, { input: { id: row.id, version: row.version, officerInCharge: officer.trim() } });
      ended.left--;
      if (outcome.kind === 'done') ended.saved.push(row.id);
      else ended.refused.push({ row, why: outcome.kind === 'failed' ? outcome.message : outcome.conflicts.length > 0 ? words.conflict : outcome.refusals.map(({ message }) => message).join(' ') });
    }
    setResult(ended);
    saved(ended.saved);
  };
  const leave = () => {
    stopped.current = true;
    onClose();
  };
  return (
    <Dialog title={words.assign} open={isOpen} onClose={leave}>
      {result ? (
        <div role="status">
          <p><strong>{words.result(formatNumber(result.saved.length), all)}</strong></p>
          {result.left > 0 && <p>{words.stopped(formatNumber(result.left))}</p>}
          {result.refused.length > 0 && <p>{words.refused(formatNumber(result.refused.length))}</p>}
          <ul>{result.refused.map(({ row, why }) => <li key={row.id}>{row.code}, {row.headName}: {why}</li>)}</ul>
        </div>
      ) : done === undefined ? (
        <>
          <p>{words.lead(all)}</p>
          <TextField label={words.officer} required maxLength={120} value={officer} error={problem} onChange={(event) => setOfficer(event.currentTarget.value)} />
        </>
      ) : (
        <div role="status">
          <label className={css.progress}>
            {words.progress(formatNumber(done), all)}
            <progress max={given.length} value={done} />
          </label>
        </div>
      )}
      <DialogActions>
        {result ? (
          <Button kind="primary" onClick={() => setIsOpen(false)}>{text.control.close}</Button>
        ) : done === undefined ? (
          <>
            <Button kind="primary" onClick={() => void run()}>{words.start}</Button>
            <Button onClick={() => setIsOpen(false)}>{text.control.cancel}</Button>
          </>
        ) : (
          <Button onClick={() => { stopped.current = true; }}>{words.stop}</Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
