-- Ages of work and of children are rules like the others, read by the counts on the household.
ALTER TABLE registry_rule DROP CONSTRAINT registry_rule_name_check,
  ADD CHECK (name IN ('NEWLY_ESCAPED_MONTHS','PROVIDER_DAYS','GRANT_DAYS_MOST','ELIGIBILITY_CHECKS_AN_HOUR','MIN_WORKING_AGE','MAX_WORKING_AGE','CHILD_BELOW_AGE'));
INSERT INTO registry_rule (name, value, valid_from, source) VALUES
  ('MIN_WORKING_AGE', 15, '2022-01-01', 'Bộ luật Lao động 45/2019/QH14, Điều 3: người lao động từ đủ 15 tuổi.'),
  ('MAX_WORKING_AGE', 60, '2022-01-01', 'Quy ước của hệ thống, chung cho nam và nữ; tuổi nghỉ hưu theo năm: Bộ luật Lao động 45/2019/QH14, Điều 169, Nghị định 135/2020/NĐ-CP; chờ xác nhận.'),
  ('CHILD_BELOW_AGE', 16, '2022-01-01', 'Luật Trẻ em 102/2016/QH13, Điều 1: trẻ em là người dưới 16 tuổi.');

CREATE OR REPLACE FUNCTION refresh_counts(households uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE household h SET member_count = c.members, worker_count = c.workers, child_count = c.children, deprivation_count = c.lacks, helpers = c.helpers, has_any_support = c.helped,
      head_name = coalesce(c.head_name, h.head_name)
    FROM (SELECT x.id,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY')) AS members,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY')
          AND age.this_year - m.birth_year BETWEEN age.work_from AND age.work_to) AS workers,
        (SELECT count(*) FROM member m WHERE m.household_id = x.id AND m.residence IN ('PRESENT','AWAY') AND age.this_year - m.birth_year < age.child_below) AS children,
        (SELECT count(DISTINCT d.indicator) FROM deprivation d WHERE d.household_id = x.id AND d.deprived AND d.until IS NULL AND d.standard = x.standard) AS lacks,
        (SELECT coalesce(array_agg(DISTINCT u.short_name ORDER BY u.short_name), '{}') FROM pairing p JOIN unit u ON u.id = p.helper_id
          WHERE p.household_id = x.id AND p.state = 'AGREED' AND (p.valid_to IS NULL OR p.valid_to >= today())) AS helpers,
        EXISTS (SELECT FROM support s WHERE s.household_id = x.id AND s.state <> 'CANCELLED') AS helped,
        (SELECT m.full_name FROM member m WHERE m.household_id = x.id AND m.is_head LIMIT 1) AS head_name
      FROM (SELECT extract(year FROM today())::int AS this_year, registry_rule('MIN_WORKING_AGE') AS work_from, registry_rule('MAX_WORKING_AGE') AS work_to,
                   registry_rule('CHILD_BELOW_AGE') AS child_below OFFSET 0) age
      CROSS JOIN household x WHERE x.id = ANY (households)) c
   WHERE c.id = h.id AND (h.member_count, h.worker_count, h.child_count, h.deprivation_count, h.helpers, h.has_any_support, h.head_name COLLATE "C")
      IS DISTINCT FROM (c.members, c.workers, c.children, c.lacks, c.helpers, c.helped, coalesce(c.head_name, h.head_name) COLLATE "C")
$$;

-- With which values the rows that follow from them were worked out; YEAR is that of the ages. A name that is missing has yet to be applied.
CREATE TABLE applied_rule (name text PRIMARY KEY, value int NOT NULL);
ALTER TABLE applied_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE applied_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON applied_rule FOR ALL TO maintainer USING (true) WITH CHECK (true);
CREATE VIEW rule_to_apply AS
  SELECT name, registry_rule(name) AS value FROM unnest(ARRAY['NEWLY_ESCAPED_MONTHS','PROVIDER_DAYS','MIN_WORKING_AGE','MAX_WORKING_AGE','CHILD_BELOW_AGE']) AS name
  UNION ALL SELECT 'YEAR', extract(year FROM today())::int;

-- Brings every row that follows from a rule to the rules of the day: last days of sight, workers and children. Whoever else runs it meanwhile waits. Returns how many rules were new.
CREATE FUNCTION apply_registry_rules(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE names text[]; now_values int[]; households uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('apply registry rules')), set_config('app.today', day::text, true);
  -- As read here: a rule that another commits meanwhile is the next run's.
  SELECT array_agg(w.name), array_agg(w.value) INTO names, now_values FROM rule_to_apply w LEFT JOIN applied_rule a USING (name) WHERE a.value IS DISTINCT FROM w.value;
  IF names IS NULL THEN RETURN 0; END IF;
  IF 'NEWLY_ESCAPED_MONTHS' = ANY (names) THEN
    SELECT array_agg(id) INTO households FROM household WHERE class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') AND ended_on IS NULL;
    IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  END IF;
  IF 'PROVIDER_DAYS' = ANY (names) THEN
    SELECT array_agg(DISTINCT household_id) INTO households FROM support WHERE state = 'DELIVERED';
    IF households IS NOT NULL THEN PERFORM refresh_sight(households); END IF;
  END IF;
  IF names && ARRAY['MIN_WORKING_AGE','MAX_WORKING_AGE','CHILD_BELOW_AGE','YEAR'] THEN
    SELECT array_agg(id) INTO households FROM household WHERE ended_on IS NULL;
    IF households IS NOT NULL THEN PERFORM refresh_counts(households); END IF;
  END IF;
  INSERT INTO applied_rule (name, value) SELECT name, value FROM unnest(names, now_values) AS n (name, value) ON CONFLICT (name) DO UPDATE SET value = excluded.value;
  RETURN cardinality(names);
END $$;

-- Where another standard comes into force, one line of the trail says so, with how many households it moved.
CREATE FUNCTION follow_standard() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT h.id, h.class AS old_class, h.standard AS old_standard, r.class, r.standard, r.class_since
      FROM household h JOIN class_record r ON r.household_id = h.id AND r.until IS NULL AND r.standard = (SELECT standard_in_force()) AND r.since <= (SELECT today())
     WHERE h.ended_on IS NULL AND (h.class, h.standard, h.class_since) IS DISTINCT FROM (r.class, r.standard, r.class_since)
     ORDER BY h.id FOR NO KEY UPDATE OF h),
  moved AS (
    UPDATE household h SET class = d.class, standard = d.standard, class_since = d.class_since FROM due d WHERE h.id = d.id
    RETURNING d.old_class, d.old_standard, d.class AS new_class, d.standard AS new_standard)
  INSERT INTO audit_line (request_id, operation, outcome, noun, row_id, before, after)
    SELECT '', 'followStandard', 'DONE', 'PovertyStandard', new_standard, jsonb_build_object('standard', old_standard),
           jsonb_build_object('standard', new_standard, 'households', count(*), 'classChanged', count(*) FILTER (WHERE old_class <> new_class))
      FROM moved WHERE old_standard <> new_standard GROUP BY old_standard, new_standard
$$;

CREATE OR REPLACE FUNCTION end_newly_escaped(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended record; many int := 0; made uuid;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('end newly escaped')) THEN RETURN 0; END IF;
  PERFORM set_config('app.today', day::text, true);
  FOR ended IN
    SELECT r.id, r.household_id, r.class, r.standard, greatest(newly_escaped_to(r.class, r.class_since) + 1, r.since) AS first_day, h.commune_id, h.village_id, h.code, h.head_name, h.member_count
      FROM class_record r JOIN household h ON h.id = r.household_id
     WHERE r.until IS NULL AND r.class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') AND newly_escaped_to(r.class, r.class_since) < day
     ORDER BY r.household_id FOR NO KEY UPDATE OF h
  LOOP
    UPDATE class_record SET until = ended.first_day, end_movement = 'CLASS_CHANGED' WHERE id = ended.id AND until IS NULL;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, movement, since)
      VALUES (ended.household_id, ended.commune_id, ended.village_id, ended.code, ended.head_name, ended.member_count, 'AVERAGE', ended.standard, 'WINDOW_ENDED', ended.first_day) RETURNING id INTO made;
    INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after)
      VALUES ('', ended.commune_id, 'endNewlyEscaped', 'DONE', 'ClassRecord', made::text, jsonb_build_object('class', ended.class, 'standard', ended.standard),
              jsonb_build_object('class', 'AVERAGE', 'standard', ended.standard, 'movement', 'WINDOW_ENDED', 'since', ended.first_day, 'household', ended.household_id));
    many := many + 1;
  END LOOP;
  PERFORM follow_standard();
  RETURN many;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON applied_rule TO maintainer;
  FOREACH name IN ARRAY ARRAY['apply_registry_rules(date)','follow_standard()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  ALTER VIEW rule_to_apply OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION apply_registry_rules(date) TO app_user;
END $$;
