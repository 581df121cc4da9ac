-- The tasks that name the viewer's units, and those of them that the units lead by name: a class that a clause makes lead gives its units no sight of each other. Definer, because a policy on assignment cannot read assignment.
CREATE FUNCTION my_tasks() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(DISTINCT task_id), '{}') FROM assignment WHERE unit_id = ANY (my_units()) AND confirmed_on IS NOT NULL AND (valid_to IS NULL OR valid_to >= today()));
CREATE FUNCTION my_led_tasks() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(DISTINCT task_id), '{}') FROM assignment WHERE unit_id = ANY (my_units()) AND role = 'LEAD' AND via_class_id IS NULL AND confirmed_on IS NOT NULL AND (valid_to IS NULL OR valid_to >= today()));
-- Versions of documents that are signed: the public sees the tasks of those.
CREATE FUNCTION signed_versions() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM plan_version WHERE state = 'SIGNED');
CREATE FUNCTION my_children() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM unit WHERE parent_id = ANY (my_units()));

-- A new assignment takes its first milestone and that one's day.
CREATE FUNCTION start_assignment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE first milestone;
BEGIN
  SELECT * INTO first FROM milestone WHERE task_id = NEW.task_id ORDER BY due_day, no LIMIT 1;
  NEW.next_milestone_id := first.id;
  NEW.next_kind := first.kind;
  NEW.due_day := coalesce(NEW.due_day, first.due_day);
  NEW.first_due_day := NEW.due_day;
  RETURN NEW;
END $$;
CREATE TRIGGER start BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION start_assignment();

-- What changed in an assignment's terms stays readable: part, days, end, who accepted it and who does it.
CREATE FUNCTION keep_assignment_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO assignment_change (assignment_id, unit_id, field, before, after, reason, changed_by)
  SELECT NEW.id, NEW.unit_id, x.field, x.before, x.after, NEW.extension_reason, coalesce((SELECT name FROM post WHERE id = my_post()), 'Hệ thống')
  FROM (VALUES ('part', OLD.part, NEW.part), ('dueDay', OLD.due_day::text, NEW.due_day::text), ('extendedTo', OLD.extended_to::text, NEW.extended_to::text),
               ('validTo', OLD.valid_to::text, NEW.valid_to::text), ('confirmedOn', OLD.confirmed_on::text, NEW.confirmed_on::text),
               ('acceptedOn', OLD.accepted_on::text, NEW.accepted_on::text),
               ('officer', (SELECT name FROM post WHERE id = OLD.officer_id), (SELECT name FROM post WHERE id = NEW.officer_id))) AS x (field, before, after)
  WHERE x.before IS DISTINCT FROM x.after
    -- The next milestone brings its own day; that is the plan's course, not a change of it.
    AND (x.field NOT IN ('dueDay', 'extendedTo') OR NEW.next_milestone_id IS NOT DISTINCT FROM OLD.next_milestone_id);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_change AFTER UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION keep_assignment_change();

-- Where an assignment stands, from its signed entries that no correction replaced: the latest figures, and the first milestone
-- not yet completed. Of drafts, a unit's working papers, only the number shows.
CREATE FUNCTION refresh_assignment(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE assignment a SET
    last_entry_day = e.last_day, draft_count = e.drafts, quantity = e.quantity,
    percent = CASE WHEN a.target_value > 0 AND e.quantity IS NOT NULL THEN least(100, e.quantity::bigint * 100 / a.target_value) ELSE e.percent END,
    done_on = CASE WHEN m.next_id IS NULL THEN e.completed_day END,
    next_milestone_id = coalesce(m.next_id, a.next_milestone_id), next_kind = coalesce(m.next_kind, a.next_kind),
    due_day = CASE WHEN m.next_id IS DISTINCT FROM a.next_milestone_id THEN coalesce(m.next_due, a.due_day) ELSE a.due_day END,
    extended_to = CASE WHEN m.next_id IS NOT NULL AND m.next_id IS DISTINCT FROM a.next_milestone_id THEN NULL ELSE a.extended_to END
  FROM (SELECT max(as_of_day) FILTER (WHERE state = 'SIGNED') AS last_day, count(*) FILTER (WHERE state = 'DRAFT') AS drafts,
               max(as_of_day) FILTER (WHERE is_completed AND state = 'SIGNED') AS completed_day,
               (array_agg(quantity ORDER BY as_of_day DESC, id DESC) FILTER (WHERE quantity IS NOT NULL AND state = 'SIGNED'))[1] AS quantity,
               (array_agg(percent ORDER BY as_of_day DESC, id DESC) FILTER (WHERE percent IS NOT NULL AND state = 'SIGNED'))[1] AS percent
          FROM progress_entry WHERE assignment_id = wanted AND NOT is_superseded) e
  LEFT JOIN LATERAL (
    SELECT m.id AS next_id, m.kind AS next_kind, m.due_day AS next_due FROM milestone m JOIN assignment x ON x.id = wanted AND x.task_id = m.task_id
    WHERE NOT EXISTS (SELECT FROM progress_entry p WHERE p.assignment_id = wanted AND p.milestone_id = m.id AND p.is_completed AND p.state = 'SIGNED' AND NOT p.is_superseded)
    ORDER BY m.due_day, m.no LIMIT 1) m ON true
  WHERE a.id = wanted;
END $$;

-- A correction takes its predecessor's place when it is signed; until then others still read what was signed before.
-- Among drafts the newer stands at once.
CREATE FUNCTION keep_progress() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.supersedes_id IS NOT NULL THEN
    PERFORM FROM progress_entry WHERE id = NEW.supersedes_id AND assignment_id = NEW.assignment_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'a correction stays with its assignment' USING ERRCODE = 'check_violation'; END IF;
    WITH RECURSIVE former AS (
      SELECT id, supersedes_id, state FROM progress_entry WHERE id = NEW.supersedes_id
      UNION ALL SELECT e.id, e.supersedes_id, e.state FROM progress_entry e JOIN former f ON e.id = f.supersedes_id)
    UPDATE progress_entry e SET is_superseded = true FROM former f
     WHERE e.id = f.id AND NOT e.is_superseded AND (NEW.state = 'SIGNED' OR f.state = 'DRAFT');
  END IF;
  PERFORM refresh_assignment(NEW.assignment_id);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_insert AFTER INSERT ON progress_entry FOR EACH ROW EXECUTE FUNCTION keep_progress();
CREATE TRIGGER keep_update AFTER UPDATE ON progress_entry FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION keep_progress();

-- A leader's act on a draft of the own unit; true if it was one.
CREATE FUNCTION sign_progress_entry(wanted int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE progress_entry SET state = 'SIGNED', signed_by_id = my_post(), signed_on = now()
   WHERE id = wanted AND unit_id = ANY (my_units()) AND state = 'DRAFT' AND NOT is_superseded;
  RETURN FOUND;
END $$;

-- What runs by itself runs as maintainer, whose own policies let it: FORCE row security stops even the owner.
DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['my_tasks()','my_led_tasks()','my_children()','signed_versions()','start_assignment()','keep_assignment_change()','refresh_assignment(int)','keep_progress()',
                              'sign_progress_entry(int)','refresh_sight(uuid[])','keep_sight()','keep_sight_of_service()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  ALTER VIEW sight_wanted OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION my_tasks(), my_led_tasks(), my_children() TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation, portal_public;
  GRANT EXECUTE ON FUNCTION signed_versions() TO portal_public;
  GRANT EXECUTE ON FUNCTION sign_progress_entry(int) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  -- Loads run as maintainer, so the administrator may become it; trails it may only append to.
  EXECUTE format('GRANT maintainer TO %I', current_user);
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO maintainer;
  REVOKE UPDATE, DELETE ON audit_line, access_log FROM maintainer;
  REVOKE ALL ON migrations FROM maintainer;
END $$;
ALTER TABLE service ENABLE ROW LEVEL SECURITY;
ALTER TABLE service FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON service TO maintainer USING (true) WITH CHECK (true);

-- Signing in and out, a change of hat and of password are writes too; their lines are made where the rows are.
CREATE FUNCTION audit_sign_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_line (request_id, account_id, post_id, unit_id, operation, outcome, noun, row_id)
  SELECT '', NEW.account_id, NEW.post_id, (SELECT unit_id FROM post WHERE id = NEW.post_id),
    CASE WHEN TG_OP = 'INSERT' THEN 'signIn' ELSE 'signOut' END, 'DONE', 'SignIn', NEW.account_id::text;
  RETURN NULL;
END $$;
CREATE FUNCTION audit_password() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_line (request_id, account_id, operation, outcome, noun, row_id) VALUES ('', NEW.id, 'changePassword', 'DONE', 'Account', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_insert AFTER INSERT ON sign_in FOR EACH ROW EXECUTE FUNCTION audit_sign_in();
CREATE TRIGGER audit_revoke AFTER UPDATE ON sign_in FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION audit_sign_in();
CREATE TRIGGER audit AFTER UPDATE ON account FOR EACH ROW WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash) EXECUTE FUNCTION audit_password();
CREATE POLICY maintainer ON audit_line FOR INSERT TO maintainer WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO maintainer;
ALTER FUNCTION audit_sign_in() OWNER TO maintainer;
ALTER FUNCTION audit_password() OWNER TO maintainer;
REVOKE CREATE ON SCHEMA public FROM maintainer;
REVOKE EXECUTE ON FUNCTION audit_sign_in(), audit_password() FROM PUBLIC;
