import type { Policy } from './policy.js';
import { portalKinds, roleOf } from './portal-kind.js';
import { createPolicy, grantsOf, rowPoliciesOf, type Grant } from './sql.js';

/** Runs one statement as the administrator and returns its rows; access knows no driver. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A difference between the tables and the database, with the statements that would end it. */
export interface Difference { readonly what: string; readonly mend: string }

interface StoredPolicy { table: string; name: string; role: string; command: string; using: string | null; check: string | null }

const storedPolicies = (schema: string) => `SELECT c.relname AS table, p.polname AS name, coalesce(r.rolname, 'PUBLIC') AS role,
  CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
  pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL unnest(p.polroles) AS role(oid) LEFT JOIN pg_roles r ON r.oid = role.oid
  WHERE n.nspname = '${schema}' AND c.relname = ANY ($1) AND coalesce(r.rolname, '') <> 'app_user' ORDER BY 1, 2, 3`;

/** Column privileges of the portal roles, and whatever PUBLIC has; read from the catalogue, which hides none. Every write may append to the trail and the outbox. */
const storedGrants = `SELECT c.relname AS table, coalesce(r.rolname, 'PUBLIC') AS role, x.privilege_type AS privilege, a.attname AS column
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid CROSS JOIN LATERAL aclexplode(a.attacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
  WHERE c.relnamespace = 'public'::regnamespace AND (x.grantee = 0 OR r.rolname = ANY ($1)) AND NOT (x.privilege_type = 'INSERT' AND c.relname IN ('audit_line', 'outbox'))`;

/** A privilege on a whole table is never a portal's, nor anybody's; the application's login has it on what identity keeps. */
const storedTableGrants = `SELECT c.relname AS table, coalesce(r.rolname, 'PUBLIC') AS role, x.privilege_type AS privilege
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p') AND (x.grantee = 0 OR r.rolname = ANY ($1)
    OR r.rolname = 'app_user' AND c.relname = ANY ($2) AND NOT (x.privilege_type = 'SELECT' AND c.relname IN ('unit', 'village', 'post'))
      AND NOT (x.privilege_type IN ('SELECT', 'INSERT', 'UPDATE') AND c.relname = 'account'))`;

const sameGrant = (g: Grant): string => `${g.privilege} (${g.column}) ON ${g.table} TO ${g.role}`;
const samePolicy = (p: StoredPolicy): string => JSON.stringify([p.table, p.name, p.role, p.command, p.using, p.check]);

/**
 * Everything in which grants, row security and policies of the database differ from the tables; empty when they agree.
 * Expressions are compared as PostgreSQL prints them, so the expected ones are created on empty copies and read back.
 * Must run inside a transaction that the caller rolls back.
 */
export async function differences(policy: Policy, query: Query): Promise<Difference[]> {
  return [
    ...await grantDifferences(policy, query), ...await tableGrantDifferences(policy, query),
    ...await securityDifferences(policy, query), ...await policyDifferences(policy, query), ...await roleDifferences(query),
  ];
}

const roles = portalKinds.map(roleOf);

async function grantDifferences(policy: Policy, query: Query): Promise<Difference[]> {
  const wanted = new Set(grantsOf(policy).map(sameGrant));
  const stored = new Set((await query<Grant>(storedGrants, [roles])).map(sameGrant));
  const maintained = new Set((await query<{ table: string }>(`SELECT table_name AS table FROM information_schema.table_privileges
    WHERE table_schema = 'public' AND grantee = 'maintainer' GROUP BY 1 HAVING count(*) FILTER (WHERE privilege_type IN ('SELECT','INSERT','UPDATE','DELETE')) = CASE WHEN table_name = ANY ($1) THEN 2 ELSE 4 END`,
    [policy.resources.filter(r => r.isAppendOnly).map(r => r.table)])).map(row => row.table));
  return [
    ...[...wanted].filter(g => !stored.has(g)).map(g => ({ what: `thiếu quyền ${g}`, mend: `GRANT ${g};` })),
    ...[...stored].filter(g => !wanted.has(g)).map(g => ({ what: `thừa quyền ${g}`, mend: `REVOKE ${g.replace(/ TO (\w+)$/, ' FROM $1')};` })),
    ...policy.resources.filter(r => !maintained.has(r.table)).map(r => ({ 
      what: `quyền của maintainer trên ${r.table} khác`, mend: r.isAppendOnly ? `REVOKE UPDATE, DELETE ON ${r.table} FROM maintainer; GRANT SELECT, INSERT ON ${r.table} TO maintainer;` : `GRANT SELECT, INSERT, UPDATE, DELETE ON ${r.table} TO maintainer;`,
    })),
  ];
}

async function tableGrantDifferences(policy: Policy, query: Query): Promise<Difference[]> {
  const rows = await query<{ table: string; role: string; privilege: string }>(storedTableGrants, [roles, policy.resources.map(r => r.table)]);
  return rows.map(({ table, role, privilege }) => ({ what: `thừa quyền ${privilege} trên cả bảng ${table} của ${role}`, mend: `REVOKE ${privilege} ON ${table} FROM ${role};` }));
}

/** No policy stops a superuser or a role that bypasses row security. */
async function roleDifferences(query: Query): Promise<Difference[]> {
  const rows = await query<{ role: string }>('SELECT rolname AS role FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls)', [[...roles, 'maintainer', 'app_user']]);
  return rows.map(({ role }) => ({ what: `vai trò ${role} vượt qua bảo mật theo dòng`, mend: `ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;` }));
}

async function securityDifferences(policy: Policy, query: Query): Promise<Difference[]> {
  const secured = new Set((await query<{ table: string }>(`SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity`)).map(row => row.table));
  return policy.resources.filter(r => !secured.has(r.table)).map(({ table }) => ({
    what: `bảng ${table} chưa bật bảo mật theo dòng`, mend: `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;\nALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
  }));
}

async function policyDifferences(policy: Policy, query: Query): Promise<Difference[]> {
  const tables = policy.resources.map(r => r.table), wanted = rowPoliciesOf(policy);
  await query('CREATE SCHEMA access_check');
  await query(tables.map(t => `CREATE TABLE access_check.${t} (LIKE public.${t})`).join(';'));
  await query(wanted.map(p => createPolicy({ ...p, table: `access_check.${p.table}` })).join('\n'));
  const expected = new Map((await query<StoredPolicy>(storedPolicies('access_check'), [tables])).map(p => [`${p.table} ${p.name}`, p]));
  const stored = new Map((await query<StoredPolicy>(storedPolicies('public'), [tables])).map(p => [`${p.table} ${p.name}`, p]));
  const source = new Map(wanted.map(p => [`${p.table} ${p.name}`, createPolicy(p)]));
  const drop = (p: StoredPolicy) => `DROP POLICY ${p.name} ON ${p.table};`;
  return [
    ...[...expected].filter(([key]) => !stored.has(key)).map(([key]) => ({ what: `thiếu chính sách dòng ${key}`, mend: source.get(key)! })),
    ...[...stored].filter(([key, p]) => !expected.has(key) && p.name !== 'portals_insert').map(([key, p]) => ({ what: `thừa chính sách dòng ${key}`, mend: drop(p) })),
    ...[...expected].filter(([key, p]) => stored.has(key) && samePolicy(stored.get(key)!) !== samePolicy(p)).map(([key, p]) => ({ what: `chính sách dòng ${key} khác bảng quyền`, mend: `${drop(p)}\n${source.get(key)!}` })),
  ];
}

/** The login must not inherit from its portal roles, or it would see everything they see without becoming one. */
export async function inheritedRoles(query: Query, login: string): Promise<string[]> {
  const rows = await query<{ role: string }>(`SELECT r.rolname AS role FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
    WHERE l.rolname = $1 AND m.inherit_option AND (r.rolname = ANY ($2) OR r.rolname = 'maintainer')`, [login, roles]);
  return rows.map(row => row.role);
}
