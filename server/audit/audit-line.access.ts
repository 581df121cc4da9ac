import { one, resolver, resource } from '../access/resource.js';
import { own } from '../access/rows.js';
import type { AuditLine } from './audit-line.entity.js';

const wholeUnit = '(SELECT my_villages()) IS NULL AND (SELECT my_communes()) IS NULL';
/** A leader answers for the unit, whoever keeps its accounts for who signed in; everybody else for what the own post did. */
const ofUnit = `${own()} AND (post_id = (SELECT my_post()) OR (SELECT my_role()) = 'LEADER' AND ${wholeUnit} OR (SELECT my_role()) = 'ACCOUNT_ADMINISTRATOR' AND noun = 'SignIn')`;
/** Lines of the account administrator's own post are sign-ins alone: the trail is not theirs to read. */
const visible = `${ofUnit} AND ((SELECT my_role()) <> 'ACCOUNT_ADMINISTRATOR' OR noun = 'SignIn')`;

export const auditLineAccess = resource<AuditLine>('AuditLine', 'audit_line', {
  keyType: 'int', isAppendOnly: true, keys: ['post_id'],
  rows: { secretariat: `(SELECT my_role()) = 'LEADER' OR ${visible}`, department: visible, commune: visible, massOrganisation: visible },
  sources: { unit: one('Unit', 'unit_id'), changes: resolver('noun', 'before', 'after', 'row_id', 'unit_id'), refusals: resolver('detail') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  at:        ['rf',       'rf',       'rf',    'rf',             ''],
  unit:      ['rf',       'rf',       'rf',    'rf',             ''],
  person:    ['rf',       'rf',       'rf',    'rf',             ''],
  role:      ['r',        'r',        'r',     'r',              ''],
  operation: ['rf',       'rf',       'rf',    'rf',             ''],
  outcome:   ['rf',       'rf',       'rf',    'rf',             ''],
  noun:      ['rf',       'rf',       'rf',    'rf',             ''],
  rowId:     ['rf',       'rf',       'rf',    'rf',             ''],
  changes:   ['r',        'r',        'r',     'r',              ''],
  refusals:  ['r',        'r',        'r',     'r',              ''],
});
