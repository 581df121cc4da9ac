// Drafts of forms on this device: they survive a lost session, never a sign-out. No household data is kept here.
const prefix = 'ban-nhap:';

interface Draft<V> {
  savedAt: string;
  values: V;
}

/** One form's draft of one account; `form` names the form and what it is about. */
export const draftKey = (viewer: { id: string; unit: { code: string } }, form: string): string =>
  `${prefix}${viewer.id}:${viewer.unit.code}:${form}`;

/** The draft, or null when there is none or the device does not keep any. */
export function readDraft<V>(key: string): Draft<V> | null {
  try {
    const kept = localStorage.getItem(key);
    return kept ? (JSON.parse(kept) as Draft<V>) : null;
  } catch {
    return null;
  }
}

/** Keeps the values; returns when, or null when the device refused (full, or private browsing). */
export function keepDraft<V>(key: string, values: V): Date | null {
  const now = new Date();
  try {
    localStorage.setItem(key, JSON.stringify({ savedAt: now.toISOString(), values } satisfies Draft<V>));
    return now;
  } catch {
    return null;
  }
}

/** Removes one draft, after it was sent or dropped. */
export const forgetDraft = (key: string): void => localStorage.removeItem(key);

/** How many drafts this device keeps. */
export const countDrafts = (): number => draftKeys().length;

/** Removes every draft of this device. */
export function forgetDrafts(): void {
  for (const key of draftKeys()) localStorage.removeItem(key);
}

const draftKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
