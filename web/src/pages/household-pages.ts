import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dayIn, said } from '../address';
import { readClassListFilters } from '../routes/class-list/class-list-filters';
import { readHouseholdFilters } from '../routes/household/household-filters';
import { readPairingFilters } from '../routes/pairing/pairing-filters';
import { readPeopleFilters } from '../routes/people/people-filters';
import { readRequestFilters } from '../routes/sight-request/sight-request-filters';
import { readPart } from '../routes/standard/standard-part';
import { portal } from './portal';

const householdList = createRoute({
  getParentRoute: () => portal,
  path: '/ho',
  component: lazyRouteComponent(() => import('../routes/household/household-list-page'), 'HouseholdListPage'),
  validateSearch: readHouseholdFilters,
});

const household = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId',
  component: lazyRouteComponent(() => import('../routes/household/household-page'), 'HouseholdPage'),
});

const householdCertificate = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId/giay-xac-nhan',
  component: lazyRouteComponent(() => import('../routes/household/household-certificate-page'), 'HouseholdCertificatePage'),
  // The day whose class is confirmed, filled in beforehand; nothing is issued by opening an address.
  validateSearch: (search): { ngay?: string } => said({ ngay: dayIn(search.ngay) }),
});

const householdLog = createRoute({
  getParentRoute: () => portal,
  path: '/ho/$householdId/luot-xem',
  component: lazyRouteComponent(() => import('../routes/household/household-log-page'), 'HouseholdLogPage'),
});

const householdNew = createRoute({
  getParentRoute: () => portal,
  path: '/ho/moi',
  component: lazyRouteComponent(() => import('../routes/household/household-new-page'), 'HouseholdNewPage'),
});

const people = createRoute({
  getParentRoute: () => portal,
  path: '/danh-sach-nguoi',
  component: lazyRouteComponent(() => import('../routes/people/people-page'), 'PeoplePage'),
  validateSearch: readPeopleFilters,
});

const classList = createRoute({
  getParentRoute: () => portal,
  path: '/bien-dong',
  component: lazyRouteComponent(() => import('../routes/class-list/class-list-page'), 'ClassListPage'),
  validateSearch: readClassListFilters,
});

const imports = createRoute({
  getParentRoute: () => portal,
  path: '/nhap-du-lieu',
  component: lazyRouteComponent(() => import('../routes/import/import-page'), 'ImportPage'),
});

const exportHistory = createRoute({
  getParentRoute: () => portal,
  path: '/tep-xuat',
  component: lazyRouteComponent(() => import('../routes/export/export-page'), 'ExportPage'),
});

const pairings = createRoute({
  getParentRoute: () => portal,
  path: '/ghep-doi',
  component: lazyRouteComponent(() => import('../routes/pairing/pairing-page'), 'PairingPage'),
  validateSearch: readPairingFilters,
});

const sightRequests = createRoute({
  getParentRoute: () => portal,
  path: '/de-nghi-mo-xem',
  component: lazyRouteComponent(() => import('../routes/sight-request/sight-request-page'), 'SightRequestPage'),
  validateSearch: readRequestFilters,
});

const standard = createRoute({
  getParentRoute: () => portal,
  path: '/chuan-ngheo',
  component: lazyRouteComponent(() => import('../routes/standard/standard-page'), 'StandardPage'),
  validateSearch: readPart,
});

/** Households, their people, lists and help. */
export const householdPages = [
  householdList, household, householdCertificate, householdLog, householdNew, people, classList, imports, exportHistory, pairings, sightRequests, standard,
] as const;
