-- Which roles are given in a unit of a kind: whoever is not a leader in the own right gives in the own unit none as high as the own.
CREATE FUNCTION roles_given(unit_kind text, is_own boolean, by_leader boolean) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY['OFFICER', 'VIEWER'] || CASE unit_kind WHEN 'commune' THEN ARRAY['VILLAGE_OFFICER'] WHEN 'massOrganisation' THEN ARRAY['SUPERVISOR'] ELSE '{}'::text[] END
    || CASE WHEN by_leader OR NOT is_own THEN ARRAY['ACCOUNT_ADMINISTRATOR', 'LEADER'] ELSE '{}'::text[] END;

CREATE OR REPLACE FUNCTION roles_to_give(unit int) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT roles_given(u.kind, u.id = my_unit(), my_role() = 'LEADER' AND NOT stands_in()) FROM unit u WHERE u.id = unit AND keeps(u.id)), '{}');
  END;

-- The kept units with their people counted in one pass: a call for each of two hundred units is what took the time.
CREATE OR REPLACE FUNCTION kept_units() RETURNS TABLE (id int, code text, name text, "shortName" text, kind text, people int, leaders int, administrators int, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    WITH me AS MATERIALIZED (SELECT my_unit() AS unit, my_role() = 'LEADER' AND NOT stands_in() AS leads, today() AS day, my_kept_units() AS kept),
      counted AS (
        SELECT x.unit_id, count(DISTINCT x.account_id) FILTER (WHERE x.works) AS people,
            count(DISTINCT x.account_id) FILTER (WHERE x.holds AND x.role = 'LEADER') AS leaders, count(DISTINCT x.account_id) FILTER (WHERE x.holds AND x.role = 'ACCOUNT_ADMINISTRATOR') AS administrators
          FROM (SELECT p.unit_id, p.account_id, p.role, NOT is_over(p, me.day) AS works,
                    p.stands_in_for_id IS NULL AND is_held(p, me.day) AND a.locked_on IS NULL AND a.joined_at IS NOT NULL AS holds
                  FROM me, post p JOIN account a ON a.id = p.account_id WHERE p.unit_id = ANY (me.kept)) x
         GROUP BY x.unit_id)
    SELECT u.id, u.code, u.name, u.short_name, u.kind, coalesce(c.people, 0)::int, coalesce(c.leaders, 0)::int, coalesce(c.administrators, 0)::int,
        roles_given(u.kind, u.id = me.unit, me.leads)
      FROM me JOIN unit u ON u.id = ANY (me.kept) LEFT JOIN counted c ON c.unit_id = u.id ORDER BY u.id <> me.unit, u.short_name;
  END;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION roles_given(text, boolean, boolean) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION roles_given(text, boolean, boolean) FROM PUBLIC;
END $$;
