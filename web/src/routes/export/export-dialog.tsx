import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { text } from '../../text/text';
import { exporting as words } from '../../text/vi-export';
import { purpose as purposes } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { CheckField } from '../../ui/check-field';
import { SelectField } from '../../ui/field';
import type { ExportedList } from './export-button';
import { ExportProgressPanel } from './export-progress';
import { ExportColumnsDocument, ExportMappingsDocument, StartExportDocument, type ExportColumnsQuery, type ExportKind, type ImportKind, type Purpose } from './export.generated';
import css from './export.module.css';

interface ExportDialogProps extends ExportedList {
  onClose: () => void;
}

/** First what goes into the file, then how far it has come. */
export function ExportDialog({ onClose, ...list }: ExportDialogProps) {
  const [job, setJob] = useState<string>();
  const result = useQuery(ExportColumnsDocument, { variables: { kind: list.kind } });
  return (
    <Dialog title={words.title} open onClose={onClose}>
      {job ? (
        <ExportProgressPanel id={job} again={() => setJob(undefined)} onClose={onClose} />
      ) : (
        <Answer result={result} data={result.data} rows={3}>
          {({ exportColumns }) => <Choosing {...list} columns={exportColumns} started={setJob} onClose={onClose} />}
        </Answer>
      )}
    </Dialog>
  );
}

/** What comes in under a saved mapping of columns goes out under it. */
const cameInAs: Partial<Record<ExportKind, ImportKind>> = { HOUSEHOLDS: 'HOUSEHOLDS', MEMBERS: 'MEMBERS', SUPPORT_NEEDS: 'NEEDS', SUPPORTS: 'SUPPORTS' };

/** The mappings of this list that the post may use; without the right, or before they have come, none. */
function useMappings(kind: ExportKind) {
  const may = useCan('Query.columnMappings');
  const wanted = cameInAs[kind];
  const { data } = useQuery(ExportMappingsDocument, { variables: { kind: wanted ?? 'HOUSEHOLDS' }, skip: !may || !wanted });
  return data?.columnMappings.nodes ?? [];
}

type ColumnChoice = ExportColumnsQuery['exportColumns'][number];
interface ChoosingProps extends ExportDialogProps {
  columns: ColumnChoice[];
  started: (job: string) => void;
}

function Choosing({ kind, filter, order, columns, started, onClose }: ChoosingProps) {
  const usual = columns.filter(({ isDefault, isSensitive }) => isDefault && !isSensitive).map(({ key }) => key);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(usual));
  const [purpose, setPurpose] = useState('');
  const [mapping, setMapping] = useState('');
  const mappings = useMappings(kind);
  const [problems, setProblems] = useState<{ field: string | null; message: string }[]>([]);
  const { run, busy } = useCommand(StartExportDocument);
  const ordinary = columns.filter(({ isSensitive }) => !isSensitive);
  const sensitive = columns.filter(({ isSensitive }) => isSensitive);
  const wantsPurpose = (!mapping && sensitive.some(({ key }) => chosen.has(key))) || problems.some(({ field }) => field === 'purpose');
  if (columns.length === 0) return <p>{words.none}</p>;
  const toggle = (key: string) => setChosen((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  const start = async () => {
    if (!mapping && chosen.size === 0) return setProblems([{ field: 'columns', message: words.noColumns }]);
    const named = mapping ? [] : columns.map(({ key }) => key).filter((key) => chosen.has(key));
    const input = { kind, filter: JSON.stringify(filter), order: JSON.stringify(order), columns: named, mapping: mapping || null, purpose: purpose ? (purpose as Purpose) : null };
    const outcome = await run({ input });
    if (outcome.kind === 'done') return started(outcome.payload.exportJob!.id);
    setProblems(outcome.kind === 'failed' ? [{ field: null, message: outcome.message }] : outcome.refusals);
  };
  const said = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const others = problems.filter(({ field }) => field !== 'purpose' && !(field === 'mapping' && mapping));
  return (
    <>
      <p className={css.soft}>{words.lead}</p>
      {mappings.length > 0 && (
        <SelectField
          label={words.mapping}
          required
          hint={mapping ? words.mappingLead : undefined}
          value={mapping}
          error={said('mapping')}
          onChange={(event) => {
            setMapping(event.currentTarget.value);
            setProblems([]);
          }}
          choices={[{ value: '', label: words.noMapping }, ...mappings.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {!mapping && (
        <>
          <Columns legend={words.columns} columns={ordinary} chosen={chosen} toggle={toggle} />
          <div className={css.line}>
            <Button small onClick={() => setChosen((now) => new Set([...ordinary.map(({ key }) => key), ...sensitive.map(({ key }) => key).filter((key) => now.has(key))]))}>{words.all}</Button>
            <Button small onClick={() => setChosen(new Set(usual))}>{words.usual}</Button>
          </div>
          {sensitive.length > 0 && <Columns legend={words.sensitive} lead={words.sensitiveLead} columns={sensitive} chosen={chosen} toggle={toggle} />}
        </>
      )}
      {wantsPurpose && (
        <SelectField
          label={words.purpose}
          required
          value={purpose}
          error={said('purpose')}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          choices={[{ value: '', label: words.choosePurpose }, ...Object.entries(purposes).map(([value, label]) => ({ value, label }))]}
        />
      )}
      {others.length > 0 && <p role="alert" className={css.problem}>{others.map(({ message }) => message).join(' ')}</p>}
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={() => void start()}>{words.start}</Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </>
  );
}

interface ColumnsProps {
  legend: string;
  lead?: string;
  columns: ColumnChoice[];
  chosen: ReadonlySet<string>;
  toggle: (key: string) => void;
}

function Columns({ legend, lead, columns, chosen, toggle }: ColumnsProps) {
  return (
    <fieldset className={css.columns}>
      <legend>{legend}</legend>
      {lead && <p className={css.soft}>{lead}</p>}
      <div className={css.grid}>
        {columns.map(({ key, header }) => <CheckField key={key} label={header} checked={chosen.has(key)} onChange={() => toggle(key)} />)}
      </div>
    </fieldset>
  );
}
