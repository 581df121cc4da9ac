import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';
import { sendJson, sendRaw, signedIn } from '../support/raw-request.js';
import { refused } from '../support/unchanged.js';

let world: World, secretariat: Client, officer: Client;

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  officer = await world.as.commune('02869');
});
afterAll(() => world.stop());

const times = (count: number, text: string | ((i: number) => string)): string => Array.from({ length: count }, (_, i) => (typeof text === 'string' ? text : text(i))).join(' ');
const nested = (depth: number, field: string, leaf: string): string => `${`${field} { `.repeat(depth)}${leaf}${' }'.repeat(depth)}`;

/** Refused before anything runs: no data, one code, and soon. */
async function expectRefused(answer: Promise<Answer>, code: string): Promise<Answer> {
  const began = performance.now(), found = await answer;
  expect({ status: found.status, codes: found.errors?.map(e => e.extensions.code), data: found.data ?? null }).toEqual({ status: 400, codes: [code], data: null });
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(found.text.length).toBeLessThan(5_000);
  return found;
}
const messageOf = ({ errors }: Answer): string => errors![0]!.message;

describe('depth', () => {
  it('is 8 at most', async () => {
    const eight = await secretariat(`{ units(first: 1) { nodes { ${nested(5, 'parent', 'code')} } } }`);
    expect([eight.status, eight.errors]).toEqual([200, undefined]);
    expect(messageOf(await expectRefused(secretariat(`{ units(first: 1) { nodes { ${nested(6, 'parent', 'code')} } } }`), 'TOO_COMPLEX'))).toBe('Truy vấn sâu hơn 8 tầng.');
  });
  it('of fifty is refused', async () => {
    await expectRefused(secretariat(`{ units(first: 1) { nodes { ${nested(50, 'parent', 'code')} } } }`), 'TOO_COMPLEX');
  });
  it('is not saved by inline fragments or fragments', async () => {
    await expectRefused(secretariat(`{ units(first: 1) { nodes { ${nested(50, '... { parent', 'code')}${' }'.repeat(50)} } } }`), 'TOO_COMPLEX');
    await expectRefused(secretariat(`{ units(first: 1) { nodes { ...F0 } } } ${times(9, i => `fragment F${i} on Unit { parent { ...F${i + 1} } }`)} fragment F9 on Unit { code }`), 'TOO_COMPLEX');
  });
  it('of a filter in the text is bounded too', async () => {
    const answer = await secretariat(`{ units(first: 1, filter: ${'{ not: '.repeat(400)}{ code: { eq: "sxd" } }${' }'.repeat(400)}) { nodes { code } } }`);
    expect([answer.status, answer.errors?.map(e => e.extensions.code)]).toEqual([400, ['TOO_COMPLEX']]);
  });
});

describe('a cycle', () => {
  it('of relations stops at ten thousand rows', async () => {
    const message = messageOf(await expectRefused(secretariat('{ households(first: 100) { nodes { members { household { members { household { id } } } } } } }'), 'TOO_COMPLEX'));
    expect(message).toBe('Truy vấn có thể trả về hơn 10000 dòng; giảm first hoặc bớt nhánh members.');
  });
  it('of fragments is no valid document', async () => {
    await expectRefused(secretariat('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'), 'GRAPHQL_VALIDATION_FAILED');
    await expectRefused(secretariat('{ units(first: 1) { nodes { ...A } } } fragment A on Unit { parent { ...A } }'), 'GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a fragment bomb', () => {
  const names = ['parent', 'children', 'parent', 'children', 'parent'];
  it('that doubles at every level is counted as it spreads', async () => {
    const levels = times(5, i => `fragment F${i} on Unit { ${times(2, j => `${names[(i + j) % 5]} { ...F${i + 1} ...F${i + 1} }`)} ${times(60, 'id code name')} }`);
    await expectRefused(secretariat(`{ units(first: 1) { nodes { ...F0 } } } ${levels} fragment F5 on Unit { code }`), 'TOO_COMPLEX');
  });
  it('of spreads alone costs nothing', async () => {
    const levels = times(40, i => `fragment F${i} on Query { ${times(10, `...F${i + 1}`)} }`);
    const answer = await secretariat(`{ ...F0 } ${levels} fragment F40 on Query { viewer { name } }`);
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
  });
});

describe('a flood', () => {
  it('of aliases stops at ten, __typename counted', async () => {
    const ten = await secretariat(`{ viewer { ${times(10, i => `a${i}: ${i % 2 ? 'name' : '__typename'}`)} } }`);
    expect([ten.status, Object.keys(ten.data.viewer).length]).toEqual([200, 10]);
    const message = messageOf(await expectRefused(secretariat(`{ viewer { ${times(11, i => `a${i}: __typename`)} } }`), 'TOO_COMPLEX'));
    expect(message).toBe('Truy vấn có 11 tên khác (alias); nhiều nhất 10.');
  });
  it('of aliases hides neither in fragments nor in another operation of the document', async () => {
    await expectRefused(secretariat(`{ viewer { ...A ...B } } fragment A on Viewer { ${times(6, i => `a${i}: name`)} } fragment B on Viewer { ${times(6, i => `b${i}: name`)} }`), 'TOO_COMPLEX');
  });
  it('of ten thousand __typename is refused, and so are a thousand', async () => {
    expect((await secretariat(`{ ${times(10_000, i => `a${i}: __typename`)} }`)).status).toBe(413);
    await expectRefused(secretariat(`{ ${times(6_000, '__typename')} }`), 'TOO_COMPLEX');
    await expectRefused(secretariat(`{ viewer { ${times(1_000, '__typename')} } }`), 'TOO_COMPLEX');
  });
  it('of root fields stops at five', async () => {
    await expectRefused(secretariat(`{ ${times(6, i => `a${i}: viewer { name }`)} }`), 'TOO_COMPLEX');
    await expectRefused(secretariat(`{ ...A ...B } fragment A on Query { ${times(3, i => `a${i}: viewer { name }`)} } fragment B on Query { ${times(3, i => `b${i}: viewer { name }`)} }`), 'TOO_COMPLEX');
  });
  it('of one field stops at fifty, before validation compares them pair by pair', async () => {
    expect((await secretariat(`{ viewer { ${times(50, 'name')} } }`)).data).toEqual({ viewer: { name: expect.any(String) } });
    for (const count of [51, 1_900, 5_000]) await expectRefused(secretariat(`{ viewer { ${times(count, 'name')} } }`), 'TOO_COMPLEX');
    await expectRefused(secretariat(`{ viewer { ${times(40, i => `...F${i}`)} } } ${times(40, i => `fragment F${i} on Viewer { name name }`)}`), 'TOO_COMPLEX');
  });
  it('of different fields is answered soon', async () => {
    const names = ['id', 'code', 'name', 'shortName', 'kind', 'area', 'centroid', 'version', 'validFrom', 'validTo', 'headName', 'logo', 'provenance', 'neighbours', 'predecessors', 'officeEmail', 'officePhone', 'confirmedOn'];
    await expectRefused(secretariat(`{ units(first: 1) { nodes { ${times(50, names.join(' '))} ${times(40, 'parent { id }')} } } }`), 'TOO_COMPLEX');
  });
  it('of one word in a text is no flood of fields', async () => {
    const answer = await secretariat(`{ units(first: 1, filter: { name: { eq: "${times(200, 'và')} ${times(200, 'name')}" } }) { nodes { code } } }`);
    expect([answer.status, answer.data]).toEqual([200, { units: { nodes: [] } }]);
  });
  it('of directives stops at twenty', async () => {
    const fields = (count: number) => times(count, i => `${['id', 'name', 'today', 'portalKind', 'isDemonstrationDay'][i % 5]} @include(if: true)`);
    expect((await secretariat(`{ viewer { ${fields(20)} } }`)).status).toBe(200);
    expect(messageOf(await expectRefused(secretariat(`{ viewer { ${fields(21)} } }`), 'TOO_COMPLEX'))).toBe('Truy vấn có 21 chỉ thị (@…); nhiều nhất 20.');
  });
  it('of unknown directives is answered shortly', async () => {
    const answer = await secretariat(`{ viewer { name ${times(900, '@a')} } }`);
    expect([answer.status, answer.data ?? null]).toEqual([400, null]);
    expect(answer.text.length).toBeLessThan(30_000);
  });
  it('of tokens or letters is refused', async () => {
    await expectRefused(secretariat(`{ viewer { ${times(2_000, 'name')} } }`), 'GRAPHQL_PARSE_FAILED');
    expect(messageOf(await expectRefused(secretariat(`{ viewer { name } } #${'x'.repeat(20_000)}`), 'TOO_COMPLEX'))).toBe('Truy vấn dài hơn 20.000 ký tự.');
  });
  it('of ten thousand ids in a filter, or of 101, is refused; a hundred are not', async () => {
    const ids = (count: number) => ({ filter: { id: { in: Array.from({ length: count }, (_, i) => String(i)) } } });
    const query = 'query ($filter: UnitFilter) { units(first: 1, filter: $filter) { nodes { code } } }';
    expect((await secretariat(query, ids(100))).status).toBe(200);
    expect(messageOf(await expectRefused(secretariat(query, ids(101)), 'BAD_USER_INPUT'))).toBe('Danh sách gửi lên có 101 mục; nhiều nhất 100.');
    await expectRefused(secretariat(query, ids(10_000)), 'BAD_USER_INPUT');
    await expectRefused(secretariat(query, { filter: { or: Array.from({ length: 101 }, () => ({ code: { eq: 'sxd' } })) } }), 'BAD_USER_INPUT');
  });
  it('of 101 ids in a write changes nothing', async () => {
    const { rows: [{ id }] } = await world.admin.query<{ id: number }>("SELECT id FROM task WHERE code = 'III.6(3)'");
    const input = { task: String(id), confirm: Array.from({ length: 101 }, (_, i) => String(i)), decline: [] };
    await refused(world, () => expectRefused(secretariat('mutation ($input: ConfirmAssignmentsInput!) { confirmAssignments(input: $input) { count } }', { input }), 'BAD_USER_INPUT'));
  });
});

describe('a page', () => {
  it.each([['0', 'BAD_USER_INPUT'], ['-1', 'BAD_USER_INPUT'], ['101', 'BAD_USER_INPUT'], ['1000000000', 'BAD_USER_INPUT'], ['1e9', 'GRAPHQL_VALIDATION_FAILED'],
    ['99999999999', 'GRAPHQL_VALIDATION_FAILED'], ['null', 'GRAPHQL_VALIDATION_FAILED'], ['"10"', 'GRAPHQL_VALIDATION_FAILED']])('is not had with first: %s', async (first, code) => {
    await expectRefused(officer(`{ households(first: ${first}) { nodes { id } } }`), code);
  });
  it.each([[0], [-1], [101], [1e9], [1e20], [null], ['10']])('is not had with first as the variable %j', async first => {
    await expectRefused(officer('query ($first: Int!) { households(first: $first) { nodes { id } } }', { first }), 'BAD_USER_INPUT');
  });
  it('is not had without first, or with last', async () => {
    await expectRefused(officer('{ households { nodes { id } } }'), 'GRAPHQL_VALIDATION_FAILED');
    await expectRefused(officer('{ households(first: 1, last: 1) { nodes { id } } }'), 'GRAPHQL_VALIDATION_FAILED');
  });
  it('of nested households needs first as well', async () => {
    await expectRefused(secretariat('{ units(first: 2) { nodes { households(first: 101) { id } } } }'), 'BAD_USER_INPUT');
  });
});

describe('a body', () => {
  it('with several operations in an array runs none of them', async () => {
    const one = { query: 'mutation { logout { userErrors { code } } }' };
    await refused(world, async () => {
      const { status, codes } = await sendJson(world, secretariat, [one, one]);
      expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    });
    expect((await secretariat('{ viewer { name } }')).status).toBe(200);
  });
  it('with several mutation fields runs none of them', async () => {
    const { rows: [{ id, version }] } = await world.admin.query<{ id: number; version: number }>('SELECT id, version FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1', [officer.unitId]);
    const accept = `acceptAssignment(input: { id: "${id}", version: ${version} }) { userErrors { code } }`;
    await refused(world, () => expectRefused(officer(`mutation { a: ${accept} b: ${accept} }`), 'TOO_COMPLEX'));
  });
  it('with variables nested too deep is refused', async () => {
    const deep = (levels: number): object => (levels === 0 ? { code: { eq: 'sxd' } } : { not: deep(levels - 1) });
    const query = 'query ($filter: UnitFilter) { units(first: 1, filter: $filter) { nodes { code } } }';
    expect((await secretariat(query, { filter: deep(16) })).status).toBe(200);
    await expectRefused(secretariat(query, { filter: deep(30) }), 'TOO_COMPLEX');
    const body = `{"query":${JSON.stringify(query)},"variables":{"filter":${'{"not":'.repeat(10_000)}{}${'}'.repeat(10_000)}}}`;
    expect(await sendRaw(world, { headers: { 'content-type': 'application/json', ...signedIn(secretariat) }, body })).toMatchObject({ status: 400, codes: ['TOO_COMPLEX'] });
  });
});
