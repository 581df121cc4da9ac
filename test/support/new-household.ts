import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { World } from './world.js';

export interface NewHousehold { readonly id: string; readonly code: string; readonly members: readonly string[] }
interface Wish { readonly commune?: string; readonly class?: string; readonly since?: string; readonly names?: readonly string[]; readonly birthYears?: readonly number[] }

let made = 0;

/** A household that no cause but its own commune's gives to anybody, with members, a contact and a number for each member. */
export async function newHousehold(admin: pg.Client, { commune = '02869', class: of = 'POOR', since = '2026-01-01', names = ['Thào A Thử', 'Giàng Thị Nghiệm'], birthYears = [1985, 1990] }: Wish = {}): Promise<NewHousehold> {
  const id = randomUUID(), code = `THU-${String(++made).padStart(4, '0')}`;
  await admin.query(`INSERT INTO household (id, code, commune_id, village_id, area_type, head_name, class, standard, class_since, member_count, worker_count, child_count, deprivation_count, ethnicity_code)
    SELECT $1, $2, u.id, (SELECT min(v.id) FROM village v WHERE v.commune_id = u.id), 'RURAL', $4, $5, 'VN-MDP-2022', $6, 0, 0, 0, 0, (SELECT min(code) FROM ethnic_group) FROM unit u WHERE u.code = $3 AND u.valid_to IS NULL`,
    [id, code, commune, names[0], of, since]);
  const members: string[] = [];
  for (const [at, name] of names.entries()) {
    const { rows: [member] } = await admin.query<{ id: string }>(`INSERT INTO member (household_id, full_name, is_head, birth_year, sex, ethnicity_code)
      VALUES ($1, $2, $3, $4, 'FEMALE', (SELECT min(code) FROM ethnic_group)) RETURNING id`, [id, name, at === 0, birthYears[at] ?? 1990]);
    members.push(member!.id);
    await admin.query("INSERT INTO household_identity (member_id, id_kind, id_number) VALUES ($1, 'CITIZEN_ID', $2)", [member!.id, numberOf(made, at)]);
  }
  await admin.query("INSERT INTO household_contact (household_id, address_detail, phone) VALUES ($1, 'Nhà thứ ba sau cầu treo', '0912000111')", [id]);
  return { id, code, members };
}

/** The number of a household's member, both counted from the first; of the household made last by default. */
export const numberOf = (household: number, member: number): string => `10${String(household).padStart(8, '0')}${String(member).padStart(2, '0')}`;
export const lastNumber = (member: number): string => numberOf(made, member);

/** Runs what happens on another day; the clock stands again afterwards. */
export async function onDay<T>({ app }: World, day: string, work: () => Promise<T>): Promise<T> {
  const { clock } = app.door, before = clock.today;
  clock.today = () => day;
  try { return await work(); } finally { clock.today = before; }
}
