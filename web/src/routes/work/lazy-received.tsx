import { lazy, Suspense } from 'react';

const Received = lazy(() => import('../chase/received').then((module) => ({ default: module.Received })));

/** What the unit was reminded of; its code comes after the page's own. */
export const LazyReceived = () => <Suspense><Received /></Suspense>;
