import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { NotFound } from '../shell/not-found';
import { Portal, Start } from '../shell/portal';

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Without a unit in the address: the portal of the hat in use. */
export const start = createRoute({ getParentRoute: () => root, path: '/cong', component: Start });

export const portal = createRoute({ getParentRoute: () => root, path: '/cong/$unitCode', component: Portal, notFoundComponent: NotFound });
