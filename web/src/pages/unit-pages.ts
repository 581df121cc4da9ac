import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idIn, said, wordsIn } from '../address';
import { readAuditFilters } from '../routes/audit/audit-filters';
import { readNoticeFilters } from '../routes/notice/notice-search';
import { readAskAbout, readUnitRequestFilters } from '../routes/unit-request/unit-request-filters';
import { portal } from './portal';

const unitRequests = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi',
  component: lazyRouteComponent(() => import('../routes/unit-request/unit-request-page'), 'UnitRequestPage'),
  validateSearch: readUnitRequestFilters,
});

const unitRequestNew = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi/moi',
  component: lazyRouteComponent(() => import('../routes/unit-request/ask-page'), 'AskPage'),
  validateSearch: readAskAbout,
});

const unitRequest = createRoute({
  getParentRoute: () => portal,
  path: '/kien-nghi/$requestId',
  component: lazyRouteComponent(() => import('../routes/unit-request/request-page'), 'RequestPage'),
});

const notices = createRoute({
  getParentRoute: () => portal,
  path: '/thong-bao',
  component: lazyRouteComponent(() => import('../routes/notice/notice-page'), 'NoticePage'),
  validateSearch: readNoticeFilters,
});

const noticeMail = createRoute({
  getParentRoute: () => portal,
  path: '/thong-bao/thu',
  component: lazyRouteComponent(() => import('../routes/notice/mail-page'), 'MailPage'),
});

const handovers = createRoute({
  getParentRoute: () => portal,
  path: '/ban-giao',
  component: lazyRouteComponent(() => import('../routes/handover/handover-page'), 'HandoverPage'),
});

const handed = createRoute({
  getParentRoute: () => portal,
  path: '/ban-giao/$handoverId',
  component: lazyRouteComponent(() => import('../routes/handover/handed-page'), 'HandedPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => portal,
  path: '/tai-khoan/xac-thuc',
  component: lazyRouteComponent(() => import('../routes/second-factor/second-factor-page'), 'SecondFactorPage'),
});

const ownAccount = createRoute({
  getParentRoute: () => portal,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('../routes/account/own-account-page'), 'OwnAccountPage'),
});

const accounts = createRoute({
  getParentRoute: () => portal,
  path: '/quan-tri/nguoi-dung',
  component: lazyRouteComponent(() => import('../routes/account/account-page'), 'AccountPage'),
  validateSearch: (search): { donvi?: string } => said({ donvi: idIn(search.donvi) }),
});

const audit = createRoute({
  getParentRoute: () => portal,
  path: '/nhat-ky',
  component: lazyRouteComponent(() => import('../routes/audit/audit-page'), 'AuditPage'),
  validateSearch: readAuditFilters,
});

const viewAs = createRoute({
  getParentRoute: () => portal,
  path: '/xem-nhu',
  component: lazyRouteComponent(() => import('../routes/view-as/view-as-page'), 'ViewAsPage'),
  validateSearch: (search): { donvi?: string } => said({ donvi: idIn(search.donvi) }),
});

const permission = createRoute({
  getParentRoute: () => portal,
  path: '/phan-quyen',
  component: lazyRouteComponent(() => import('../routes/permission/permission-page'), 'PermissionPage'),
  validateSearch: (search): { tim?: string } => said({ tim: wordsIn(search.tim) }),
});

const query = createRoute({
  getParentRoute: () => portal,
  path: '/truy-van',
  component: lazyRouteComponent(() => import('../routes/query/query-page'), 'QueryPage'),
});

/** Between units and within one: questions, notices, people, trails. */
export const unitPages = [
  unitRequests, unitRequestNew, unitRequest, notices, noticeMail, handovers, handed, secondFactor, ownAccount, accounts, audit, viewAs, permission, query,
] as const;
