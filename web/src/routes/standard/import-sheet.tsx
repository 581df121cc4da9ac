import { useId, useState } from 'react';
import { client } from '../../graphql/client';
import { failureOf } from '../../graphql/failure';
import { useCommand, type Refusal } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { sheet as words, standard as page } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { LongTextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { Notice, Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import { RecordInput, valueOf, type RecordField } from './record-form';
import { CheckScoreSheetDocument, ImportScoreSheetDocument, type CheckScoreSheetQuery, type ImportScoreSheetInput } from './standard.generated';
import css from './standard.module.css';
import type { Standard } from './standard-page';

type Check = CheckScoreSheetQuery['checkScoreSheet'];
type Problem = Check['problems'][number] & { key: string };

const columns: Column<Problem>[] = [
  { key: 'row', title: words.row, cell: ({ row }) => row ?? text.hidden.none },
  { key: 'column', title: words.column, cell: ({ column }) => column ?? text.hidden.none },
  { key: 'message', title: words.message, head: true, cell: ({ message }) => message },
];

const fieldsOf = (standards: readonly Standard[]): RecordField[] => [
  { name: 'standard', label: words.standard, kind: 'select', initial: standards[0]?.code, choices: standards.map(({ code, name }) => ({ value: code, label: name })) },
  { name: 'formVersion', label: words.version, kind: 'text', hint: words.versionHint, required: true, maxLength: 60 },
  { name: 'source', label: page.source, kind: 'text', hint: page.sourceHint, required: true },
  { name: 'validFrom', label: page.from, kind: 'day', required: true },
  { name: 'validTo', label: page.to, kind: 'day' },
  { name: 'ruralRegion', label: words.ruralRegion, kind: 'text', hint: words.regionHint, required: true },
  { name: 'urbanRegion', label: words.urbanRegion, kind: 'text', hint: words.regionHint, required: true },
];

interface ImportSheetProps {
  standards: readonly Standard[];
  onImported: () => void;
  onClose: () => void;
}

/** A table pasted from a spreadsheet: tried as often as one likes, each mistake with its row and column, then saved whole or not at all. */
export function ImportSheet({ standards, onImported, onClose }: ImportSheetProps) {
  const prefix = useId();
  const fields = fieldsOf(standards);
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? ''])));
  const [table, setTable] = useState('');
  const [problems, setProblems] = useState<(SummaryItem & { field: string })[]>([]);
  const [check, setCheck] = useState<Check>();
  const [busy, setBusy] = useState(false);
  const save = useCommand(ImportScoreSheetDocument);
  const say = (field: string, message: string) => ({ field, message, fieldId: `${prefix}-${field}` });
  const tell = (refusals: readonly Refusal[]) => setProblems(refusals.map(({ field, message }) => say(field ?? 'table', message)));
  const read = (): ImportScoreSheetInput | null => {
    const values = fields.map((field) => ({ field, ...valueOf(field, typed[field.name] ?? '') }));
    const wrong = values.flatMap(({ field, problem }) => (problem ? [say(field.name, problem)] : []));
    if (!table.trim()) wrong.push(say('table', page.missing(words.table)));
    setProblems(wrong);
    setCheck(undefined);
    return wrong.length > 0 ? null : ({ ...Object.fromEntries(values.map(({ field, value }) => [field.name, value])), table } as ImportScoreSheetInput);
  };
  const tryOut = async () => {
    const input = read();
    if (!input) return;
    setBusy(true);
    try {
      const { data } = await client.query({ query: CheckScoreSheetDocument, variables: { input }, fetchPolicy: 'no-cache' });
      setCheck(data?.checkScoreSheet);
      tell(data?.checkScoreSheet.userErrors ?? []);
    } catch (error) {
      setProblems([say('table', failureOf(error).message)]);
    } finally {
      setBusy(false);
    }
  };
  const keep = async () => {
    const input = read();
    if (!input) return;
    const outcome = await save.run({ input });
    if (outcome.kind === 'failed') return setProblems([say('table', outcome.message)]);
    // A refusal names only that cells are wrong; the trial run says which.
    if (outcome.kind === 'refused') return tryOut();
    toast(words.saved(outcome.payload.regions.join(', ')));
    onImported();
    onClose();
  };
  return (
    <Section title={words.import}>
      <Form label={words.import} onSubmit={() => void keep()}>
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
        <div className={css.paste}>
          <LongTextField
            id={`${prefix}-table`}
            label={words.table}
            hint={words.tableHint}
            required
            rows={10}
            value={table}
            error={problems.find(({ field }) => field === 'table')?.message}
            onChange={(event) => setTable(event.currentTarget.value)}
          />
        </div>
        {check && check.userErrors.length === 0 && <Notice>{words.checked(formatNumber(check.itemCount), formatNumber(check.groupCount), check.regions.join(', '))}</Notice>}
        {check && check.problems.length > 0 && (
          <DataTable
            caption={words.problems(formatNumber(check.problems.length))}
            columns={columns}
            rows={check.problems.map((problem, at) => ({ ...problem, key: String(at) }))}
            rowKey={({ key }) => key}
          />
        )}
        <FormActions>
          <Button busy={busy} onClick={() => void tryOut()}>{words.check}</Button>
          <Button type="submit" kind="primary" busy={save.busy}>{words.save}</Button>
          <Button kind="quiet" onClick={onClose}>{text.control.cancel}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
