import type { Operation } from './operation.js';

const rows = `
  nodes {
    id code headName class memberCount
    commune { id shortName }
    village { id name }
    members { id fullName isHead birthYear sex }
    deprivations { id indicator since }
  }
  pageInfo { hasNextPage }`;

const sql = (where: string) => `SELECT json_build_object('households', json_build_object(
    'nodes', coalesce(json_agg(h.node ORDER BY h.no) FILTER (WHERE h.no <= 50), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 50)))::text AS data
  FROM (SELECT row_number() OVER () AS no, to_json(h) AS node FROM (
    SELECT h.id, h.code, h.head_name AS "headName", h.class, h.member_count AS "memberCount",
      (SELECT json_build_object('id', c.id::text, 'shortName', c.short_name) FROM unit c WHERE c.id = h.commune_id) AS commune,
      (SELECT json_build_object('id', v.id::text, 'name', v.name) FROM village v WHERE v.id = h.village_id) AS village,
      (SELECT coalesce(json_agg(m), '[]') FROM (SELECT m.id, m.full_name AS "fullName", m.is_head AS "isHead", m.birth_year AS "birthYear", m.sex
        FROM member m WHERE m.household_id = h.id ORDER BY m.is_head DESC, m.birth_year, m.id) m) AS members,
      (SELECT coalesce(json_agg(d), '[]') FROM (SELECT d.id, d.indicator, d.since
        FROM deprivation d WHERE d.household_id = h.id ORDER BY d.indicator, d.since) d) AS deprivations
    FROM household h WHERE ${where} ORDER BY h.code, h.id LIMIT 51) h) h`;

/** A department's list: the first 50 households that its work touches, with the members and deprivations that concern it. */
export const householdPage: Operation = {
  name: 'householdPage',
  unit: 'snv',
  document: `query householdPage { households(first: 50, order: [{ code: ASC }]) {${rows}} }`,
  variables: () => ({}),
  raw: { sql: sql('true'), values: () => [] },
};

/** Given households, as a department and as the secretariat open them, whom no row policy narrows. */
export const samePage = (ids: readonly string[], unit: string): Operation => ({
  name: 'samePage', unit,
  document: `query samePage($ids: [ID!]!) { households(first: 50, order: [{ code: ASC }], filter: { id: { in: $ids } }) {${rows}} }`,
  variables: () => ({ ids }),
  raw: { sql: sql('id = ANY ($1::uuid[])'), values: variables => [variables.ids] },
});
