-- "KT." stands before the name of whom a deputy signs for (NĐ 30/2020, Điều 13): only one leader for another. Anybody else stands in "thay".
CREATE OR REPLACE FUNCTION start_stand_in(principal int, colleague int, first_day date, last_day date) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE giver post; lent post; taker post; made int;
BEGIN
  SELECT * INTO giver FROM post p WHERE p.id = my_post() AND p.unit_id = my_unit() AND p.stands_in_for_id IS NULL AND p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today());
  SELECT * INTO lent FROM post p WHERE p.id = principal AND p.unit_id = my_unit() AND p.stands_in_for_id IS NULL AND p.role IN ('LEADER','OFFICER','VILLAGE_OFFICER')
     AND p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= last_day) FOR UPDATE;
  SELECT * INTO taker FROM post p WHERE p.id = colleague AND p.unit_id = my_unit() AND p.stands_in_for_id IS NULL AND p.role IN ('LEADER','OFFICER','VILLAGE_OFFICER')
     AND p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today());
  IF giver.id IS NULL OR lent.id IS NULL OR taker.id IS NULL OR lent.account_id = taker.account_id OR NOT (giver.id = lent.id OR giver.role = 'LEADER')
     OR first_day < today() OR last_day < first_day
     OR EXISTS (SELECT FROM post s WHERE s.stands_in_for_id = lent.id AND s.valid_from <= last_day AND s.valid_to >= first_day) THEN RETURN NULL; END IF;
  INSERT INTO post (account_id, unit_id, role, name, villages, communes, sensitive_nouns, valid_from, valid_to, stands_in_for_id)
  VALUES (taker.account_id, lent.unit_id, lent.role, taker.name || CASE WHEN lent.role = 'LEADER' AND taker.role = 'LEADER' THEN ' (KT. ' ELSE ' (thay ' END || lent.name || ')', lent.villages, lent.communes,
    ARRAY(SELECT unnest(lent.sensitive_nouns) INTERSECT SELECT unnest(taker.sensitive_nouns)), first_day, last_day, lent.id) RETURNING id INTO made;
  RETURN made;
END $$;
