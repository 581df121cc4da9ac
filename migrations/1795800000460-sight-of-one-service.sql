-- A lead that begins or ends moves the sight of its own unit alone, and only where its task serves households: whoever assigns any other work
-- waits for no household of the province.
CREATE OR REPLACE FUNCTION keep_sight_of_service() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved int := coalesce(NEW.unit_id, OLD.unit_id); causes text[] := ARRAY['DEPRIVED','GROUP','NEED','MERIT'];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'assignment' AND NOT EXISTS (SELECT FROM service s WHERE s.task_id = NEW.task_id AND s.unit_id = moved) THEN RETURN NULL; END IF;
  WITH wanted AS MATERIALIZED (SELECT * FROM sight_wanted w WHERE w.unit_id = moved AND w.cause = ANY (causes)),
  gone AS (DELETE FROM sight s WHERE s.unit_id = moved AND s.cause = ANY (causes)
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.household_id = s.household_id AND w.cause = s.cause AND w.part = s.part))
  INSERT INTO sight AS s (household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code)
    SELECT * FROM wanted
    ON CONFLICT (household_id, unit_id, cause, part) DO UPDATE SET depth = excluded.depth, member_min_age = excluded.member_min_age, member_max_age = excluded.member_max_age,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, opens_papers = excluded.opens_papers, code = excluded.code
    WHERE (s.depth, s.member_min_age, s.member_max_age, s.valid_from, s.valid_to, s.opens_papers, s.code)
      IS DISTINCT FROM (excluded.depth, excluded.member_min_age, excluded.member_max_age, excluded.valid_from, excluded.valid_to, excluded.opens_papers, excluded.code);
  RETURN NULL;
END $$;
