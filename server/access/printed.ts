import { isInputObjectType, isObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Policy } from './policy.js';
import { portalKinds } from './portal-kind.js';

/** Sorted SDL; each field's description ends with the portal kinds that may name it. */
export function printedSchema(schema: GraphQLSchema, policy: Policy): string {
  const sorted = lexicographicSortSchema(schema); // a copy: the running schema's descriptions stay
  for (const type of Object.values(sorted.getTypeMap())) {
    if ((!isObjectType(type) && !isInputObjectType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const readers = `[${policy.readers(`${type.name}.${field.name}`).join(', ') || 'nobody'}]`;
      field.description = field.description ? `${field.description} ${readers}` : readers;
    }
  }
  return printSchema(sorted) + '\n';
}

/** The matrix as a table a noun, for people to sign off. */
export function printedMatrix(policy: Policy): string {
  const head = `| field | ${portalKinds.join(' | ')} |\n|---|${portalKinds.map(() => ':-:').join('|')}|`;
  const nouns = [...policy.nouns].sort((a, b) => a.type < b.type ? -1 : 1).map(r => [
    `## ${r.type}${r.sensitive ? ' ★' : ''}`, '', head,
    ...[...r.fields.values()].map(f => `| ${f.name}${f.sensitive ? ' ★' : ''} | ${portalKinds.map(kind => f.verbs[kind] || '–').join(' | ')} |`),
    '', 'Rows:', ...portalKinds.map(kind => `- ${kind}: ${r.rows[kind] ?? 'none'}${r.write[kind] ? `; writes: ${r.write[kind]}` : ''}`), '',
  ].join('\n'));
  const operations = ['## Operations', '', '| operation | portals | posts |', '|---|---|---|',
    ...Object.entries(policy.operations).sort(([a], [b]) => a < b ? -1 : 1).map(([path, line]) => `| ${path} | ${line.portals.join(', ')} | ${line.posts.join(', ')} |`), ''];
  return ['# Permissions', '', 'r read · f filter and sort · a aggregate · c create · u update · – never. Each reading of ★ is logged.', '', ...nouns, ...operations].join('\n');
}

/** The same for programs: noun → field → verbs a portal kind. */
export function permissionsJson(policy: Policy): string {
  const nouns = [...policy.nouns].sort((a, b) => a.type < b.type ? -1 : 1);
  return JSON.stringify({
    portalKinds,
    nouns: Object.fromEntries(nouns.map(r => [r.type, Object.fromEntries([...r.fields.values()].map(f => [f.name, portalKinds.map(kind => f.verbs[kind])]))])),
    operations: Object.fromEntries(Object.entries(policy.operations).sort(([a], [b]) => a < b ? -1 : 1).map(([path, { portals, posts }]) => [path, { portals, posts }])),
  }, null, 1) + '\n';
}
