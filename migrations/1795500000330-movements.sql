-- The list and its movements: the class that stands on a household follows its history, and households split, move, merge and end with everything of theirs.

-- Since when the class holds; earlier than the record where a household was listed anew with the same class, by a move, a split or another standard.
ALTER TABLE class_record ADD COLUMN class_since date;
UPDATE class_record SET class_since = since;
ALTER TABLE class_record ALTER COLUMN class_since SET NOT NULL, ADD CHECK (class_since <= since);
CREATE FUNCTION date_class() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.class_since := coalesce(NEW.class_since, NEW.since); RETURN NEW; END $$;
CREATE TRIGGER class_since BEFORE INSERT ON class_record FOR EACH ROW EXECUTE FUNCTION date_class();
CREATE INDEX ON class_record (standard, since);
CREATE INDEX class_record_newly ON class_record (household_id) WHERE until IS NULL AND class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR');

-- The open record of the standard in force is what the household is; another standard's stands beside it. Null is every household.
CREATE FUNCTION refresh_class(households uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE household h SET class = r.class, standard = r.standard, class_since = r.class_since
    FROM class_record r
   WHERE (households IS NULL OR h.id = ANY (households)) AND h.ended_on IS NULL AND r.household_id = h.id AND r.until IS NULL AND r.standard = (SELECT standard_in_force()) AND r.since <= (SELECT today())
     AND (h.class, h.standard, h.class_since) IS DISTINCT FROM (r.class, r.standard, r.class_since)
$$;
CREATE FUNCTION keep_class() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT c.household_id) INTO households FROM changed c;
  IF households IS NOT NULL THEN PERFORM refresh_class(households); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER class_insert AFTER INSERT ON class_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_class();
CREATE TRIGGER class_update AFTER UPDATE ON class_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_class();

-- No household without history.
CREATE FUNCTION keep_listed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, movement, since)
    SELECT c.id, c.commune_id, c.village_id, c.code, c.head_name, c.member_count, c.class, c.standard, 'LISTED', c.class_since FROM changed c WHERE c.ended_on IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER listed AFTER INSERT ON household REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_listed();

-- A living household of the viewer's commune, and of its villages where a post has only some.
CREATE FUNCTION own_household(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM household h WHERE h.id = wanted AND h.commune_id = ANY (my_units()) AND h.ended_on IS NULL AND (my_villages() IS NULL OR h.village_id = ANY (my_villages())));
CREATE FUNCTION check_own(wanted uuid) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_household(wanted) THEN RAISE EXCEPTION 'not a living household of the viewer' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;
CREATE FUNCTION open_since(wanted uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT max(r.since) FROM class_record r WHERE r.household_id = wanted AND r.until IS NULL AND own_household(wanted));
CREATE FUNCTION has_standard(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM poverty_standard s WHERE s.code = wanted);
CREATE FUNCTION standard_on(day date) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT s.code FROM poverty_standard s WHERE s.valid_from <= day AND (s.valid_to IS NULL OR s.valid_to >= day) ORDER BY s.valid_from DESC LIMIT 1);

-- The class before a decision: of this standard, else of the one in force; and what the household was before, wherever it lived and whichever it was split from.
CREATE FUNCTION class_before(wanted uuid, wanted_standard text)
RETURNS TABLE (class text, standard text, record_since date, since date, newly_until date, was_poor boolean, was_near_poor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH former AS (
    SELECT r.* FROM class_record r WHERE (r.until IS NULL OR r.until > r.since) AND (r.household_id = wanted
       OR EXISTS (SELECT FROM class_record s WHERE s.household_id = wanted AND s.movement = 'SPLIT' AND s.related_household_id = r.household_id AND r.since < s.since)))
  SELECT r.class, r.standard, r.since, r.class_since, newly_escaped_to(r.class, r.class_since),
         EXISTS (SELECT FROM former f WHERE f.class = 'POOR'), EXISTS (SELECT FROM former f WHERE f.class = 'NEAR_POOR')
    FROM class_record r
   WHERE own_household(wanted) AND r.household_id = wanted AND r.until IS NULL AND r.standard IN (wanted_standard, standard_in_force())
   ORDER BY r.standard = wanted_standard DESC LIMIT 1
$$;

-- The decision of the commune's chair: ends the record of that standard and begins the next.
CREATE FUNCTION record_class(wanted uuid, wanted_standard text, decided text, decided_since date, decided_movement text, first_day date, number text, day date, why text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  PERFORM check_own(wanted);
  IF NOT EXISTS (SELECT FROM post WHERE id = my_post() AND role = 'LEADER') THEN RAISE EXCEPTION 'not a leader' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE class_record SET until = first_day, end_movement = 'CLASS_CHANGED' WHERE household_id = wanted AND standard = wanted_standard AND until IS NULL;
  INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, class_since, movement, since, decision_number, decision_day, reason)
    SELECT h.id, h.commune_id, h.village_id, h.code, h.head_name, h.member_count, decided, wanted_standard, decided_since, decided_movement, first_day, number, day, why FROM household h WHERE h.id = wanted
    RETURNING id INTO made;
  RETURN made;
END $$;

-- "Newly escaped" ends after its last day, and the class that stands on a household is that of the standard in force on the day. Of several that run it at once, one does.
CREATE FUNCTION end_newly_escaped(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  PERFORM refresh_class(NULL);
  RETURN many;
END $$;

-- Requests that nobody has answered end with a household's days in a commune or as one of its own; granted ones end with their own last day.
CREATE FUNCTION end_requests(wanted uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sight_request SET state = 'REFUSED', decided_by_id = my_post(), decided_on = today(), answer = why WHERE household_id = wanted AND state = 'REQUESTED'
$$;

-- People of merit make it a household of the group; who leaves with such a person takes the group along.
CREATE FUNCTION follow_merit(wanted uuid, day date, is_left boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM merit_record WHERE household_id = wanted AND (valid_to IS NULL OR valid_to >= day)) THEN
    IF EXISTS (SELECT FROM household_group WHERE household_id = wanted AND kind = 'MERIT' AND until IS NULL) THEN RETURN; END IF;
    INSERT INTO household_group (household_id, kind, since) VALUES (wanted, 'MERIT', day) ON CONFLICT (household_id, kind, since) DO UPDATE SET until = NULL;
  ELSIF is_left THEN
    UPDATE household_group SET until = greatest(since, day) WHERE household_id = wanted AND kind = 'MERIT' AND until IS NULL;
  END IF;
END $$;

-- A part of a household becomes one of its own, with everything of its members; class and standing facts go on in both.
CREATE FUNCTION split_household(wanted uuid, leaving uuid[], new_head uuid, new_village int, day date, why text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid := gen_random_uuid(); has_left boolean;
BEGIN
  PERFORM check_own(wanted);
  IF new_village IS NOT NULL AND my_villages() IS NOT NULL AND NOT new_village = ANY (my_villages()) THEN RAISE EXCEPTION 'not a village of the viewer' USING ERRCODE = 'insufficient_privilege'; END IF;
  has_left := EXISTS (SELECT FROM merit_record WHERE member_id = ANY (leaving) AND household_id = wanted AND (valid_to IS NULL OR valid_to >= day));
  -- Who expects to escape stays one family, counted once.
  INSERT INTO household (id, code, commune_id, village_id, area_type, head_name, class, standard, class_since, ethnicity_code, officer_in_charge, synthetic)
    SELECT made, next_household_code(h.commune_id), h.commune_id, coalesce(v.id, h.village_id), coalesce(v.area_type, h.area_type), m.full_name, h.class, h.standard, h.class_since,
           m.ethnicity_code, h.officer_in_charge, h.synthetic
      FROM household h JOIN member m ON m.id = new_head AND m.household_id = h.id LEFT JOIN village v ON v.id = new_village AND v.commune_id = h.commune_id WHERE h.id = wanted;
  DELETE FROM class_record WHERE household_id = made; -- it is not listed as a family new to the register
  UPDATE member SET is_head = false WHERE id = ANY (leaving) AND household_id = wanted AND is_head;
  -- What they were to the old head says nothing of the new one; a paper with no word is better than one with a wrong word.
  UPDATE member SET household_id = made, is_head = (id = new_head), relation = CASE WHEN id = new_head THEN 'Chủ hộ' END WHERE id = ANY (leaving) AND household_id = wanted;
  INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, class_since, movement, since, decision_number, decision_day, reason, related_household_id)
    SELECT n.id, n.commune_id, n.village_id, n.code, n.head_name, n.member_count, r.class, r.standard, r.class_since, 'SPLIT', day, r.decision_number, r.decision_day, why, wanted
      FROM class_record r JOIN household n ON n.id = made WHERE r.household_id = wanted AND r.until IS NULL;
  INSERT INTO deprivation (household_id, indicator, standard, deprived, since, measure, as_of)
    SELECT made, indicator, standard, deprived, day, measure, as_of FROM deprivation WHERE household_id = wanted AND until IS NULL AND deprived;
  INSERT INTO poverty_cause (household_id, cause, since) SELECT made, cause, day FROM poverty_cause WHERE household_id = wanted AND until IS NULL;
  INSERT INTO household_group (household_id, kind, since) SELECT made, kind, day FROM household_group WHERE household_id = wanted AND until IS NULL AND kind <> 'MERIT';
  PERFORM follow_merit(made, day, false), follow_merit(wanted, day, has_left);
  PERFORM refresh_counts(ARRAY[wanted, made]), refresh_sight(ARRAY[wanted, made]);
  RETURN made;
END $$;

-- To another commune: everything follows by its keys, the old commune keeps what its lists said. Returns the code there.
CREATE FUNCTION move_household(wanted uuid, receiving int, day date, why text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE new_code text;
BEGIN
  PERFORM check_own(wanted);
  IF NOT EXISTS (SELECT FROM unit WHERE id = receiving AND kind = 'commune' AND (valid_to IS NULL OR valid_to >= today()) AND NOT id = ANY (my_units())) THEN
    RAISE EXCEPTION 'no other commune' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM end_requests(wanted, 'Hộ đã chuyển sang xã, phường khác. Gửi lại đề nghị để xã, phường mới xem xét.');
  new_code := next_household_code(receiving);
  UPDATE household SET commune_id = receiving, code = new_code, village_id = NULL, officer_in_charge = NULL WHERE id = wanted;
  UPDATE pairing SET household_code = new_code, household_village_id = NULL WHERE household_id = wanted AND state <> 'ENDED';
  WITH closed AS (
    UPDATE class_record SET until = day, end_movement = 'MOVED_OUT' WHERE household_id = wanted AND until IS NULL RETURNING class, standard, class_since, decision_number, decision_day)
  INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, class_since, movement, since, decision_number, decision_day, reason)
    SELECT h.id, h.commune_id, h.village_id, h.code, h.head_name, h.member_count, c.class, c.standard, c.class_since, 'MOVED_IN', day, c.decision_number, c.decision_day, why
      FROM closed c JOIN household h ON h.id = wanted;
  PERFORM refresh_counts(ARRAY[wanted]), refresh_sight(ARRAY[wanted]);
  INSERT INTO outbox (topic, unit_id, row_id) VALUES ('Household.movedIn', receiving, wanted::text);
  RETURN new_code;
END $$;

-- Standing facts of a household end with it.
CREATE FUNCTION end_facts(wanted uuid, day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE deprivation SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE poverty_cause SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE household_group SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
  UPDATE support_need SET until = greatest(since, day) WHERE household_id = wanted AND until IS NULL;
END $$;

-- Two households become one: people, helps, open needs and pairings follow; the same helper twice remains once.
CREATE FUNCTION merge_households(kept uuid, gone uuid, day date, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept_code text := (SELECT h.code FROM household h WHERE h.id = kept);
BEGIN
  PERFORM check_own(kept), check_own(gone);
  IF kept = gone THEN RAISE EXCEPTION 'one household' USING ERRCODE = 'check_violation'; END IF;
  PERFORM end_requests(gone, 'Hộ đã sáp nhập với hộ khác. Gửi lại đề nghị với hộ đang có nếu còn cần.');
  UPDATE member SET is_head = false WHERE household_id = gone AND is_head;
  UPDATE member SET household_id = kept, relation = NULL WHERE household_id = gone; -- a household has one "Chủ hộ"
  UPDATE support SET household_id = kept WHERE household_id = gone;
  UPDATE support_need n SET household_id = kept WHERE n.household_id = gone AND n.until IS NULL
    AND NOT EXISTS (SELECT FROM support_need k WHERE k.household_id = kept AND k.member_id IS NULL AND k.kind = n.kind AND (k.until IS NULL OR k.since = n.since));
  UPDATE pairing p SET state = 'ENDED', valid_to = least(p.valid_to, greatest(day, p.valid_from)), end_reason = 'Hộ sáp nhập với hộ ' || kept_code || ', hộ này đã được đơn vị giúp đỡ.'
   WHERE p.household_id = gone AND p.state IN ('PROPOSED','AGREED')
     AND EXISTS (SELECT FROM pairing k WHERE k.household_id = kept AND k.helper_id = p.helper_id AND k.state IN ('PROPOSED','AGREED'));
  UPDATE pairing p SET household_id = kept, household_code = kept_code, household_village_id = h.village_id FROM household h
   WHERE h.id = kept AND p.household_id = gone AND p.state IN ('PROPOSED','AGREED');
  UPDATE class_record SET until = day, end_movement = 'MERGED', related_household_id = kept, reason = coalesce(reason, why) WHERE household_id = gone AND until IS NULL;
  PERFORM end_facts(gone, day), follow_merit(kept, day, false);
  UPDATE household SET ended_on = day, end_kind = 'MERGED', merged_into_id = kept WHERE id = gone;
  PERFORM refresh_counts(ARRAY[kept, gone]), refresh_sight(ARRAY[kept, gone]);
END $$;

-- No longer a household of the list; whatever stood open ends with it.
CREATE FUNCTION end_household(wanted uuid, day date, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE words text := to_char(day, 'DD/MM/YYYY') || '.';
BEGIN
  PERFORM check_own(wanted);
  PERFORM end_requests(wanted, 'Hộ đã kết thúc ngày ' || words);
  UPDATE class_record SET until = day, end_movement = 'ENDED', reason = coalesce(reason, why) WHERE household_id = wanted AND until IS NULL;
  PERFORM end_facts(wanted, day);
  UPDATE merit_record SET valid_to = greatest(valid_from, day) WHERE household_id = wanted AND valid_to IS NULL;
  UPDATE pairing SET state = 'ENDED', valid_to = least(valid_to, greatest(day, valid_from)), end_reason = left(why, 1000) WHERE household_id = wanted AND state IN ('PROPOSED','AGREED');
  UPDATE support SET state = 'CANCELLED', note = right(concat_ws(E'\n', note, 'Hủy vì hộ kết thúc ngày ' || words), 2000) WHERE household_id = wanted AND state IN ('PLANNED','APPROVED');
  UPDATE member SET residence = 'LEFT' WHERE household_id = wanted AND residence IN ('PRESENT','AWAY');
  UPDATE household SET ended_on = day, end_kind = 'ENDED' WHERE id = wanted;
  PERFORM refresh_counts(ARRAY[wanted]), refresh_sight(ARRAY[wanted]);
END $$;

CREATE POLICY maintainer ON outbox FOR INSERT TO maintainer WITH CHECK (true);
DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['refresh_class(uuid[])','keep_class()','keep_listed()','own_household(uuid)','check_own(uuid)','open_since(uuid)','has_standard(text)','standard_on(date)','class_before(uuid, text)',
                              'record_class(uuid, text, text, date, text, date, text, date, text)','end_newly_escaped(date)','end_requests(uuid, text)','follow_merit(uuid, date, boolean)',
                              'split_household(uuid, uuid[], uuid, int, date, text)','move_household(uuid, int, date, text)','end_facts(uuid, date)','merge_households(uuid, uuid, date, text)',
                              'end_household(uuid, date, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION open_since(uuid), has_standard(text), standard_on(date), class_before(uuid, text), record_class(uuid, text, text, date, text, date, text, date, text),
    split_household(uuid, uuid[], uuid, int, date, text), move_household(uuid, int, date, text), merge_households(uuid, uuid, date, text), end_household(uuid, date, text) TO portal_commune;
  GRANT EXECUTE ON FUNCTION end_newly_escaped(date) TO app_user;
END $$;
