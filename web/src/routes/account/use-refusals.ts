import { useState } from 'react';
import type { Outcome } from '../../graphql/mutation';
import type { SummaryItem } from '../../ui/form';
import type { Errors } from './terms';

/** What a form was refused for, by field, and as the summary on top of it. `known` are the fields that the form shows. */
export function useRefusals(prefix: string, known: readonly string[]) {
  const [errors, setErrors] = useState<Errors>({});
  const [whole, setWhole] = useState<string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (fields: Errors, others: string[] = []) => {
    setErrors(fields);
    setWhole(others);
    setAttempt((before) => before + 1);
  };
  const take = <P>(outcome: Outcome<P>): void => {
    if (outcome.kind === 'done') return;
    if (outcome.kind === 'failed') return show({}, [outcome.message]);
    const fields: Errors = {}, others: string[] = [];
    for (const { field, message } of outcome.refusals) {
      if (field && known.includes(field)) fields[field] ??= message;
      else others.push(message);
    }
    show(fields, others);
  };
  const items: SummaryItem[] = [
    ...known.flatMap((field) => { const message = errors[field]; return message ? [{ fieldId: `${prefix}-${field}`, message }] : []; }),
    ...whole.map((message) => ({ message })),
  ];
  return { errors, items, attempt, show, take };
}
