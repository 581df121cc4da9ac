import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { rule as words, ruleName, ruleUnit, standard } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import { current, standing } from './dated';
import { RecordForm } from './record-form';
import { RecordRegistryRuleDocument, RegistryRulesDocument, type RegistryRulesQuery } from './standard.generated';
import css from './standard.module.css';

type Rule = RegistryRulesQuery['registryRules'][number];
interface Row {
  name: Rule['name'];
  rules: Rule[];
}

/** What the registry does by itself: the value of today, what comes, what was; the secretariat records the next. */
export function RuleList() {
  const result = useQuery(RegistryRulesDocument);
  return (
    <Answer result={result} data={result.data?.registryRules} rows={4}>
      {(rules) => <Rules rules={rules} onChanged={() => void result.refetch()} />}
    </Answer>
  );
}

function Rules({ rules, onChanged }: { rules: readonly Rule[]; onChanged: () => void }) {
  const mayRecord = useCan('Mutation.recordRegistryRule');
  const [name, setName] = useState<Rule['name']>();
  const names = [...new Set(rules.map((one) => one.name))];
  const rows = names.map((one): Row => ({ name: one, rules: standing(rules.filter((row) => row.name === one)) }));
  const chosen = rows.find((row) => row.name === name);
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'name', title: words.name, head: true, cell: (row) => ruleName[row.name] },
      { key: 'value', title: words.value, cell: (row) => <Values row={row} /> },
      { key: 'source', title: standard.source, cell: (row) => <Sources row={row} /> },
      ...(mayRecord ? [{ key: 'record', title: words.record, cell: (row: Row) => <RecordButton name={row.name} onOpen={setName} /> }] : []),
    ],
    [mayRecord],
  );
  return (
    <Section title={standard.part.quytac} bare>
      <p className={css.soft}>{words.lead}</p>
      <DataTable caption={text.control.tableOf(standard.part.quytac)} columns={columns} rows={rows} rowKey={(row) => row.name} />
      {chosen && (
        <Dialog open title={`${words.record}: ${ruleName[chosen.name]}`} onClose={() => setName(undefined)}>
          <RuleForm row={chosen} onChanged={onChanged} onClose={() => setName(undefined)} />
        </Dialog>
      )}
    </Section>
  );
}

function RecordButton({ name, onOpen }: { name: Rule['name']; onOpen: (name: Rule['name']) => void }) {
  return (
    <Button small label={`${words.record}: ${ruleName[name]}`} onClick={() => onOpen(name)}>
      {words.record}
    </Button>
  );
}

const valueOf = ({ name, value }: Rule): string => `${formatNumber(value)} ${ruleUnit[name]}`;

function Values({ row }: { row: Row }) {
  const { today } = useSession();
  const now = current(row.rules, today);
  return (
    <>
      {now && <strong>{valueOf(now)}</strong>}
      {row.rules.filter((one) => one !== now).map((one) => (
        <span key={one.id} className={css.note}>
          {one.validFrom > today ? words.next(valueOf(one), formatDay(one.validFrom)) : `${valueOf(one)}, ${standard.validFromTo(formatDay(one.validFrom), one.validTo && formatDay(one.validTo))}`}
        </span>
      ))}
    </>
  );
}

function Sources({ row }: { row: Row }) {
  const { today } = useSession();
  const now = current(row.rules, today);
  return (
    <>
      {now?.source}
      {now && <span className={css.note}>{standard.validFromTo(formatDay(now.validFrom), now.validTo && formatDay(now.validTo))}</span>}
    </>
  );
}

function RuleForm({ row, onChanged, onClose }: { row: Row; onChanged: () => void; onClose: () => void }) {
  const record = useCommand(RecordRegistryRuleDocument);
  return (
    <RecordForm
      label={words.record}
      lead={words.lead}
      busy={record.busy}
      onChanged={onChanged}
      onClose={onClose}
      fields={[
        { name: 'value', label: words.value, kind: 'number', suffix: ruleUnit[row.name], required: true },
        { name: 'validFrom', label: standard.from, kind: 'day', required: true },
        { name: 'source', label: standard.source, kind: 'text', hint: standard.sourceHint, required: true },
      ]}
      send={({ value, validFrom, source }) =>
        record.run({ input: { name: row.name, latest: row.rules[0]?.id ?? null, value: Number(value), validFrom: String(validFrom), source: String(source) } })
      }
    />
  );
}
