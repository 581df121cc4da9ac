import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { searchWordsOf } from '../../server/database/search.js';
import { outcome, shown } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, commune: Client, other: Client;
const names = ['Giàng A Sùng', 'Sùng A Giàng', 'Hoà Thị Thuỷ', 'HÒA THỊ THỦY', 'Đặng Đình Đào', 'Lò Văn Ơn', "H'Hen Niê", 'Lồ Ô', 'Lê 100% Hai_Tên'];
const id = (no: number): string => `00000000-0000-4000-8000-0000000000${String(no).padStart(2, '0')}`;

/** Households of these names, LC-001 and on, in one commune; each with a member of the head's name. */
async function add(client: Client, from: number, written: readonly string[]): Promise<void> {
  for (const [no, name] of written.entries()) {
    await world.admin.query(`INSERT INTO household (id, code, commune_id, area_type, head_name, class, standard, class_since, member_count, worker_count, child_count, deprivation_count, ethnicity_code)
      VALUES ($1, $2, $3, 'RURAL', $4, 'POOR', 'VN-MDP-2022', '2025-12-12', 1, 1, 0, 0, '08')`, [id(from + no), `LC-${String(no + 1).padStart(3, '0')}`, client.unitId, name]);
    await world.admin.query(`INSERT INTO member (id, household_id, commune_id, full_name, is_head, birth_year, sex, ethnicity_code) VALUES ($1, $2, $3, $4, true, 1980, 'MALE', '08')`, [id(from + no + 50), id(from + no), client.unitId, name]);
  }
}

beforeAll(async () => {
  world = await openWorld();
  [secretariat, commune, other] = [await world.as.secretariat('thuong-truc'), await world.as.commune('02869'), await world.as.commune('02647')];
  await add(commune, 1, names);
  await add(other, 31, ['Giàng A Sùng', 'Người Xã Khác']);
});
afterAll(() => world.stop());

const list = 'query ($filter: HouseholdFilter) { households(first: 100, order: [{ code: ASC }], filter: $filter) { nodes { id headName } totalCount { value } } }';
/** Head names of the added households that a filter finds. */
async function found(client: Client, filter: object): Promise<string[]> {
  const { status, data } = await client(list, { filter: { and: [filter, { code: { startsWith: 'LC-' } }] } });
  expect(status).toBe(200);
  expect(data.households.totalCount.value).toBe(data.households.nodes.length);
  return (data.households.nodes as { headName: string }[]).map(node => node.headName);
}
const searched = (client: Client, search: string): Promise<string[]> => found(client, { search });
const both = ['Giàng A Sùng', 'Sùng A Giàng'];

describe('a search of households', () => {
  it.each([
    ['as written', 'Giàng A Sùng', both], ['without marks, in lower case', 'giang a sung', both], ['in upper case', 'GIANG SUNG', both], ['in any order', 'sung giang', both], ['by beginnings of words', 'gia su', both],
    ['decomposed', 'Giàng A Sùng'.normalize('NFD'), both], ['with blanks that do not break', 'giàng\u00a0a\u2003sùng', both], ['with the full width of letters', 'ＧＩＡＮＧ', both],
    ['with the new placement of tones', 'hoà thuỷ', ['Hoà Thị Thuỷ', 'HÒA THỊ THỦY']], ['with the old placement', 'hòa thủy', ['Hoà Thị Thuỷ', 'HÒA THỊ THỦY']],
    ['with d for đ', 'dang dinh dao', ['Đặng Đình Đào']], ['with đ for d', 'đặng đào', ['Đặng Đình Đào']], ['with the letter eth, which looks like Đ', 'Ðặng', ['Đặng Đình Đào']],
    ['with an apostrophe', "h'hen", ["H'Hen Niê"]], ['with another apostrophe', 'H’Hen niê', ["H'Hen Niê"]],
    ['by one letter', 'ơ', ['Lò Văn Ơn', 'Lồ Ô']], ['by a whole word that begins others', 'lo', ['Lò Văn Ơn', 'Lồ Ô']],
    ['by its code', 'LC-003', ['Hoà Thị Thuỷ']], ['by its code without punctuation', 'lc003', ['Hoà Thị Thuỷ']], ["by the code's number", '003', ['Hoà Thị Thuỷ']], ["by the code's number without zeros", '3', ['Hoà Thị Thuỷ']],
    ['by name and code', 'thuy lc-003', ['Hoà Thị Thuỷ']],
    ['by the middle of a word: none', 'iang', []], ['by a word more: none', 'giang a sung b', []], ['by a name that nobody has', 'khongaico', []],
  ])('finds what is typed %s', async (_how, typed, heads) => expect(await searched(commune, typed)).toEqual(heads));

  it('sets no condition when nothing is typed', async () => {
    for (const blank of ['', '   ', '\u00a0']) expect(await searched(commune, blank)).toEqual(names);
    expect(await found(commune, { search: null })).toEqual(names);
  });
  it.each(['%', '_', '%%%', '\\', "'", "' OR true --", '"; DROP TABLE household; --', '$zz', '[a-z]*', '{', '🙂'])('takes %j as letters or as nothing, never as a command', async typed => {
    const letters = searchWordsOf(typed);
    const wanted = letters.length === 0 ? [] : names.filter(name => letters.every(word => searchWordsOf(name).some(one => one.startsWith(word))));
    expect(await searched(commune, typed)).toEqual(wanted);
  });
  it('finds nothing by wildcards, and by what stands beside them the words', async () => {
    expect(await searched(commune, 'gi%ng')).toEqual([]);
    expect(await searched(commune, '100%')).toEqual(['Lê 100% Hai_Tên']);
    expect(await searched(commune, 'hai_ten')).toEqual(['Lê 100% Hai_Tên']);
  });
  it('takes 200 characters and refuses more, saying so', async () => {
    expect(await searched(commune, 'giang '.repeat(33).padEnd(200, ' '))).toEqual(both);
    expect(await searched(commune, 'a'.repeat(200))).toEqual([]);
    expect(await searched(commune, [...'abcdefghijklmnopqrstuvwxyz'].join(' '))).toEqual([]);
    const answer = await commune(list, { filter: { search: 'a'.repeat(201) } });
    expect([outcome(answer), shown(answer), answer.errors![0]!.message]).toEqual(['400 BAD_USER_INPUT', [], 'Nội dung tìm kiếm dài 201 ký tự, nhiều nhất 200. Rút gọn rồi tìm lại.']);
  });
  it('finds in each commune its own, and for the secretariat those of all', async () => {
    expect(await searched(other, 'giang a sung')).toEqual(['Giàng A Sùng']);
    expect(await searched(commune, 'nguoi xa khac')).toEqual([]);
    expect(await searched(secretariat, 'giang a sung')).toHaveLength(3);
    expect(await searched(secretariat, 'nguoi xa khac')).toEqual(['Người Xã Khác']);
  });
  it('of a village head finds the households of the village', async () => {
    const { rows: [village] } = await world.admin.query<{ id: number; code: string }>('SELECT id, code FROM village WHERE commune_id = $1 ORDER BY code LIMIT 1', [commune.unitId]);
    await world.admin.query('UPDATE household SET village_id = $1 WHERE id = $2', [village!.id, id(1)]);
    const head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: [village!.code] });
    expect(await searched(head, 'giang')).toEqual(['Giàng A Sùng']);
    expect(await found(head, { members: { some: { search: 'giang' } } })).toEqual(['Giàng A Sùng']);
  });
  it('joins other conditions, and its opposite', async () => {
    expect(await found(commune, { or: [{ search: 'dao' }, { search: 'hen' }] })).toEqual(['Đặng Đình Đào', "H'Hen Niê"]);
    expect(await found(commune, { not: { search: 'a' } })).toEqual(names.filter(name => !both.includes(name)));
  });
});

describe('a search of members', () => {
  it('finds households by a member whom the viewer reads', async () => {
    expect(await found(commune, { members: { some: { search: 'thuy hoa' } } })).toEqual(['Hoà Thị Thuỷ', 'HÒA THỊ THỦY']);
    expect(await found(other, { members: { some: { search: 'thuy hoa' } } })).toEqual([]);
  });
  it('lets a department find nobody whom it does not read', async () => {
    const department = await world.as.department('snv');
    const read = (await department('{ households(first: 100) { nodes { id members { id } } } }')).data.households.nodes as { id: string; members: { id: string }[] }[];
    const own = read.flatMap(one => one.members.map(member => member.id));
    const { rows: hidden } = await world.admin.query<{ id: string; household_id: string }>('SELECT id, household_id FROM member WHERE household_id = ANY ($1) AND id <> ALL ($2) ORDER BY id LIMIT 2', [read.map(one => one.id), own]);
    expect([own.length > 0, hidden.length]).toEqual([true, 2]);
    await world.admin.query("UPDATE member SET full_name = 'Zuzana Kín' WHERE id = ANY ($1)", [[hidden[0]!.id, own[0]]]);
    const households = async (client: Client) => ((await client(list, { filter: { members: { some: { search: 'zuzana' } } } })).data.households.nodes as { id: string }[]).map(node => node.id).sort();
    const withOwn = read.find(one => one.members.some(member => member.id === own[0]))!.id;
    expect(await households(department)).toEqual([withOwn]);
    expect(await households(secretariat)).toEqual([...new Set([withOwn, hidden[0]!.household_id])].sort());
  });
});

describe('the words of names', () => {
  const wordsOf = async (table: string, key: string, of: string): Promise<string[]> => (await world.admin.query<{ word: string }>(`SELECT word FROM ${table} WHERE ${key} = $1 ORDER BY word`, [of])).rows.map(row => row.word);
  const stale = async (): Promise<number> => (await world.admin.query<{ n: number }>(`SELECT ((SELECT count(*) FROM (TABLE household_word EXCEPT TABLE household_word_wanted) a) + (SELECT count(*) FROM (TABLE household_word_wanted EXCEPT TABLE household_word) b)
    + (SELECT count(*) FROM (TABLE member_word EXCEPT TABLE member_word_wanted) c) + (SELECT count(*) FROM (TABLE member_word_wanted EXCEPT TABLE member_word) d))::int AS n`)).rows[0]!.n;

  it('are the same in the database as in the program, for all names of the seeds, the ethnic groups and their ways of writing', async () => {
    const banks = JSON.parse(readFileSync('server/household/data/synthetic-names.json', 'utf8')) as object, groups = JSON.parse(readFileSync('server/household/data/ethnic-groups.json', 'utf8')) as { name: string; fullName: string }[];
    const texts: string[] = [...names, 'Y Bhăm Niê Kđăm', "K'Brơi", 'R’Mah H’Ƀlăng', 'Ksor Ƀơm', 'Rơ Chăm Ơ̆n', 'Đinh Nữ Ŏ', 'Hà Ñit', 'Lò Văn Ôn-Ớt', 'Ðỗ Ɖức', '  hai   blanks ', 'ﬁ ² ½ Ⅳ İ ß Ω', 'ກຂ', 'x\u00a0y\u200bz', ''];
    const walk = (value: unknown): void => { if (typeof value === 'string') texts.push(value); else if (value && typeof value === 'object') Object.values(value).forEach(walk); };
    walk(banks);
    texts.push(...groups.flatMap(group => [group.name, group.fullName]));
    texts.push(...(await world.admin.query<{ name: string }>('SELECT DISTINCT head_name AS name FROM household UNION SELECT full_name FROM member UNION SELECT name FROM unit UNION SELECT code FROM household')).rows.map(row => row.name));
    const forms = [...new Set(texts.flatMap(text => [text, text.normalize('NFD'), text.normalize('NFC'), text.toUpperCase(), text.toLowerCase()]))];
    const { rows } = await world.admin.query<{ words: string }>('SELECT search_words(t) AS words FROM unnest($1::text[]) WITH ORDINALITY AS x(t, no) ORDER BY no', [forms]);
    expect(groups).toHaveLength(54);
    expect(rows.map(row => row.words)).toEqual(forms.map(form => searchWordsOf(form).join(' ')));
  });
  it('follow a change of name, of code and of commune, and go with the household', async () => {
    expect(await wordsOf('household_word', 'household_id', id(5))).toEqual(['005', '5', 'dang', 'dao', 'dinh', 'lc005']);
    // Where a member is the head, the household bears that member's name; here none is.
    await world.admin.query('UPDATE member SET is_head = false WHERE household_id = $1', [id(5)]);
    await world.admin.query("UPDATE household SET head_name = 'Lý Thị Mới', code = 'LC-077' WHERE id = $1", [id(5)]);
    expect(await wordsOf('household_word', 'household_id', id(5))).toEqual(['077', '77', 'lc077', 'ly', 'moi', 'thi']);
    await world.admin.query('UPDATE household SET commune_id = $2, village_id = NULL WHERE id = $1', [id(5), other.unitId]);
    expect([await searched(commune, 'ly thi moi'), await searched(other, 'ly thi moi')]).toEqual([[], ['Lý Thị Mới']]);
    expect(await found(other, { members: { some: { search: 'dang dinh dao' } } })).toEqual(['Lý Thị Mới']);
    expect(await stale()).toBe(0);
    for (const table of ['member', 'class_record', 'sight']) await world.admin.query(`DELETE FROM ${table} WHERE household_id = $1`, [id(5)]);
    await world.admin.query('DELETE FROM household WHERE id = $1', [id(5)]);
    expect([await wordsOf('household_word', 'household_id', id(5)), await wordsOf('member_word', 'household_id', id(5)), await stale()]).toEqual([[], [], 0]);
  });
  it('are kept with the write or not at all', async () => {
    await world.admin.query('BEGIN');
    await world.admin.query("UPDATE household SET head_name = 'Chưa Xong' WHERE id = $1", [id(1)]);
    await world.admin.query('ROLLBACK');
    expect([await searched(commune, 'chua xong'), await searched(commune, 'giang a sung')]).toEqual([[], both]);
  });
});
