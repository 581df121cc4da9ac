-- The way of an entry: the officer's working paper, handed to the leader, signed and sent, and given back for completion by whoever reads it.
ALTER TABLE progress_entry DROP CONSTRAINT progress_entry_state_check;
ALTER TABLE progress_entry ADD CONSTRAINT progress_entry_state_check CHECK (state IN ('DRAFT','SUBMITTED','SIGNED','RETURNED'));
ALTER TABLE assignment ADD submitted_count int NOT NULL DEFAULT 0, ADD returned_count int NOT NULL DEFAULT 0,
  -- the days that milestones passed already had here, by the milestone's id: one that is open again has its own again
  ADD former_days jsonb NOT NULL DEFAULT '{}';

-- What became of an entry between its writing and its signature, and after it, with the names as they were.
CREATE TABLE entry_step (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  entry_id int NOT NULL REFERENCES progress_entry ON DELETE CASCADE,
  assignment_id int NOT NULL,
  unit_id int NOT NULL, -- whose entry it is
  kind text NOT NULL CHECK (kind IN ('SUBMITTED','WITHDRAWN','SENT_BACK','RETURNED')),
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  at timestamptz NOT NULL DEFAULT now(),
  by_unit_id int NOT NULL REFERENCES unit,
  by_name text NOT NULL,
  FOREIGN KEY (assignment_id, unit_id) REFERENCES assignment (id, unit_id)
);
CREATE INDEX ON entry_step (assignment_id);
CREATE INDEX ON entry_step (entry_id);

-- What has to be completed in an entry that was given back, field by field.
CREATE TABLE entry_return (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  entry_id int NOT NULL REFERENCES progress_entry ON DELETE CASCADE,
  unit_id int NOT NULL,
  field text NOT NULL CHECK (field IN ('MILESTONE','AS_OF_DAY','DONE','QUANTITY','PERCENT','DIFFICULTY','REQUEST','IS_COMPLETED','FILES')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  UNIQUE (entry_id, field)
);

-- Where an assignment stands, from its signed entries that no correction replaced: the latest figures, and the first milestone
-- not yet completed. Of what is not signed, a unit's working papers, only the numbers show. An entry given back counts for
-- nothing; it waits until a correction of it is signed or at least handed to the leader.
CREATE OR REPLACE FUNCTION refresh_assignment(wanted int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE assignment a SET
    last_entry_day = e.last_day, draft_count = e.drafts, submitted_count = e.submitted, returned_count = e.returned, quantity = e.quantity,
    percent = CASE WHEN a.target_value > 0 AND e.quantity IS NOT NULL THEN least(100, e.quantity::bigint * 100 / a.target_value) ELSE e.percent END,
    done_on = CASE WHEN m.next_id IS NULL THEN e.completed_day END,
    next_milestone_id = coalesce(m.next_id, a.next_milestone_id), next_kind = coalesce(m.next_kind, a.next_kind),
    due_day = CASE WHEN m.next_id <> a.next_milestone_id THEN coalesce((a.former_days -> m.next_id::text ->> 'dueDay')::date, m.next_due, a.due_day)
                   WHEN a.next_milestone_id IS NULL THEN coalesce(m.next_due, a.due_day) ELSE a.due_day END,
    extended_to = CASE WHEN m.next_id <> a.next_milestone_id THEN (a.former_days -> m.next_id::text ->> 'extendedTo')::date ELSE a.extended_to END,
    former_days = CASE WHEN m.next_id <> a.next_milestone_id
                       THEN a.former_days || jsonb_build_object(a.next_milestone_id::text, jsonb_build_object('dueDay', a.due_day, 'extendedTo', a.extended_to)) ELSE a.former_days END
  FROM (SELECT max(as_of_day) FILTER (WHERE state = 'SIGNED') AS last_day, count(*) FILTER (WHERE state IN ('DRAFT','SUBMITTED')) AS drafts,
               count(*) FILTER (WHERE state = 'SUBMITTED') AS submitted,
               (WITH RECURSIVE handed AS (
                  SELECT id, supersedes_id FROM progress_entry WHERE assignment_id = wanted AND state = 'SUBMITTED' AND NOT is_superseded
                  UNION ALL SELECT f.id, f.supersedes_id FROM progress_entry f JOIN handed h ON f.id = h.supersedes_id)
                SELECT count(*) FROM progress_entry r WHERE r.assignment_id = wanted AND r.state = 'RETURNED' AND NOT r.is_superseded AND r.id NOT IN (SELECT id FROM handed)) AS returned,
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
-- Among what is not signed the newer stands at once.
CREATE OR REPLACE FUNCTION keep_progress() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.supersedes_id IS NOT NULL THEN
    PERFORM FROM progress_entry WHERE id = NEW.supersedes_id AND assignment_id = NEW.assignment_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'a correction stays with its assignment' USING ERRCODE = 'check_violation'; END IF;
    WITH RECURSIVE former AS (
      SELECT id, supersedes_id, state FROM progress_entry WHERE id = NEW.supersedes_id
      UNION ALL SELECT e.id, e.supersedes_id, e.state FROM progress_entry e JOIN former f ON e.id = f.supersedes_id)
    UPDATE progress_entry e SET is_superseded = true FROM former f
     WHERE e.id = f.id AND NOT e.is_superseded AND (NEW.state = 'SIGNED' OR f.state IN ('DRAFT','SUBMITTED'));
  END IF;
  PERFORM refresh_assignment(NEW.assignment_id);
  RETURN NULL;
END $$;

CREATE FUNCTION note_entry_step(entry progress_entry, kind text, note text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    INSERT INTO entry_step (entry_id, assignment_id, unit_id, kind, note, by_unit_id, by_name)
    SELECT entry.id, entry.assignment_id, entry.unit_id, kind, note, p.unit_id, p.name FROM post p WHERE p.id = my_post();
  END;

-- Steps of a working paper inside its unit: handed to the leader, taken back, sent back by the leader. True if it stood where the step begins.
CREATE FUNCTION move_progress_entry(wanted int, step text, note text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved progress_entry;
BEGIN
  IF step NOT IN ('SUBMITTED','WITHDRAWN','SENT_BACK') THEN RAISE EXCEPTION 'no such step' USING ERRCODE = 'check_violation'; END IF;
  UPDATE progress_entry SET state = CASE step WHEN 'SUBMITTED' THEN 'SUBMITTED' ELSE 'DRAFT' END
   WHERE id = wanted AND unit_id = my_unit() AND NOT is_superseded AND state = CASE step WHEN 'SUBMITTED' THEN 'DRAFT' ELSE 'SUBMITTED' END RETURNING * INTO moved;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM note_entry_step(moved, step, note);
  RETURN true;
END $$;

-- A leader's act on what was handed over, or on the leader's own draft; true if it was one of these.
CREATE OR REPLACE FUNCTION sign_progress_entry(wanted int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE progress_entry SET state = 'SIGNED', signed_by_id = my_post(), signed_on = now()
   WHERE id = wanted AND unit_id = my_unit() AND (state = 'SUBMITTED' OR state = 'DRAFT' AND author_id = my_post()) AND NOT is_superseded;
  RETURN FOUND;
END $$;

-- Who reads an entry of another unit as the one that asked for it: the secretariat, and a lead of the task by name, though not of its fellow leads' parts.
CREATE FUNCTION may_return(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM progress_entry e JOIN assignment a ON a.id = e.assignment_id
    WHERE e.id = wanted AND e.state IN ('SIGNED','RETURNED') AND e.unit_id <> my_unit()
      AND ((SELECT kind FROM unit WHERE id = my_unit()) = 'secretariat' OR a.task_id = ANY (my_led_tasks()) AND (a.role <> 'LEAD' OR a.via_class_id IS NOT NULL)));
CREATE FUNCTION return_progress_entry(wanted int, fields text[], reasons text[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE given progress_entry;
BEGIN
  IF NOT may_return(wanted) OR coalesce(cardinality(fields), 0) = 0 THEN RETURN false; END IF;
  -- Corrections lock the assignment first, so does this.
  PERFORM FROM assignment WHERE id = (SELECT assignment_id FROM progress_entry WHERE id = wanted) FOR NO KEY UPDATE;
  UPDATE progress_entry SET state = 'RETURNED' WHERE id = wanted AND state = 'SIGNED' AND NOT is_superseded RETURNING * INTO given;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO entry_return (entry_id, unit_id, field, reason) SELECT given.id, given.unit_id, f, r FROM unnest(fields, reasons) AS asked (f, r);
  PERFORM note_entry_step(given, 'RETURNED', NULL);
  RETURN true;
END $$;

-- Words about an assignment between its unit, the leads of its task and the secretariat. They are not changed; who wrote them may take them back on the same day.
CREATE TABLE assignment_comment (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  assignment_id int NOT NULL,
  unit_id int NOT NULL, -- the assignment's
  by_unit_id int NOT NULL,
  author_id int NOT NULL,
  author_name text NOT NULL,
  text text CHECK (length(text) BETWEEN 1 AND 2000), -- gone when it was taken back; its audit line keeps it
  at timestamptz NOT NULL DEFAULT now(),
  written_on date NOT NULL DEFAULT today(),
  withdrawn_at timestamptz,
  CHECK ((text IS NULL) = (withdrawn_at IS NOT NULL)),
  FOREIGN KEY (assignment_id, unit_id) REFERENCES assignment (id, unit_id),
  FOREIGN KEY (author_id, by_unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON assignment_comment (assignment_id);

CREATE FUNCTION place_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT a.unit_id INTO NEW.unit_id FROM assignment a WHERE a.id = NEW.assignment_id;
  SELECT p.id, p.unit_id, p.name INTO NEW.author_id, NEW.by_unit_id, NEW.author_name FROM post p WHERE p.id = my_post();
  RETURN NEW;
END $$;
CREATE TRIGGER place BEFORE INSERT ON assignment_comment FOR EACH ROW EXECUTE FUNCTION place_comment();

-- Whether the viewer's unit has a say on an assignment: its own, one of a task that it leads by name, any for the secretariat.
CREATE FUNCTION discusses(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM assignment a WHERE a.id = wanted AND a.confirmed_on IS NOT NULL
    AND (a.unit_id = my_unit() OR a.task_id = ANY (my_led_tasks()) OR (SELECT kind FROM unit WHERE id = my_unit()) = 'secretariat'));
CREATE FUNCTION withdraw_comment(wanted int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE assignment_comment SET withdrawn_at = now(), text = NULL WHERE id = wanted AND author_id = my_post() AND written_on = today() AND withdrawn_at IS NULL;
  RETURN FOUND;
END $$;

-- What waited for the leader's signature before there was a word for it still waits for it.
UPDATE progress_entry SET state = 'SUBMITTED' WHERE state = 'DRAFT' AND NOT is_superseded;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['note_entry_step(progress_entry,text,text)','move_progress_entry(int,text,text)','may_return(int)','return_progress_entry(int,text[],text[])',
                              'place_comment()','discusses(int)','withdraw_comment(int)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION move_progress_entry(int, text, text) TO portal_department, portal_commune, portal_mass_organisation;
  GRANT EXECUTE ON FUNCTION may_return(int), return_progress_entry(int, text[], text[]) TO portal_secretariat, portal_department;
  GRANT EXECUTE ON FUNCTION discusses(int), withdraw_comment(int) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  GRANT SELECT, INSERT, UPDATE, DELETE ON entry_step, entry_return, assignment_comment TO maintainer;
END $$;
