import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postRoles, type PortalKind, type PostRole } from '../../server/access/portal-kind.js';
import { signedIn } from '../../server/access/policy.js';
import { describeHiddenFields, readersOf, type Readers } from '../support/field-cases.js';
import { operationsByHand } from '../support/golden.js';
import { openWorldWithoutGate3 } from '../support/open-role.js';
import { smallestOperation } from '../support/smallest-operation.js';
import { describeForeignRows, unitsOf, type Units } from '../support/row-cases.js';
import { contents, outcome, refused, shown } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Each gate with the other two forced open: none of them leans on another.

describe('row security and column grants alone', () => {
  let world: World, units: Units, readers: Readers;
  beforeAll(async () => {
    world = await openWorld({ gates: { guard: false, shield: false } });
    [units, readers] = [await unitsOf(world), await readersOf(world)];
  });
  afterAll(() => world.stop());

  describeForeignRows(() => ({ world, units }), { filters: 20 });
  describeHiddenFields(() => ({ world, readers }), { denied: 'by grant' });
});

describe('the guard alone', () => {
  let world: World, readers: Readers;
  beforeAll(async () => { world = await openWorldWithoutGate3({ guard: true, shield: false }); readers = await readersOf(world); });
  afterAll(() => world.stop());

  // The lists of two kinds begin at their own edges, which row security would let them see as well: there rows are asked for one by one.
  it('is all that stands: every row is open behind it', async () => {
    const ids = (await world.admin.query<{ id: string }>('SELECT id FROM household ORDER BY id LIMIT 100')).rows.map(row => row.id);
    for (const kind of ['secretariat', 'commune'] as const) expect((await readers[kind]('query ($ids: [ID!]!) { households(first: 1, filter: { or: [{ id: { in: $ids } }, { id: { in: [] } }] }) { totalCount { value } } }', { ids })).data).toEqual({ households: { totalCount: { value: 100 } } });
    for (const kind of ['department', 'massOrganisation'] as const) for (const id of ids.slice(0, 30)) expect([kind, (await readers[kind]('query ($id: ID!) { household(id: $id) { id } }', { id })).data]).toEqual([kind, { household: { id } }]);
  });
  describeHiddenFields(() => ({ world, readers }), { denied: 'by name' });

  it.each(['department', 'commune', 'massOrganisation'] as const)('refuses a %s the operations of the secretariat', async kind => {
    for (const [path, { portals }] of operationsByHand) if (!portals.includes(kind)) {
      const { answer } = await refused(world, () => readers[kind](smallestOperation(path)));
      expect([path, outcome(answer)]).toEqual([path, '403 FORBIDDEN']);
      expect(answer.errors![0]!.extensions.fields).toContain(path);
    }
  });
});

describe('the shield alone', () => {
  let world: World;
  const posts = new Map<string, Client>();
  beforeAll(async () => {
    world = await openWorldWithoutGate3({ guard: false, shield: true });
    const units: Readonly<Record<(typeof signedIn)[number], string>> = { secretariat: 'thuong-truc', department: 'sxd', commune: '02869', massOrganisation: 'lhpn' } as const as never;
    for (const kind of signedIn) for (const role of postRoles) posts.set(`${kind} ${role}`, await world.as.commune(units[kind], { role }));
  });
  afterAll(() => world.stop());

  // Sign-in, sign-out and change of hat or password are one's own and open to each post; they have their own tests.
  const guarded = [...operationsByHand].filter(([path]) => !/login|logout|switchHat|changePassword/.test(path));
  const may = (kind: PortalKind, role: PostRole, { portals, posts: roles }: { portals: readonly PortalKind[]; posts: readonly PostRole[] }) => portals.includes(kind) && roles.includes(role);

  it.each(signedIn)('lets a %s run what its portal and post may, and nothing else', async kind => {
    const before = await contents(world.admin);
    for (const role of postRoles) for (const [path, line] of guarded) if (!may(kind, role, line)) {
      const answer = await posts.get(`${kind} ${role}`)!(smallestOperation(path));
      expect([role, path, outcome(answer), shown(answer), answer.errors![0]!.extensions.fields]).toEqual([role, path, '403 FORBIDDEN', [], [path]]);
    }
    expect(await contents(world.admin)).toEqual(before);
    for (const role of postRoles) for (const [path, line] of guarded) if (may(kind, role, line)) {
      // A subscription is let through to what says that it wants a socket.
      expect([role, path, outcome(await posts.get(`${kind} ${role}`)!(smallestOperation(path)))]).toEqual([role, path, path.startsWith('Subscription.') ? '400 BAD_USER_INPUT' : '200']);
    }
    // What names nothing that exists saves nothing, but for an import that waits for its file, an export, a filter and one's own choice of mail, which begin of themselves.
    const changed = Object.entries(await contents(world.admin)).filter(([table, sum]) => before[table] !== sum).map(([table]) => table);
    expect(changed.filter(table => !['file_ticket', 'import_batch', 'export_job', 'saved_filter', 'stored_file', 'column_mapping', 'mail_preference'].includes(table))).toEqual([]);
  });

  it('denies one operation of several, under another name and in a fragment too', async () => {
    const { answer } = await refused(world, () => posts.get('commune ACCOUNT_ADMINISTRATOR')!('{ ...Q } fragment Q on Query { a: households(first: 1) { nodes { id } } }'));
    expect([outcome(answer), shown(answer)]).toEqual(['403 FORBIDDEN', []]);
  });
});
