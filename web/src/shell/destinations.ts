import { served } from '../routes/people/people-filters';
import { isServed, type Session } from '../session';
import { text } from '../text/text';
import type { IconName } from './icons';

export interface Destination {
  to:
    | '/cong/$unitCode'
    | '/cong/$unitCode/tong-quan'
    | '/cong/$unitCode/nhiem-vu'
    | '/cong/$unitCode/ho'
    | '/cong/$unitCode/danh-sach-nguoi'
    | '/cong/$unitCode/bien-dong'
    | '/cong/$unitCode/nhap-du-lieu'
    | '/cong/$unitCode/tep-xuat'
    | '/cong/$unitCode/ghep-doi'
    | '/cong/$unitCode/de-nghi-mo-xem'
    | '/cong/$unitCode/kien-nghi'
    | '/cong/$unitCode/ban-giao'
    | '/cong/$unitCode/don-doc'
    | '/cong/$unitCode/giao-viec'
    | '/cong/$unitCode/ke-hoach'
    | '/cong/$unitCode/chi-tieu'
    | '/cong/$unitCode/chuan-ngheo'
    | '/cong/$unitCode/truy-van'
    | '/cong/$unitCode/nhat-ky'
    | '/cong/$unitCode/xem-nhu'
    | '/cong/$unitCode/phan-quyen'
    | '/cong/$unitCode/quan-tri/nguoi-dung';
  label: string;
  /** For the bar on phones. */
  short?: string;
  icon: IconName;
  /** Paths of `viewer.permissions` that the page cannot do without. */
  needs: string[];
  /** Of departments only those that serve one of these by a clause of the plan. */
  serves?: string[];
  /** Marked as current at this very address only, not below it. */
  exact?: boolean;
}

/** The pages that this portal and post may open: by permission and by what the unit serves, never by the name of a role. */
export const destinationsOf = ({ permissions, viewer }: Session): Destination[] =>
  destinations.filter(({ needs, serves }) => needs.every((path) => permissions.has(path)) && (!serves || isServed(viewer, serves)));

/** The pages of the navigation in their order; a new page is a line here and a route in web/src/pages. */
const destinations: Destination[] = [
  {
    to: '/cong/$unitCode',
    label: text.navigation.work,
    short: text.navigation.workShort,
    icon: 'work',
    needs: ['Query.assignments'],
    exact: true,
  },
  // Every unit's standing: only who reads the posts of all units sees enough for a board.
  { to: '/cong/$unitCode/tong-quan', label: text.navigation.board, icon: 'board', needs: ['Task.standing', 'Post.sensitiveNouns'] },
  { to: '/cong/$unitCode/nhiem-vu', label: text.navigation.tasks, icon: 'tasks', needs: ['Query.tasks'] },
  {
    to: '/cong/$unitCode/ho',
    label: text.navigation.households,
    short: text.navigation.householdsShort,
    icon: 'households',
    needs: ['Query.households'],
  },
  { to: '/cong/$unitCode/danh-sach-nguoi', label: text.navigation.people, icon: 'people', needs: ['Query.members', 'MemberFilter.residence'], serves: Object.values(served).flat() },
  { to: '/cong/$unitCode/bien-dong', label: text.navigation.classList, icon: 'classList', needs: ['Query.classRecords'] },
  { to: '/cong/$unitCode/nhap-du-lieu', label: text.navigation.imports, short: text.navigation.importsShort, icon: 'imports', needs: ['Mutation.beginImport'] },
  { to: '/cong/$unitCode/tep-xuat', label: text.navigation.exports, icon: 'exports', needs: ['Query.exportJobs', 'Mutation.startExport'] },
  { to: '/cong/$unitCode/ghep-doi', label: text.navigation.pairings, icon: 'pairings', needs: ['Query.pairings'] },
  { to: '/cong/$unitCode/de-nghi-mo-xem', label: text.navigation.requests, icon: 'requests', needs: ['Query.sightRequests'] },
  { to: '/cong/$unitCode/kien-nghi', label: text.navigation.unitRequests, short: text.navigation.unitRequestsShort, icon: 'unitRequests', needs: ['Query.unitRequests'] },
  { to: '/cong/$unitCode/don-doc', label: text.navigation.chase, icon: 'chase', needs: ['Mutation.sendReminders'] },
  { to: '/cong/$unitCode/giao-viec', label: text.navigation.directive, icon: 'directive', needs: ['Mutation.createTask'] },
  { to: '/cong/$unitCode/ban-giao', label: text.navigation.handovers, icon: 'handovers', needs: ['Mutation.acceptHandoverItem'] },
  { to: '/cong/$unitCode/ke-hoach', label: text.navigation.plan, icon: 'plan', needs: ['Query.plan'] },
  { to: '/cong/$unitCode/chi-tieu', label: text.navigation.targets, icon: 'targets', needs: ['Query.targets'] },
  { to: '/cong/$unitCode/chuan-ngheo', label: text.navigation.standards, icon: 'standards', needs: ['Query.standards'] },
  {
    to: '/cong/$unitCode/truy-van',
    label: text.navigation.query,
    short: text.navigation.queryShort,
    icon: 'query',
    needs: ['Query.tasks', 'Query.households'],
  },
  { to: '/cong/$unitCode/nhat-ky', label: text.navigation.audit, icon: 'audit', needs: ['Query.auditLines'] },
  { to: '/cong/$unitCode/xem-nhu', label: text.navigation.viewAs, icon: 'requests', needs: ['Mutation.startViewAs'] },
  { to: '/cong/$unitCode/phan-quyen', label: text.navigation.permissions, icon: 'permissions', needs: ['Query.permissionMatrix'] },
  { to: '/cong/$unitCode/quan-tri/nguoi-dung', label: text.navigation.accounts, icon: 'accounts', needs: ['Query.accounts'] },
];
