import { useId, useState } from 'react';
import type { Outcome } from '../../graphql/mutation';
import { parseDay, parseWhole } from '../../text/format';
import { text } from '../../text/text';
import { standard as words } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { DayField, LongTextField, NumberField, SelectField, TextField, type Choice } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, type Conflict, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';

/** A field of a record: what it is called, how it is typed, and whether it may stay empty. */
export interface RecordField {
  name: string;
  label: string;
  kind: 'text' | 'long' | 'day' | 'number' | 'select';
  initial?: string;
  hint?: string;
  suffix?: string;
  required?: boolean;
  choices?: Choice[];
  maxLength?: number;
}
export type RecordValues = Record<string, string | number | null>;

interface RecordFormProps {
  label: string;
  lead: string;
  fields: RecordField[];
  /** Sends what was typed; days as the server writes them, numbers as numbers, empty as null. */
  send: (values: RecordValues) => Promise<Outcome<unknown>>;
  busy: boolean;
  /** Reads anew what stands on file. */
  onChanged: () => void;
  onClose: () => void;
}

/** A dated record: typed, checked, sent; after a meeting with another writer both values and the choice to send again. */
export function RecordForm({ label, lead, fields, send, busy, onChanged, onClose }: RecordFormProps) {
  const prefix = useId();
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? ''])));
  const [problems, setProblems] = useState<(SummaryItem & { field: string })[]>([]);
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const say = (field: string, message: string) =>
    fields.some(({ name }) => name === field) ? { field, message, fieldId: `${prefix}-${field}` } : { field, message };
  const save = async () => {
    const read = fields.map((field) => ({ field, ...valueOf(field, typed[field.name] ?? '') }));
    const wrong = read.flatMap(({ field, problem }) => (problem ? [say(field.name, problem)] : []));
    setProblems(wrong);
    if (wrong.length > 0) return;
    const outcome = await send(Object.fromEntries(read.map(({ field, value }) => [field.name, value])));
    if (outcome.kind === 'failed') return setProblems([{ field: '', message: outcome.message }]);
    if (outcome.kind === 'refused') {
      setConflicts(outcome.conflicts);
      if (outcome.conflicts.length > 0) onChanged();
      return setProblems(outcome.conflicts.length > 0 ? [] : outcome.refusals.map(({ field, message }) => say(field ?? '', message)));
    }
    toast(words.saved);
    onChanged();
    onClose();
  };
  if (conflicts.length > 0) {
    const nameOf = (field: string) => fields.find(({ name }) => name === field)?.label ?? field;
    return <ConflictPanel conflicts={conflicts} fieldName={nameOf} onKeep={() => setConflicts([])} onTake={onClose} />;
  }
  return (
    <Form label={label} onSubmit={() => void save()}>
      <p>{lead}</p>
      <ErrorSummary items={problems} />
      {fields.map((field) => (
        <RecordInput
          key={field.name}
          field={field}
          id={`${prefix}-${field.name}`}
          value={typed[field.name] ?? ''}
          error={problems.find((one) => one.field === field.name)?.message}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <DialogActions>
        <Button type="submit" kind="primary" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </Form>
  );
}

interface RecordInputProps {
  field: RecordField;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One field of a record by its kind. */
export function RecordInput({ field, id, value, error, onChange }: RecordInputProps) {
  const { kind, label, hint, required, choices = [], maxLength, suffix } = field;
  const common = { id, label, hint, required, value, error, onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value) };
  if (kind === 'select') return <SelectField {...common} choices={choices} />;
  if (kind === 'day') return <DayField {...common} />;
  if (kind === 'number') return <NumberField {...common} hint={hint ?? suffix} />;
  if (kind === 'long') return <LongTextField {...common} rows={2} />;
  return <TextField {...common} maxLength={maxLength ?? 300} />;
}

/** What was typed as the server takes it, or what is wrong with it. */
export function valueOf({ kind, label, required }: RecordField, typed: string): { value: string | number | null; problem?: string } {
  const trimmed = typed.trim();
  if (!trimmed) return { value: null, ...(required && { problem: words.missing(label) }) };
  if (kind === 'day') {
    const day = parseDay(trimmed);
    return { value: day, ...(!day && { problem: text.form.badDay }) };
  }
  if (kind === 'number') {
    const value = parseWhole(trimmed);
    return { value, ...(value === null && { problem: words.notWhole(label) }) };
  }
  return { value: trimmed };
}
