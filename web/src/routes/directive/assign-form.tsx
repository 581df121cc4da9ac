import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { AssignmentRole } from '../../assignment/assignment.generated';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatNumber, inOrder } from '../../text/format';
import { text } from '../../text/text';
import { directive as words, directiveProblem as problem } from '../../text/vi-directive';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';
import { ClassPicker } from './class-picker';
import { AssignTaskDocument, DirectiveTasksDocument, type DirectiveChoicesQuery } from './directive.generated';
import { UnitPicker } from './unit-picker';

interface Given {
  task: string;
  role: AssignmentRole;
  part: string;
  units: string[];
  classes: string[];
}

/** Binds further units or classes to a task that exists; the task may stand in the address. */
export function AssignForm({ choices }: { choices: DirectiveChoicesQuery }) {
  const { viewer } = useSession();
  const { nhiemvu } = useSearch({ from: '/cong/$unitCode/giao-viec' });
  const navigate = useNavigate();
  const prefix = useId();
  const { data } = useQuery(DirectiveTasksDocument);
  const tasks = [...(data?.tasks.nodes ?? [])].sort((a, b) => inOrder.compare(a.code, b.code));
  const [given, setGiven] = useState<Given>({ task: nhiemvu ?? '', role: 'COORDINATOR', part: '', units: [], classes: [] });
  const [problems, setProblems] = useState<(SummaryItem & { field: string })[]>([]);
  const assign = useCommand(AssignTaskDocument);
  const put = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }));
  const say = (field: string, message: string) => ({ field, message, fieldId: `${prefix}-${field}` });
  const messageOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const save = async () => {
    const missing = [
      ...(given.task ? [] : [say('task', problem.task)]),
      ...(given.units.length + given.classes.length > 0 ? [] : [say('units', problem.units)]),
    ];
    setProblems(missing);
    if (missing.length > 0) return;
    const outcome = await assign.run({ input: { ...given, part: given.part.trim().normalize('NFC') || null } });
    if (outcome.kind === 'failed') return setProblems([{ field: '', message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ field, message }) => say(field ?? 'task', message)));
    const { task, count } = outcome.payload;
    toast(words.assigned(task?.code ?? '', formatNumber(count)));
    void navigate({ to: '/cong/$unitCode/nhiem-vu/$taskId', params: { unitCode: viewer.unit.code, taskId: given.task } });
  };
  return (
    <Form label={words.assign} onSubmit={() => void save()}>
      <ErrorSummary items={problems} />
      <SelectField
        id={`${prefix}-task`}
        label={words.task}
        required
        error={messageOf('task')}
        value={given.task}
        onChange={(event) => put({ task: event.currentTarget.value })}
        choices={[{ value: '', label: text.control.choose }, ...tasks.map(({ id, code, title }) => ({ value: id, label: `${code}. ${title}` }))]}
      />
      <SelectField
        id={`${prefix}-role`}
        label={words.role}
        value={given.role}
        onChange={(event) => put({ role: event.currentTarget.value as AssignmentRole })}
        choices={(['COORDINATOR', 'LEAD'] as const).map((value) => ({ value, label: text.role[value] }))}
      />
      <TextField
        id={`${prefix}-part`}
        label={words.part}
        hint={words.partHint}
        maxLength={500}
        error={messageOf('part')}
        value={given.part}
        onChange={(event) => put({ part: event.currentTarget.value })}
      />
      <UnitPicker
        id={`${prefix}-units`}
        label={words.units}
        units={{ agencies: choices.agencies.nodes, communes: choices.communes.nodes }}
        value={given.units}
        error={messageOf('units')}
        onChange={(units) => put({ units })}
      />
      <ClassPicker
        id={`${prefix}-classes`}
        label={words.classesTo}
        classes={choices.unitClasses}
        value={given.classes}
        error={messageOf('classes')}
        onChange={(classes) => put({ classes })}
      />
      <FormActions>
        <Button type="submit" kind="primary" busy={assign.busy}>
          {words.submitAssign}
        </Button>
      </FormActions>
    </Form>
  );
}
