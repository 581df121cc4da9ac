import { useState } from 'react';
import { command } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatNumber, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { pairingBoard as words } from '../../text/vi-pairing';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { DayField, SelectField, TextField } from '../../ui/field';
import { ProposePairingDocument } from '../household/household-help-edit.generated';
import css from './board.module.css';
import type { Board } from './pairing-page';

/** What is given: a commune, or a household of it. */
export interface Given {
  name: string;
  commune: string;
  household?: string;
}
interface GiveToProps {
  title: string;
  given: readonly Given[];
  bodies: Board['helpers'];
  onClose: () => void;
  onDone: () => void;
}
interface Result {
  done: number;
  refused: { name: string; why: string }[];
}

/** Proposes one body for all that was chosen, one after another, and says of each that was refused why: another may have come first. */
export function GiveTo({ bodies, onClose, onDone, ...opened }: GiveToProps) {
  // As it was opened: once sent, what was ticked is taken off the list.
  const [{ title, given }] = useState(opened);
  const { today } = useSession();
  const namesLeader = useCan('Pairing.leaderInCharge:create');
  const [isOpen, setIsOpen] = useState(true);
  const [body, setBody] = useState(bodies.length === 1 ? (bodies[0]?.unit ?? '') : '');
  const [from, setFrom] = useState(formatDay(today));
  const [to, setTo] = useState('');
  const [leader, setLeader] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState<number>();
  const [result, setResult] = useState<Result>();
  const all = formatNumber(given.length);
  const send = async () => {
    const validFrom = parseDay(from), validTo = to.trim() ? parseDay(to) : null;
    if (!body) return setProblem(words.missingBody);
    if (!validFrom || (to.trim() && !validTo)) return setProblem(words.missingDay);
    setProblem(undefined);
    const ended: Result = { done: 0, refused: [] };
    for (const [at, one] of given.entries()) {
      setSent(at);
      const outcome = await command(ProposePairingDocument, {
        input: { commune: one.commune, helper: body, validFrom, validTo, ...(one.household && { household: one.household }), ...(namesLeader && leader.trim() && { leaderInCharge: leader.trim() }) },
      });
      if (outcome.kind === 'done') ended.done++;
      else ended.refused.push({ name: one.name, why: outcome.kind === 'failed' ? outcome.message : outcome.refusals.map(({ message }) => message).join(' ') });
    }
    setResult(ended);
    onDone();
  };
  return (
    <Dialog title={title} open={isOpen} onClose={onClose}>
      {result ? (
        <div role="status">
          <p><strong>{words.result(formatNumber(result.done), all)}</strong></p>
          {result.refused.length > 0 && <p>{words.refused}</p>}
          <ul className={css.results}>{result.refused.map(({ name, why }) => <li key={name}>{name}: {why}</li>)}</ul>
        </div>
      ) : sent !== undefined ? (
        <div role="status"><label>{words.progress(formatNumber(sent + 1), all)} <progress max={given.length} value={sent} /></label></div>
      ) : (
        <div className={css.form}>
          <p>{words.giveLead}</p>
          <SelectField
            label={words.giveTo} required value={body} onChange={(event) => setBody(event.currentTarget.value)}
            choices={[{ value: '', label: words.choose }, ...bodies.map(({ unit, name, agreed, quota }) => ({ value: unit, label: words.option(name, formatNumber(agreed), quota === null ? null : formatNumber(quota)) }))]}
          />
          <div className={css.days}>
            <DayField label={words.from} required value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
            <DayField label={words.to} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          </div>
          {namesLeader && <TextField label={words.leader} maxLength={120} value={leader} onChange={(event) => setLeader(event.currentTarget.value)} />}
          {problem && <p role="alert" className={css.problem}>{problem}</p>}
        </div>
      )}
      <DialogActions>
        {result ? <Button kind="primary" onClick={() => setIsOpen(false)}>{text.control.close}</Button> : sent === undefined && (
          <>
            <Button kind="primary" onClick={() => void send()}>{words.send}</Button>
            <Button onClick={() => setIsOpen(false)}>{text.control.cancel}</Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
