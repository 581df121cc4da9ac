import type { Operation } from './operation.js';
import { statusSql } from './status-sql.js';

/** The secretariat's board: the 36 tasks of the plan by every unit that they bind, each with its status. */
export const board: Operation = {
  name: 'board',
  unit: 'thuong-truc',
  document: `query board {
    tasks(first: 36, filter: { kind: { eq: TASK } }) {
      nodes { id code title assignments { id role status unit { id } } }
    }
  }`,
  variables: () => ({}),
  raw: {
    sql: `SELECT json_build_object('tasks', json_build_object('nodes', coalesce(json_agg(t), '[]')))::text AS data
      FROM (SELECT t.id::text, t.code, t.title, (
          SELECT coalesce(json_agg(a), '[]') FROM (
            SELECT a.id::text, a.role, ${statusSql} AS status, json_build_object('id', a.unit_id::text) AS unit
            FROM assignment a WHERE a.task_id = t.id ORDER BY a.role DESC, a.unit_id) a) AS assignments
        FROM task t WHERE t.kind = 'TASK' ORDER BY t.id LIMIT 36) t`,
    values: () => [],
  },
};
