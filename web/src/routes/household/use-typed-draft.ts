import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { forgetDraft, keepDraft, readDraft } from '../../draft';
import { formatTime } from '../../text/format';
import { text } from '../../text/text';
import type { Sent, Typed } from './edit-spec';

/**
 * Keeps on the device what was typed and nothing else: a field that stands as the household's record gave it never gets
 * there. Reopens what was kept under `key`; null keeps nothing at all.
 */
export function useTypedDraft(form: UseFormReturn<Typed, unknown, Sent>, key: string | null) {
  const [note, setNote] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (key === null) return;
    const draft = readDraft<Typed>(key);
    if (draft) {
      for (const [name, value] of Object.entries(draft.values)) form.setValue(name, value, { shouldDirty: true });
      setNote(text.form.draftFound(formatTime(new Date(draft.savedAt))));
    }
    const initial = form.formState.defaultValues ?? {};
    const subscription = form.watch((values, { name }) => {
      if (!name) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const typed = Object.fromEntries(Object.entries(values).filter(([field, value]) => value !== initial[field]));
        if (Object.keys(typed).length === 0) return forgetDraft(key);
        const at = keepDraft(key, typed);
        if (at) setNote(text.form.draftKept(formatTime(at)));
      }, 500);
    });
    return () => {
      clearTimeout(timer.current);
      subscription.unsubscribe();
    };
  }, [form, key]);
  const forget = () => {
    clearTimeout(timer.current); // what was typed just before is saved by now, and is not to come back as a draft
    if (key !== null) forgetDraft(key);
    setNote(null);
  };
  return { note, forget };
}
