import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { formatNumber } from '../../text/format';
import { importing as words, importState } from '../../text/vi-import';
import { useSession } from '../../session';
import { Button, ButtonLink } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Notice, Section } from '../../ui/page';
import { fetchFile } from './file-transfer';
import { ConfirmImportDocument, DiscardImportDocument, ImportProgressDocument, UndoImportDocument, type ImportBatchFactsFragment } from './import.generated';
import css from './import.module.css';
import { RowList } from './row-list';

const passing = new Set(['CHECKING', 'SAVING', 'UNDOING']);
const everySecond = 1_000; // milliseconds

/** One batch as it goes: progress, counts, what is wrong, and what may be done now. */
export function BatchView({ id, onChanged }: { id: string; onChanged: () => void }) {
  const result = useQuery(ImportProgressDocument, { variables: { id } });
  const { startPolling, stopPolling, data } = result;
  const state = data?.importBatch?.state;
  useEffect(() => {
    if (state && passing.has(state)) startPolling(everySecond);
    else stopPolling();
    return stopPolling;
  }, [state, startPolling, stopPolling]);
  // It opens above the history and, on a phone, below the fold.
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    view.current?.focus({ preventScroll: true });
    view.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={view} tabIndex={-1} className={css.view}>
      <Section title={words.result}>
        <Answer result={result} data={data?.importBatch ?? undefined}>
          {(batch) => <Facts batch={batch} onChanged={() => { onChanged(); void result.refetch(); }} />}
        </Answer>
      </Section>
    </div>
  );
}

/** What has become of a batch; of a saved one also how much was left out. */
function sentenceOf({ state, progress, saved, bad }: ImportBatchFactsFragment, stateName: string): string {
  if (passing.has(state)) return words.progress(stateName, progress);
  if (state === 'UNDONE') return words.undone;
  if (state !== 'SAVED') return stateName;
  return bad > 0 ? `${words.saved(formatNumber(saved))} ${words.leftOut(formatNumber(bad))}` : words.saved(formatNumber(saved));
}

function Facts({ batch, onChanged }: { batch: ImportBatchFactsFragment; onChanged: () => void }) {
  const { viewer } = useSession();
  const [asking, setAsking] = useState<'save' | 'undo' | null>(null);
  const confirm = useCommand(ConfirmImportDocument), undo = useCommand(UndoImportDocument), discard = useCommand(DiscardImportDocument);
  const stateName = importState[batch.state] ?? batch.state;
  const finish = (done: boolean) => {
    setAsking(null);
    if (done) onChanged();
  };
  const save = async () => {
    const outcome = await confirm.run({ input: { id: batch.id, version: batch.version, onlyGood: true } });
    finish(outcome.kind === 'done' || sayOutcome(outcome, ''));
  };
  const takeBack = async () => {
    const outcome = await undo.run({ input: { id: batch.id } });
    finish(outcome.kind === 'done' || sayOutcome(outcome, ''));
  };
  const drop = async () => finish(sayOutcome(await discard.run({ input: { id: batch.id } }), importState.DISCARDED ?? ''));
  const figures = [[words.total, batch.total], [words.good, batch.good], [words.bad, batch.bad], [words.warned, batch.warned], [words.duplicates, batch.duplicates]] as const;
  return (
    <>
      <p role="status">
        <strong>{batch.fileName}</strong> · {sentenceOf(batch, stateName)}
      </p>
      {passing.has(batch.state) && <progress className={css.progress} max={100} value={batch.progress} aria-label={stateName} />}
      {batch.message && (
        <Notice>
          <span className={css.lines}>{batch.message}</span>
        </Notice>
      )}
      {batch.total > 0 && (
        <dl className={css.figures}>
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={css.actions}>
        {batch.state === 'CHECKED' && batch.good > 0 && (
          <Button kind="primary" onClick={() => setAsking('save')}>
            {words.save(formatNumber(batch.good))}
          </Button>
        )}
        {batch.annotatedFile && <Button onClick={() => fetchFile(batch.annotatedFile!.id)}>{batch.bad > 0 ? words.notes : words.notesWarned}</Button>}
        {batch.state === 'SAVED' && batch.kind === 'HOUSEHOLDS' && <ButtonLink to="/cong/$unitCode/ho" params={{ unitCode: viewer.unit.code }}>{words.seeHouseholds}</ButtonLink>}
        {batch.state === 'SAVED' && <Button onClick={() => setAsking('undo')}>{words.undo}</Button>}
        {['WAITING_FILE', 'CHECKED', 'FAILED'].includes(batch.state) && (
          <Button kind="quiet" busy={discard.busy} onClick={() => void drop()}>
            {words.discard}
          </Button>
        )}
      </div>
      {!passing.has(batch.state) && batch.bad + batch.warned > 0 && <RowList batch={batch.id} />}
      <ConfirmDialog title={words.saveTitle} open={asking === 'save'} confirm={words.save(formatNumber(batch.good))} busy={confirm.busy} onConfirm={() => void save()} onClose={() => setAsking(null)}>
        <p>{batch.bad > 0 ? words.saveAsk(formatNumber(batch.good), formatNumber(batch.bad)) : words.saveAskAll(formatNumber(batch.good))}</p>
      </ConfirmDialog>
      <ConfirmDialog title={words.undo} open={asking === 'undo'} confirm={words.undo} busy={undo.busy} onConfirm={() => void takeBack()} onClose={() => setAsking(null)}>
        <p>{words.undoAsk(formatNumber(batch.saved))}</p>
      </ConfirmDialog>
    </>
  );
}
