import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { importing as words, importKind, mappingWords } from '../../text/vi-import';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/field';
import { ErrorSummary } from '../../ui/form';
import { Section } from '../../ui/page';
import { fetchFile, problemOf, sendFile } from './file-transfer';
import { BeginImportDocument, DiscardImportDocument, MakeImportTemplateDocument, type ImportKind } from './import.generated';
import css from './import.module.css';
import type { Mapping } from './import-page';
import { MappingForm } from './mapping-form';

interface SendListProps {
  kinds: readonly ImportKind[];
  mappings: readonly Mapping[];
  onMapped: () => void;
  onSent: (batch: string) => void;
}

/** Kind, template, and the file itself, by button or dropped. */
export function SendList({ kinds, mappings, onMapped, onSent }: SendListProps) {
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'SUPPORTS');
  const [mapping, setMapping] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [isMapping, setIsMapping] = useState(false);
  const template = useCommand(MakeImportTemplateDocument), begin = useCommand(BeginImportDocument), discard = useCommand(DiscardImportDocument);
  const own = mappings.filter((one) => one.kind === kind);

  const download = async (filled: boolean) => {
    const outcome = await template.run({ input: { kind, filled } });
    if (outcome.kind === 'done' && outcome.payload.storedFile) fetchFile(outcome.payload.storedFile.id);
    else setProblem(outcome.kind === 'failed' ? outcome.message : outcome.kind === 'refused' ? outcome.refusals.map((one) => one.message).join(' ') : undefined);
  };
  const send = async (file: File | undefined) => {
    if (!file) return;
    const bad = problemOf(file);
    setProblem(bad);
    if (bad) return;
    setSent(0);
    const outcome = await begin.run({ input: { kind, fileName: file.name, mapping: mapping || null } });
    if (outcome.kind === 'done' && outcome.payload.importBatch && outcome.payload.ticket) {
      const { id } = outcome.payload.importBatch, failure = await sendFile(outcome.payload.ticket, file, setSent);
      setProblem(failure);
      if (!failure) onSent(id);
      else await discard.run({ input: { id } }); // what never arrived waits for nothing
    } else setProblem(outcome.kind === 'failed' ? outcome.message : outcome.kind === 'refused' ? outcome.refusals.map((one) => one.message).join(' ') : undefined);
    setSent(null);
  };

  return (
    <>
      <Section title={words.step1}>
        <div className={css.row}>
          <SelectField
            label={words.kind}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as ImportKind);
              setMapping('');
            }}
            choices={kinds.map((value) => ({ value, label: importKind[value] ?? value }))}
          />
          <Button busy={template.busy} onClick={() => void download(false)}>
            {words.template}
          </Button>
          {(kind === 'HOUSEHOLDS' || kind === 'MEMBERS') && (
            <Button busy={template.busy} onClick={() => void download(true)}>
              {words.filled}
            </Button>
          )}
        </div>
      </Section>
      <Section title={words.step2}>
        <ErrorSummary items={problem ? [{ message: problem }] : []} />
        <div className={css.row}>
          <SelectField
            label={words.mapping}
            value={mapping}
            onChange={(event) => setMapping(event.currentTarget.value)}
            choices={[{ value: '', label: words.noMapping }, ...own.map((one) => ({ value: one.id, label: one.unit ? one.name : words.provinceMapping(one.name) }))]}
          />
          <Button kind="quiet" onClick={() => setIsMapping(true)}>
            {words.editMapping}
          </Button>
        </div>
        <div
          className={css.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void send(event.dataTransfer.files[0]);
          }}
        >
          <label>
            <span className={css.pick} data-off={sent !== null || undefined}>{words.choose}</span>
            <input
              className={css.file}
              type="file"
              accept=".xlsx"
              disabled={sent !== null}
              onChange={(event) => {
                void send(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <span role="status">{sent === null ? words.drop : words.sending(sent)}</span>
          {sent !== null && <progress className={css.progress} max={100} value={sent} aria-label={words.sending(sent)} />}
        </div>
      </Section>
      <Dialog title={mappingWords.title} open={isMapping} onClose={() => setIsMapping(false)}>
        <MappingForm
          kind={kind}
          mappings={own.filter((one) => one.unit)}
          onClose={() => setIsMapping(false)}
          onSaved={(id) => {
            setIsMapping(false);
            onMapped();
            setMapping(id);
          }}
        />
      </Dialog>
    </>
  );
}
