import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useController, useForm, type Control } from 'react-hook-form';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatNumber, inOrder } from '../../text/format';
import { text } from '../../text/text';
import { directive as words } from '../../text/vi-directive';
import { Button } from '../../ui/button';
import { DayField, SelectField, TextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions, schemaResolver, summaryOf } from '../../ui/form';
import { toast } from '../../ui/toast';
import { ClassPicker } from './class-picker';
import { CreateTaskDocument, type DirectiveChoicesQuery } from './directive.generated';
import { directiveFields, directiveSchema, type DirectiveOutput, type DirectiveValues } from './directive-schema';
import { UnitPicker } from './unit-picker';

type Choices = DirectiveChoicesQuery;
type PlanChoice = NonNullable<Choices['plan']>;
const empty: DirectiveValues = {
  directiveNumber: '', directiveDay: '', title: '', product: '', population: '', dueDay: '', group: '', leads: [], coordinators: [], classes: [],
};

/** A task from a directive; on success its page opens. */
export function DirectiveForm({ choices }: { choices: Choices }) {
  return choices.plan && <FormOfPlan choices={choices} plan={choices.plan} />;
}

function FormOfPlan({ choices, plan }: { choices: Choices; plan: PlanChoice }) {
  const { viewer, today } = useSession();
  const navigate = useNavigate();
  const prefix = useId();
  const groups = [...plan.groups].sort((a, b) => inOrder.compare(a.code, b.code));
  const form = useForm<DirectiveValues, unknown, DirectiveOutput>({
    defaultValues: empty,
    resolver: schemaResolver(directiveSchema(today, plan)),
    shouldFocusError: false,
  });
  const create = useCommand(CreateTaskDocument);
  const { errors } = form.formState;
  const field = (name: keyof DirectiveValues) => ({ ...form.register(name), id: `${prefix}-${name}`, error: errors[name]?.message });
  const save = form.handleSubmit(async (values) => {
    const outcome = await create.run({ input: { plan: plan.id, ...values } });
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    if (outcome.kind === 'refused') {
      for (const { field: name, message } of outcome.refusals) {
        form.setError(directiveFields.find((known) => known === name) ?? 'root', { message });
      }
      return;
    }
    const { task, count } = outcome.payload;
    toast(words.created(task?.code ?? '', formatNumber(count)));
    if (task) void navigate({ to: '/cong/$unitCode/nhiem-vu/$taskId', params: { unitCode: viewer.unit.code, taskId: task.id } });
  });
  return (
    <Form label={words.create} onSubmit={() => void save()}>
      <ErrorSummary items={summaryOf(errors, [...directiveFields], prefix)} attempt={form.formState.submitCount} />
      <TextField {...field('directiveNumber')} label={words.number} hint={words.numberHint} required />
      <DayField {...field('directiveDay')} label={words.day} required />
      <TextField {...field('title')} label={words.name} hint={words.nameHint} required />
      <TextField {...field('product')} label={words.product} hint={words.productHint} />
      <TextField {...field('population')} label={words.population} />
      <DayField {...field('dueDay')} label={words.dueDay} hint={words.dueDayHint} required />
      <SelectField
        {...field('group')}
        label={words.group}
        choices={[{ value: '', label: text.control.choose }, ...groups.map(({ id, code, title }) => ({ value: id, label: `${code}. ${title}` }))]}
      />
      <Units control={form.control} name="leads" label={words.leads} prefix={prefix} choices={choices} />
      <Units control={form.control} name="coordinators" label={words.coordinators} prefix={prefix} choices={choices} />
      <Classes control={form.control} prefix={prefix} choices={choices} />
      <FormActions>
        <Button type="submit" kind="primary" busy={create.busy}>
          {words.submitCreate}
        </Button>
      </FormActions>
    </Form>
  );
}

interface PickProps {
  control: Control<DirectiveValues, unknown, DirectiveOutput>;
  prefix: string;
  choices: Choices;
}

function Units({ control, name, label, prefix, choices }: PickProps & { name: 'leads' | 'coordinators'; label: string }) {
  const { field, fieldState } = useController({ control, name });
  return (
    <UnitPicker
      id={`${prefix}-${name}`}
      label={label}
      units={{ agencies: choices.agencies.nodes, communes: choices.communes.nodes }}
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    />
  );
}

function Classes({ control, prefix, choices }: PickProps) {
  const { field, fieldState } = useController({ control, name: 'classes' });
  return (
    <ClassPicker
      id={`${prefix}-classes`}
      label={words.classes}
      classes={choices.unitClasses}
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    />
  );
}
