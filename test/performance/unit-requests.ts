import { over } from '../../server/database/projection.js';
import { clockNeeds, daysGone, daysHeld, daysLeft, daysOver, isOverdue, side } from '../../server/unit-request/unit-request.clock.js';
import type { Operation } from './operation.js';

/* The clock of a request is the system's, whoever writes the statement around it. */
const clock = Object.entries({ isOverdue, side, daysGone, daysLeft, daysOver, daysHeld }).map(([name, sql]) => `${over(sql, 'r')} AS "${name}"`).join(', ');
const columns = [...new Set(['id', 'version', 'kind', 'number', 'subject', 'unit_id', 'to_unit_id', ...clockNeeds])].map(name => `r.${name}`).join(', ');

/** What the web's list of requests asks for, but for the cursor, which only the system can make. */
const line = `id version kind number subject state isOpen isOverdue side sentOn dueDay closedOn daysGone daysLeft daysOver daysHeld
        unit { id code shortName } toUnit { id code shortName } answerDrafts { id }`;
const document = (name: string): string => `query ${name}($first: Int!, $filter: UnitRequestFilter!, $order: [UnitRequestOrder!]!) {
    unitRequests(first: $first, filter: $filter, order: $order) {
      nodes {
        ${line}
      }
      pageInfo { hasNextPage }
      totalCount { value isExact }
    }
  }`;

/** One row more than the page tells whether there is another; the count stops where the system's does. */
const sql = (where: string, order: string, first: number): string => `SELECT json_build_object('unitRequests', json_build_object(
    'nodes', coalesce(json_agg(n.node ORDER BY n.no) FILTER (WHERE n.no <= ${first}), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > ${first}),
    'totalCount', (SELECT json_build_object('value', least(count(*), 10000), 'isExact', count(*) <= 10000) FROM (SELECT FROM unit_request r WHERE ${where} LIMIT 10001) c)))::text AS data
  FROM (SELECT row_number() OVER () AS no, to_json(l) AS node FROM (
    SELECT r.id, r.version, r.kind, r.number, r.subject, r.state, r.is_open AS "isOpen", r.sent_on AS "sentOn", r.due_day AS "dueDay", r.closed_on AS "closedOn", ${clock},
      (SELECT json_build_object('id', u.id::text, 'code', u.code, 'shortName', u.short_name) FROM unit u WHERE u.id = r.unit_id) AS unit,
      (SELECT json_build_object('id', u.id::text, 'code', u.code, 'shortName', u.short_name) FROM unit u WHERE u.id = r.to_unit_id) AS "toUnit",
      (SELECT coalesce(json_agg(d), '[]') FROM (SELECT d.id FROM answer_draft d WHERE d.request_id = r.id ORDER BY d.id) d) AS "answerDrafts"
    FROM (SELECT ${columns} FROM unit_request r WHERE ${where} ORDER BY ${order} LIMIT ${first + 1}) r ORDER BY ${order}) l) n`;

/** On a unit's home: what it owes an answer to, what others owe it, and drafts that wait for the leader. */
export const homeRequests: Operation = {
  name: 'homeRequests', unit: '02869', document: document('homeRequests'),
  variables: ({ unitId }) => {
    const me = { eq: String(unitId) };
    return { first: 20, filter: { or: [{ isOpen: { eq: true }, toUnit: me }, { isOpen: { eq: true }, unit: me }, { state: { eq: 'DRAFT' }, unit: me }] }, order: [{ dueDay: 'ASC' }] };
  },
  raw: {
    sql: sql(`((r.is_open AND r.to_unit_id = $1::int) OR (r.is_open AND r.unit_id = $1::int) OR (r.state = 'DRAFT' AND r.unit_id = $1::int))`, 'r.due_day, r.id', 20),
    values: ({ filter }) => [(filter as { or: { toUnit: { eq: string } }[] }).or[0]!.toUnit.eq],
  },
};

/** The secretariat's list of all requests, those that wait first and the most overdue on top. */
export const requestBoard: Operation = {
  name: 'requestBoard', unit: 'thuong-truc', document: document('requestBoard'),
  variables: () => ({ first: 25, filter: {}, order: [{ isOpen: 'DESC' }, { dueDay: 'ASC' }] }),
  raw: { sql: sql('true', 'r.is_open DESC, r.due_day, r.id', 25), values: () => [] },
};
