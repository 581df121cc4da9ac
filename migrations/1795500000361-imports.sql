-- Import of lists: a batch a file, a row a line of it that says something or was saved, and how headers of a file lead to fields.
CREATE TABLE column_mapping (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id int REFERENCES unit, -- null: the province's
  name text COLLATE vietnamese NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind text NOT NULL CHECK (kind IN ('HOUSEHOLDS','MEMBERS','NEEDS','SUPPORTS')),
  sheet text CHECK (length(sheet) <= 31),
  header_row int CHECK (header_row BETWEEN 1 AND 100),
  columns jsonb NOT NULL, -- header → field
  value_map jsonb NOT NULL DEFAULT '{}', -- what the file writes → what is meant
  saved_by_id int NOT NULL REFERENCES post,
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (unit_id, kind, name)
);
CREATE TRIGGER stamp BEFORE UPDATE ON column_mapping FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE import_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id int NOT NULL,
  post_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('HOUSEHOLDS','MEMBERS','NEEDS','SUPPORTS')),
  state text NOT NULL DEFAULT 'WAITING_FILE' CHECK (state IN ('WAITING_FILE','CHECKING','CHECKED','SAVING','SAVED','UNDOING','UNDONE','FAILED','DISCARDED')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  mapping_id uuid REFERENCES column_mapping,
  file_id uuid, -- the files go before the batch does
  annotated_file_id uuid,
  progress int NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  total int NOT NULL DEFAULT 0, good int NOT NULL DEFAULT 0, bad int NOT NULL DEFAULT 0, warned int NOT NULL DEFAULT 0, duplicates int NOT NULL DEFAULT 0, saved int NOT NULL DEFAULT 0,
  message text CHECK (length(message) <= 4000),
  save_xid xid, -- the transaction that saved it: what still carries it nobody has touched since
  confirmed_at timestamptz,
  undone_at timestamptz,
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON import_batch (unit_id, created_at);
CREATE TRIGGER stamp BEFORE UPDATE ON import_batch FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE import_row (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  batch_id uuid NOT NULL REFERENCES import_batch,
  row_no int NOT NULL,
  state text NOT NULL CHECK (state IN ('GOOD','WARNED','BAD')),
  code text, -- of the household, as the file writes it
  household_id uuid,
  is_duplicate boolean NOT NULL DEFAULT false,
  messages text[] NOT NULL DEFAULT '{}',
  changes jsonb NOT NULL DEFAULT '[]', -- {t: table, i: id, b: values before or nothing for a new row, a: values after}; read by undo_import alone
  UNIQUE (batch_id, row_no)
);

-- A batch that the viewer may move: of the own unit; a post for some villages moves its own only.
CREATE FUNCTION own_import(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM import_batch b WHERE b.id = wanted AND b.unit_id = my_unit() AND (my_villages() IS NULL OR b.post_id = my_post()));

-- Moves a batch on from one of the states `expected`; false when it is in none of them, or another's.
CREATE FUNCTION step_import(wanted uuid, expected text[], patch jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_import(wanted) THEN RETURN false; END IF;
  UPDATE import_batch b SET state = p.state, file_id = p.file_id, annotated_file_id = p.annotated_file_id, progress = p.progress, total = p.total, good = p.good, bad = p.bad,
      warned = p.warned, duplicates = p.duplicates, saved = p.saved, message = p.message,
      confirmed_at = CASE WHEN p.state = 'SAVED' AND b.state = 'SAVING' THEN now() ELSE b.confirmed_at END,
      undone_at = CASE WHEN p.state = 'UNDONE' THEN now() ELSE b.undone_at END,
      save_xid = CASE WHEN p.state = 'SAVED' AND b.state = 'SAVING' THEN pg_current_xact_id()::xid ELSE b.save_xid END
    FROM (SELECT (jsonb_populate_record(c, patch)).* FROM import_batch c WHERE c.id = wanted) p
   WHERE b.id = wanted AND b.state = ANY (expected);
  RETURN FOUND;
END $$;

-- The file of a batch that the viewer may move, while it is kept.
CREATE FUNCTION import_file(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT f.id FROM import_batch b JOIN stored_file f ON f.id = b.file_id AND f.expires_at > now() WHERE b.id = wanted AND own_import(wanted));

-- Lines of the file: what there is to say of them, and what was saved of them.
CREATE FUNCTION trace_import(wanted uuid, lines json, starts_anew boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_import(wanted) THEN RAISE insufficient_privilege; END IF;
  IF starts_anew THEN DELETE FROM import_row WHERE batch_id = wanted; END IF;
  INSERT INTO import_row (batch_id, row_no, state, code, household_id, is_duplicate, messages, changes)
    SELECT wanted, row_no, state, code, household_id, coalesce(is_duplicate, false), coalesce(messages, '{}'), coalesce(changes, '[]')
      FROM json_populate_recordset(NULL::import_row, lines)
    ON CONFLICT (batch_id, row_no) DO UPDATE SET changes = excluded.changes, household_id = excluded.household_id, state = excluded.state;
END $$;

-- Codes of the own commune that are taken, also by households that a post for some villages does not see.
CREATE FUNCTION codes_taken(wanted text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT code FROM household WHERE commune_id = my_unit() AND code = ANY (wanted) $$;

-- A class by decision, as the list has it from then on. The movement is worked out by the rules; rows: household, class, standard, movement, since, decision_number, decision_day.
CREATE FUNCTION import_classes(wanted uuid, lines json) RETURNS TABLE (household uuid, created uuid, closed uuid, closed_before jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_import(wanted) OR EXISTS (SELECT FROM json_populate_recordset(NULL::class_record, lines) r LEFT JOIN household h ON h.id = r.household_id AND h.commune_id = my_unit()
      AND h.ended_on IS NULL AND (my_villages() IS NULL OR h.village_id = ANY (my_villages())) WHERE h.id IS NULL) THEN RAISE insufficient_privilege; END IF;
  RETURN QUERY
    WITH given AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::class_record, lines)),
    ended AS (UPDATE class_record c SET until = greatest(g.since, c.since), end_movement = 'CLASS_CHANGED' FROM given g WHERE c.household_id = g.household_id AND c.standard = g.standard AND c.until IS NULL
      RETURNING c.household_id, c.id),
    changed AS (UPDATE household h SET class = g.class, standard = g.standard, class_since = g.since FROM given g WHERE h.id = g.household_id RETURNING h.id)
    SELECT g.household_id, NULL::uuid, e.id, '{"until": null, "end_movement": null}'::jsonb FROM given g JOIN ended e ON e.household_id = g.household_id JOIN changed ON changed.id = g.household_id;
  RETURN QUERY
    INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, movement, since, decision_number, decision_day)
    SELECT h.id, h.commune_id, h.village_id, h.code, h.head_name, h.member_count, g.class, g.standard, g.movement, g.since, g.decision_number, g.decision_day
      FROM json_populate_recordset(NULL::class_record, lines) g JOIN household h ON h.id = g.household_id
    RETURNING class_record.household_id, class_record.id, NULL::uuid, NULL::jsonb;
  UPDATE household h SET class = g.class, standard = g.standard, class_since = g.since FROM json_populate_recordset(NULL::class_record, lines) g
    WHERE h.id = g.household_id AND (h.class, h.standard, h.class_since) IS DISTINCT FROM (g.class, g.standard, g.since);
END $$;

-- What triggers held back while a batch was written: sight, counts and words of the households that it touched, once.
CREATE FUNCTION settle_import(wanted uuid, households uuid[], members uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_import(wanted) THEN RAISE insufficient_privilege; END IF;
  PERFORM refresh_counts(households);
  PERFORM refresh_sight(households);
  PERFORM refresh_household_words(households);
  PERFORM refresh_member_words(members);
END $$;

-- Takes a saved batch back whole, or names the lines that stand in the way and takes nothing back.
CREATE FUNCTION undo_import(wanted uuid) RETURNS TABLE (row_no int, code text, reason text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  batch import_batch;
  part record;
  field text;
  touched uuid[];
  people uuid[];
BEGIN
  SELECT * INTO batch FROM import_batch b WHERE b.id = wanted AND own_import(wanted) AND b.state = 'UNDOING' FOR UPDATE;
  IF NOT FOUND THEN RAISE insufficient_privilege; END IF;
  CREATE TEMP TABLE undo_trace ON COMMIT DROP AS
    SELECT r.row_no, r.code, x ->> 't' AS name, (x ->> 'i')::uuid AS id, NULLIF(x -> 'b', 'null') AS before, x -> 'a' AS after FROM import_row r, jsonb_array_elements(r.changes) x WHERE r.batch_id = wanted;
  CREATE INDEX ON undo_trace (name, id);
  ANALYZE undo_trace;
  CREATE TEMP TABLE undo_block (row_no int, code text, reason text) ON COMMIT DROP;
  -- In the order in which rows may go: children first.
  CREATE TEMP TABLE undo_part ON COMMIT DROP AS SELECT * FROM (VALUES
    (1, 'support_amount', 'support_id'), (2, 'support_need', 'id'), (3, 'support', 'id'), (4, 'household_identity', 'member_id'), (5, 'member_labour', 'member_id'), (6, 'member_schooling', 'member_id'),
    (7, 'member_insurance', 'member_id'), (8, 'household_contact', 'household_id'), (9, 'member', 'id'), (10, 'deprivation', 'id'), (11, 'poverty_cause', 'id'), (12, 'household_group', 'id'),
    (13, 'class_record', 'id'), (14, 'household', 'id')) AS v(no, name, key);
  FOR part IN SELECT * FROM undo_part ORDER BY no LOOP
    EXECUTE format('INSERT INTO undo_block SELECT t.row_no, t.code, ''CHANGED'' FROM undo_trace t LEFT JOIN %1$I x ON x.%2$I = t.id WHERE t.name = %1$L AND (x.%2$I IS NULL OR %3$s)',
      part.name, part.key, CASE part.name WHEN 'household' THEN 'x.ended_on IS NOT NULL OR NOT to_jsonb(x) @> t.after' ELSE 'x.xmin <> $1' END) USING batch.save_xid;
  END LOOP;
  -- What others have since hung on a new household or member.
  FOR part IN SELECT c.relname AS name, a.attname AS holder, coalesce(p.key, CASE WHEN EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = 'id') THEN 'id' ELSE a.attname END) AS key, CASE a.attname WHEN 'household_id' THEN 'household' ELSE 'member' END AS parent
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('household_id', 'member_id') LEFT JOIN undo_part p ON p.name = c.relname
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('sight', 'household_word', 'member_word', 'access_log', 'import_row') LOOP
    EXECUTE format('INSERT INTO undo_block SELECT t.row_no, t.code, ''USED'' FROM undo_trace t JOIN %1$I x ON x.%2$I = t.id
      WHERE t.name = %3$L AND t.before IS NULL AND NOT EXISTS (SELECT FROM undo_trace o WHERE o.name = %1$L AND o.id = x.%4$I)', part.name, part.holder, part.parent, part.key);
  END LOOP;
  IF EXISTS (SELECT FROM undo_block) THEN
    RETURN QUERY SELECT b.row_no, b.code, min(b.reason) FROM undo_block b GROUP BY b.row_no, b.code ORDER BY b.row_no;
    RETURN;
  END IF;
  PERFORM set_config('app.sight', 'held', true);
  SELECT array_agg(DISTINCT r.household_id) INTO touched FROM import_row r WHERE r.batch_id = wanted AND r.household_id IS NOT NULL;
  SELECT array_agg(t.id) INTO people FROM undo_trace t WHERE t.name = 'member';
  DELETE FROM sight s USING undo_trace t WHERE t.name = 'household' AND t.before IS NULL AND s.household_id = t.id;
  FOR part IN SELECT * FROM undo_part ORDER BY no LOOP
    EXECUTE format('DELETE FROM %1$I x USING undo_trace t WHERE t.name = %1$L AND t.before IS NULL AND x.%2$I = t.id', part.name, part.key);
    FOR field IN SELECT DISTINCT k FROM undo_trace t, jsonb_object_keys(t.before) k WHERE t.name = part.name AND t.before IS NOT NULL LOOP
      -- An open stretch takes both values at once.
      CONTINUE WHEN part.name = 'class_record' AND field = 'end_movement';
      EXECUTE format('UPDATE %1$I x SET %3$I = (jsonb_populate_record(x, t.before)).%3$I %4$s FROM undo_trace t WHERE t.name = %1$L AND t.before ? %3$L AND x.%2$I = t.id', part.name, part.key, field,
        CASE WHEN part.name = 'class_record' THEN ', end_movement = (jsonb_populate_record(x, t.before)).end_movement' ELSE '' END);
    END LOOP;
  END LOOP;
  IF touched IS NOT NULL THEN
    PERFORM refresh_counts(touched);
    PERFORM refresh_sight(touched);
    PERFORM refresh_household_words(touched);
  END IF;
  IF people IS NOT NULL THEN PERFORM refresh_member_words(people); END IF;
  PERFORM set_config('app.sight', '', true);
END $$;

-- Batches that a server which is no more was working on: nothing of them was kept.
CREATE FUNCTION fail_imports() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE many int;
BEGIN
  UPDATE import_batch SET state = CASE state WHEN 'UNDOING' THEN 'SAVED' ELSE 'FAILED' END,
      message = CASE state WHEN 'UNDOING' THEN 'Máy chủ dừng khi đang hoàn tác; chưa dòng nào được hoàn tác. Hãy hoàn tác lại.'
        WHEN 'SAVING' THEN 'Máy chủ dừng khi đang lưu; chưa dòng nào được lưu. Hãy gửi lại tệp.' ELSE 'Máy chủ dừng khi đang kiểm tra. Hãy gửi lại tệp.' END
    WHERE state IN ('CHECKING','SAVING','UNDOING');
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON column_mapping, import_batch, import_row TO maintainer;
  FOREACH name IN ARRAY ARRAY['own_import(uuid)','import_file(uuid)','step_import(uuid, text[], jsonb)','trace_import(uuid, json, boolean)','codes_taken(text[])','import_classes(uuid, json)',
                              'settle_import(uuid, uuid[], uuid[])','undo_import(uuid)','fail_imports()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  FOREACH name IN ARRAY ARRAY['own_import(uuid)','import_file(uuid)','step_import(uuid, text[], jsonb)','trace_import(uuid, json, boolean)','settle_import(uuid, uuid[], uuid[])','undo_import(uuid)'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_department, portal_commune, portal_mass_organisation', name);
  END LOOP;
  GRANT EXECUTE ON FUNCTION codes_taken(text[]), import_classes(uuid, json) TO portal_commune;
  GRANT EXECUTE ON FUNCTION fail_imports() TO app_user;
END $$;
