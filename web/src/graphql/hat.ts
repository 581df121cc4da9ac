import { useSyncExternalStore } from 'react';

let post: string | null = null;
let changedElsewhere = false;
const listeners = new Set<() => void>();

/** The post whose hat this page wears; null before the session is known. */
export const hatInUse = (): string | null => post;

/** Puts a hat on: every later request names it. Another hat means another page load, so this happens once. */
export function wearHat(id: string): void {
  post ??= id;
}

/** The server said that the session wears another hat now (a switch in another window). */
export function reportHatChanged(): void {
  changedElsewhere = true;
  for (const listener of listeners) listener();
}

/** Whether the session's hat was changed elsewhere, so that this page must stop. */
export const useHatChanged = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => changedElsewhere,
  );
