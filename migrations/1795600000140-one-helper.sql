-- A household is helped by one body at a time (III.2(8), IV.14), whoever writes it and by whatever way.
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- Where two stand already, the agreed one stays, of two alike the one that began first.
UPDATE pairing p SET state = 'ENDED', valid_to = least(p.valid_to, greatest(today(), p.valid_from)), end_reason = coalesce(p.end_reason, 'Hộ đã được đơn vị khác giúp đỡ trong thời gian này.')
 WHERE p.state IN ('PROPOSED','AGREED') AND EXISTS (SELECT FROM pairing k
   WHERE k.household_id = p.household_id AND k.state IN ('PROPOSED','AGREED') AND daterange(k.valid_from, k.valid_to, '[]') && daterange(p.valid_from, p.valid_to, '[]')
     AND (k.state, k.valid_from, k.id) < (p.state, p.valid_from, p.id));
ALTER TABLE pairing ADD CONSTRAINT one_helper_at_a_time
  EXCLUDE USING gist (household_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (household_id IS NOT NULL AND state IN ('PROPOSED','AGREED'));

-- Two households become one: as before, and what the other's helper was to do ends where the household that stays is helped on these days.
CREATE OR REPLACE FUNCTION merge_households(kept uuid, gone uuid, day date, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  UPDATE pairing p SET state = 'ENDED', valid_to = least(p.valid_to, greatest(day, p.valid_from)), end_reason = 'Hộ sáp nhập với hộ ' || kept_code || ', hộ này đã được '
      || CASE WHEN EXISTS (SELECT FROM pairing k WHERE k.household_id = kept AND k.helper_id = p.helper_id AND k.state IN ('PROPOSED','AGREED')) THEN 'đơn vị' ELSE 'đơn vị khác' END || ' giúp đỡ.'
   WHERE p.household_id = gone AND p.state IN ('PROPOSED','AGREED')
     AND EXISTS (SELECT FROM pairing k WHERE k.household_id = kept AND k.state IN ('PROPOSED','AGREED')
       AND (k.helper_id = p.helper_id OR daterange(k.valid_from, k.valid_to, '[]') && daterange(p.valid_from, p.valid_to, '[]')));
  UPDATE pairing p SET household_id = kept, household_code = kept_code, household_village_id = h.village_id FROM household h
   WHERE h.id = kept AND p.household_id = gone AND p.state IN ('PROPOSED','AGREED');
  UPDATE class_record SET until = day, end_movement = 'MERGED', related_household_id = kept, reason = coalesce(reason, why) WHERE household_id = gone AND until IS NULL;
  PERFORM end_facts(gone, day), follow_merit(kept, day, false);
  UPDATE household SET ended_on = day, end_kind = 'MERGED', merged_into_id = kept WHERE id = gone;
  PERFORM refresh_counts(ARRAY[kept, gone]), refresh_sight(ARRAY[kept, gone]);
END $$;
