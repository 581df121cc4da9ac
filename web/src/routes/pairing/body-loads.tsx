import { useMemo, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatNumber, parseWhole } from '../../text/format';
import { text } from '../../text/text';
import { pairingBoard as words } from '../../text/vi-pairing';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { DataTable, type Column } from '../../ui/data-table';
import { NumberField } from '../../ui/field';
import { toast } from '../../ui/toast';
import css from './board.module.css';
import { SavePairingQuotaDocument } from './pairing-board.generated';
import type { Board } from './pairing-page';

type Load = Board['helpers'][number];

/** Bodies with what they promised and what they help, and how many families one of their officers has. */
export function BodyLoads({ helpers, onDone }: { helpers: Board['helpers']; onDone: () => void }) {
  const mayChange = useCan('Mutation.savePairingQuota');
  const [changing, setChanging] = useState<Load>();
  const columns = useMemo((): Column<Load>[] => [
    { key: 'name', title: words.helper, head: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
    { key: 'quota', title: words.quota, cell: (load) => <Quota load={load} />, sortBy: ({ agreed, quota }) => (quota ? agreed / quota : -1) },
    { key: 'waiting', title: words.waitingShort, align: 'end', cell: ({ waiting }) => formatNumber(waiting), sortBy: ({ waiting }) => waiting },
    { key: 'load', title: words.load, cell: ({ agreed, officers }) => (officers === 0 ? words.noOfficer : words.loadOf(formatNumber(agreed / officers), formatNumber(officers))), sortBy: ({ agreed, officers }) => (officers ? agreed / officers : 0) },
    { key: 'communes', title: words.ofCommunes, cell: ({ communes }) => communes.join(', ') || text.hidden.none },
    ...(mayChange ? [{ key: 'change', title: '', cell: (load: Load) => <Button small label={words.changeQuotaOf(load.name)} onClick={() => setChanging(load)}>{words.changeQuota}</Button> }] : []),
  ], [mayChange]);
  return (
    <>
      <DataTable caption={text.control.tableOf(words.helpers)} columns={columns} rows={helpers} rowKey={({ unit }) => unit} />
      {changing && <ChangeQuota load={changing} onClose={() => setChanging(undefined)} onDone={onDone} />}
    </>
  );
}

function Quota({ load: { agreed, quota, name } }: { load: Load }) {
  if (quota === null) return <>{formatNumber(agreed)} ({words.quotaNone})</>;
  return (
    <span className={css.quota}>
      <meter min={0} max={Math.max(quota, 1)} value={Math.min(agreed, quota)} aria-label={`${words.quota}: ${name}`} />
      {words.quotaOf(formatNumber(agreed), formatNumber(quota))}
      {agreed > quota && ` (${words.over(formatNumber(agreed - quota))})`}
    </span>
  );
}

function ChangeQuota({ load, onClose, onDone }: { load: Load; onClose: () => void; onDone: () => void }) {
  const { year } = useSession();
  const [isOpen, setIsOpen] = useState(true);
  const [typed, setTyped] = useState(load.quota === null ? '' : formatNumber(load.quota));
  const [problem, setProblem] = useState<string>();
  const { run, busy } = useCommand(SavePairingQuotaDocument);
  const save = async () => {
    const households = parseWhole(typed);
    if (households === null || households > 10_000) return setProblem(words.quotaBad);
    const outcome = await run({ input: { helper: load.unit, year, households, version: load.quotaVersion } });
    if (outcome.kind !== 'done') return setProblem(outcome.kind === 'failed' ? outcome.message : outcome.refusals.map(({ message }) => message).join(' '));
    toast(words.quotaSaved);
    onDone();
    setIsOpen(false);
  };
  return (
    <Dialog title={`${words.quotaTitle}: ${load.name}`} open={isOpen} onClose={onClose}>
      <NumberField label={words.quotaField} required value={typed} error={problem} onChange={(event) => setTyped(event.currentTarget.value)} />
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={() => void save()}>{words.save}</Button>
        <Button onClick={() => setIsOpen(false)}>{text.control.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}
