-- Trực thay: a post for some days by which a colleague works on behalf of another post of the unit; see the next migrations.
ALTER TABLE post ADD COLUMN stands_in_for_id int CHECK (stands_in_for_id <> id),
  ADD FOREIGN KEY (stands_in_for_id, unit_id) REFERENCES post (id, unit_id),
  ADD CHECK (stands_in_for_id IS NULL OR valid_to IS NOT NULL);
CREATE INDEX ON post (stands_in_for_id) WHERE stands_in_for_id IS NOT NULL;

-- Bàn giao công việc: everything that a post has in hand goes to a colleague of the same unit, and the post ends, in one transaction.
-- What was signed or decided keeps its author; what is moved keeps a line here, so that the newcomer has a list and others can look it up.
CREATE TABLE handover (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit_id int NOT NULL REFERENCES unit,
  from_post_id int NOT NULL,
  to_post_id int NOT NULL CHECK (to_post_id <> from_post_id),
  made_by_id int NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  note text CHECK (length(note) <= 1000),
  item_count int NOT NULL DEFAULT 0,
  UNIQUE (id, unit_id, to_post_id),
  FOREIGN KEY (from_post_id, unit_id) REFERENCES post (id, unit_id),
  FOREIGN KEY (to_post_id, unit_id) REFERENCES post (id, unit_id),
  FOREIGN KEY (made_by_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON handover (unit_id);
CREATE TABLE handover_item (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  handover_id int NOT NULL,
  unit_id int NOT NULL,
  to_post_id int NOT NULL,
  noun text NOT NULL,
  row_id text NOT NULL,
  field text NOT NULL, -- of the noun, that names the holder
  is_by_name boolean NOT NULL,
  due_day date,
  label text, -- what the row is called, where that names no household
  assignment_id int REFERENCES assignment,
  about_household_id uuid, -- no key: a household may move away from the unit or end, and its list may be taken back
  accepted_on date,
  FOREIGN KEY (handover_id, unit_id, to_post_id) REFERENCES handover (id, unit_id, to_post_id)
);
CREATE INDEX ON handover_item (handover_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON handover, handover_item TO maintainer;

-- What a post has in hand. A noun joins by one more part of this view: its table and key, the column that names the holder (by post, or by
-- name where the column is text), and what the list says of the row. What was not sent is the unit's own, and the list is read beyond it: a draft
-- is called by its day alone. Not handed over: evidence goes with its entry and never changes; files that wait for an entry, exports and saved
-- filters are the post's own and say what that post might see; readings of notices; what a leader signed, reminded of or asked as a right.
CREATE VIEW held_work (noun, home, key_type, holder, field, row_id, unit_id, post_id, post_name, due_day, label, assignment_id, household_id) AS
  SELECT 'Assignment', 'assignment', 'int', 'officer_id', 'officer', a.id::text, a.unit_id, a.officer_id, NULL::text, coalesce(a.extended_to, a.due_day), t.code || ' ' || t.title, a.id, NULL::uuid
    FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.done_on IS NULL AND (a.valid_to IS NULL OR a.valid_to >= today())
  UNION ALL SELECT 'ProgressEntry', 'progress_entry', 'int', 'author_id', 'author', e.id::text, e.unit_id, e.author_id, NULL, coalesce(a.extended_to, a.due_day), t.code || ' ' || t.title, a.id, NULL
    FROM progress_entry e JOIN assignment a ON a.id = e.assignment_id JOIN task t ON t.id = a.task_id WHERE e.state IN ('DRAFT','SUBMITTED') AND NOT e.is_superseded
  UNION ALL SELECT 'SightRequest', 'sight_request', 'uuid', 'requested_by_id', 'requestedBy', r.id::text, r.unit_id, r.requested_by_id, NULL, NULL, NULL, NULL, r.household_id
    FROM sight_request r WHERE r.state = 'REQUESTED'
  UNION ALL SELECT 'UnitRequest', 'unit_request', 'uuid', 'author_id', 'author', q.id::text, q.unit_id, q.author_id, NULL, q.due_day,
      coalesce(q.number || ' ' || q.subject, 'Bản thảo soạn ngày ' || to_char(q.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')), NULL, NULL
    FROM unit_request q WHERE q.state = 'DRAFT' OR q.is_open
  UNION ALL SELECT 'AnswerDraft', 'answer_draft', 'uuid', 'author_id', 'author', d.id::text, d.unit_id, d.author_id, NULL, q.due_day, q.number || ' ' || q.subject, NULL, NULL
    FROM answer_draft d JOIN unit_request q ON q.id = d.request_id AND q.to_unit_id = d.unit_id AND q.is_open
  UNION ALL SELECT 'ImportBatch', 'import_batch', 'uuid', 'post_id', 'post', b.id::text, b.unit_id, b.post_id, NULL, NULL, b.file_name, NULL, NULL
    FROM import_batch b WHERE b.state IN ('WAITING_FILE','CHECKING','CHECKED')
  UNION ALL SELECT 'StoredFile', 'stored_file', 'uuid', 'post_id', 'post', f.id::text, f.unit_id, f.post_id, NULL, NULL, f.name, NULL, NULL
    FROM stored_file f JOIN import_batch b ON f.id IN (b.file_id, b.annotated_file_id) AND b.unit_id = f.unit_id WHERE b.state IN ('WAITING_FILE','CHECKING','CHECKED')
  UNION ALL SELECT 'Household', 'household', 'uuid', 'officer_in_charge', 'officerInCharge', h.id::text, h.commune_id, NULL, h.officer_in_charge, NULL, NULL, NULL, h.id
    FROM household h WHERE h.ended_on IS NULL AND h.officer_in_charge IS NOT NULL
  UNION ALL SELECT 'Pairing', 'pairing', 'uuid', 'officer', 'officer', p.id::text, p.helper_id, NULL, p.officer, NULL, NULL, NULL, p.household_id
    FROM pairing p WHERE p.state <> 'ENDED' AND p.officer IS NOT NULL;

-- Of one's own unit, by post or by the name that the unit knows the holder by.
CREATE FUNCTION work_of(wanted int) RETURNS SETOF held_work LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT w.* FROM held_work w JOIN post p ON p.id = wanted AND p.unit_id = my_unit()
     WHERE w.unit_id = my_unit() AND (w.post_id = wanted OR w.post_name COLLATE "C" = p.name COLLATE "C")
       AND EXISTS (SELECT FROM post l WHERE l.id = my_post() AND l.unit_id = my_unit() AND l.role = 'LEADER' AND l.stands_in_for_id IS NULL);
  END;

-- Both sides of a handover as its leader has to judge them, locked until the end of the transaction where it writes; no row for anybody else, nor for whoever only stands in:
-- what was lent is not handed on.
CREATE FUNCTION handover_sides(leaver int, taker int) RETURNS TABLE (id int, name text, role text, is_held boolean, sensitive_nouns text[], villages int[], communes int[], namesakes int, others_of_role int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM post l WHERE l.id = my_post() AND l.unit_id = my_unit() AND l.role = 'LEADER' AND l.stands_in_for_id IS NULL) THEN RETURN; END IF;
  IF NOT current_setting('transaction_read_only')::boolean THEN
    PERFORM FROM post p WHERE p.id IN (leaver, taker) AND p.unit_id = my_unit() ORDER BY p.id FOR UPDATE;
  END IF;
  RETURN QUERY SELECT p.id, p.name::text, p.role, p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today()), p.sensitive_nouns, p.villages, p.communes,
      (SELECT count(*)::int FROM post o WHERE o.unit_id = p.unit_id AND o.id <> p.id AND o.stands_in_for_id IS NULL AND o.name COLLATE "C" = p.name COLLATE "C" AND o.valid_from <= today() AND (o.valid_to IS NULL OR o.valid_to >= today())),
      (SELECT count(*)::int FROM post o WHERE o.unit_id = p.unit_id AND o.id <> p.id AND o.stands_in_for_id IS NULL AND o.role = p.role AND o.valid_from <= today() AND (o.valid_to IS NULL OR o.valid_to >= today()))
    FROM post p WHERE p.id IN (leaver, taker) AND p.unit_id = my_unit() AND p.stands_in_for_id IS NULL;
END $$;

-- Moves everything and ends the post, its sign-ins with it. Null, and nothing done, unless a leader hands over within the own unit, from one
-- post that is held to another that may do the work. The last day of the old post is yesterday: it opens nothing more today.
CREATE FUNCTION hand_over(leaver int, taker int, words text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made int; moved record; taker_name text;
BEGIN
  IF leaver = taker OR (SELECT count(*) FROM handover_sides(leaver, taker) s WHERE s.is_held AND (s.id = leaver OR s.role IN ('LEADER','OFFICER','VILLAGE_OFFICER'))) < 2 THEN RETURN NULL; END IF;
  SELECT p.name INTO taker_name FROM post p WHERE p.id = taker;
  INSERT INTO handover (unit_id, from_post_id, to_post_id, made_by_id, note) VALUES (my_unit(), leaver, taker, my_post(), words) RETURNING handover.id INTO made;
  INSERT INTO handover_item (handover_id, unit_id, to_post_id, noun, row_id, field, is_by_name, due_day, label, assignment_id, about_household_id)
    SELECT made, my_unit(), taker, w.noun, w.row_id, w.field, w.post_id IS NULL, w.due_day, w.label, w.assignment_id, w.household_id FROM work_of(leaver) w ORDER BY w.noun, w.due_day, w.label, w.row_id;
  FOR moved IN
    SELECT DISTINCT w.home, w.holder, w.key_type, w.noun, w.post_id IS NULL AS by_name FROM held_work w WHERE w.unit_id = my_unit()
      AND (w.noun, w.row_id) IN (SELECT i.noun, i.row_id FROM handover_item i WHERE i.handover_id = made)
  LOOP
    EXECUTE format('UPDATE %I SET %I = %s WHERE id IN (SELECT row_id::%s FROM handover_item WHERE handover_id = $3 AND noun = $4)',
      moved.home, moved.holder, CASE WHEN moved.by_name THEN '$2' ELSE '$1' END, moved.key_type) USING taker, taker_name, made, moved.noun;
  END LOOP;
  UPDATE handover h SET item_count = (SELECT count(*) FROM handover_item i WHERE i.handover_id = made) WHERE h.id = made;
  UPDATE post p SET valid_to = today() - 1 WHERE p.id = leaver;
  UPDATE sign_in s SET revoked_at = now() WHERE s.post_id = leaver AND s.revoked_at IS NULL;
  RETURN made;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER VIEW held_work OWNER TO maintainer;
  FOREACH name IN ARRAY ARRAY['work_of(int)', 'handover_sides(int, int)', 'hand_over(int, int, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
