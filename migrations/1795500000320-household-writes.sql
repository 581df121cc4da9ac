-- The next number on a commune's list; the lock is the commune's, held to the end of the transaction.
CREATE FUNCTION next_household_code(commune int) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE stem text := (SELECT '15-' || u.code || '-' FROM unit u WHERE u.id = commune);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('household code'), commune);
  RETURN stem || lpad((coalesce((SELECT max(substring(h.code FROM length(stem) + 1)::bigint) FROM household h
    WHERE h.commune_id = commune AND h.code LIKE stem || '%' AND substring(h.code FROM length(stem) + 1) ~ '^[0-9]{1,9}$'), 0) + 1)::text, 6, '0');
END $$;
-- The standard whose class stands on a household: the one in force on the working day.
CREATE FUNCTION standard_in_force() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN coalesce((SELECT s.code FROM poverty_standard s WHERE s.valid_from <= today() AND (s.valid_to IS NULL OR s.valid_to >= today()) ORDER BY s.valid_from DESC LIMIT 1),
    (SELECT s.code FROM poverty_standard s ORDER BY s.valid_from DESC LIMIT 1));
CREATE FUNCTION standard_knows(wanted text, code text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM standard_indicator i WHERE i.standard = wanted AND i.indicator = code);
-- One open fact of a kind a household.
CREATE UNIQUE INDEX deprivation_open ON deprivation (household_id, indicator, standard) WHERE until IS NULL;
CREATE UNIQUE INDEX household_group_open ON household_group (household_id, kind) WHERE until IS NULL;
CREATE UNIQUE INDEX poverty_cause_open ON poverty_cause (household_id, cause) WHERE until IS NULL;
CREATE UNIQUE INDEX support_need_open ON support_need (household_id, member_id, kind) NULLS NOT DISTINCT WHERE until IS NULL;
DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['next_household_code(int)','standard_in_force()','standard_knows(text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION next_household_code(int) TO portal_commune;
  GRANT EXECUTE ON FUNCTION standard_in_force(), standard_knows(text, text) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
-- A family new to the register has no class until a decision gives it one; its counts are kept by its members.
ALTER TABLE household
  ALTER COLUMN class SET DEFAULT 'NONE', ALTER COLUMN standard SET DEFAULT standard_in_force(), ALTER COLUMN class_since SET DEFAULT today(),
  ALTER COLUMN member_count SET DEFAULT 0, ALTER COLUMN worker_count SET DEFAULT 0, ALTER COLUMN child_count SET DEFAULT 0, ALTER COLUMN deprivation_count SET DEFAULT 0;
