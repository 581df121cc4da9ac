import { lazy, Suspense, useEffect, useState } from 'react';
import css from './header.module.css';

const Bell = lazy(() => import('../routes/notice/bell').then((module) => ({ default: module.Bell })));

const longestWait = 3000; // milliseconds

/** The bell's place from the first moment, the bell itself once the page is drawn and the browser has nothing better to do. */
export function LazyBell() {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIsDrawn(true), 1000);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(() => setIsDrawn(true), { timeout: longestWait });
    return () => cancelIdleCallback(waiting);
  }, []);
  return <span className={css.bellPlace}>{isDrawn && <Suspense><Bell /></Suspense>}</span>;
}
