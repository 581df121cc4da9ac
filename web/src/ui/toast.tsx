import { lazy, Suspense, useSyncExternalStore } from 'react';

export interface ToastRequest {
  message: string;
  undo?: () => void;
}

// The notification library is fetched with the first message; those that come meanwhile wait here.
const ToastHost = lazy(() => import('./toast-host').then((host) => ({ default: host.ToastHost })));
const waiting: ToastRequest[] = [];
let wanted = false;
const listeners = new Set<() => void>();

/**
 * A short message that leaves by itself after 6 s. With `undo` it stays 10 s and offers to take the action back;
 * the caller then reverses what it did.
 */
export function toast(message: string, options: { undo?: () => void } = {}): void {
  waiting.push({ message, ...options });
  wanted = true;
  for (const listener of listeners) listener();
}

/** Hands over the messages that wait, oldest first. */
export const takeToasts = (): ToastRequest[] => waiting.splice(0);

/** Runs `listener` whenever a message comes; returns how to stop. */
export function addToastListener(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Where messages appear; stands once in the provider. */
export function Toasts() {
  const isWanted = useSyncExternalStore(addToastListener, () => wanted);
  return isWanted ? (
    <Suspense>
      <ToastHost />
    </Suspense>
  ) : null;
}
