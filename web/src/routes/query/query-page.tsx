import { useRef, useState } from 'react';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { query as words, samples, type Sample } from '../../text/vi-query';
import { Button } from '../../ui/button';
import { LongTextField } from '../../ui/field';
import { FormActions } from '../../ui/form';
import { Page, Section } from '../../ui/page';
import { Loading } from '../../ui/states';
import css from './query.module.css';
import { QueryEditor, offsetOf } from './query-editor';
import { QueryResult } from './query-result';
import { readVariables, runQuery, type QueryAnswer, type QueryProblem } from './run-query';

// What was typed stays while one looks at other pages; gone with the window, since it may name people.
const kept = { text: '', variables: '' };

/** "Tra cứu, thống kê": text in, table and JSON out, over the viewer's own part of the graph. */
export function QueryPage() {
  const { permissions } = useSession();
  const editor = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(kept.text);
  const [variables, setVariables] = useState(kept.variables);
  const [problem, setProblem] = useState<{ text?: string; variables?: string }>({});
  const [answer, setAnswer] = useState<QueryAnswer>();
  const [running, setRunning] = useState<AbortController>();
  const offered = samples.filter(({ needs }) => needs.every((path) => permissions.has(path)));
  const keep = (next: Partial<typeof kept>) => {
    Object.assign(kept, next);
    setTyped(kept.text);
    setVariables(kept.variables);
  };
  const run = async () => {
    const read = readVariables(variables);
    const found = { text: typed.trim() ? (isWrite(typed) ? words.writes : undefined) : words.nothing, variables: 'problem' in read ? read.problem : undefined };
    setProblem(found);
    if (found.text || 'problem' in read) return;
    running?.abort();
    const controller = new AbortController();
    setRunning(controller);
    const next = await runQuery(typed, read.variables, controller.signal);
    setRunning((current) => (current === controller ? undefined : current));
    if (next) setAnswer(next);
  };
  const goTo = ({ line = 1, column = 1 }: QueryProblem) => {
    const at = offsetOf(typed, line, column);
    editor.current?.focus();
    editor.current?.setSelectionRange(at, at + 1);
  };
  return (
    <Page title={words.title} lead={words.lead} aside={<Samples offered={offered} take={({ text: sample, variables: given = '' }) => keep({ text: sample, variables: given })} />} wide>
      <div className={css.editor} onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && void run()}>
        <QueryEditor ref={editor} value={typed} error={problem.text} onChange={(next) => keep({ text: next })} />
        <LongTextField
          label={words.variables}
          hint={words.variablesHint}
          rows={3}
          value={variables}
          error={problem.variables}
          onChange={(event) => keep({ variables: event.currentTarget.value })}
        />
        <FormActions>
          <Button kind="primary" busy={Boolean(running)} onClick={() => void run()}>
            {words.run}
          </Button>
          {running && <Button onClick={() => running.abort()}>{words.stop}</Button>}
        </FormActions>
      </div>
      {running ? <Loading rows={4} /> : <QueryResult answer={answer} goTo={goTo} />}
    </Page>
  );
}

/** A text that writes; the page is for reading, and says so before anything is sent. */
const isWrite = (typed: string): boolean => /^\s*(#[^\n]*\n\s*)*mutation\b/.test(typed);

function Samples({ offered, take }: { offered: Sample[]; take: (sample: Sample) => void }) {
  return (
    <Section title={words.samples}>
      <p className={css.soft}>{words.samplesLead}</p>
      <ul className={css.samples}>
        {offered.map((sample) => (
          <li key={sample.name}>
            <button type="button" className={css.sample} onClick={() => take(sample)}>
              {sample.name}
            </button>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p>{text.hidden.none}</p>}
    </Section>
  );
}
