-- One role a portal kind, one for what the system itself keeps (maintainer). Roles are cluster-wide, so two starts must not race.
SELECT pg_advisory_xact_lock(hashtext('portal roles'));
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_secretariat','portal_department','portal_commune','portal_mass_organisation','portal_public','maintainer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
    -- The login may become a portal role but inherits nothing from it: outside a session it sees no row.
    IF name <> 'maintainer' THEN EXECUTE format('GRANT %I TO app_user WITH INHERIT FALSE, SET TRUE', name); END IF;
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app_user, maintainer, portal_secretariat, portal_department, portal_commune, portal_mass_organisation, portal_public;

-- Names sort the Vietnamese way whatever the server's own locale.
CREATE COLLATION vietnamese (provider = icu, locale = 'vi');

-- What a session says about its viewer; empty means nothing is granted.
CREATE FUNCTION my_units() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.units', true), '')::int[];
CREATE FUNCTION my_post() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.post', true), '')::int;
-- The villages or communes that narrow a post; null is the whole unit.
CREATE FUNCTION my_villages() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.villages', true), '')::int[];
CREATE FUNCTION my_communes() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.communes', true), '')::int[];
CREATE FUNCTION may_open(noun text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(noun = ANY (NULLIF(current_setting('app.sensitive', true), '')::text[]), false);
-- The working day in Vietnam; one injected value, never now().
CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(NULLIF(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);

CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;
