import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences } from '../../server/access/drift.js';
import { Policy } from '../../server/access/policy.js';
import { permissionsJson } from '../../server/access/printed.js';
import type { Field, Resource, Verbs } from '../../server/access/resource.js';
import { accessDiff, type SignedMatrix } from '../../server/permission/access-diff.js';
import { policy } from '../../server/policy.js';
import { queryOf } from '../../server/prepare.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
const today = '2026-09-08';
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());

/** The tables as they stand, one noun put in another's place. */
const withNoun = (changed: Resource): Policy => new Policy(policy.resources.map(one => (one.type === changed.type ? changed : one)), policy.operations, []);
const withVerbs = (noun: string, name: string, kind: 'department' | 'commune', verbs: Verbs): Policy => {
  const resource = policy.byType.get(noun)!, field: Field = resource.fields.get(name)!;
  return withNoun({ ...resource, fields: new Map([...resource.fields, [name, { ...field, verbs: { ...field.verbs, [kind]: verbs } }]]) });
};
const signed = JSON.parse(permissionsJson(policy)) as SignedMatrix;
const countOf = async (sql: string): Promise<number> => (await world.admin.query<{ count: number }>(sql)).rows[0]!.count;
const postsOf = (unit: string): Promise<number> => countOf(`SELECT count(*)::int AS count FROM post p JOIN unit u ON u.id = p.unit_id WHERE ${unit} AND p.valid_from <= '${today}' AND (p.valid_to IS NULL OR p.valid_to >= '${today}')`);

async function diff(changed: Policy): Promise<string[]> {
  await world.admin.query('BEGIN');
  try { return await accessDiff(changed, queryOf(world.admin), today, signed); } finally { await world.admin.query('ROLLBACK'); }
}

describe('what a change of the tables does', () => {
  it('is nothing when there is none', async () => {
    expect(await diff(new Policy(policy.resources, policy.operations, []))).toEqual([]);
  });
  it('is told in people and rows where a row rule is widened, and nothing is kept of it', async () => {
    const resource = policy.byType.get('Household')!;
    const before = await countOf("SELECT count(*)::int AS count FROM household h WHERE h.id IN (SELECT household_id FROM sight s JOIN unit u ON u.id = s.unit_id WHERE u.code = 'syt' AND (s.valid_from IS NULL OR s.valid_from <= '2026-09-08') AND (s.valid_to IS NULL OR s.valid_to >= '2026-09-08'))");
    const all = await countOf('SELECT count(*)::int AS count FROM household');
    const sentences = await diff(withNoun({ ...resource, rows: { ...resource.rows, department: `${resource.rows.department} OR (SELECT my_unit()) = (SELECT id FROM unit WHERE code = 'syt')` } }));
    expect(sentences).toContain(`${await postsOf("u.code = 'syt'")} cán bộ của Sở Y tế xem thêm ${(all - before).toLocaleString('vi-VN')} hộ.`);
    expect(sentences.filter(sentence => !sentence.includes('Sở Y tế'))).toEqual([]);
    expect(await differences(policy, queryOf(world.admin)).finally(() => world.admin.query('DROP SCHEMA access_check CASCADE'))).toEqual([]);
  });
  it('is told where a row rule is narrowed', async () => {
    const resource = policy.byType.get('Household')!;
    const sentences = await diff(withNoun({ ...resource, rows: { ...resource.rows, commune: "commune_id = (SELECT my_unit()) AND class = 'POOR'" } }));
    const { rows } = await world.admin.query<{ name: string; lost: number }>(`SELECT u.name, count(*)::int AS lost FROM household h JOIN unit u ON u.id = h.commune_id WHERE h.class <> 'POOR' AND u.code = '02869' GROUP BY 1`);
    expect(sentences.join('\n')).toContain(`của ${rows[0]!.name} thôi xem ${rows[0]!.lost} hộ.`);
  });
  it('is told for a filter that is taken and a reading that is given', async () => {
    const communes = await postsOf("u.kind = 'commune'"), departments = await postsOf("u.kind = 'department'");
    expect(await diff(withVerbs('Household', 'ethnicity', 'commune', 'racu'))).toEqual([`Household.ethnicity (Hộ gia đình): xã, phường (${communes} cán bộ) thôi lọc được.`]);
    expect(await diff(withVerbs('Household', 'note', 'department', 'r'))).toEqual([`Household.note (Hộ gia đình): sở, ngành (${departments} cán bộ) được đọc thêm.`]);
  });
});
