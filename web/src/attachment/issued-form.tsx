import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as v from 'valibot';
import { useCommand, type ValueConflict } from '../graphql/mutation';
import { useSession } from '../session';
import { formatDay, parseDay } from '../text/format';
import { text } from '../text/text';
import { attachment, issued as words } from '../text/vi-attachment';
import { Button } from '../ui/button';
import { DayField, TextField } from '../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions, schemaResolver, summaryOf } from '../ui/form';
import { toast } from '../ui/toast';
import { RecordDocumentDocument, type IssuedDocumentFragment } from './attachment.generated';
import css from './attachment.module.css';
import { EvidenceField } from './evidence-field';
import { useUploads } from './use-uploads';

interface DocumentValues {
  documentNumber: string;
  documentDay: string;
  documentSigner: string;
}
const fields = ['documentNumber', 'documentDay', 'documentSigner'] as const;

const schema = (today: string) =>
  v.object({
    documentNumber: v.pipe(v.string(), v.trim(), v.nonEmpty(words.missingNumber)),
    documentDay: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(words.missingDay),
      v.check((value) => parseDay(value) !== null, text.form.badDay),
      v.transform((value) => parseDay(value) ?? ''),
      v.check((day) => day <= today, words.futureDay(formatDay(today))),
    ),
    documentSigner: v.pipe(v.string(), v.trim(), v.nonEmpty(words.missingSigner)),
  });

/** Records or replaces the issued document; refusals stand beside their fields. */
export function IssuedForm({ assignment, onClose }: { assignment: IssuedDocumentFragment; onClose: () => void }) {
  const { today } = useSession();
  const prefix = useId();
  const { documentNumber, documentDay, documentSigner, documentFile } = assignment;
  const form = useForm<DocumentValues, unknown, DocumentValues>({
    defaultValues: { documentNumber: documentNumber ?? '', documentDay: documentDay ? formatDay(documentDay) : '', documentSigner: documentSigner ?? '' },
    resolver: schemaResolver(schema(today)),
    shouldFocusError: false,
  });
  const uploads = useUploads({ assignment: assignment.id, purpose: 'DOCUMENT', most: 1 });
  const record = useCommand(RecordDocumentDocument);
  const [fileError, setFileError] = useState<string>();
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const { errors } = form.formState;
  const field = (name: keyof DocumentValues) => ({ ...form.register(name), id: `${prefix}-${name}`, error: errors[name]?.message, required: true });

  const save = form.handleSubmit(async (values) => {
    setConflicts([]);
    const ids = uploads.ids();
    const missing = ids === null ? attachment.unsent : ids.length === 0 && !documentFile ? words.missingFile : undefined;
    setFileError(missing);
    if (missing || ids === null) return;
    const outcome = await record.run({ input: { assignment: assignment.id, version: assignment.version, ...values, file: ids[0] ?? null } });
    if (outcome.kind === 'done') {
      toast(words.saved);
      return onClose();
    }
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    setConflicts(outcome.conflicts);
    for (const { field: name, message } of outcome.refusals) {
      const own = fields.find((known) => known === name);
      if (name === 'file') setFileError(message);
      else form.setError(own ?? 'root', { message });
    }
  });
  const summary = summaryOf(errors, [...fields], prefix);
  return (
    <div className={css.entering}>
      <Form label={documentNumber ? words.replace : words.add} onSubmit={() => void save()}>
        <ErrorSummary items={fileError ? [...summary, { fieldId: `${prefix}-file`, message: fileError }] : summary} attempt={form.formState.submitCount} />
        {conflicts.length > 0 && (
          <ConflictPanel conflicts={conflicts} fieldName={(name) => text.assignmentField[name] ?? words.file} onKeep={() => void save()} onTake={onClose} />
        )}
        <TextField {...field('documentNumber')} label={words.number} hint={words.numberHint} maxLength={100} />
        <DayField {...field('documentDay')} label={words.day} />
        <TextField {...field('documentSigner')} label={words.signer} hint={words.signerHint} maxLength={150} />
        <EvidenceField uploads={uploads} id={`${prefix}-file`} label={words.file} hint={documentFile ? words.fileKept : words.fileHint} error={fileError} />
        <FormActions>
          <Button type="submit" kind="primary" busy={record.busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{text.control.close}</Button>
        </FormActions>
      </Form>
    </div>
  );
}
