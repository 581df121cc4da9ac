import { useEffect, useId, useRef, useState } from 'react';
import { client } from '../../graphql/client';
import { failureOf } from '../../graphql/failure';
import { parseWhole } from '../../text/format';
import { areaType as areaName, householdClass } from '../../text/vi-household';
import { dimensionName, standard as page, trial as words } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { CheckField } from '../../ui/check-field';
import { NumberField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { Section } from '../../ui/page';
import { TryClassificationDocument, type TryClassificationQuery } from './standard.generated';
import css from './standard.module.css';
import type { Standard } from './standard-page';
import { shortName } from './standard-table';

type Result = TryClassificationQuery['classification'][number];
const areas = (['RURAL', 'URBAN'] as const).map((value) => ({ value, label: areaName[value] }));

/** "Tính thử phân loại": one survey typed in, its class under every standard with the reasons step by step. Nothing is kept. */
export function TryForm({ standards }: { standards: readonly Standard[] }) {
  const prefix = useId();
  const [area, setArea] = useState<'RURAL' | 'URBAN'>('RURAL');
  const [income, setIncome] = useState('');
  const [points, setPoints] = useState<Record<string, string>>({});
  const [lacking, setLacking] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const [results, setResults] = useState<readonly Result[]>();
  const [busy, setBusy] = useState(false);
  const indicators = indicatorsOf(standards);
  // Whether points are taken is known from the last answer: a sheet may be in force for one area and not for the other.
  const scored = results?.filter(({ method }) => method === 'POINTS') ?? [];
  const run = async () => {
    const perHead = income.trim() ? parseWhole(income) : null;
    const given = Object.entries(points).filter(([code, typed]) => typed.trim() && scored.some((one) => one.standard === code));
    const read = given.map(([standard, typed]) => ({ standard, points: parseWhole(typed) ?? -1 }));
    const wrong = [
      ...(income.trim() && perHead === null ? [{ fieldId: `${prefix}-income`, message: words.badIncome }] : []),
      ...(read.some((one) => one.points < 0) ? [{ message: words.badPoints }] : []),
      ...(!income.trim() && read.length === 0 ? [{ fieldId: `${prefix}-income`, message: words.noIncome }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    const answers = indicators.map(({ code }) => ({ indicator: code, deprived: lacking.has(code) }));
    try {
      const { data } = await client.query({
        query: TryClassificationDocument, fetchPolicy: 'no-cache', variables: { areaType: area, incomePerHead: perHead, incomePoints: read, answers },
      });
      // What was not ticked is not worth a word where a standard does not know it.
      setResults((data?.classification ?? []).map((one) => ({ ...one, leftOut: one.leftOut.filter((code) => lacking.has(code)) })));
    } catch (error) {
      setProblems([{ message: failureOf(error).message }]);
    } finally {
      setBusy(false);
    }
  };
  const tick = (code: string, isLacking: boolean) => setLacking(new Set(isLacking ? [...lacking, code] : [...lacking].filter((one) => one !== code)));
  return (
    <>
      <Section title={page.part.thu}>
        <Form label={page.part.thu} onSubmit={() => void run()}>
          <p className={css.soft}>{words.lead}</p>
          <ErrorSummary items={problems} />
          <div>
            <ChoiceBar label={words.area} value={area} choices={areas} onChange={setArea} />
          </div>
          <NumberField id={`${prefix}-income`} label={words.income} hint={words.incomeUnit} required value={income} onChange={(event) => setIncome(event.currentTarget.value)} />
          {scored.map(({ standard, standardName }) => (
            <NumberField
              key={standard}
              id={`${prefix}-${standard}`}
              label={words.points(standardName)}
              value={points[standard] ?? ''}
              onChange={(event) => setPoints({ ...points, [standard]: event.currentTarget.value })}
            />
          ))}
          <fieldset className={css.checks}>
            <legend>{words.lacks}</legend>
            {indicators.map(({ code, name, hint }) => (
              <CheckField key={code} label={name} hint={hint} checked={lacking.has(code)} onChange={(event) => tick(code, event.currentTarget.checked)} />
            ))}
          </fieldset>
          <FormActions>
            <Button type="submit" kind="primary" busy={busy}>
              {words.run}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <div role="status">{results && <Results results={results} indicators={indicators} />}</div>
    </>
  );
}

interface Asked {
  code: string;
  name: string;
  hint?: string;
}

/** Every indicator of any standard once, by dimension; one that only some standards know says which. */
function indicatorsOf(standards: readonly Standard[]): Asked[] {
  const all = [...new Map(standards.flatMap((one) => one.indicators).map((one) => [one.indicator, one])).values()];
  const order = Object.keys(dimensionName);
  return all
    .sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension) || a.no - b.no)
    .map(({ indicator, name }) => {
      const knowing = standards.filter((one) => one.indicators.some((other) => other.indicator === indicator));
      return { code: indicator, name, ...(knowing.length < standards.length && { hint: words.only(knowing.map(shortName).join(', ')) }) };
    });
}

/** The method in force and, where the survey gave other figures than it asks for, the one that was applied. */
const methodOf = ({ methodMessage, method, methodUsed }: Result): string => (method === 'POINTS' && methodUsed === 'INCOME' ? `${methodMessage} ${words.appliedIncome}` : methodMessage);

function Results({ results, indicators }: { results: readonly Result[]; indicators: readonly Asked[] }) {
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.name ?? code;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), [results]);
  return (
    <Section title={words.result} bare>
      <div className={css.grid} ref={top}>
        {results.map((result) => (
          <article key={result.standard} className={css.card}>
            <h3>{result.standardName}</h3>
            <p className={css.class}>{result.class ? householdClass[result.class] : words.unknown}</p>
            <p className={css.soft}>{methodOf(result)}</p>
            <ol className={css.steps}>
              {result.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
            {result.leftOut.length > 0 && <p className={css.soft}>{words.leftOut(result.leftOut.map(nameOf).join(', '))}</p>}
          </article>
        ))}
      </div>
    </Section>
  );
}
