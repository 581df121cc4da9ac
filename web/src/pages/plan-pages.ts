import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idIn, said } from '../address';
import { WorkPage } from '../routes/work/work-page';
import { readBoardFilters, readStatus } from '../routes/board/board-filters';
import { readChaseFilters } from '../routes/chase/chase-search';
import { readTaskFilters } from '../routes/task/task-filters';
import { portal } from './portal';

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
  component: lazyRouteComponent(() => import('../routes/task/task-list-page'), 'TaskListPage'),
  validateSearch: readTaskFilters,
});

const task = createRoute({
  getParentRoute: () => portal,
  path: '/nhiem-vu/$taskId',
  component: lazyRouteComponent(() => import('../routes/task/task-page'), 'TaskPage'),
  // The assignment whose progress form, or whose asked-for correction, is open; in the address so that a link from "Việc cần xử lý" opens it.
  validateSearch: (search): { nhap?: string; hoanthien?: string } => said({ nhap: idIn(search.nhap), hoanthien: idIn(search.hoanthien) }),
});

const unitAssignment = createRoute({
  getParentRoute: () => portal,
  path: '/nhiem-vu/$taskId/don-vi/$assignmentId',
  component: lazyRouteComponent(() => import('../routes/task/unit-assignment-page'), 'UnitAssignmentPage'),
});

const board = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan',
  component: lazyRouteComponent(() => import('../routes/board/board-page'), 'BoardPage'),
  validateSearch: readBoardFilters,
});

const boardTask = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan/$taskId',
  component: lazyRouteComponent(() => import('../routes/board/board-task-page'), 'BoardTaskPage'),
  validateSearch: readStatus,
});

const boardUnit = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan/don-vi/$unitId',
  component: lazyRouteComponent(() => import('../routes/board/board-unit-page'), 'BoardUnitPage'),
});

const directive = createRoute({
  getParentRoute: () => portal,
  path: '/giao-viec',
  component: lazyRouteComponent(() => import('../routes/directive/directive-page'), 'DirectivePage'),
  validateSearch: (search): { viec?: 'them'; nhiemvu?: string } => ({
    ...(search.viec === 'them' && { viec: search.viec }),
    ...said({ nhiemvu: idIn(search.nhiemvu) }),
  }),
});

const chase = createRoute({
  getParentRoute: () => portal,
  path: '/don-doc',
  component: lazyRouteComponent(() => import('../routes/chase/chase-page'), 'ChasePage'),
  validateSearch: readChaseFilters,
});

const plan = createRoute({
  getParentRoute: () => portal,
  path: '/ke-hoach',
  component: lazyRouteComponent(() => import('../routes/plan/plan-page'), 'PlanPage'),
});

const targets = createRoute({
  getParentRoute: () => portal,
  path: '/chi-tieu',
  component: lazyRouteComponent(() => import('../routes/target/targets-page'), 'TargetsPage'),
});

const targetSplit = createRoute({
  getParentRoute: () => portal,
  path: '/chi-tieu/$targetId',
  component: lazyRouteComponent(() => import('../routes/target/split-page'), 'SplitPage'),
});

/** The plan: work at hand, tasks, the board, directives, targets. */
export const planPages = [
  work, taskList, task, unitAssignment, board, boardTask, boardUnit, directive, chase, plan, targets, targetSplit,
] as const;
