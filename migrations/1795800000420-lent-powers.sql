-- What was lent is not handed on: whoever stands in for a leader keeps accounts as an administrator does, and makes, changes, resets and ends no
-- leader – least of all the one who lent – and no administrator.
CREATE FUNCTION stands_in() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT EXISTS (SELECT FROM post p WHERE p.id = my_post() AND p.unit_id = my_unit() AND p.stands_in_for_id IS NOT NULL); END;
CREATE OR REPLACE FUNCTION roles_to_give(unit int) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT ARRAY['OFFICER', 'VIEWER'] || CASE u.kind WHEN 'commune' THEN ARRAY['VILLAGE_OFFICER'] WHEN 'massOrganisation' THEN ARRAY['SUPERVISOR'] ELSE '{}'::text[] END
        || CASE WHEN my_role() = 'LEADER' AND NOT stands_in() OR u.id <> my_unit() THEN ARRAY['ACCOUNT_ADMINISTRATOR', 'LEADER'] ELSE '{}'::text[] END
      FROM unit u WHERE u.id = unit AND keeps(u.id)), '{}');
  END;

DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION stands_in() OWNER TO maintainer;
  REVOKE EXECUTE ON FUNCTION stands_in() FROM PUBLIC;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
