import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { text } from '../text/text';
import { Button } from './button';
import css from './states.module.css';

/** Nothing to show: says so in a sentence, and offers the next step. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Rows of the final height, shown after 300 ms so that a quick answer does not flicker; says so after 8 s. */
export function Loading({ rows = 4, height = 56 }: { rows?: number; height?: number }) {
  const [stage, setStage] = useState<'waiting' | 'shown' | 'slow'>('waiting');
  useEffect(() => {
    const shown = setTimeout(() => setStage('shown'), 300);
    const slow = setTimeout(() => setStage('slow'), 8000);
    return () => {
      clearTimeout(shown);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div role="status" className={css.loading}>
      {stage !== 'waiting' && (
        <>
          <span className={stage === 'slow' ? undefined : 'visually-hidden'}>
            {stage === 'slow' ? text.states.slow : text.states.loading}
          </span>
          {Array.from({ length: rows }, (_, row) => (
            <svg key={row} className={css.bone} height={height} aria-hidden="true" />
          ))}
        </>
      )}
    </div>
  );
}

interface FailedProps {
  /** What failed and what is safe, in a sentence. */
  message: string;
  /** The request's id, for whoever is called for help. */
  code?: string;
  onRetry?: () => void;
}

/** Something went wrong: what, whether work is safe, a way to try again, and the code in small print. */
export function Failed({ message, code, onRetry }: FailedProps) {
  return (
    <div role="alert" className={css.failed}>
      <p>{message}</p>
      <div className={css.row}>
        {onRetry && (
          <Button kind="primary" onClick={onRetry}>
            {text.states.retry}
          </Button>
        )}
        {code && <small className={css.code}>{text.states.code(code)}</small>}
      </div>
    </div>
  );
}

/** What one may not see here, and who could grant it; never a bare refusal. */
export function NoPermission({ children, grantedBy }: { children: ReactNode; grantedBy?: string }) {
  return (
    <div className={css.noPermission}>
      <p>{children}</p>
      {grantedBy && <p className={css.soft}>{text.states.grantedBy(grantedBy)}</p>}
    </div>
  );
}

/** The yellow strip under the header while the browser is offline. */
export function OfflineStrip() {
  const online = useOnline();
  return (
    <div role="status" className={online ? undefined : css.offline}>
      {online ? null : text.states.offline}
    </div>
  );
}

/** Whether the browser believes that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
