import { many, one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { Handover, HandoverItem } from './handover.entity.js';

const ownUnit = { department: own(), commune: own(), massOrganisation: own() };
/** A post for some villages or communes sees what it took over itself: other lists name what lies elsewhere. */
const listed = `${own()} AND ((SELECT my_villages()) IS NULL AND (SELECT my_communes()) IS NULL OR to_post_id = (SELECT my_post()))`;
/** Whoever took it over says that it is in hand; nobody else does. */
const taken = `${own()} AND to_post_id = (SELECT my_post())`;

/** Written by hand_over() alone, which judges who may. */
export const handoverAccess = resource<Handover>('Handover', 'handover', {
  rows: { secretariat: everyRow, ...ownUnit },
  sources: {
    unit: one('Unit', 'unit_id'), fromPost: one('Post', 'from_post_id'), toPost: one('Post', 'to_post_id'), madeBy: one('Post', 'made_by_id'),
    items: many('HandoverItem', 'handover_id', { most: 100, order: '$.due_day, $.id' }),
  },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['r',        'r',        'r',     'r',              ''],
  unit:      ['r',        'r',        'r',     'r',              ''],
  fromPost:  ['r',        'r',        'r',     'r',              ''],
  toPost:    ['r',        'r',        'r',     'r',              ''],
  madeBy:    ['r',        'r',        'r',     'r',              ''],
  madeAt:    ['r',        'r',        'r',     'r',              ''],
  note:      ['r',        'r',        'r',     'r',              ''],
  itemCount: ['r',        'r',        'r',     'r',              ''],
  items:     ['r',        'r',        'r',     'r',              ''],
});

export const handoverItemAccess = resource<HandoverItem>('HandoverItem', 'handover_item', {
  keys: ['unit_id', 'to_post_id', 'handover_id', 'field', 'is_by_name'],
  rows: { secretariat: everyRow, department: listed, commune: listed, massOrganisation: listed },
  write: { secretariat: taken, department: taken, commune: taken, massOrganisation: taken },
  sources: { assignment: one('Assignment', 'assignment_id'), household: one('Household', 'about_household_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['r',        'r',        'r',     'r',              ''],
  noun:        ['r',        'r',        'r',     'r',              ''],
  rowId:       ['r',        'r',        'r',     'r',              ''],
  dueDay:      ['r',        'r',        'r',     'r',              ''],
  label:       ['r',        'r',        'r',     'r',              ''],
  assignment:  ['r',        'r',        'r',     'r',              ''],
  household:   ['r',        'r',        'r',     'r',              ''],
  acceptedOn:  ['ru',       'ru',       'ru',    'ru',             ''],
});
