-- Helps, pairings, requests to see and checks of eligibility as working records.
ALTER TABLE support ADD COLUMN planned_by_id int REFERENCES unit; -- who entered it: a commune's plan names other units as providers

-- True where a household's row is the viewer's to see; for functions that answer about it what row policies hide.
CREATE FUNCTION sees_household(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN current_setting('role') = 'portal_secretariat' OR EXISTS (SELECT FROM sight s WHERE s.household_id = wanted AND s.unit_id = my_unit() AND s.depth <> 'PART'
    AND (s.valid_from IS NULL OR s.valid_from <= today()) AND (s.valid_to IS NULL OR s.valid_to >= today()));

CREATE FUNCTION note_planner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.planned_by_id := my_unit();
  RETURN NEW;
END $$;
CREATE TRIGGER planner BEFORE INSERT ON support FOR EACH ROW EXECUTE FUNCTION note_planner();

-- The same kind of help already planned, approved or given this year by another unit: the unit's name and nothing else.
CREATE FUNCTION support_overlap(wanted uuid, wanted_kind text, besides int) RETURNS TABLE (name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.short_name FROM unit u WHERE u.id <> besides AND sees_household(wanted) AND EXISTS (SELECT FROM support p
     WHERE p.household_id = wanted AND p.kind = wanted_kind AND p.provider_id = u.id
       AND (p.state IN ('PLANNED','APPROVED') OR p.state = 'DELIVERED' AND date_trunc('year', p.delivered_day) = date_trunc('year', today())))
   ORDER BY u.short_name
$$;

-- The commune says that the family received it; of other units' helps it writes nothing else.
CREATE FUNCTION verify_support(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE support SET verified_by_id = my_post(), verified_on = today() WHERE id = wanted AND commune_id = ANY (my_units()) AND state = 'DELIVERED' AND verified_on IS NULL;
  RETURN FOUND;
END $$;

-- What a helper may know of a household before both sides agree: code, village, class, kinds of need other than of health, and whether it has a person of merit.
ALTER TABLE pairing
  ALTER COLUMN state SET DEFAULT 'PROPOSED',
  ADD COLUMN household_code text,
  ADD COLUMN household_village_id int REFERENCES village,
  ADD COLUMN household_class text,
  ADD COLUMN need_kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN has_merit boolean NOT NULL DEFAULT false,
  ADD CHECK (length(leader_in_charge) <= 120), ADD CHECK (length(officer) <= 120), ADD CHECK (length(promise) <= 2000),
  ADD CHECK (length(outcome) <= 2000), ADD CHECK (length(end_reason) <= 1000), ADD CHECK (valid_to >= valid_from);
CREATE VIEW pairing_household AS
  SELECT h.id, h.code, h.village_id, h.class,
         (SELECT coalesce(array_agg(DISTINCT n.kind ORDER BY n.kind), '{}') FROM support_need n JOIN support_kind k ON k.code = n.kind WHERE n.household_id = h.id AND n.until IS NULL AND NOT k.is_health) AS need_kinds,
         EXISTS (SELECT FROM household_group g WHERE g.household_id = h.id AND g.kind = 'MERIT' AND g.until IS NULL) AS has_merit
    FROM household h;
CREATE FUNCTION describe_household() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A helper proposes itself for a household it sees already, and so learns nothing here.
  IF NEW.household_id IS NOT NULL AND current_setting('role') IN ('portal_department','portal_mass_organisation') AND NOT sees_household(NEW.household_id) THEN
    RAISE EXCEPTION 'household not seen' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT h.code, h.village_id, h.class, h.need_kinds, h.has_merit INTO NEW.household_code, NEW.household_village_id, NEW.household_class, NEW.need_kinds, NEW.has_merit
    FROM pairing_household h WHERE h.id = NEW.household_id;
  NEW.need_kinds := coalesce(NEW.need_kinds, '{}');
  NEW.has_merit := coalesce(NEW.has_merit, false);
  RETURN NEW;
END $$;
CREATE TRIGGER describe BEFORE INSERT ON pairing FOR EACH ROW EXECUTE FUNCTION describe_household();
UPDATE pairing p SET household_code = h.code, household_village_id = h.village_id, household_class = h.class, need_kinds = h.need_kinds, has_merit = h.has_merit
  FROM pairing_household h WHERE h.id = p.household_id;

-- The body that helps the household, or is proposed to, on any of these days: its name and nothing else.
CREATE FUNCTION pairing_overlap(wanted uuid, first_day date, last_day date, besides uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT u.short_name FROM pairing p JOIN unit u ON u.id = p.helper_id
           WHERE p.household_id = wanted AND p.state IN ('PROPOSED','AGREED') AND p.id IS DISTINCT FROM besides AND sees_household(wanted)
             AND daterange(p.valid_from, p.valid_to, '[]') && daterange(first_day, last_day, '[]') ORDER BY p.valid_from LIMIT 1);
-- Agreed when each side has confirmed; neither side can write the state.
CREATE FUNCTION settle_pairing(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE pairing SET state = 'AGREED' WHERE id = wanted AND state = 'PROPOSED' AND commune_confirmed_on IS NOT NULL AND helper_confirmed_on IS NOT NULL
    AND (commune_id = ANY (my_units()) OR helper_id = ANY (my_units()));
  RETURN FOUND;
END $$;
-- A proposal that is declined, a help that is over: today is its last day.
CREATE FUNCTION end_pairing(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE pairing SET state = 'ENDED', valid_to = least(valid_to, greatest(today(), valid_from)) WHERE id = wanted AND state IN ('PROPOSED','AGREED')
    AND (current_setting('role') = 'portal_secretariat' OR commune_id = ANY (my_units()) OR helper_id = ANY (my_units()));
  RETURN FOUND;
END $$;

ALTER TABLE sight_request DROP CONSTRAINT sight_request_state_check,
  ADD CONSTRAINT sight_request_state_check CHECK (state IN ('REQUESTED','GRANTED','REFUSED','WITHDRAWN','REVOKED'));

ALTER TABLE service DROP CONSTRAINT service_cause_check,
  -- The last one gives no sight: the unit may ask about one named person at a time.
  ADD CONSTRAINT service_cause_check CHECK (cause IN ('DEPRIVED','GROUP','NEED','MERIT','READS_CAUSE','READS_GROUP','CHECKS_ELIGIBILITY'));

CREATE INDEX household_identity_number ON household_identity (id_number);
CREATE INDEX access_log_eligibility ON access_log (account_id, at) WHERE part = 'Eligibility';
-- One person by number and name. Whoever is not on a list, is another or is unknown is answered alike, by the same steps; each check leaves one line, by which checks an hour are counted.
CREATE FUNCTION check_eligibility(request text, wanted_number text, wanted_name text) RETURNS TABLE (outcome text, class text, standard text, since date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asking int := (SELECT p.account_id FROM post p WHERE p.id = my_post() AND p.unit_id = my_unit());
  found record;
BEGIN
  IF asking IS NULL OR NOT '' = ANY (my_services('CHECKS_ELIGIBILITY')) THEN RETURN QUERY SELECT 'FORBIDDEN', NULL, NULL, NULL::date; RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('eligibility ' || asking, 0));
  IF (SELECT count(*) FROM access_log l WHERE l.account_id = asking AND l.part = 'Eligibility' AND l.at > clock_timestamp() - interval '1 hour') >= registry_rule('ELIGIBILITY_CHECKS_AN_HOUR') THEN
    RETURN QUERY SELECT 'TRY_LATER', NULL, NULL, NULL::date; RETURN;
  END IF;
  SELECT h.id AS household, m.id AS member, h.class, h.standard, h.class_since,
         coalesce(search_words(coalesce(m.full_name, wanted_name)) = search_words(wanted_name) AND m.residence IN ('PRESENT','AWAY') AND h.ended_on IS NULL
           AND h.class IN ('POOR','NEAR_POOR','NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') AND coalesce(newly_escaped_to(h.class, h.class_since) >= today(), true), false) AS listed
    INTO found
    FROM (SELECT 1) asked LEFT JOIN household_identity i ON i.id_number = wanted_number LEFT JOIN member m ON m.id = i.member_id LEFT JOIN household h ON h.id = m.household_id
   ORDER BY listed DESC LIMIT 1;
  INSERT INTO access_log (at, request_id, account_id, post_id, unit_id, household_id, member_id, part, purpose)
    VALUES (clock_timestamp(), request, asking, my_post(), my_unit(), CASE WHEN found.listed THEN found.household END, CASE WHEN found.listed THEN found.member END, 'Eligibility', 'VERIFY_PERSON');
  RETURN QUERY SELECT CASE WHEN found.listed THEN 'LISTED' ELSE 'NOT_LISTED' END, CASE WHEN found.listed THEN found.class END,
    CASE WHEN found.listed THEN found.standard END, CASE WHEN found.listed THEN found.class_since END;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['sees_household(uuid)','support_overlap(uuid, text, int)','verify_support(uuid)','describe_household()','pairing_overlap(uuid, date, date, uuid)',
                              'settle_pairing(uuid)','end_pairing(uuid)','check_eligibility(text, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  ALTER VIEW pairing_household OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION support_overlap(uuid, text, int), pairing_overlap(uuid, date, date, uuid), end_pairing(uuid) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  GRANT EXECUTE ON FUNCTION settle_pairing(uuid) TO portal_department, portal_commune, portal_mass_organisation;
  GRANT EXECUTE ON FUNCTION verify_support(uuid) TO portal_commune;
  GRANT EXECUTE ON FUNCTION check_eligibility(text, text, text) TO portal_department;
END $$;
