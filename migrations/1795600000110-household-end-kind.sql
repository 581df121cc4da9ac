-- Why a household is one no longer: what was said before only as words of the reason stays "other".
ALTER TABLE household DROP CONSTRAINT household_end_kind_check;
UPDATE household SET end_kind = 'OTHER' WHERE end_kind = 'ENDED';
ALTER TABLE household ADD CONSTRAINT household_end_kind_check CHECK (end_kind IN ('DIED','LEFT_PROVINCE','OTHER','MERGED'));

DROP FUNCTION end_household(uuid, date, text);
-- No longer a household of the list; whatever stood open ends with it, and of its people is known what became of them.
CREATE FUNCTION end_household(wanted uuid, day date, why text, kind text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE words text := to_char(day, 'DD/MM/YYYY') || '.';
BEGIN
  PERFORM check_own(wanted);
  IF kind NOT IN ('DIED','LEFT_PROVINCE','OTHER') THEN RAISE EXCEPTION 'not an end' USING ERRCODE = 'check_violation'; END IF;
  PERFORM end_requests(wanted, 'Hộ đã kết thúc ngày ' || words);
  UPDATE class_record SET until = day, end_movement = 'ENDED', reason = coalesce(reason, why) WHERE household_id = wanted AND until IS NULL;
  PERFORM end_facts(wanted, day);
  UPDATE merit_record SET valid_to = greatest(valid_from, day) WHERE household_id = wanted AND valid_to IS NULL;
  UPDATE pairing SET state = 'ENDED', valid_to = least(valid_to, greatest(day, valid_from)), end_reason = left(why, 1000) WHERE household_id = wanted AND state IN ('PROPOSED','AGREED');
  UPDATE support SET state = 'CANCELLED', note = right(concat_ws(E'\n', note, 'Hủy vì hộ kết thúc ngày ' || words), 2000) WHERE household_id = wanted AND state IN ('PLANNED','APPROVED');
  UPDATE member SET residence = CASE kind WHEN 'DIED' THEN 'DEAD' ELSE 'LEFT' END WHERE household_id = wanted AND residence IN ('PRESENT','AWAY');
  UPDATE household SET ended_on = day, end_kind = kind WHERE id = wanted;
  PERFORM refresh_counts(ARRAY[wanted]), refresh_sight(ARRAY[wanted]);
END $$;

DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION end_household(uuid, date, text, text) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION end_household(uuid, date, text, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION end_household(uuid, date, text, text) TO portal_commune;
END $$;
