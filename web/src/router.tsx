import { createRouter } from '@tanstack/react-router';
import { householdPages } from './pages/household-pages';
import { planPages } from './pages/plan-pages';
import { portal, root, start } from './pages/portal';
import { unitPages } from './pages/unit-pages';
import { PageFailed } from './shell/page-failed';

/** Every page of the portals. A page below the first is fetched when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    portal.addChildren([...planPages, ...householdPages, ...unitPages]),
  ]),
  defaultPreload: false,
  defaultErrorComponent: PageFailed,
  // Plain `?vai=chutri&tt=LATE`: every value is text, and each page's validateSearch reads its own.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const text = new URLSearchParams(given).toString();
    return text && `?${text}`;
  },
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
