import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { client } from './client';
import { text } from '../text/text';
import { toast } from '../ui/toast';
import { failureOf } from './failure';

export interface Refusal {
  field: string | null;
  code: string;
  message: string;
}
export interface ValueConflict {
  field: string;
  yours: string | null;
  current: string | null;
}
interface Payload {
  userErrors: Refusal[];
  conflicts?: ValueConflict[];
}
export type Outcome<P> =
  | { kind: 'done'; payload: P }
  | { kind: 'refused'; refusals: Refusal[]; conflicts: ValueConflict[]; payload: P }
  | { kind: 'failed'; message: string };

type PayloadOf<D> = Extract<D[keyof D], Payload>;

/**
 * Runs a mutation of one field and never throws: done, refused (what to mend, and both values when two writers met), or
 * failed. Without a place of one's own for a message, `sayOutcome` puts it into a toast.
 */
export async function command<D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<Outcome<PayloadOf<D>>> {
  try {
    const { data } = await client.mutate<D, OperationVariables>({ mutation: document, variables });
    const payload = Object.values((data ?? {}) as Record<string, unknown>)[0] as PayloadOf<D>;
    if (payload.userErrors.length === 0 && !payload.conflicts?.length) return { kind: 'done', payload };
    return { kind: 'refused', refusals: payload.userErrors, conflicts: payload.conflicts ?? [], payload };
  } catch (error) {
    const failure = failureOf(error);
    return { kind: 'failed', message: failure.code === 'FORBIDDEN' ? text.states.notAllowed : failure.message };
  }
}

/** `command` as a function of this document, and whether it is under way. */
export function useCommand<D, V extends OperationVariables>(document: TypedDocumentNode<D, V>) {
  const [busy, setBusy] = useState(false);
  const run = async (variables: V): Promise<Outcome<PayloadOf<D>>> => {
    setBusy(true);
    const outcome = await command(document, variables);
    setBusy(false);
    return outcome;
  };
  return { run, busy };
}

/** Says how a command ended in a toast; true when it was done. */
export function sayOutcome<P>(outcome: Outcome<P>, done: string): boolean {
  if (outcome.kind === 'done') toast(done);
  else toast(outcome.kind === 'failed' ? outcome.message : outcome.refusals.map((refusal) => refusal.message).join(' '));
  return outcome.kind === 'done';
}
