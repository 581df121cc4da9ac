import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { dayIn, idIn, said, wordsIn } from './address';
import { WorkPage } from './routes/work/work-page';
import { readAuditFilters } from './routes/audit/audit-filters';
import { readBoardFilters, readStatus } from './routes/board/board-filters';
import { readChaseFilters } from './routes/chase/chase-search';
import { readClassListFilters } from './routes/class-list/class-list-filters';
import { readHouseholdFilters } from './routes/household/household-filters';
import { readNoticeFilters } from './routes/notice/notice-search';
import { readPairingFilters } from './routes/pairing/pairing-filters';
import { readPeopleFilters } from './routes/people/people-filters';
import { readRequestFilters } from './routes/sight-request/sight-request-filters';
import { readPart } from './routes/standard/standard-part';
import { readTaskFilters } from './routes/task/task-filters';
import { readAskAbout, readUnitRequestFilters } from './routes/unit-request/unit-request-filters';
import { NotFound } from './shell/not-found';
import { PageFailed } from './shell/page-failed';
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
  // The assignment whose progress form, or whose asked-for correction, is open; in the address so that a link from "Việc cần xử lý" opens it.
  validateSearch: (search): { nhap?: string; hoanthien?: string } => said({ nhap: idIn(search.nhap), hoanthien: idIn(search.hoanthien) }),
});

const unitAssignment = createRoute({
  getParentRoute: () => portal,
  path: '/nhiem-vu/$taskId/don-vi/$assignmentId',
  component: lazyRouteComponent(() => import('./routes/task/unit-assignment-page'), 'UnitAssignmentPage'),
});

const board = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan',
  component: lazyRouteComponent(() => import('./routes/board/board-page'), 'BoardPage'),
  validateSearch: readBoardFilters,
});

const boardTask = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan/$taskId',
  component: lazyRouteComponent(() => import('./routes/board/board-task-page'), 'BoardTaskPage'),
  validateSearch: readStatus,
});

const boardUnit = createRoute({
  getParentRoute: () => portal,
  path: '/tong-quan/don-vi/$unitId',
  component: lazyRouteComponent(() => import('./routes/board/board-unit-page'), 'BoardUnitPage'),
});

const householdList = createRoute({
  getParentRoute: () => portal,
  path: '/ho',
  component: lazyRouteComponent(() => import('./routes/household/household-list-page'), 'HouseholdListPage'),
  validateSearch: readHouseholdFilters,
});

const household = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId',
  component: lazyRouteComponent(() => import('./routes/household/household-page'), 'HouseholdPage'),
});

const householdCertificate = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId/giay-xac-nhan',
  component: lazyRouteComponent(() => import('./routes/household/household-certificate-page'), 'HouseholdCertificatePage'),
  // The day whose class is confirmed, filled in beforehand; nothing is issued by opening an address.
  validateSearch: (search): { ngay?: string } => said({ ngay: dayIn(search.ngay) }),
});

const householdLog = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId/luot-xem',
  component: lazyRouteComponent(() => import('./routes/household/household-log-page'), 'HouseholdLogPage'),
});

const people = createRoute({
  getParentRoute: () => portal,
  path: '/danh-sach-nguoi',
  component: lazyRouteComponent(() => import('./routes/people/people-page'), 'PeoplePage'),
  validateSearch: readPeopleFilters,
});

const classList = createRoute({
  getParentRoute: () => portal,
  path: '/bien-dong',
  component: lazyRouteComponent(() => import('./routes/class-list/class-list-page'), 'ClassListPage'),
  validateSearch: readClassListFilters,
});

const householdNew = createRoute({
  getParentRoute: () => portal,
  path: '/ho/moi',
  component: lazyRouteComponent(() => import('./routes/household/household-new-page'), 'HouseholdNewPage'),
});

const imports = createRoute({
  getParentRoute: () => portal,
  path: '/nhap-du-lieu',
  component: lazyRouteComponent(() => import('./routes/import/import-page'), 'ImportPage'),
});

const pairings = createRoute({
  getParentRoute: () => portal,
  path: '/ghep-doi',
  component: lazyRouteComponent(() => import('./routes/pairing/pairing-page'), 'PairingPage'),
  validateSearch: readPairingFilters,
});

const sightRequests = createRoute({
  getParentRoute: () => portal,
  path: '/de-nghi-mo-xem',
  component: lazyRouteComponent(() => import('./routes/sight-request/sight-request-page'), 'SightRequestPage'),
  validateSearch: readRequestFilters,
});

const unitRequests = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi',
  component: lazyRouteComponent(() => import('./routes/unit-request/unit-request-page'), 'UnitRequestPage'),
  validateSearch: readUnitRequestFilters,
});

const unitRequestNew = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi/moi',
  component: lazyRouteComponent(() => import('./routes/unit-request/ask-page'), 'AskPage'),
  validateSearch: readAskAbout,
});

const unitRequest = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi/$requestId',
  component: lazyRouteComponent(() => import('./routes/unit-request/request-page'), 'RequestPage'),
});

const noticeMail = createRoute({
  getParentRoute: () => portal,
  path: '/thong-bao/thu',
  component: lazyRouteComponent(() => import('./routes/notice/mail-page'), 'MailPage'),
});

const chase = createRoute({
  getParentRoute: () => portal,
  path: '/don-doc',
  component: lazyRouteComponent(() => import('./routes/chase/chase-page'), 'ChasePage'),
  validateSearch: readChaseFilters,
});

const notices = createRoute({
  getParentRoute: () => portal,
  path: '/thong-bao',
  component: lazyRouteComponent(() => import('./routes/notice/notice-page'), 'NoticePage'),
  validateSearch: readNoticeFilters,
});

const exportHistory = createRoute({
  getParentRoute: () => portal,
  path: '/tep-xuat',
  component: lazyRouteComponent(() => import('./routes/export/export-page'), 'ExportPage'),
});

const handovers = createRoute({
  getParentRoute: () => portal,
  path: '/ban-giao',
  component: lazyRouteComponent(() => import('./routes/handover/handover-page'), 'HandoverPage'),
});

const handed = createRoute({
  getParentRoute: () => portal,
  path: '/ban-giao/$handoverId',
  component: lazyRouteComponent(() => import('./routes/handover/handed-page'), 'HandedPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => portal,
  path: '/tai-khoan/xac-thuc',
  component: lazyRouteComponent(() => import('./routes/second-factor/second-factor-page'), 'SecondFactorPage'),
});

const plan = createRoute({
  getParentRoute: () => portal,
  path: '/ke-hoach',
  component: lazyRouteComponent(() => import('./routes/plan/plan-page'), 'PlanPage'),
});

const targets = createRoute({
  getParentRoute: () => portal,
  path: '/chi-tieu',
  component: lazyRouteComponent(() => import('./routes/target/targets-page'), 'TargetsPage'),
});

const targetSplit = createRoute({
  getParentRoute: () => portal,
  path: '/chi-tieu/$targetId',
  component: lazyRouteComponent(() => import('./routes/target/split-page'), 'SplitPage'),
});

const standard = createRoute({
  getParentRoute: () => portal,
  path: '/chuan-ngheo',
  component: lazyRouteComponent(() => import('./routes/standard/standard-page'), 'StandardPage'),
  validateSearch: readPart,
});

const directive = createRoute({
  getParentRoute: () => portal,
  path: '/giao-viec',
  component: lazyRouteComponent(() => import('./routes/directive/directive-page'), 'DirectivePage'),
  validateSearch: (search): { viec?: 'them'; nhiemvu?: string } => ({
    ...(search.viec === 'them' && { viec: search.viec }),
    ...said({ nhiemvu: idIn(search.nhiemvu) }),
  }),
});

const query = createRoute({
  getParentRoute: () => portal,
  path: '/truy-van',
  component: lazyRouteComponent(() => import('./routes/query/query-page'), 'QueryPage'),
});

const audit = createRoute({
  getParentRoute: () => portal,
  path: '/nhat-ky',
  component: lazyRouteComponent(() => import('./routes/audit/audit-page'), 'AuditPage'),
  validateSearch: readAuditFilters,
});

const viewAs = createRoute({
  getParentRoute: () => portal,
  path: '/xem-nhu',
  component: lazyRouteComponent(() => import('./routes/view-as/view-as-page'), 'ViewAsPage'),
  validateSearch: (search): { donvi?: string } => said({ donvi: idIn(search.donvi) }),
});

const permission = createRoute({
  getParentRoute: () => portal,
  path: '/phan-quyen',
  component: lazyRouteComponent(() => import('./routes/permission/permission-page'), 'PermissionPage'),
  validateSearch: (search): { tim?: string } => said({ tim: wordsIn(search.tim) }),
});

const accounts = createRoute({
  getParentRoute: () => portal,
  path: '/quan-tri/nguoi-dung',
  component: lazyRouteComponent(() => import('./routes/account/account-page'), 'AccountPage'),
  validateSearch: (search): { donvi?: string } => said({ donvi: idIn(search.donvi) }),
});

const ownAccount = createRoute({
  getParentRoute: () => portal,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./routes/account/own-account-page'), 'OwnAccountPage'),
});

/** Every page of the portals. A page below the first is fetched when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    portal.addChildren([
      work,
      taskList,
      task,
      unitAssignment,
      board,
      boardTask,
      boardUnit,
      householdList,
      household,
      householdCertificate,
      householdLog,
      householdNew,
      imports,
      people,
      classList,
      pairings,
      sightRequests,
      unitRequests,
      unitRequestNew,
      unitRequest,
      notices,
      noticeMail,
      chase,
      exportHistory,
      handovers,
      handed,
      secondFactor,
      plan,
      targets,
      targetSplit,
      standard,
      directive,
      query,
      audit,
      viewAs,
      permission,
      accounts,
      ownAccount,
    ]),
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
