-- Trails are appended to and never altered: nobody but the owner has UPDATE or DELETE, and the owner is no login of the application.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_secretariat','portal_department','portal_commune','portal_mass_organisation','app_user'] LOOP
    EXECUTE format('GRANT INSERT (request_id, account_id, post_id, unit_id, operation, outcome, noun, row_id, before, after, detail) ON audit_line TO %I', name);
    EXECUTE format('GRANT INSERT (topic, unit_id, row_id) ON outbox TO %I', name);
  END LOOP;
END $$;
ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_line FORCE ROW LEVEL SECURITY;
-- A session writes its own unit's lines only; the login writes those of refusals, after the session is over.
CREATE POLICY portals_insert ON audit_line FOR INSERT
  TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation WITH CHECK (unit_id = ANY ((SELECT my_units())::int[]) AND post_id = (SELECT my_post()));
CREATE POLICY app_user_insert ON audit_line FOR INSERT TO app_user WITH CHECK (outcome <> 'DONE');
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY portals_insert ON outbox FOR INSERT
  TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation WITH CHECK (unit_id = ANY ((SELECT my_units())::int[]));
GRANT INSERT (request_id, account_id, post_id, unit_id, household_id, member_id, part, purpose) ON access_log TO app_user;
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY app_user_insert ON access_log FOR INSERT TO app_user WITH CHECK (true);

-- The application's own login reads who may sign in as what, and nothing else of these nouns.
CREATE POLICY app_user ON post FOR SELECT TO app_user USING (true);
CREATE POLICY app_user ON unit FOR SELECT TO app_user USING (true);
CREATE POLICY app_user ON village FOR SELECT TO app_user USING (true);
