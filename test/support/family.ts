import type { Client, World } from './world.js';

export interface Family { readonly id: string; readonly members: readonly string[] }

/** A family on the client's register since 12/12/2025 with that class, its first member the head. Housing and water lack, it needs a loan, and has one helper. */
export async function makeFamily(world: World, client: Client, { head, people = 3, className = 'POOR' }: { head: string; people?: number; className?: string }): Promise<Family> {
  const { admin } = world;
  await admin.query("SELECT set_config('app.today', '2026-09-08', false)");
  const { rows: [{ id }] } = await admin.query<{ id: string }>(`
    INSERT INTO household (code, commune_id, village_id, area_type, head_name, class, standard, class_since, ethnicity_code, synthetic)
    SELECT next_household_code(v.commune_id), v.commune_id, v.id, v.area_type, $2, $3, 'VN-MDP-2022', '2025-12-12', '01', true FROM village v WHERE v.commune_id = $1 ORDER BY v.id LIMIT 1 RETURNING id`,
  [client.unitId, head, className]);
  const members: string[] = [];
  for (let no = 0; no < people; no++) {
    const { rows: [one] } = await admin.query<{ id: string }>(`INSERT INTO member (household_id, full_name, is_head, birth_year, sex, relation, ethnicity_code) VALUES ($1, $2, $3, $4, 'FEMALE', $5, '01') RETURNING id`,
      [id, no === 0 ? head : `${head} ${no}`, no === 0, 1980 + 5 * no, no === 0 ? 'Chủ hộ' : 'Con']);
    members.push(one!.id);
  }
  await admin.query('UPDATE class_record SET member_count = $2 WHERE household_id = $1', [id, people]);
  await admin.query("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, measure, as_of) VALUES ($1, 'HOUSING_QUALITY', 'VN-MDP-2022', true, '2025-12-09', 'nhà tạm', '2025-12-09'), ($1, 'WATER', 'VN-MDP-2022', true, '2025-12-09', NULL, '2025-12-09')", [id]);
  await admin.query("INSERT INTO poverty_cause (household_id, cause, since) VALUES ($1, 'CAPITAL', '2025-12-09')", [id]);
  await admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'MINORITY', '2025-12-09')", [id]);
  await admin.query("INSERT INTO support_need (household_id, kind, since) VALUES ($1, 'LOAN', '2025-12-09')", [id]);
  await admin.query(`INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, state, commune_confirmed_on, helper_confirmed_on)
    SELECT $2, (SELECT id FROM unit WHERE code = 'lhpn'), $1, '2026-01-01', 'AGREED', '2026-01-01', '2026-01-01'`, [id, client.unitId]);
  return { id, members };
}

/** A need of training and a planned help by Sở Nội vụ for one member, and its record of merit with the household's group. */
export async function addPersonal(world: World, { id }: Family, member: string): Promise<{ support: string }> {
  await world.admin.query("INSERT INTO support_need (household_id, member_id, kind, since) VALUES ($1, $2, 'TRAINING', '2026-02-01')", [id, member]);
  await world.admin.query("INSERT INTO merit_record (member_id, kind, valid_from) VALUES ($1, 'WAR_INVALID', '2020-01-01')", [member]);
  await world.admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'MERIT', '2025-12-09') ON CONFLICT DO NOTHING", [id]);
  const { rows: [{ id: support }] } = await world.admin.query<{ id: string }>(
    "INSERT INTO support (household_id, member_id, kind, provider_id, state) SELECT $1, $2, 'TRAINING', id, 'PLANNED' FROM unit WHERE code = 'snv' RETURNING id", [id, member]);
  await world.admin.query('INSERT INTO support_amount (support_id, amount) VALUES ($1, 5000000)', [support]);
  return { support };
}

export const versionOf = async (world: World, id: string): Promise<number> => (await world.admin.query<{ version: number }>('SELECT version FROM household WHERE id = $1', [id])).rows[0]!.version;

const disagreements = {
  'living households without exactly one open record': `SELECT h.id FROM household h WHERE h.ended_on IS NULL AND (SELECT count(*) FROM class_record r WHERE r.household_id = h.id AND r.until IS NULL AND r.standard = 'VN-MDP-2022') <> 1`,
  'ended households still listed': 'SELECT r.id FROM class_record r JOIN household h ON h.id = r.household_id WHERE h.ended_on IS NOT NULL AND r.until IS NULL',
  'households that are not what their open record says': `SELECT h.id FROM household h JOIN class_record r ON r.household_id = h.id AND r.until IS NULL AND r.standard = standard_in_force()
     WHERE (h.class, h.standard, h.class_since, h.commune_id) IS DISTINCT FROM (r.class, r.standard, r.class_since, r.commune_id)`,
  'two stretches of one standard on one day': `SELECT a.id FROM class_record a JOIN class_record b ON a.household_id = b.household_id AND a.standard = b.standard AND a.id < b.id AND daterange(a.since, a.until) && daterange(b.since, b.until)`,
  'living households without a living head': "SELECT h.id FROM household h WHERE h.ended_on IS NULL AND NOT EXISTS (SELECT FROM member m WHERE m.household_id = h.id AND m.is_head AND m.residence IN ('PRESENT','AWAY'))",
  'people in a household that joined another': "SELECT m.id FROM member m JOIN household h ON h.id = m.household_id WHERE h.end_kind = 'MERGED'",
  'facts open of an ended household': `SELECT household_id FROM (SELECT household_id FROM deprivation WHERE until IS NULL UNION ALL SELECT household_id FROM poverty_cause WHERE until IS NULL UNION ALL SELECT household_id FROM household_group WHERE until IS NULL
     UNION ALL SELECT household_id FROM support_need WHERE until IS NULL UNION ALL SELECT household_id FROM pairing WHERE state <> 'ENDED') f JOIN household h ON h.id = f.household_id WHERE h.ended_on IS NOT NULL`,
  'one helper twice': "SELECT household_id FROM pairing WHERE state IN ('PROPOSED','AGREED') AND household_id IS NOT NULL GROUP BY household_id, helper_id HAVING count(*) > 1",
  'sight without a cause': `SELECT household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code FROM sight EXCEPT SELECT household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code FROM sight_wanted`,
  'causes without sight': `SELECT household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code FROM sight_wanted EXCEPT SELECT household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code FROM sight`,
  'words of a household': '(TABLE household_word EXCEPT TABLE household_word_wanted) UNION ALL (TABLE household_word_wanted EXCEPT TABLE household_word)',
  'words of members': '(TABLE member_word EXCEPT TABLE member_word_wanted) UNION ALL (TABLE member_word_wanted EXCEPT TABLE member_word)',
} as const;
const counted = 'SELECT id, member_count, worker_count, child_count, deprivation_count, helpers, has_any_support, head_name FROM household ORDER BY id';

/** Whatever of the registry contradicts itself, by name; empty when nothing does. */
export async function contradictions({ admin }: World): Promise<string[]> {
  await admin.query("SELECT set_config('app.today', '2026-09-08', false)");
  const found: string[] = [];
  for (const [name, sql] of Object.entries(disagreements)) {
    const { rowCount } = await admin.query(sql);
    if (rowCount) found.push(`${rowCount} ${name}`);
  }
  await admin.query('BEGIN');
  try {
    const { rows: before } = await admin.query<object>(counted);
    await admin.query('SELECT refresh_counts(array_agg(id)) FROM household');
    const { rows: after } = await admin.query<object>(counted);
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push('counts on households');
  } finally { await admin.query('ROLLBACK'); }
  return found;
}

/** Every commune's list of each of these days, one line a day, as it is read today. */
export async function listsOn({ admin }: World, days: readonly string[]): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ day: string; list: string }>(`
    SELECT d AS day, md5(string_agg(concat_ws('|', r.commune_id, r.standard, r.household_id, r.code, r.village_id, r.head_name, r.member_count, r.class), E'\n' ORDER BY r.household_id, r.standard)) AS list
      FROM unnest($1::text[]) d LEFT JOIN class_record r ON r.since <= d::date AND (r.until IS NULL OR r.until > d::date) GROUP BY d`, [days]);
  return Object.fromEntries(rows.map(({ day, list }) => [day, list]));
}
