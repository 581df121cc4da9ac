import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { ChangeLine } from '../../assignment/change-line';
import { useCommand, type ValueConflict } from '../../graphql/mutation';
import { formatDay, inOrder, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { terms as words } from '../../text/vi-directive';
import { Button } from '../../ui/button';
import { DayField, LongTextField, SelectField, TextField } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import { changesOf, startingTerms, type TypedTerms } from './changed-terms';
import css from './directive.module.css';
import { AssignmentHistoryDocument, ChangeAssignmentDocument } from './directive.generated';
import type { Terms } from './proposals';

/** Changes one unit's part, deadline or extension; what was stays readable below. */
export function ChangeTerms({ assignments }: { assignments: readonly Terms[] }) {
  const [id, setId] = useState('');
  const chosen = assignments.find((one) => one.id === id);
  const byName = [...assignments].sort((a, b) => a.role.localeCompare(b.role) * -1 || inOrder.compare(a.unit.name, b.unit.name));
  return (
    <Section title={words.title}>
      <SelectField
        label={words.unit}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        choices={[
          { value: '', label: words.choose },
          ...byName.map((one) => ({ value: one.id, label: [one.unit.name, text.role[one.role].toLocaleLowerCase('vi'), one.part].filter(Boolean).join(' · ') })),
        ]}
      />
      {chosen && <TermsForm key={chosen.id} assignment={chosen} />}
      {chosen && <History id={chosen.id} />}
    </Section>
  );
}

function TermsForm({ assignment }: { assignment: Terms }) {
  const prefix = useId();
  const change = useCommand(ChangeAssignmentDocument);
  const [typed, setTyped] = useState(startingTerms(assignment));
  const [problems, setProblems] = useState<(SummaryItem & { field: string })[]>([]);
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const say = (field: string | null, message: string) => ({ field: field ?? '', message, fieldId: field ? `${prefix}-${field}` : undefined });
  const field = (name: keyof TypedTerms) => ({
    id: `${prefix}-${name}`,
    value: typed[name],
    error: problems.find((one) => one.field === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const save = async () => {
    const { input, problems: found } = changesOf(assignment, typed);
    setProblems(found.map(({ field: name, message }) => say(name, message)));
    setConflicts([]);
    if (found.length > 0) return;
    if (Object.keys(input).length === 0) return toast(words.nothing);
    // After a conflict the cache holds the other writer's version, so that sending again is a choice made knowingly.
    const outcome = await change.run({ input: { id: assignment.id, version: assignment.version, ...input } });
    if (outcome.kind === 'done') return toast(words.saved);
    if (outcome.kind === 'failed') return setProblems([say(null, outcome.message)]);
    setConflicts(outcome.conflicts);
    setProblems(outcome.conflicts.length > 0 ? [] : outcome.refusals.map(({ field: name, message }) => say(name, message)));
  };
  const take = () => {
    setTyped(startingTerms(assignment));
    setConflicts([]);
  };
  return (
    <Form label={words.title} onSubmit={() => void save()}>
      <ErrorSummary items={problems} />
      {conflicts.length > 0 && (
        <ConflictPanel conflicts={conflicts.map(readable)} fieldName={(name) => text.assignmentField[name] ?? name} onKeep={() => void save()} onTake={take} />
      )}
      <TextField {...field('part')} label={words.part} maxLength={500} />
      <DayField {...field('dueDay')} label={words.dueDay} required hint={assignment.firstDueDay ? words.firstDueDay(formatDay(assignment.firstDueDay)) : undefined} />
      <DayField {...field('extendedTo')} label={words.extendedTo} hint={words.extendedToHint} />
      <LongTextField {...field('extensionReason')} label={words.reason} rows={2} required={typed.extendedTo.trim() !== ''} />
      <FormActions>
        <Button type="submit" kind="primary" busy={change.busy}>
          {words.save}
        </Button>
      </FormActions>
    </Form>
  );
}

const written = (value: string | null): string => (value && parseDay(formatDay(value)) === value ? formatDay(value) : (value ?? text.hidden.none));
const readable = ({ field, yours, current }: ValueConflict): ValueConflict => ({ field, yours: written(yours), current: written(current) });

/** Every former value of one assignment, newest first. */
function History({ id }: { id: string }) {
  const { data } = useQuery(AssignmentHistoryDocument, { variables: { id } });
  const changes = [...(data?.assignment?.changes ?? [])].sort((a, b) => b.changedOn.localeCompare(a.changedOn));
  return (
    <details>
      <summary className={css.summary}>
        {words.history} ({changes.length})
      </summary>
      {changes.length === 0 && <p className={css.soft}>{words.noHistory}</p>}
      <ul className={css.history}>
        {changes.map((change) => (
          <ChangeLine key={change.id} change={change} written={written} />
        ))}
      </ul>
    </details>
  );
}
