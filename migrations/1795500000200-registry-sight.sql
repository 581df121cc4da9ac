-- All causes of sight: needs, merit, supports, supervision and granted requests beside those there were.
ALTER TABLE service DROP CONSTRAINT service_cause_check,
  ADD CHECK (cause IN ('DEPRIVED','GROUP','NEED','MERIT','READS_CAUSE','READS_GROUP')), -- the last two open rows of households seen for another cause
  ADD COLUMN opens_papers boolean NOT NULL DEFAULT false; -- the body issues papers, as BHXH the card
ALTER TABLE sight DROP CONSTRAINT sight_cause_check,
  ADD CHECK (cause IN ('OWN_COMMUNE','DEPRIVED','GROUP','NEED','MERIT','PROVIDER','PAIRED','SUPERVISION','GRANTED')),
  DROP CONSTRAINT sight_depth_check,
  ADD CHECK (depth IN ('FULL','SERVICE','HELP','LIST','PART')),
  ADD COLUMN opens_papers boolean NOT NULL DEFAULT false,
  ADD COLUMN code text; -- the household's, so that a unit's list can be walked in its order
DROP INDEX sight_unit_id_household_id_idx;
CREATE INDEX sight_walk ON sight (unit_id, household_id) INCLUDE (valid_from, valid_to, cause, depth);
CREATE INDEX sight_walk_code ON sight (unit_id, code, household_id) INCLUDE (valid_from, valid_to, depth);

CREATE FUNCTION my_unit() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (NULLIF(current_setting('app.units', true), '')::int[])[1];
-- What clauses give the viewer's units of one cause: groups and causes they may know of, indicators they serve.
CREATE FUNCTION my_services(wanted text) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(DISTINCT s.key), '{}') FROM service s WHERE s.cause = wanted AND s.unit_id = ANY (my_units())
    AND EXISTS (SELECT FROM assignment a WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL));
-- The kinds of help whose need or indicator they lead.
CREATE FUNCTION my_support_kinds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(k.code), '{}') FROM support_kind k WHERE k.code = ANY (my_services('NEED')) OR k.indicators && my_services('DEPRIVED'));

-- The day after which a newly escaped household no longer counts as one; null for any other class.
CREATE FUNCTION newly_escaped_to(class text, since date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN CASE WHEN class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') THEN (since + make_interval(months => registry_rule('NEWLY_ESCAPED_MONTHS')) - interval '1 day')::date END;

DROP VIEW sight_wanted;
CREATE VIEW sight_wanted AS
  WITH lead AS (SELECT s.* FROM service s WHERE EXISTS (SELECT FROM assignment a
    WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL)),
  rule AS (SELECT registry_rule('PROVIDER_DAYS') AS provider_days)
  SELECT h.id AS household_id, h.commune_id AS unit_id, 'OWN_COMMUNE' AS cause, '' AS part, 'FULL' AS depth,
         NULL::int AS member_min_age, NULL::int AS member_max_age, NULL::date AS valid_from, NULL::date AS valid_to, false AS opens_papers, h.code
    FROM household h
  UNION ALL
  SELECT d.household_id, s.unit_id, 'DEPRIVED', d.indicator, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(d.since),
         newly_escaped_to(h.class, h.class_since), bool_or(s.opens_papers), h.code
    FROM deprivation d
    JOIN household h ON h.id = d.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'DEPRIVED' AND s.key = d.indicator AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE d.deprived AND d.until IS NULL
   GROUP BY d.household_id, s.unit_id, d.indicator, h.class, h.class_since, h.code
  UNION ALL
  SELECT g.household_id, s.unit_id, 'GROUP', g.kind, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(g.since),
         CASE WHEN bool_and(s.classes IS NOT NULL) THEN newly_escaped_to(h.class, h.class_since) END, bool_or(s.opens_papers), h.code
    FROM household_group g
    JOIN household h ON h.id = g.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'GROUP' AND s.key = g.kind AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE g.until IS NULL
   GROUP BY g.household_id, s.unit_id, g.kind, h.class, h.class_since, h.code
  UNION ALL
  SELECT n.household_id, s.unit_id, 'NEED', n.kind, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(n.since),
         newly_escaped_to(h.class, h.class_since), bool_or(s.opens_papers), h.code
    FROM support_need n
    JOIN household h ON h.id = n.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'NEED' AND s.key = n.kind AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE n.until IS NULL
   GROUP BY n.household_id, s.unit_id, n.kind, h.class, h.class_since, h.code
  UNION ALL
  SELECT r.household_id, s.unit_id, 'MERIT', '', 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(r.valid_from),
         CASE WHEN bool_or(r.valid_to IS NULL) THEN NULL ELSE max(r.valid_to) END, bool_or(s.opens_papers), h.code
    FROM merit_record r
    JOIN household h ON h.id = r.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'MERIT' AND (s.classes IS NULL OR h.class = ANY (s.classes))
   GROUP BY r.household_id, s.unit_id, h.code
  UNION ALL
  -- APPROVED once a help is promised for good: then the provider may find the family's door.
  SELECT p.household_id, p.provider_id, 'PROVIDER', CASE WHEN bool_or(p.state <> 'PLANNED') THEN 'APPROVED' ELSE 'PLANNED' END, 'SERVICE', NULL, NULL,
         NULL::date, -- from the moment it is entered
         CASE WHEN bool_or(p.state <> 'DELIVERED') THEN NULL ELSE max(p.delivered_day) + rule.provider_days END, false, h.code
    FROM support p JOIN household h ON h.id = p.household_id AND h.ended_on IS NULL CROSS JOIN rule
    JOIN unit u ON u.id = p.provider_id AND u.kind <> 'commune'
   WHERE p.state <> 'CANCELLED'
   GROUP BY p.household_id, p.provider_id, h.code, rule.provider_days
  UNION ALL
  SELECT p.household_id, p.helper_id, 'PAIRED', '', 'HELP', NULL, NULL, min(p.valid_from),
         CASE WHEN bool_or(p.valid_to IS NULL) THEN NULL ELSE max(p.valid_to) END, false, h.code
    FROM pairing p JOIN household h ON h.id = p.household_id AND h.ended_on IS NULL
   WHERE p.state = 'AGREED' AND p.household_id IS NOT NULL
   GROUP BY p.household_id, p.helper_id, h.code
  UNION ALL
  -- The list of a review is the households with a class, not every family of the commune.
  SELECT h.id, v.unit_id, 'SUPERVISION', '', 'LIST', NULL, NULL, min(v.valid_from), max(v.valid_to), false, h.code
    FROM supervision v JOIN household h ON h.commune_id = v.commune_id AND h.ended_on IS NULL AND h.class NOT IN ('AVERAGE','NONE')
   GROUP BY h.id, v.unit_id, h.code
  UNION ALL
  SELECT r.household_id, r.unit_id, 'GRANTED', r.part, 'PART', NULL, NULL, min(r.decided_on), max(r.valid_to), false, h.code
    FROM sight_request r JOIN household h ON h.id = r.household_id AND h.ended_on IS NULL
   WHERE r.state = 'GRANTED'
   GROUP BY r.household_id, r.unit_id, r.part, h.code;

CREATE OR REPLACE FUNCTION refresh_sight(households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sight s WHERE s.household_id = ANY (households)
    AND NOT EXISTS (SELECT FROM sight_wanted w WHERE w.household_id = ANY (households) AND w.household_id = s.household_id AND w.unit_id = s.unit_id AND w.cause = s.cause AND w.part = s.part);
  INSERT INTO sight (household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code)
    SELECT w.* FROM sight_wanted w WHERE w.household_id = ANY (households)
    ON CONFLICT (id) DO UPDATE SET depth = excluded.depth, member_min_age = excluded.member_min_age, member_max_age = excluded.member_max_age,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, opens_papers = excluded.opens_papers, code = excluded.code;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['support','support_need','merit_record','sight_request'] LOOP
    EXECUTE format('CREATE TRIGGER sight_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
    EXECUTE format('CREATE TRIGGER sight_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
    EXECUTE format('CREATE TRIGGER sight_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight()', name);
  END LOOP;
END $$;
-- A supervision, or a rule that says how long sight lasts, moves the edges of every household it concerns.
CREATE FUNCTION keep_sight_of_supervision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(h.id) INTO households FROM household h WHERE h.commune_id IN (SELECT commune_id FROM changed) AND h.class NOT IN ('AVERAGE','NONE');
  IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sight_insert AFTER INSERT ON supervision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight_of_supervision();
CREATE TRIGGER sight_update AFTER UPDATE ON supervision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight_of_supervision();
CREATE TRIGGER sight_delete AFTER DELETE ON supervision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_sight_of_supervision();

-- Counts that stand on the household: people, workers, children, open lacks, helpers, any help. Kept in the transaction of what they count.
CREATE FUNCTION refresh_counts(households uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE household h SET member_count = c.members, worker_count = c.workers, child_count = c.children, deprivation_count = c.lacks, helpers = c.helpers, has_any_support = c.helped,
      head_name = coalesce(c.head_name, h.head_name)
    FROM (SELECT x.id,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY')) AS members,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY') AND extract(year FROM today())::int - m.birth_year BETWEEN 15 AND 60) AS workers,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY') AND extract(year FROM today())::int - m.birth_year < 16) AS children,
        (SELECT count(DISTINCT d.indicator) FROM deprivation d WHERE d.household_id = x.id AND d.deprived AND d.until IS NULL AND d.standard = x.standard) AS lacks,
        (SELECT coalesce(array_agg(DISTINCT u.short_name ORDER BY u.short_name), '{}') FROM pairing p JOIN unit u ON u.id = p.helper_id
          WHERE p.household_id = x.id AND p.state = 'AGREED' AND (p.valid_to IS NULL OR p.valid_to >= today())) AS helpers,
        EXISTS (SELECT FROM support s WHERE s.household_id = x.id AND s.state <> 'CANCELLED') AS helped,
        (SELECT m.full_name FROM member m WHERE m.household_id = x.id AND m.is_head LIMIT 1) AS head_name
      FROM household x WHERE x.id = ANY (households)) c
   WHERE c.id = h.id AND (h.member_count, h.worker_count, h.child_count, h.deprivation_count, h.helpers, h.has_any_support, h.head_name COLLATE "C")
      IS DISTINCT FROM (c.members, c.workers, c.children, c.lacks, c.helpers, c.helped, coalesce(c.head_name, h.head_name) COLLATE "C")
$$;
CREATE FUNCTION keep_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT c.household_id) INTO households FROM changed c WHERE c.household_id IS NOT NULL;
  IF households IS NOT NULL THEN PERFORM refresh_counts(households); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_counts_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT c.household_id) INTO households FROM (SELECT household_id FROM changed UNION ALL SELECT household_id FROM previous) c WHERE c.household_id IS NOT NULL;
  IF households IS NOT NULL THEN PERFORM refresh_counts(households); END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member','deprivation','pairing','support'] LOOP
    EXECUTE format('CREATE TRIGGER counts_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts()', name);
    EXECUTE format('CREATE TRIGGER counts_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS previous NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts_moved()', name);
    EXECUTE format('CREATE TRIGGER counts_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts()', name);
  END LOOP;
END $$;

-- What the household's own count says is nobody's edit: two officers, one at the household and one at its members, are in nobody's way.
DROP TRIGGER stamp ON household;
CREATE TRIGGER stamp BEFORE UPDATE ON household FOR EACH ROW
  WHEN ((OLD.code, OLD.commune_id, OLD.village_id, OLD.area_type, OLD.head_name, OLD.class, OLD.standard, OLD.ethnicity_code, OLD.exit_registered_on, OLD.expected_exit_year, OLD.officer_in_charge, OLD.note, OLD.ended_on)
    IS DISTINCT FROM (NEW.code, NEW.commune_id, NEW.village_id, NEW.area_type, NEW.head_name, NEW.class, NEW.standard, NEW.ethnicity_code, NEW.exit_registered_on, NEW.expected_exit_year, NEW.officer_in_charge, NEW.note, NEW.ended_on))
  EXECUTE FUNCTION stamp();

-- One head a household: who becomes it takes it from who was.
CREATE UNIQUE INDEX ON member (household_id) WHERE is_head;

-- A lead that ends, or a service that changes, moves the edges of every household it concerns.
CREATE OR REPLACE FUNCTION keep_sight_of_service() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT x.household_id) INTO households FROM (
    SELECT s.household_id FROM sight s WHERE s.unit_id = coalesce(NEW.unit_id, OLD.unit_id) AND s.cause IN ('DEPRIVED','GROUP','NEED','MERIT')
    UNION SELECT w.household_id FROM sight_wanted w WHERE w.unit_id = coalesce(NEW.unit_id, OLD.unit_id) AND w.cause IN ('DEPRIVED','GROUP','NEED','MERIT')) x;
  IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  RETURN NULL;
END $$;

-- What runs by itself runs as maintainer, whose own policies let it.
DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['keep_sight_of_supervision()','refresh_counts(uuid[])','keep_counts()','keep_counts_moved()','my_services(text)','my_support_kinds()',
                              'registry_rule(text)','newly_escaped_to(text, date)','place()','place_by_support()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  ALTER VIEW sight_wanted OWNER TO maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO maintainer;
  REVOKE UPDATE, DELETE ON audit_line, access_log FROM maintainer;
  REVOKE ALL ON migrations FROM maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION my_services(text), my_support_kinds(), registry_rule(text) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation, portal_public;
END $$;
