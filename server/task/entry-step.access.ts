import { one, resource } from '../access/resource.js';
import { everyRow, myChildren, myLedTasks, own } from '../access/rows.js';
import type { EntryReturn, EntryStep } from './entry-step.entity.js';

/** What happens to a working paper inside its unit is the unit's own; that it was given back is known to whoever reads what was signed. */
const given = (rule: string): string => `${own()} OR (kind = 'RETURNED' AND ${rule})`;

export const entryStepAccess = resource<EntryStep>('EntryStep', 'entry_step', {
  rows: {
    secretariat: given(everyRow),
    department: given(`EXISTS (SELECT FROM assignment a WHERE a.id = entry_step.assignment_id AND a.task_id = ${myLedTasks})`),
    commune: own(),
    massOrganisation: given(`unit_id = ${myChildren}`),
  },
  keys: ['assignment_id', 'unit_id'],
  sources: { entry: one('ProgressEntry', 'entry_id'), byUnit: one('Unit', 'by_unit_id') },
}, {
  //      secretariat  department  commune  massOrganisation  public
  id:     ['rf',       'rf',       'rf',    'rf',             ''],
  entry:  ['r',        'r',        'r',     'r',              ''],
  kind:   ['r',        'r',        'r',     'r',              ''],
  note:   ['r',        'r',        'r',     'r',              ''],
  at:     ['r',        'r',        'r',     'r',              ''],
  byUnit: ['r',        'r',        'r',     'r',              ''],
  byName: ['r',        'r',        'r',     'r',              ''],
});

/** Reasons show with their entry, whose own policy decides. */
const ofSeenEntry = 'EXISTS (SELECT FROM progress_entry e WHERE e.id = entry_return.entry_id)';

export const entryReturnAccess = resource<EntryReturn>('EntryReturn', 'entry_return', {
  rows: { secretariat: ofSeenEntry, department: ofSeenEntry, commune: own(), massOrganisation: ofSeenEntry },
  keys: ['entry_id', 'unit_id'],
}, {
  //      secretariat  department  commune  massOrganisation  public
  id:     ['rf',       'rf',       'rf',    'rf',             ''],
  field:  ['r',        'r',        'r',     'r',              ''],
  reason: ['r',        'r',        'r',     'r',              ''],
});
