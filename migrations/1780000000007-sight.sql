-- Which clause makes which unit serve whom: the ground of every sight edge by function.
CREATE TABLE service (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  task_id int NOT NULL REFERENCES task,
  unit_id int NOT NULL REFERENCES unit,
  cause text NOT NULL CHECK (cause IN ('DEPRIVED','GROUP')),
  key text NOT NULL, -- the indicator, or the group
  classes text[], -- the population; null is any class
  member_min_age int, member_max_age int, -- the members concerned; null is none
  UNIQUE (task_id, unit_id, cause, key)
);
CREATE INDEX ON service (cause, key);

-- Why a unit sees a household. Kept in the transaction of its cause, ended with it.
CREATE TABLE sight (
  id text GENERATED ALWAYS AS (household_id::text || ' ' || unit_id::text || ' ' || cause || ' ' || part) STORED PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES household,
  unit_id int NOT NULL REFERENCES unit,
  cause text NOT NULL CHECK (cause IN ('OWN_COMMUNE','DEPRIVED','GROUP','PAIRED')),
  part text NOT NULL DEFAULT '',
  depth text NOT NULL CHECK (depth IN ('FULL','SERVICE','HELP','LIST')),
  member_min_age int, member_max_age int,
  valid_from date, valid_to date
);
CREATE INDEX ON sight (household_id, unit_id);
CREATE INDEX ON sight (unit_id, household_id);

-- Every cause of the matrix in one place, with its population and its end.
CREATE VIEW sight_wanted AS
  SELECT h.id AS household_id, h.commune_id AS unit_id, 'OWN_COMMUNE' AS cause, '' AS part, 'FULL' AS depth,
         NULL::int AS member_min_age, NULL::int AS member_max_age, NULL::date AS valid_from, NULL::date AS valid_to
    FROM household h
  UNION ALL
  SELECT d.household_id, s.unit_id, 'DEPRIVED', d.indicator, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(d.since), NULL
    FROM deprivation d
    JOIN household h ON h.id = d.household_id
    JOIN service s ON s.cause = 'DEPRIVED' AND s.key = d.indicator AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE d.deprived AND d.until IS NULL
     AND EXISTS (SELECT FROM assignment a WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL)
   GROUP BY d.household_id, s.unit_id, d.indicator
  UNION ALL
  SELECT g.household_id, s.unit_id, 'GROUP', g.kind, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(g.since), NULL
    FROM household_group g
    JOIN household h ON h.id = g.household_id
    JOIN service s ON s.cause = 'GROUP' AND s.key = g.kind AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE g.until IS NULL
     AND EXISTS (SELECT FROM assignment a WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL)
   GROUP BY g.household_id, s.unit_id, g.kind
  UNION ALL
  SELECT p.household_id, p.helper_id, 'PAIRED', '', 'HELP', NULL, NULL, min(p.valid_from), CASE WHEN bool_or(p.valid_to IS NULL) THEN NULL ELSE max(p.valid_to) END
    FROM pairing p
   WHERE p.state = 'AGREED' AND p.household_id IS NOT NULL
   GROUP BY p.household_id, p.helper_id;

-- Brings the edges of these households to what their causes now say.
CREATE FUNCTION refresh_sight(households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sight s WHERE s.household_id = ANY (households)
    AND NOT EXISTS (SELECT FROM sight_wanted w WHERE w.household_id = ANY (households) AND w.household_id = s.household_id AND w.unit_id = s.unit_id AND w.cause = s.cause AND w.part = s.part);
  INSERT INTO sight (household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to)
    SELECT w.* FROM sight_wanted w WHERE w.household_id = ANY (households)
    ON CONFLICT (id) DO UPDATE SET depth = excluded.depth, member_min_age = excluded.member_min_age, member_max_age = excluded.member_max_age,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to;
END $$;

-- Statement-level, so that a thousand imported rows refresh their households once. A load of the whole province may hold it back and refresh at its end.
CREATE FUNCTION keep_sight() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'household' THEN SELECT array_agg(DISTINCT c.id) INTO households FROM changed c;
  ELSE SELECT array_agg(DISTINCT c.household_id) INTO households FROM changed c WHERE c.household_id IS NOT NULL;
  END IF;
  IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['household','deprivation','household_group','pairing'] LOOP
    EXECUTE format('CREATE TRIGGER sight_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
    EXECUTE format('CREATE TRIGGER sight_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
    IF name <> 'household' THEN
      EXECUTE format('CREATE TRIGGER sight_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
    END IF;
  END LOOP;
END $$;

-- A lead that ends, or a service that changes, moves the edges of every household it concerns.
CREATE FUNCTION keep_sight_of_service() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT x.household_id) INTO households FROM (
    SELECT s.household_id FROM sight s WHERE s.unit_id = coalesce(NEW.unit_id, OLD.unit_id) AND s.cause IN ('DEPRIVED','GROUP')
    UNION SELECT w.household_id FROM sight_wanted w WHERE w.unit_id = coalesce(NEW.unit_id, OLD.unit_id) AND w.cause IN ('DEPRIVED','GROUP')) x;
  IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sight AFTER INSERT OR UPDATE OR DELETE ON service FOR EACH ROW EXECUTE FUNCTION keep_sight_of_service();
CREATE TRIGGER sight_insert AFTER INSERT ON assignment FOR EACH ROW WHEN (NEW.role = 'LEAD') EXECUTE FUNCTION keep_sight_of_service();
CREATE TRIGGER sight_update AFTER UPDATE ON assignment FOR EACH ROW
  WHEN (OLD.role = 'LEAD' AND (OLD.valid_to IS DISTINCT FROM NEW.valid_to OR OLD.confirmed_on IS DISTINCT FROM NEW.confirmed_on))
  EXECUTE FUNCTION keep_sight_of_service();
