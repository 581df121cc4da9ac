-- A post for some villages or communes moves the batches that it sent itself.
CREATE OR REPLACE FUNCTION own_import(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM import_batch b WHERE b.id = wanted AND b.unit_id = my_unit() AND (my_villages() IS NULL AND my_communes() IS NULL OR b.post_id = my_post()));


-- A household that belongs to another commune by now, or to villages that the post does not have, is nobody's here to take back.
CREATE OR REPLACE FUNCTION undo_import(wanted uuid) RETURNS TABLE (row_no int, code text, reason text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
      part.name, part.key, CASE part.name WHEN 'household' THEN 'x.ended_on IS NOT NULL OR x.commune_id IS DISTINCT FROM my_unit() OR my_villages() IS NOT NULL AND NOT coalesce(x.village_id = ANY (my_villages()), false) OR NOT to_jsonb(x) @> t.after' ELSE 'x.xmin <> $1' END) USING batch.save_xid;
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
