import { useSyncExternalStore } from 'react';

const key = 'phim-tat';
const listeners = new Set<() => void>();
const areOn = () => localStorage.getItem(key) !== 'tat';

/** Whether single-letter keys act (WCAG 2.1.4 lets a person switch them off). */
export const useShortcuts = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areOn);

/** Switches single-letter keys on or off on this device. */
export function toggleShortcuts(): void {
  if (areOn()) localStorage.setItem(key, 'tat');
  else localStorage.removeItem(key);
  for (const listener of listeners) listener();
}
