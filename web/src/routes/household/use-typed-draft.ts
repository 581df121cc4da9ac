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
  const waiting = useRef<() => void>(undefined);
  useEffect(() => {
    if (key === null) return;
    const draft = readDraft<Typed>(key);
    if (draft) {
      for (const [name, value] of Object.entries(draft.values)) form.setValue(name, value, { shouldDirty: true });
      setNote(text.form.draftFound(formatTime(new Date(draft.savedAt))));
    }
    const initial = form.formState.defaultValues ?? {};
    const keep = () => {
      clearTimeout(timer.current);
      waiting.current?.();
      waiting.current = undefined;
    };
    const subscription = form.watch((values, { name }) => {
      if (!name) return;
      clearTimeout(timer.current);
      waiting.current = () => {
        const typed = Object.fromEntries(Object.entries(values).filter(([field, value]) => value !== initial[field]));
        if (Object.keys(typed).length === 0) return forgetDraft(key);
        const at = keepDraft(key, typed);
        if (at) setNote(text.form.draftKept(formatTime(at)));
      };
      timer.current = setTimeout(keep, 500);
    });
    // The last keys before the form is closed or the page is left are kept too.
    addEventListener('pagehide', keep);
    return () => {
      keep();
      removeEventListener('pagehide', keep);
      subscription.unsubscribe();
    };
  }, [form, key]);
  const forget = () => {
    // What was typed just before is saved by now, and is not to come back as a draft.
    clearTimeout(timer.current);
    waiting.current = undefined;
    if (key !== null) forgetDraft(key);
    setNote(null);
  };
  return { note, forget };
}
