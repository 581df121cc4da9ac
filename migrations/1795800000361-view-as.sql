-- Looking at another unit's portal as a role of it would see it: a state of the sign-in, for half an hour at most.
ALTER TABLE sign_in
  ADD COLUMN view_unit_id int REFERENCES unit,
  ADD COLUMN view_role text CHECK (view_role IN ('LEADER','OFFICER','VIEWER','SUPERVISOR','ACCOUNT_ADMINISTRATOR')),
  ADD COLUMN view_until timestamptz,
  ADD CHECK ((view_unit_id IS NULL) = (view_role IS NULL) AND (view_unit_id IS NULL) = (view_until IS NULL));
CREATE INDEX ON sign_in (view_until) WHERE view_unit_id IS NOT NULL;

-- The unit of a person who looks at another's portal; null of everybody who works in the own.
CREATE FUNCTION views_from() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.views_from', true), '')::int;
-- 1 while looking at another's portal. A number, since PostgreSQL takes a comparison by <> for nearly always true, as it is, and a negation for half.
CREATE FUNCTION viewing() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN views_from() IS NULL THEN 0 ELSE 1 END;

-- Whether the unit sees a household also for a reason that tells nothing sensitive of it: only then does a look at its portal show it. Asked
-- only while looking; written so that PostgreSQL does not unfold it into the rule of every list.
CREATE FUNCTION seen_plainly(household uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN EXISTS (SELECT FROM sight s WHERE s.household_id = household AND s.unit_id = my_unit() AND s.depth <> 'PART' AND (s.valid_from IS NULL OR s.valid_from <= today()) AND (s.valid_to IS NULL OR s.valid_to >= today())
    AND NOT (s.cause = 'DEPRIVED' AND s.part IN ('NUTRITION', 'INSURANCE')) AND s.cause <> 'MERIT' AND NOT (s.cause = 'GROUP' AND s.part <> 'MERIT'));
END $$;

CREATE OR REPLACE FUNCTION audit_sign_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewed sign_in := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  INSERT INTO audit_line (request_id, account_id, post_id, unit_id, operation, outcome, noun, row_id, after)
  SELECT '', NEW.account_id, NEW.post_id, (SELECT unit_id FROM post WHERE id = NEW.post_id),
    CASE WHEN viewed.view_unit_id IS NOT NULL THEN CASE WHEN TG_OP = 'INSERT' THEN 'startViewAs' ELSE 'endViewAs' END WHEN TG_OP = 'INSERT' THEN 'signIn' ELSE 'signOut' END,
    'DONE', 'SignIn', NEW.account_id::text,
    (SELECT jsonb_build_object('unit', u.name, 'role', viewed.view_role, 'until', viewed.view_until) FROM unit u WHERE u.id = viewed.view_unit_id);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_view AFTER UPDATE ON sign_in FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NULL AND OLD.view_unit_id IS NOT NULL AND NEW.view_unit_id IS NULL) EXECUTE FUNCTION audit_sign_in();

-- A look that nobody ended has ended by itself; its line is written when this runs.
CREATE FUNCTION end_views() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sign_in SET view_unit_id = NULL, view_role = NULL, view_until = NULL WHERE view_unit_id IS NOT NULL AND view_until <= now() AND revoked_at IS NULL
$$;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION end_views() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION end_views() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION end_views() TO app_user;
END $$;
