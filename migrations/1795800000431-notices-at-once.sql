-- All notices of a write in one statement, in the writer's own transaction and in the order given, also to other units: nobody has INSERT on the table.
CREATE FUNCTION send_notices(list jsonb) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    WITH sent AS (
      INSERT INTO notice (kind, unit_id, post_id, roles, from_unit_id, noun, row_id, assignment_id)
      SELECT x.kind, x.unit, x.post, x.roles, (SELECT my_unit()), x.noun, x."rowId", x.assignment
        FROM ROWS FROM (jsonb_to_recordset(list) AS (kind text, unit int, post int, roles text[], noun text, "rowId" text, assignment int)) WITH ORDINALITY
          AS x (kind, unit, post, roles, noun, "rowId", assignment, no) ORDER BY x.no
      RETURNING 1)
    SELECT count(*)::int FROM sent;
  END;
DROP FUNCTION send_notice(text, int, int, text[], text, text, int);
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION send_notices(jsonb) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION send_notices(jsonb) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION send_notices(jsonb) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
