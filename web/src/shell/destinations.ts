import { text } from '../text/text';
import type { IconName } from './icons';

export interface Destination {
  to: '/cong/$unitCode' | '/cong/$unitCode/nhiem-vu';
  label: string;
  /** For the bar on phones. */
  short?: string;
  icon: IconName;
  /** Paths of `viewer.permissions` that the page cannot do without. */
  needs: string[];
  /** Marked as current at this very address only, not below it. */
  exact?: boolean;
}

/** The pages of the navigation in their order; a new page is a line here and a route in router.tsx. */
export const destinations: Destination[] = [
  {
    to: '/cong/$unitCode',
    label: text.navigation.work,
    short: text.navigation.workShort,
    icon: 'work',
    needs: ['Query.assignments'],
    exact: true,
  },
  { to: '/cong/$unitCode/nhiem-vu', label: text.navigation.tasks, icon: 'tasks', needs: ['Query.tasks'] },
];
