import { useEffect, useRef, useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from '../../draft';
import type { Outcome, ValueConflict } from '../../graphql/mutation';
import { formatTime } from '../../text/format';
import { text } from '../../text/text';
import type { SummaryItem } from '../../ui/form';

/**
 * The values of a small form with what the server refused beside its fields. What is typed stays on this device under `key` until it is
 * saved or dropped; the last keys before the page is left are kept too.
 */
export function useFields<V extends Record<string, string>>(initial: V, key: string, prefix: string) {
  const [kept] = useState(() => readDraft<Partial<V>>(key));
  const [values, setValues] = useState<V>({ ...initial, ...kept?.values });
  const [note, setNote] = useState(kept ? text.form.draftFound(formatTime(new Date(kept.savedAt))) : null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const [attempt, setAttempt] = useState(0);
  const waiting = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    waiting.current?.();
    waiting.current = undefined;
  };
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
    };
  }, []);
  const put = (part: Partial<V>) => {
    const next = { ...values, ...part };
    setValues(next);
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in part))));
    clearTimeout(timer.current);
    waiting.current = () => {
      const at = keepDraft(key, next);
      if (at) setNote(text.form.draftKept(formatTime(at)));
    };
    timer.current = setTimeout(flush, 500);
  };
  const forget = () => {
    clearTimeout(timer.current);
    waiting.current = undefined;
    forgetDraft(key);
    setNote(null);
  };
  /** Shows messages by field; '' is about the whole. */
  const refuse = (found: Readonly<Record<string, string>>) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  /** True when it was done; else shows why beside the fields. */
  const settle = <P>(outcome: Outcome<P>): outcome is Extract<Outcome<P>, { kind: 'done' }> => {
    setConflicts(outcome.kind === 'refused' ? outcome.conflicts : []);
    if (outcome.kind === 'done') return true;
    if (outcome.kind === 'failed') refuse({ '': outcome.message });
    else refuse(Object.fromEntries(outcome.refusals.map(({ field, message }) => [field && field in initial ? field : '', message])));
    return false;
  };
  const summary: SummaryItem[] = Object.entries(errors).map(([name, message]) => ({ ...(name && { fieldId: `${prefix}-${name}` }), message }));
  const field = (name: keyof V & string) => ({
    id: `${prefix}-${name}`, name, value: values[name], error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => put({ [name]: event.currentTarget.value } as unknown as Partial<V>),
  });
  return { values, put, field, errors, refuse, settle, summary, attempt, conflicts, clearConflicts: () => setConflicts([]), note, forget };
}
