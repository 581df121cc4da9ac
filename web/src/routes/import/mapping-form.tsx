import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { text } from '../../text/text';
import { mappingWords as words } from '../../text/vi-import';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { LongTextField, NumberField, SelectField, TextField } from '../../ui/field';
import { ErrorSummary, Form } from '../../ui/form';
import { toast } from '../../ui/toast';
import { ImportColumnsDocument, SaveColumnMappingDocument, type ImportKind } from './import.generated';
import css from './import.module.css';
import type { Mapping } from './import-page';

interface MappingFormProps {
  kind: ImportKind;
  mappings: readonly Mapping[];
  onSaved: (id: string) => void;
  onClose: () => void;
}

const fresh = { id: '', version: 0, name: '', sheet: '', headerRow: '', headers: '', columns: {} as Record<string, string>, values: '' };
const headersIn = (typed: string): string[] => [...new Set(typed.split(/[\t\n]/).map((one) => one.trim()).filter(Boolean))];

/** Headers of a file of one's own, each with the column it fills, kept under a name. */
export function MappingForm({ kind, mappings, onSaved, onClose }: MappingFormProps) {
  const { data } = useQuery(ImportColumnsDocument, { variables: { kind } });
  const save = useCommand(SaveColumnMappingDocument);
  const [draft, setDraft] = useState(fresh);
  const [problems, setProblems] = useState<string[]>([]);
  const columns = data?.importColumns ?? [];
  const headers = headersIn(draft.headers);
  const guess = (header: string) => columns.find((one) => one.header.toLowerCase() === header.toLowerCase())?.key ?? '';
  const chosen = (header: string) => draft.columns[header] ?? guess(header);
  const set = (name: 'name' | 'sheet' | 'headerRow' | 'headers' | 'values') => (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value });

  const open = (id: string) => {
    const one = mappings.find((mapping) => mapping.id === id);
    if (!one) return setDraft(fresh);
    const pairs = JSON.parse(one.columns) as Record<string, string>, values = JSON.parse(one.valueMap) as Record<string, string>;
    setDraft({ id: one.id, version: one.version, name: one.name, sheet: one.sheet ?? '', headerRow: one.headerRow === null ? '' : String(one.headerRow), headers: Object.keys(pairs).join('\n'), columns: pairs, values: Object.entries(values).map(([from, to]) => `${from} = ${to}`).join('\n') });
  };
  const submit = async () => {
    const pairs = Object.fromEntries(headers.map((header) => [header, chosen(header)]).filter(([, key]) => key));
    const values = Object.fromEntries(draft.values.split('\n').map((line) => line.split('=').map((one) => one.trim())).filter(([from, to]) => from && to));
    const outcome = await save.run({ input: { id: draft.id || null, version: draft.id ? draft.version : null, name: draft.name, kind, sheet: draft.sheet || null, headerRow: Number(draft.headerRow) || null, columns: JSON.stringify(pairs), valueMap: JSON.stringify(values) } });
    if (outcome.kind === 'failed') return setProblems([outcome.message]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map((one) => one.message));
    toast(words.saved);
    onSaved(outcome.payload.columnMapping?.id ?? '');
  };

  return (
    <Form label={words.title} onSubmit={() => void submit()}>
      <p>{words.lead}</p>
      <ErrorSummary items={problems.map((message) => ({ message }))} />
      {mappings.length > 0 && <SelectField label={words.existing} value={draft.id} onChange={(event) => open(event.currentTarget.value)} choices={[{ value: '', label: words.fresh }, ...mappings.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextField label={words.name} required value={draft.name} onChange={set('name')} maxLength={120} />
      <TextField label={words.sheet} value={draft.sheet} onChange={set('sheet')} maxLength={31} />
      <NumberField label={words.headerRow} value={draft.headerRow} onChange={set('headerRow')} />
      <LongTextField label={words.headers} required value={draft.headers} onChange={set('headers')} rows={4} />
      <div className={css.pairs}>
        {headers.map((header) => (
          <SelectField
            key={header}
            label={header}
            value={chosen(header)}
            onChange={(event) => setDraft({ ...draft, columns: { ...draft.columns, [header]: event.currentTarget.value } })}
            choices={[{ value: '', label: words.none }, ...columns.map(({ key, header: label, isRequired }) => ({ value: key, label: isRequired ? `${label} (*)` : label }))]}
          />
        ))}
      </div>
      <LongTextField label={words.values} hint={words.valuesHint} value={draft.values} onChange={set('values')} rows={3} />
      <DialogActions>
        <Button type="submit" kind="primary" busy={save.busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </Form>
  );
}
