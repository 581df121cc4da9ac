import { useState } from 'react';
import { client } from '../../graphql/client';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { formatNumber, inOrder } from '../../text/format';
import { text } from '../../text/text';
import { proposals as words } from '../../text/vi-directive';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { FormActions } from '../../ui/form';
import { Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import css from './directive.module.css';
import { ConfirmAssignmentsDocument, type TaskTermsQuery } from './directive.generated';

export type Terms = NonNullable<TaskTermsQuery['task']>['assignments'][number];

/** Units that "liên quan" was read as: tick, then confirm or decline. Those left alone stay proposals. */
export function Proposals({ taskId, proposed }: { taskId: string; proposed: readonly Terms[] }) {
  const [ticked, setTicked] = useState<string[]>([]);
  const decide = useCommand(ConfirmAssignmentsDocument);
  if (proposed.length === 0) return null;
  const chosen = ticked.filter((id) => proposed.some((one) => one.id === id));
  const send = async (isConfirmed: boolean) => {
    if (chosen.length === 0) return toast(words.nothing);
    const outcome = await decide.run({ input: { task: taskId, confirm: isConfirmed ? chosen : [], decline: isConfirmed ? [] : chosen } });
    const count = formatNumber(chosen.length);
    if (!sayOutcome(outcome, isConfirmed ? words.confirmed(count) : words.declined(count))) return;
    setTicked([]);
    await client.refetchQueries({ include: 'active' });
  };
  const byName = [...proposed].sort((a, b) => inOrder.compare(a.unit.name, b.unit.name));
  return (
    <Section title={words.title} count={proposed.length}>
      <p>{words.lead}</p>
      <fieldset className={css.picker}>
        <legend className={css.legend}>{words.choose}</legend>
        <CheckField
          label={words.all}
          checked={chosen.length === proposed.length}
          onChange={(event) => setTicked(event.currentTarget.checked ? proposed.map(({ id }) => id) : [])}
        />
        <div className={css.columns}>
          {byName.map(({ id, unit, role }) => (
            <CheckField
              key={id}
              label={`${unit.name} (${text.role[role].toLocaleLowerCase('vi')})`}
              checked={chosen.includes(id)}
              onChange={(event) => setTicked(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          ))}
        </div>
      </fieldset>
      <FormActions>
        <Button kind="primary" busy={decide.busy} onClick={() => void send(true)}>
          {words.confirm}
        </Button>
        <Button busy={decide.busy} onClick={() => void send(false)}>
          {words.decline}
        </Button>
      </FormActions>
    </Section>
  );
}

