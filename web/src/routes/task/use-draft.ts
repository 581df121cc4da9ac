import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { forgetDraft, keepDraft, readDraft } from '../../draft';
import { formatTime } from '../../text/format';
import { text } from '../../text/text';
import type { ProgressOutput, ProgressValues } from './progress-schema';

/** Reopens the draft kept under `key`, and keeps what is typed half a second after the last key. */
export function useDraft(form: UseFormReturn<ProgressValues, unknown, ProgressOutput>, key: string) {
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    const draft = readDraft<ProgressValues>(key);
    if (draft) {
      form.reset({ ...form.getValues(), ...draft.values }, { keepDefaultValues: true });
      setNote(text.form.draftFound(formatTime(new Date(draft.savedAt))));
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = form.watch((_values, { name }) => {
      if (!name) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const at = keepDraft(key, form.getValues());
        if (at) setNote(text.form.draftKept(formatTime(at)));
      }, 500);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [form, key]);
  const forget = () => {
    forgetDraft(key);
    setNote(null);
  };
  return { note, forget };
}
