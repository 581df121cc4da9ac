import type { Operation } from './operation.js';

const rows = (more = '') => `
  nodes {
    id code headName class memberCount
    commune { id shortName }
    village { id name }
    members { id fullName isHead birthYear sex }
    deprivations { id indicator since }${more}
  }
  pageInfo { hasNextPage }`;

const supports = `
    supports { id kind state plannedDay deliveredDay }`;
const supportsSql = `,
      (SELECT coalesce(json_agg(p), '[]') FROM (SELECT p.id, p.kind, p.state, p.planned_day AS "plannedDay", p.delivered_day AS "deliveredDay"
        FROM support p WHERE p.household_id = h.id ORDER BY p.planned_day DESC, p.id) p) AS supports`;

const sql = (where: string, more = '') => `SELECT json_build_object('households', json_build_object(
    'nodes', coalesce(json_agg(h.node ORDER BY h.no) FILTER (WHERE h.no <= 50), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 50)))::text AS data
  FROM (SELECT row_number() OVER () AS no, to_json(h) AS node FROM (
    SELECT h.id, h.code, h.head_name AS "headName", h.class, h.member_count AS "memberCount",
      (SELECT json_build_object('id', c.id::text, 'shortName', c.short_name) FROM unit c WHERE c.id = h.commune_id) AS commune,
      (SELECT json_build_object('id', v.id::text, 'name', v.name) FROM village v WHERE v.id = h.village_id) AS village,
      (SELECT coalesce(json_agg(m), '[]') FROM (SELECT m.id, m.full_name AS "fullName", m.is_head AS "isHead", m.birth_year AS "birthYear", m.sex
        FROM member m WHERE m.household_id = h.id ORDER BY m.is_head DESC, m.birth_year, m.id) m) AS members,
      (SELECT coalesce(json_agg(d), '[]') FROM (SELECT d.id, d.indicator, d.since
        FROM deprivation d WHERE d.household_id = h.id ORDER BY d.indicator, d.since) d) AS deprivations${more}
    FROM household h WHERE ${where} ORDER BY h.code, h.id LIMIT 51) h) h`;

/** A department's list: the first 50 households that its work touches, with the members and deprivations that concern it. */
export const householdPage: Operation = {
  name: 'householdPage',
  unit: 'snv',
  document: `query householdPage { households(first: 50, order: [{ code: ASC }]) {${rows()}} }`,
  variables: () => ({}),
  raw: { sql: sql('true'), values: () => [] },
};

/** The same list with what the households were given. */
export const helpPage = (unit: string): Operation => ({
  name: 'helpPage', unit,
  document: `query helpPage { households(first: 50, order: [{ code: ASC }]) {${rows(supports)}} }`,
  variables: () => ({}),
  raw: { sql: sql('true', supportsSql), values: () => [] },
});

/** Whom nobody has helped yet among the poor whose housing falls short: conditions on two relations beside one on the row. */
export const filteredPage = (unit: string): Operation => ({
  name: 'filteredPage', unit,
  document: `query filteredPage($indicators: [String!]!) {
    households(first: 50, order: [{ code: ASC }], filter: { class: { eq: POOR }, deprivations: { some: { indicator: { in: $indicators } } }, supports: { none: {} } }) {${rows(supports)}}
  }`,
  variables: () => ({ indicators: ['HOUSING_QUALITY', 'HOUSING_AREA'] }),
  raw: {
    sql: sql(`h.class = 'POOR' AND EXISTS (SELECT FROM deprivation d WHERE d.household_id = h.id AND d.indicator = ANY ($1::text[]))
      AND NOT EXISTS (SELECT FROM support p WHERE p.household_id = h.id)`, supportsSql),
    values: ({ indicators }) => [indicators],
  },
});

/** Two words of a name, without marks, as they are typed into the search. */
export const searchPage = (unit: string): Operation => ({
  name: 'searchPage', unit,
  document: `query searchPage($words: String!) { households(first: 50, order: [{ code: ASC }], filter: { search: $words }) {${rows(supports)}} }`,
  variables: () => ({ words: 'ly van' }),
  raw: {
    sql: sql(`(' ' || h.words) LIKE '% ' || $1 || '%' AND (' ' || h.words) LIKE '% ' || $2 || '%'`, supportsSql),
    values: ({ words }) => (words as string).split(' '),
  },
});

/** Given households, as a restricted portal and as the secretariat open them, whom no row policy narrows. */
export const samePage = (ids: readonly string[], unit: string): Operation => ({
  name: 'samePage', unit,
  document: `query samePage($ids: [ID!]!) { households(first: 50, order: [{ code: ASC }], filter: { id: { in: $ids } }) {${rows(supports)}} }`,
  variables: () => ({ ids }),
  raw: { sql: sql('id = ANY ($1::uuid[])', supportsSql), values: variables => [variables.ids] },
});
