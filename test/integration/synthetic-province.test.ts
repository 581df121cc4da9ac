import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../../server/config.js';
import { bulkLoad } from '../../server/database/bulk-load.js';
import { householdTables, firstTables } from '../../server/household/household.rows.js';
import { seedHouseholds } from '../../server/household/household.seed.js';
import { prepareDatabase } from '../../server/prepare.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());

const onDay = "SELECT set_config('app.today', '2026-09-08', true)";

/** Within a transaction of the day that is rolled back. */
async function undone<T>(client: pg.ClientBase, act: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  await client.query(onDay);
  try { return await act(); } finally { await client.query('ROLLBACK'); }
}

async function numbers(client: pg.ClientBase, tables: readonly string[]): Promise<Record<string, number>> {
  const sql = `SELECT ${tables.map(table => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`;
  return (await client.query<Record<string, number>>(sql)).rows[0]!;
}

/** Everything in a table, in an order of its own, as one digest. */
async function digest(client: pg.ClientBase, table: string): Promise<string> {
  return (await client.query<{ digest: string }>(`SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '')) AS digest FROM ${table} t`)).rows[0]!.digest;
}

describe('the demonstration', () => {
  it('stands on the household with the numbers that the triggers would give it', async () => {
    await undone(world.admin, async () => {
      const before = await digest(world.admin, 'household');
      await world.admin.query('SELECT refresh_counts(array_agg(id)) FROM household');
      expect(await digest(world.admin, 'household')).toBe(before);
    });
  });

  it('has helpers where an agreed pairing has not passed its last day, and pairings agreed for days that have passed', async () => {
    const { rows: [row] } = await world.admin.query<Record<string, number>>(`
      SELECT count(*) FILTER (WHERE cardinality(h.helpers) > 0 IS DISTINCT FROM coalesce(p.standing, false))::int AS different, count(*) FILTER (WHERE NOT p.standing)::int AS passed
        FROM household h LEFT JOIN (SELECT household_id, bool_or(valid_to IS NULL OR valid_to >= '2026-09-08') AS standing FROM pairing WHERE state = 'AGREED' GROUP BY 1) p ON p.household_id = h.id`);
    expect(row).toEqual({ different: 0, passed: 1 });
  });

  it('tells of the newly escaped what they escaped from', async () => {
    const { rows } = await world.admin.query(`
      SELECT h.class, r.class AS recorded, r.movement, b.class AS before, count(*)::int AS households FROM household h
        JOIN class_record r ON r.household_id = h.id AND r.until IS NULL LEFT JOIN class_record b ON b.household_id = h.id AND b.until = r.since
       WHERE h.class LIKE 'NEWLY%' GROUP BY 1, 2, 3, 4 ORDER BY 1`);
    expect(rows).toEqual([
      { class: 'NEWLY_ESCAPED', recorded: 'NEWLY_ESCAPED', movement: 'ESCAPED', before: 'POOR', households: 6 },
      { class: 'NEWLY_ESCAPED_NEAR_POOR', recorded: 'NEWLY_ESCAPED_NEAR_POOR', movement: 'ESCAPED_NEAR_POOR', before: 'NEAR_POOR', households: 3 },
    ]);
  });

  it('is seen by exactly those whom its causes name', async () => {
    await undone(world.admin, async () => {
      const before = await digest(world.admin, 'sight');
      await world.admin.query('SELECT refresh_sight(array_agg(id)) FROM household');
      expect(await digest(world.admin, 'sight')).toBe(before);
    });
  });

  it('shows every cause of sight, and every table of the registry has rows', async () => {
    const { rows } = await world.admin.query<{ cause: string }>('SELECT DISTINCT cause FROM sight ORDER BY cause');
    expect(rows.map(row => row.cause)).toEqual(['DEPRIVED', 'GRANTED', 'GROUP', 'MERIT', 'NEED', 'OWN_COMMUNE', 'PAIRED', 'PROVIDER', 'SUPERVISION']);
    const counts = await numbers(world.admin, [...householdTables, 'pairing', 'sight_request', 'supervision']);
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
    expect(counts.sight_request).toBe(3);
    expect(counts.supervision).toBe(99);
  });

  it('places every row with its household, and says of every household that it is invented', async () => {
    for (const table of householdTables.filter(one => !['household', 'support_amount', 'support_loan'].includes(one))) {
      const { rows } = await world.admin.query<{ strays: number }>(`SELECT count(*)::int AS strays FROM ${table} t JOIN household h ON h.id = t.household_id WHERE h.commune_id <> t.commune_id`);
      expect([table, rows[0]!.strays]).toEqual([table, 0]);
    }
    const { rows } = await world.admin.query<{ unmarked: number }>('SELECT count(*)::int AS unmarked FROM household WHERE NOT synthetic');
    expect(rows[0]!.unmarked).toBe(0);
  });

  it('has in Bản Liền families who mean to escape, helps that were checked, and merit that has been confirmed somewhere', async () => {
    const { rows: [row] } = await world.admin.query<Record<string, boolean>>(`
      SELECT EXISTS (SELECT FROM household WHERE commune_id = u.id AND exit_registered_on IS NOT NULL) AS leaving,
             EXISTS (SELECT FROM support WHERE commune_id = u.id AND verified_by_id IS NOT NULL) AS checked,
             EXISTS (SELECT FROM merit_record WHERE confirmed_by_id IS NOT NULL) AS confirmed
        FROM unit u WHERE u.code = '02869'`);
    expect(row).toEqual({ leaving: true, checked: true, confirmed: true });
  });

  it('has families who were near-poor and escaped, one of them in Bản Liền, and every history of them says so', async () => {
    const { rows } = await world.admin.query(`
      SELECT h.class, (SELECT array_agg(r.class || ' ' || r.movement ORDER BY r.since) FROM class_record r WHERE r.household_id = h.id) AS history, count(*)::int AS households,
             count(*) FILTER (WHERE u.code = '02869')::int AS "inBanLien", count(*) FILTER (WHERE h.deprivation_count > 2)::int AS "lackingThree"
        FROM household h JOIN unit u ON u.id = h.commune_id WHERE h.class IN ('NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR') GROUP BY 1, 2 ORDER BY 1`);
    expect(rows).toEqual([
      { class: 'NEWLY_ESCAPED', history: ['POOR LISTED', 'NEWLY_ESCAPED ESCAPED'], households: 6, inBanLien: 2, lackingThree: 0 },
      { class: 'NEWLY_ESCAPED_NEAR_POOR', history: ['NEAR_POOR LISTED', 'NEWLY_ESCAPED_NEAR_POOR ESCAPED_NEAR_POOR'], households: 3, inBanLien: 1, lackingThree: 0 },
    ]);
  });

  it('does not change when it is prepared again', async () => {
    const tables = [...householdTables, 'sight', 'pairing', 'sight_request', 'supervision', 'poverty_standard', 'standard_indicator', 'standard_figure', 'village_area_type'];
    const all = async (): Promise<string[]> => { const list: string[] = []; for (const table of tables) list.push(await digest(world.admin, table)); return list; };
    const before = await all();
    await prepareDatabase(Object.assign(new URL(process.env.TEST_ADMIN_URL!), { pathname: world.admin.database }).href, readConfig({}));
    expect(await all()).toEqual(before);
  });

  it('gives households of an earlier version what was added since, and leaves the rest', async () => {
    const added = householdTables.filter(table => !firstTables.includes(table));
    await undone(world.admin, async () => {
      const kept = await digest(world.admin, 'member');
      const before = await numbers(world.admin, added);
      const household = await digest(world.admin, 'household');
      await world.admin.query("SELECT set_config('app.sight', 'held', true)");
      await world.admin.query(`TRUNCATE ${added.join(', ')} CASCADE`);
      await world.admin.query("ALTER TABLE household DISABLE TRIGGER stamp; UPDATE household SET has_any_support = false, class = replace(class, 'NEWLY_ESCAPED_NEAR_POOR', 'NEWLY_ESCAPED')");
      await seedHouseholds(world.admin, { households: 300, seed: 2026 });
      expect(await numbers(world.admin, added)).toEqual(before);
      expect(await digest(world.admin, 'member')).toBe(kept);
      expect(await digest(world.admin, 'household')).toBe(household);
    });
  });

  it('leaves households alone that are of another order', async () => {
    await undone(world.admin, async () => {
      await world.admin.query('TRUNCATE class_record CASCADE');
      await seedHouseholds(world.admin, { households: 300, seed: 7 });
      expect(await numbers(world.admin, ['household', 'class_record'])).toEqual({ household: 300, class_record: 0 });
    });
  });
});

describe('a load of a whole province', () => {
  const rules = async (): Promise<unknown[]> => (await world.admin.query(`
    SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS says, convalidated AS "isOn" FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tablename, indexname, indexdef, true FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled = 'O' FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3`)).rows;
  const tables = [...householdTables, 'sight', 'household_word', 'member_word'];

  it('leaves every key, index and trigger as it was', async () => {
    await undone(world.admin, async () => {
      const before = await rules();
      let during: unknown[] = [];
      await world.admin.query('SET LOCAL ROLE maintainer');
      await bulkLoad(world.admin, tables, async () => { during = await rules(); });
      expect((await world.admin.query('SELECT current_user AS role')).rows).toEqual([{ role: 'maintainer' }]);
      await world.admin.query('RESET ROLE');
      expect(before.length - during.length).toBeGreaterThan(60);
      expect(await rules()).toEqual(before);
    });
  });

  it('fails at its end for a row that belongs to nobody', async () => {
    await undone(world.admin, async () => {
      await expect(bulkLoad(world.admin, tables, async () => {
        await world.admin.query(`INSERT INTO poverty_cause (household_id, commune_id, cause, since)
          SELECT '00000000-0000-8000-a000-000000000000', id, 'LAND', '2026-01-01' FROM unit WHERE code = '02869'`);
      })).rejects.toMatchObject({ code: '23503' });
    });
  });
});

describe('a database without the demonstration', () => {
  it('has the lists, the standards with their sources and the villages, and no household', async () => {
    const name = `bare_${process.pid}`, adminUrl = Object.assign(new URL(process.env.TEST_ADMIN_URL!), { pathname: name }).href;
    const maker = new pg.Client(Object.assign(new URL(process.env.TEST_ADMIN_URL!), { pathname: 'postgres' }).href);
    await maker.connect();
    await maker.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C'`);
    try {
      expect(await prepareDatabase(adminUrl, readConfig({ DEMO: 'false' }))).toEqual([]);
      const bare = new pg.Client(adminUrl);
      await bare.connect();
      const counts = await numbers(bare, ['ethnic_group', 'deprivation_indicator', 'poverty_standard', 'standard_indicator', 'standard_figure', 'household', 'supervision', 'sight_request', 'account']);
      expect(counts).toEqual({ ethnic_group: 54, deprivation_indicator: 13, poverty_standard: 2, standard_indicator: 24, standard_figure: 14, household: 0, supervision: 0, sight_request: 0, account: 0 });
      const figures = await bare.query("SELECT standard, figure, area_type, value::int, provenance FROM standard_figure WHERE area_type IS DISTINCT FROM 'URBAN' ORDER BY standard, figure");
      expect(figures.rows).toEqual([
        { standard: 'VN-MDP-2022', figure: 'AVERAGE_FROM', area_type: 'RURAL', value: 1_500_001, provenance: 'RECALLED' },
        { standard: 'VN-MDP-2022', figure: 'AVERAGE_TO', area_type: 'RURAL', value: 2_250_000, provenance: 'RECALLED' },
        { standard: 'VN-MDP-2022', figure: 'INCOME_LINE', area_type: 'RURAL', value: 1_500_000, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2022', figure: 'INCOME_POINTS', area_type: 'RURAL', value: 140, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2022', figure: 'MIN_DEPRIVATIONS', area_type: null, value: 3, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2022', figure: 'POINTS_PER_INDICATOR', area_type: null, value: 10, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2022', figure: 'POOR_FROM_POINTS', area_type: null, value: 30, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2027', figure: 'INCOME_LINE', area_type: 'RURAL', value: 2_200_000, provenance: 'SOURCED' },
        { standard: 'VN-MDP-2027', figure: 'MIN_DEPRIVATIONS', area_type: null, value: 3, provenance: 'SOURCED' },
      ]);
      const { rows: [villages] } = await bare.query('SELECT (SELECT count(*)::int FROM village) = (SELECT count(DISTINCT village_id)::int FROM village_area_type) AS every');
      expect(villages).toEqual({ every: true });
      await bare.end();
    } finally {
      await maker.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await maker.end();
    }
  }, 60_000);
});
