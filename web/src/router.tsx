import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { WorkPage } from './routes/work/work-page';
import { readTaskFilters } from './routes/task/task-filters';
import { NotFound } from './shell/not-found';
import { Portal, Start } from './shell/portal';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Without a unit in the address: the portal of the hat in use. */
const start = createRoute({ getParentRoute: () => root, path: '/cong', component: Start });

const portal = createRoute({ getParentRoute: () => root, path: '/cong/$unitCode', component: Portal, notFoundComponent: NotFound });

const work = createRoute({
  getParentRoute: () => portal,
  path: '/',
  component: WorkPage,
  validateSearch: (search): { xem?: 'toi' | 'donvi' } =>
    search.xem === 'toi' || search.xem === 'donvi' ? { xem: search.xem } : {},
});

const taskList = createRoute({
  getParentRoute: () => portal,
  path: '/nhiem-vu',
  component: lazyRouteComponent(() => import('./routes/task/task-list-page'), 'TaskListPage'),
  validateSearch: readTaskFilters,
});

const task = createRoute({
  getParentRoute: () => portal,
  path: '/nhiem-vu/$taskId',
  component: lazyRouteComponent(() => import('./routes/task/task-page'), 'TaskPage'),
  // The assignment whose progress form is open; in the address so that a link from "Việc cần xử lý" opens it.
  validateSearch: (search): { nhap?: string } => (typeof search.nhap === 'string' ? { nhap: search.nhap } : {}),
});

/** Every page of the portals. A page below the first is fetched when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([start, portal.addChildren([work, taskList, task])]),
  defaultPreload: false,
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
