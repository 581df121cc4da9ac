import { useState, type ReactNode } from 'react';
import { command, type ValueConflict } from '../../graphql/mutation';
import { formatNumber, searchable } from '../../text/format';
import { split as words } from '../../text/vi-target';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { LongTextField, SearchField } from '../../ui/field';
import { ConflictPanel } from '../../ui/form';
import { toast } from '../../ui/toast';
import { PasteProblems } from './paste-problems';
import { readNumber, readPaste, type PasteProblem } from './paste';
import { SplitGrid } from './split-grid';
import type { Split, SplitUnits } from './split-page';
import css from './split.module.css';
import { summed } from './target-words';
import { SplitTargetDocument } from './target.generated';
import { useSheet } from './use-sheet';

interface SplitSheetProps {
  target: Split;
  units: SplitUnits;
  readOnly: boolean;
  /** The secretariat's button beside saving. */
  close?: (isChanged: boolean) => ReactNode;
}
type Group = 'commune' | 'agency';

/** The figures of all units: typed or pasted, undone, summed beside the province's, and saved all together or not at all. */
export function SplitSheet({ target, units, readOnly, close }: SplitSheetProps) {
  const groups = { commune: units.communes.nodes, agency: units.agencies.nodes };
  const everybody = [...groups.commune, ...groups.agency];
  const stored = new Map(target.shares.flatMap((share) => (share.unit ? [[share.unit.id, share] as const] : [])));
  const savedText = (unit: string) => writtenOf(stored.get(unit)?.value ?? null);
  const sheet = useSheet(savedText);
  const [group, setGroup] = useState<Group>('commune');
  const [search, setSearch] = useState('');
  const [problems, setProblems] = useState<readonly PasteProblem[]>([]);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const [busy, setBusy] = useState(false);
  const errorOf = (typed: string): string | undefined => {
    const value = readNumber(typed);
    if (value === null) return undefined;
    if (target.unitOfMeasure === '%' && value !== undefined && value > 100) return words.badRate;
    if (value === undefined) return target.isCounted ? words.badWhole : words.badNumber;
    return target.isCounted && !Number.isInteger(value) ? words.badWhole : undefined;
  };
  const changed = Object.entries(sheet.draft), bad = changed.filter(([, typed]) => errorOf(typed));
  const valueOf = (unit: string): number | null => (sheet.draft[unit] === undefined ? (stored.get(unit)?.value ?? null) : (readNumber(sheet.draft[unit]) ?? null));
  const values = everybody.flatMap(({ id }) => valueOf(id) ?? []);
  const sum = summed(target, values);
  const shown = groups[group].filter(({ name, code }) => searchable(search).split(/\s+/).every((word) => searchable(`${name} ${code}`).includes(word)));
  const asksReason = target.closedOn !== null;

  const paste = (copied: string, row: number) => {
    const isBlock = copied.includes('\t');
    const { cells, problems: found, skipped } = readPaste(copied, isBlock ? everybody : shown, row);
    if (cells.length > 0) sheet.put(cells.map(({ unit, value }) => [unit, writtenOf(value)] as const));
    setProblems(found);
    setNotes([words.pasted(cells.length), ...(skipped.length > 0 ? [words.skipped(skipped.join('; '))] : [])]);
  };
  const leave = (gone: readonly PasteProblem[]) => setProblems((before) => before.filter((one) => !gone.includes(one)));
  const save = async () => {
    if (problems.length > 0) return setProblem(words.resolve);
    if (bad.length > 0) return setProblem(words.mend(bad.length));
    if (asksReason && !reason.trim()) return setProblem(words.reasonMissing);
    setProblem(undefined);
    setBusy(true);
    const shares = changed.map(([unit, typed]) => ({ unit, value: readNumber(typed) ?? null, version: stored.get(unit)?.version ?? null }));
    const outcome = await command(SplitTargetDocument, { input: { target: target.id, shares, ...(asksReason && { reason: reason.trim() }) } });
    setBusy(false);
    if (outcome.kind === 'failed') return setProblem(outcome.message);
    if (outcome.kind === 'refused') {
      setConflicts(outcome.conflicts);
      return setProblem(outcome.refusals.map(({ message }) => message).join(' '));
    }
    setConflicts([]);
    setNotes([]);
    setReason('');
    sheet.drop();
    toast(words.done(changed.length, `${sum.words}.`));
  };
  const unitOf = (code: string) => everybody.find((unit) => unit.code === code);
  const count = (of: Group) => words.groupCount(words.groups[of], formatNumber(groups[of].filter(({ id }) => valueOf(id) !== null).length), formatNumber(groups[of].length));
  return (
    <>
      <div className={css.tools}>
        <ChoiceBar label={words.units} value={group} onChange={setGroup} choices={[{ value: 'commune', label: count('commune') }, { value: 'agency', label: count('agency') }]} />
        <SearchField label={words.search} value={search} onChange={setSearch} />
      </div>
      {!readOnly && <p className={css.soft}>{words.how}</p>}
      {problems.length > 0 && (
        <PasteProblems
          problems={problems} units={everybody} skip={leave}
          give={(one, unit) => { sheet.put([[unit, writtenOf(one.value ?? null)]]); leave([one]); }}
        />
      )}
      {conflicts.length > 0 && (
        <ConflictPanel
          conflicts={conflicts} fieldName={(code) => unitOf(code)?.name ?? code}
          onKeep={() => { setConflicts([]); void save(); }}
          onTake={() => { sheet.drop(conflicts.flatMap(({ field }) => unitOf(field)?.id ?? [])); setConflicts([]); setProblem(undefined); }}
        />
      )}
      <SplitGrid
        measure={target.unitOfMeasure} readOnly={readOnly} put={(unit, typed) => sheet.put([[unit, typed]])} paste={paste} undo={sheet.undo}
        rows={shown.map((unit) => {
          const typed = sheet.draft[unit.id];
          return { unit, saved: savedText(unit.id), typed, ...(typed !== undefined && { error: errorOf(typed) }) };
        })}
      />
      <div className={css.foot}>
        <div role="status" className={css.bar}>
          <p className={css.sum}>{sum.words}</p>
          {!readOnly && <p className={css.soft}>{[words.changed(changed.length), ...notes, !sum.fits && changed.length > 0 && target.isCounted && words.mayDiffer].filter(Boolean).join(' ')}</p>}
        </div>
        {!readOnly && asksReason && changed.length > 0 && <LongTextField label={words.reason} required rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        {problem && <p role="alert" className={css.error}>{problem}</p>}
        {!readOnly && (
          <div className={css.actions}>
            {(changed.length > 0 || problems.length > 0 || sheet.canUndo) && (
              <>
                <Button kind="primary" busy={busy} disabled={changed.length === 0} onClick={() => void save()}>{words.save}</Button>
                <Button disabled={!sheet.canUndo} onClick={sheet.undo}>{words.undo}</Button>
                <Button disabled={changed.length === 0 && problems.length === 0} onClick={() => { sheet.drop(); setProblems([]); setNotes([]); setProblem(undefined); }}>{words.drop}</Button>
              </>
            )}
            {close?.(changed.length > 0)}
          </div>
        )}
      </div>
    </>
  );
}

/** As it stands in a cell; no figure is an empty cell. */
const writtenOf = (value: number | null): string => (value === null ? '' : formatNumber(value));
