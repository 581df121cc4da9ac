import type { Operation } from './operation.js';
import { statusOfRuleSql, statusRuleSql } from './status-sql.js';

/** A commune's home: what it still has to do, with the task, who leads it, where it stands and until when. */
export const communeHome: Operation = {
  name: 'communeHome',
  unit: '02869',
  document: `query communeHome($unit: ID!) {
    assignments(first: 100, filter: { unit: { eq: $unit }, not: { status: { eq: DONE } } }, order: [{ dueDay: ASC }]) {
      nodes {
        id role part dueDay extendedTo percent status statusRule
        nextMilestone { id label dueDay }
        task { id code title leads { id part unit { id shortName } } }
      }
    }
  }`,
  variables: ({ unitId }) => ({ unit: String(unitId) }),
  raw: {
    sql: `SELECT json_build_object('assignments', json_build_object('nodes', coalesce(json_agg(n), '[]')))::text AS data
      FROM (SELECT a.id::text, a.role, a.part, a.due_day AS "dueDay", a.extended_to AS "extendedTo", a.percent, a.status, a.rule AS "statusRule",
          (SELECT to_json(m) FROM (SELECT m.id::text, m.label, m.due_day AS "dueDay" FROM milestone m WHERE m.id = a.next_milestone_id) m) AS "nextMilestone",
          json_build_object('id', t.id::text, 'code', t.code, 'title', t.title, 'leads', (
            SELECT coalesce(json_agg(l), '[]') FROM (
              SELECT l.id::text, l.part, json_build_object('id', u.id::text, 'shortName', u.short_name) AS unit
              FROM assignment l JOIN unit u ON u.id = l.unit_id WHERE l.task_id = t.id AND l.role = 'LEAD' AND l.via_class_id IS NULL ORDER BY l.id) l)) AS task
        FROM (SELECT *, ${statusOfRuleSql} AS status FROM (
            SELECT a.id, a.role, a.part, a.due_day, a.extended_to, a.percent, a.task_id, a.next_milestone_id, ${statusRuleSql} AS rule FROM assignment a WHERE a.unit_id = $1::int OFFSET 0) a) a
        JOIN task t ON t.id = a.task_id
        WHERE a.status <> 'DONE' ORDER BY a.due_day, a.id LIMIT 100) n`,
    values: ({ unit }) => [unit],
  },
};
