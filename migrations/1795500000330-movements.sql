-- Class by decision, and households that split, move, merge and end: everything of theirs follows in one transaction, nothing is counted twice.
ALTER TABLE class_record ADD COLUMN class_since date CHECK (class_since <= since); -- where a move or a split began the stretch and not the class; null: with it
CREATE INDEX class_record_newly ON class_record (household_id) WHERE until IS NULL AND class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR');
CREATE INDEX ON class_record (since);
CREATE INDEX class_record_left ON class_record (until) WHERE end_movement IN ('MOVED_OUT','MERGED','ENDED');

-- What runs by itself leaves its lines too.
CREATE POLICY maintainer_insert ON audit_line FOR INSERT TO maintainer WITH CHECK (true);
CREATE POLICY maintainer_insert ON outbox FOR INSERT TO maintainer WITH CHECK (true);

-- The class of a household is its open record under the standard in force; another standard's record stands beside.
CREATE FUNCTION follow_class(households uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE household h SET class = r.class, standard = r.standard, class_since = coalesce(r.class_since, r.since)
    FROM class_record r
   WHERE h.id = ANY (households) AND r.household_id = h.id AND r.until IS NULL AND r.standard = standard_in_force()
     AND (h.class, h.standard, h.class_since) IS DISTINCT FROM (r.class, r.standard, coalesce(r.class_since, r.since))
$$;
CREATE FUNCTION keep_class() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT c.household_id) INTO households FROM changed c WHERE c.until IS NULL;
  IF households IS NOT NULL THEN
    PERFORM follow_class(households);
    PERFORM refresh_counts(households); -- lacks are counted under the household's standard
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER class_insert AFTER INSERT ON class_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_class();
CREATE TRIGGER class_update AFTER UPDATE ON class_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_class();

-- Each of these functions asks for itself whether the post may: a living household of its commune and villages, its role.
CREATE FUNCTION hold_household(wanted uuid, roles text[]) RETURNS household LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held household;
BEGIN
  SELECT h.* INTO held FROM household h
   WHERE h.id = wanted AND h.commune_id = ANY (my_units()) AND (my_villages() IS NULL OR h.village_id = ANY (my_villages())) AND h.ended_on IS NULL
     AND EXISTS (SELECT FROM post p WHERE p.id = my_post() AND p.unit_id = h.commune_id AND p.role = ANY (roles))
     FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'household not held' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN held;
END $$;

CREATE FUNCTION close_class_records(wanted uuid, of_standard text, day date, why text, related uuid) RETURNS uuid[] LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH closed AS (
    UPDATE class_record SET until = day, end_movement = why, related_household_id = coalesce(related_household_id, related)
     WHERE household_id = wanted AND until IS NULL AND (of_standard IS NULL OR standard = of_standard) RETURNING id)
  SELECT coalesce(array_agg(id), '{}') FROM closed
$$;
-- Begins a stretch with the household as it stands: commune, village, code, head, members.
CREATE FUNCTION open_class_record(wanted uuid, of_class text, of_standard text, how text, day date, class_day date, number text, decided date, why text, related uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, movement, since, class_since, decision_number, decision_day, reason, related_household_id)
    SELECT h.id, h.commune_id, h.village_id, h.code, h.head_name, h.member_count, of_class, of_standard, how, day, NULLIF(class_day, day), number, decided, why, related FROM household h WHERE h.id = wanted
    RETURNING id
$$;

-- How the household is listed under a standard, else under another, and whether it was ever on each list, in whatever commune, before or after a split.
CREATE FUNCTION class_before(wanted uuid, of_standard text)
RETURNS TABLE (class text, standard text, since date, class_since date, newly_until date, was_poor boolean, was_near_poor boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE family AS (
    SELECT wanted AS id UNION SELECT r.related_household_id FROM class_record r JOIN family f ON r.household_id = f.id WHERE r.movement = 'SPLIT' AND r.related_household_id IS NOT NULL),
  was AS (SELECT DISTINCT r.class FROM class_record r JOIN family f ON f.id = r.household_id WHERE r.until IS NULL OR r.until > r.since)
  SELECT r.class, r.standard, r.since, coalesce(r.class_since, r.since), newly_escaped_to(r.class, coalesce(r.class_since, r.since)),
         EXISTS (SELECT FROM was w WHERE w.class IN ('POOR','NEWLY_ESCAPED')), EXISTS (SELECT FROM was w WHERE w.class IN ('NEAR_POOR','NEWLY_ESCAPED_NEAR_POOR'))
    FROM class_record r JOIN household h ON h.id = r.household_id
   WHERE h.id = wanted AND h.commune_id = ANY (my_units()) AND r.until IS NULL
   ORDER BY (r.standard = of_standard) DESC, (r.standard = h.standard) DESC, r.standard LIMIT 1
$$;

CREATE FUNCTION record_class(wanted uuid, of_class text, of_standard text, how text, day date, class_day date, number text, decided date, why text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM hold_household(wanted, '{LEADER}');
  IF day > today() THEN RAISE EXCEPTION 'a class of a day to come' USING ERRCODE = 'check_violation'; END IF;
  PERFORM close_class_records(wanted, of_standard, day, 'CLASS_CHANGED', NULL);
  RETURN open_class_record(wanted, of_class, of_standard, how, day, class_day, number, decided, why, NULL);
END $$;

-- What a household that is no more leaves behind is closed: lacks, groups, causes, needs, what was asked or opened, who helps it.
CREATE FUNCTION close_parts(wanted uuid, day date, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE deprivation SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE household_group SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE poverty_cause SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE support_need SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE pairing SET state = 'ENDED', valid_to = least(valid_to, greatest(valid_from, day)), end_reason = why WHERE household_id = wanted AND state <> 'ENDED';
  UPDATE sight_request SET state = CASE state WHEN 'GRANTED' THEN 'REVOKED' ELSE 'REFUSED' END, valid_to = NULL, answer = why, decided_on = today() WHERE household_id = wanted AND state IN ('REQUESTED','GRANTED');
END $$;

-- Members leave with everything of theirs for a household of their own, which is listed as the old one is.
CREATE FUNCTION split_household(wanted uuid, moving uuid[], new_head uuid, staying_head uuid, in_village int, day date, why text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old household := hold_household(wanted, '{LEADER,OFFICER}'); made household; listed uuid[];
BEGIN
  IF day > today() OR NOT new_head = ANY (moving) OR NOT EXISTS (SELECT FROM member m WHERE m.household_id = wanted AND m.id <> ALL (moving))
    OR (SELECT count(*) FROM member m WHERE m.household_id = wanted AND m.id = ANY (moving)) <> cardinality(moving)
    OR in_village IS NOT NULL AND NOT EXISTS (SELECT FROM village v WHERE v.id = in_village AND v.commune_id = old.commune_id) THEN
    RAISE EXCEPTION 'no such split' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO household (code, commune_id, village_id, area_type, head_name, class, standard, class_since, ethnicity_code, officer_in_charge, synthetic)
    SELECT next_household_code(old.commune_id), old.commune_id, coalesce(v.id, old.village_id), coalesce(v.area_type, old.area_type), m.full_name, old.class, old.standard, old.class_since, m.ethnicity_code, old.officer_in_charge, old.synthetic
      FROM member m LEFT JOIN village v ON v.id = in_village WHERE m.id = new_head
    RETURNING * INTO made;
  UPDATE member SET is_head = false WHERE id = ANY (moving) AND is_head;
  -- What they were to the old head says nothing of the new one; a paper with no word is better than one with a wrong word.
  UPDATE member SET household_id = made.id, relation = CASE WHEN id = new_head THEN 'Chủ hộ' END WHERE id = ANY (moving);
  UPDATE member SET is_head = true WHERE id = new_head;
  UPDATE member SET is_head = true, relation = 'Chủ hộ' WHERE id = staying_head AND household_id = wanted AND NOT EXISTS (SELECT FROM member m WHERE m.household_id = wanted AND m.is_head);
  INSERT INTO deprivation (household_id, indicator, standard, deprived, since, measure, as_of)
    SELECT made.id, d.indicator, d.standard, d.deprived, greatest(d.since, day), d.measure, d.as_of FROM deprivation d WHERE d.household_id = wanted AND d.until IS NULL;
  INSERT INTO poverty_cause (household_id, cause, since) SELECT made.id, c.cause, greatest(c.since, day) FROM poverty_cause c WHERE c.household_id = wanted AND c.until IS NULL;
  -- The group of families with merit goes where its people are.
  INSERT INTO household_group (household_id, kind, since) SELECT made.id, g.kind, greatest(g.since, day) FROM household_group g WHERE g.household_id = wanted AND g.until IS NULL
    AND (g.kind <> 'MERIT' OR EXISTS (SELECT FROM merit_record r WHERE r.household_id = made.id AND (r.valid_to IS NULL OR r.valid_to >= day)));
  UPDATE household_group g SET until = greatest(g.since, day) WHERE g.household_id = wanted AND g.kind = 'MERIT' AND g.until IS NULL
    AND EXISTS (SELECT FROM merit_record r WHERE r.household_id = made.id AND (r.valid_to IS NULL OR r.valid_to >= day))
    AND NOT EXISTS (SELECT FROM merit_record r WHERE r.household_id = wanted AND (r.valid_to IS NULL OR r.valid_to >= day));
  SELECT array_agg(open_class_record(made.id, r.class, r.standard, 'SPLIT', day, coalesce(r.class_since, r.since), r.decision_number, r.decision_day, why, wanted)) INTO listed
    FROM class_record r WHERE r.household_id = wanted AND r.until IS NULL;
  -- Rows that changed household moved the edges of both.
  PERFORM refresh_counts(ARRAY[wanted, made.id]), refresh_sight(ARRAY[wanted, made.id]);
  RETURN jsonb_build_object('household', made.id, 'code', made.code, 'members', moving, 'classRecords', coalesce(listed, '{}'));
END $$;

-- From one commune's list to another's: every row that names the household's commune names the new one, but the old lists stay what they were.
CREATE FUNCTION move_household(wanted uuid, to_commune int, day date, why text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old household := hold_household(wanted, '{LEADER,OFFICER}'); closed uuid[]; opened uuid[]; new_code text;
BEGIN
  IF day > today() OR to_commune = old.commune_id OR NOT EXISTS (SELECT FROM unit u WHERE u.id = to_commune AND u.kind = 'commune' AND u.valid_to IS NULL) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation';
  END IF;
  closed := close_class_records(wanted, NULL, day, 'MOVED_OUT', NULL);
  UPDATE household SET commune_id = to_commune, village_id = NULL, code = next_household_code(to_commune), officer_in_charge = NULL WHERE id = wanted RETURNING code INTO new_code;
  UPDATE pairing SET household_code = new_code, household_village_id = NULL WHERE household_id = wanted AND state <> 'ENDED';
  UPDATE sight_request SET state = 'REFUSED', answer = 'Hộ đã chuyển sang xã khác.', decided_on = today() WHERE household_id = wanted AND state = 'REQUESTED';
  SELECT array_agg(open_class_record(wanted, r.class, r.standard, 'MOVED_IN', day, coalesce(r.class_since, r.since), r.decision_number, r.decision_day, why, NULL)) INTO opened
    FROM class_record r WHERE r.id = ANY (closed);
  PERFORM refresh_sight(ARRAY[wanted]);
  INSERT INTO outbox (topic, unit_id, row_id) VALUES ('Household.movedIn', to_commune, wanted);
  RETURN jsonb_build_object('commune', to_commune, 'code', new_code, 'closed', closed, 'opened', coalesce(opened, '{}'));
END $$;

-- One household of two: the members and what is theirs, helps, open needs and helpers go over; what the kept one has already ends with the other.
CREATE FUNCTION merge_households(kept uuid, gone uuid, day date, why text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE remaining household; old household; closed uuid[]; moved uuid[]; is_merit boolean; ending text;
BEGIN
  -- Always in one order, so that two who merge at once wait for one another.
  PERFORM hold_household(one, '{LEADER,OFFICER}') FROM (SELECT one FROM unnest(ARRAY[kept, gone]) one ORDER BY one) ordered;
  SELECT * INTO remaining FROM household WHERE id = kept;
  SELECT * INTO old FROM household WHERE id = gone;
  IF day > today() OR kept = gone THEN RAISE EXCEPTION 'no such merger' USING ERRCODE = 'check_violation'; END IF;
  ending := left('Hộ ' || old.code || ' đã nhập vào hộ ' || remaining.code || '. ' || why, 1000);
  UPDATE member SET is_head = false WHERE household_id = gone AND is_head;
  WITH m AS (UPDATE member SET household_id = kept, relation = NULL WHERE household_id = gone RETURNING id) SELECT coalesce(array_agg(id), '{}') INTO moved FROM m;
  UPDATE support SET household_id = kept WHERE household_id = gone;
  UPDATE support_need n SET household_id = kept WHERE n.household_id = gone AND n.until IS NULL
    AND NOT EXISTS (SELECT FROM support_need k WHERE k.household_id = kept AND k.member_id IS NULL AND k.kind = n.kind AND (k.until IS NULL OR k.since = n.since));
  INSERT INTO support_need (household_id, kind, since) SELECT kept, n.kind, day FROM support_need n WHERE n.household_id = gone AND n.until IS NULL
    AND NOT EXISTS (SELECT FROM support_need k WHERE k.household_id = kept AND k.member_id IS NULL AND k.kind = n.kind AND k.until IS NULL) ON CONFLICT DO NOTHING;
  UPDATE pairing p SET household_id = kept, household_code = remaining.code, household_village_id = remaining.village_id, household_class = remaining.class
   WHERE p.household_id = gone AND p.state <> 'ENDED' AND NOT EXISTS (SELECT FROM pairing k WHERE k.household_id = kept AND k.helper_id = p.helper_id AND k.state <> 'ENDED');
  is_merit := EXISTS (SELECT FROM household_group g WHERE g.household_id = gone AND g.kind = 'MERIT' AND g.until IS NULL)
    AND NOT EXISTS (SELECT FROM household_group g WHERE g.household_id = kept AND g.kind = 'MERIT' AND g.until IS NULL);
  IF is_merit THEN
    INSERT INTO household_group (household_id, kind, since) VALUES (kept, 'MERIT', day) ON CONFLICT (household_id, kind, since) DO UPDATE SET until = NULL;
  END IF;
  closed := close_class_records(gone, NULL, day, 'MERGED', kept);
  PERFORM close_parts(gone, day, ending);
  UPDATE household SET ended_on = day, end_kind = 'MERGED', merged_into_id = kept WHERE id = gone;
  PERFORM refresh_counts(ARRAY[kept, gone]), refresh_sight(ARRAY[kept, gone]);
  RETURN jsonb_build_object('gone', gone, 'members', moved, 'closed', closed);
END $$;

-- All have died, or the family has left the province: everything open is closed, helps not yet given are cancelled.
CREATE FUNCTION end_household(wanted uuid, leaving text, day date, why text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE closed uuid[];
BEGIN
  PERFORM hold_household(wanted, '{LEADER,OFFICER}');
  IF day > today() THEN RAISE EXCEPTION 'an end to come' USING ERRCODE = 'check_violation'; END IF;
  closed := close_class_records(wanted, NULL, day, 'ENDED', NULL);
  PERFORM close_parts(wanted, day, left(why, 1000));
  UPDATE support SET state = 'CANCELLED' WHERE household_id = wanted AND state IN ('PLANNED','APPROVED');
  UPDATE merit_record SET valid_to = greatest(valid_from, day) WHERE household_id = wanted AND (valid_to IS NULL OR valid_to > day);
  UPDATE member SET residence = leaving WHERE household_id = wanted AND residence IN ('PRESENT','AWAY');
  UPDATE household SET ended_on = day, end_kind = 'ENDED' WHERE id = wanted;
  PERFORM refresh_counts(ARRAY[wanted]), refresh_sight(ARRAY[wanted]);
  RETURN jsonb_build_object('residence', leaving, 'closed', closed);
END $$;

-- By itself, on the day after the last day of the window; whoever comes second finds nothing to do. Returns how many ended.
CREATE FUNCTION end_newly_escaped(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due record; opened uuid; ended int := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('registry jobs')) THEN RETURN 0; END IF;
  PERFORM set_config('app.today', day::text, true);
  FOR due IN
    SELECT r.id, r.household_id, r.commune_id, r.class, r.standard, r.since, greatest(newly_escaped_to(r.class, coalesce(r.class_since, r.since)) + 1, r.since) AS over
      FROM class_record r JOIN household h ON h.id = r.household_id
     WHERE r.until IS NULL AND r.class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') AND newly_escaped_to(r.class, coalesce(r.class_since, r.since)) < day
     ORDER BY r.household_id FOR NO KEY UPDATE OF h
  LOOP
    PERFORM close_class_records(due.household_id, due.standard, due.over, 'CLASS_CHANGED', NULL);
    opened := open_class_record(due.household_id, 'AVERAGE', due.standard, 'WINDOW_ENDED', due.over, due.over, NULL, NULL, NULL, NULL);
    INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after)
      VALUES ('registry jobs', due.commune_id, 'endNewlyEscaped', 'DONE', 'ClassRecord', opened, jsonb_build_object('id', due.id, 'class', due.class, 'since', due.since),
              jsonb_build_object('household', due.household_id, 'class', 'AVERAGE', 'standard', due.standard, 'movement', 'WINDOW_ENDED', 'since', due.over));
    INSERT INTO outbox (topic, unit_id, row_id) VALUES ('ClassRecord.endNewlyEscaped', due.commune_id, opened);
    ended := ended + 1;
  END LOOP;
  RETURN ended;
END $$;
-- On the first day of a standard, the classes decided under it become those of the households. Returns how many changed.
CREATE FUNCTION follow_standard(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('registry jobs')) THEN RETURN 0; END IF;
  PERFORM set_config('app.today', day::text, true);
  SELECT array_agg(h.id) INTO households FROM household h JOIN class_record r ON r.household_id = h.id AND r.until IS NULL
   WHERE r.standard = standard_in_force() AND r.standard <> h.standard AND h.ended_on IS NULL;
  IF households IS NULL THEN RETURN 0; END IF;
  INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after)
    SELECT 'registry jobs', h.commune_id, 'followStandard', 'DONE', 'Household', h.id, jsonb_build_object('class', h.class, 'standard', h.standard, 'classSince', h.class_since),
           jsonb_build_object('class', r.class, 'standard', r.standard, 'classSince', coalesce(r.class_since, r.since))
      FROM household h JOIN class_record r ON r.household_id = h.id AND r.until IS NULL AND r.standard = standard_in_force() WHERE h.id = ANY (households);
  PERFORM follow_class(households), refresh_counts(households);
  RETURN cardinality(households);
END $$;

CREATE FUNCTION standard_known(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM poverty_standard s WHERE s.code = wanted);
-- The standard under which a class was asked for on a day: the one in force then.
CREATE FUNCTION standard_on(day date) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT s.code FROM poverty_standard s WHERE s.valid_from <= day AND (s.valid_to IS NULL OR s.valid_to >= day) ORDER BY s.valid_from DESC LIMIT 1);

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['follow_class(uuid[])','keep_class()','hold_household(uuid, text[])','close_class_records(uuid, text, date, text, uuid)',
      'open_class_record(uuid, text, text, text, date, date, text, date, text, uuid)','class_before(uuid, text)','record_class(uuid, text, text, text, date, date, text, date, text)',
      'close_parts(uuid, date, text)','split_household(uuid, uuid[], uuid, uuid, int, date, text)','move_household(uuid, int, date, text)','merge_households(uuid, uuid, date, text)',
      'end_household(uuid, text, date, text)','end_newly_escaped(date)','follow_standard(date)','standard_known(text)','standard_on(date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION class_before(uuid, text), record_class(uuid, text, text, text, date, date, text, date, text), split_household(uuid, uuid[], uuid, uuid, int, date, text),
    move_household(uuid, int, date, text), merge_households(uuid, uuid, date, text), end_household(uuid, text, date, text), standard_known(text), standard_on(date) TO portal_commune;
  GRANT EXECUTE ON FUNCTION end_newly_escaped(date), follow_standard(date) TO app_user; -- the job's login; no portal role may
END $$;
