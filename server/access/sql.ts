import { portalKinds, roleOf, type PortalKind } from './portal-kind.js';
import type { Policy } from './policy.js';
import { columnsOf, type Resource, type Verb } from './resource.js';
import { everyRow } from './rows.js';

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE';
export interface Grant { readonly table: string; readonly role: string; readonly privilege: Privilege; readonly column: string }
export interface RowPolicy { readonly table: string; readonly name: string; readonly role: string; readonly command: Privilege | 'ALL'; readonly using: string | null; readonly check: string | null }

const privileges: readonly (readonly [Privilege, Verb])[] = [['SELECT', 'r'], ['INSERT', 'c'], ['UPDATE', 'u']];

/** Columns of this noun that a list of another noun joins and sorts by, for the kinds that read that list. */
function joined(policy: Policy, resource: Resource, kind: PortalKind): string[] {
  return policy.resources.flatMap(other => [...other.fields.values()].flatMap(({ source, verbs }) =>
    source.from === 'many' && source.type === resource.type && verbs[kind].includes('r')
      ? [source.column, ...[...`${source.order} ${source.where ?? ''}`.matchAll(/\$\.(\w+)/g)].map(match => match[1])] : []));
}

function columns(policy: Policy, resource: Resource, kind: PortalKind, verb: Verb): string[] {
  const names = [...resource.fields.values()].filter(f => f.verbs[kind].includes(verb)).flatMap(f => columnsOf(f, resource.key));
  // Whoever may create a row places it: with its household, with its member. Never moved afterwards by an update.
  const placed = [resource.household, resource.member].filter(name => name !== null);
  const words = resource.search !== null && policy.may(kind, `${resource.type}Filter.search`) ? ['words'] : [];
  const keys = names.length === 0 ? [] : verb === 'r' ? [...resource.keys, ...joined(policy, resource, kind), ...words] : verb === 'c' ? placed : [];
  return [...new Set([...names, ...keys])].sort();
}

/** Every column privilege that the tables give, and no other may exist. */
export function grantsOf(policy: Policy): Grant[] {
  return policy.resources.flatMap(resource => portalKinds.flatMap(kind => privileges.flatMap(([privilege, verb]) =>
    columns(policy, resource, kind, verb).map(name => ({ table: resource.table, role: roleOf(kind), privilege, column: name })))));
}

/**
 * What a look at another's portal adds to a row rule: the row must be one that the secretariat sees as well, with nothing sensitive opened. Of
 * the secretariat's rule, what is its own is of the unit that looks. Nothing is added where the secretariat sees every row.
 */
function whileViewing({ table, household, rows, sensitive, sensitiveRows, isWholeWhileViewing }: Resource, kind: PortalKind): string {
  if (kind === 'secretariat' || kind === 'public' || isWholeWhileViewing) return '';
  const rule = rows.secretariat?.replaceAll('my_units()', 'ARRAY[views_from()]').replaceAll('my_unit()', 'views_from()').replaceAll('my_role()', "'LEADER'::text");
  if (sensitive || rule === undefined) return ' AND (SELECT viewing()) <> 1';
  const shut = [sensitiveRows.secretariat, sensitiveRows[kind]].filter(rows => rows !== undefined).map(rows => `(${rows.replaceAll('$.', `${table}.`)}) IS NOT TRUE`);
  // That a department sees a household may tell why: for its health, for the merit of one of it.
  const plainly = kind === 'department' && household !== null && rows[kind]?.includes('FROM sight s ') ? [`seen_plainly(${table}.${household})`] : [];
  const also = [...(rule === everyRow ? [] : [`(${rule})`]), ...new Set(shut), ...plainly];
  return also.length === 0 ? '' : ` AND ((SELECT viewing()) <> 1 OR ${also.join(' AND ')})`;
}

/** Every row policy that the tables give: what a role sees, and apart from it what it may write. */
export function rowPoliciesOf(policy: Policy): RowPolicy[] {
  return policy.resources.flatMap(({ table, rows, write, ...rest }) => [
    { table, name: 'maintainer', role: 'maintainer', command: 'ALL' as const, using: 'true', check: 'true' },
    ...portalKinds.flatMap((kind): RowPolicy[] => {
      const role = roleOf(kind), resource = { table, rows, write, ...rest };
      const also = whileViewing(resource, kind), seen = rows[kind] && (also ? `(${rows[kind]})${also}` : rows[kind]), written = write[kind];
      return [
        ...(seen === undefined ? [] : [{ table, name: role, role, command: 'SELECT' as const, using: seen, check: null }]),
        ...(written === undefined || columns(policy, resource, kind, 'c').length === 0 ? [] : [{ table, name: `${role}_insert`, role, command: 'INSERT' as const, using: null, check: written }]),
        ...(written === undefined || columns(policy, resource, kind, 'u').length === 0 ? [] : [{ table, name: `${role}_update`, role, command: 'UPDATE' as const, using: written, check: written }]),
      ];
    }),
  ]);
}

export const createPolicy = ({ table, name, role, command, using, check }: RowPolicy): string =>
  `CREATE POLICY ${name} ON ${table} FOR ${command} TO ${role}`
  + (using === null ? '' : ` USING (${using})`) + (check === null ? '' : ` WITH CHECK (${check})`) + ';';
