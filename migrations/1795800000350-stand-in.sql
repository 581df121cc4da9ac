-- Trực thay. The row lends nothing by itself: who may do what under it is read from the post it stands in for and from the stand-in's own posts,
-- at every request. Its name names both, so that every entry, list and trail that shows a post does.

-- The post's holder, or a leader of the unit, gives some days to a colleague; whoever stands in lends nothing on. Null when one of these does not hold.
CREATE FUNCTION start_stand_in(principal int, colleague int, first_day date, last_day date) RETURNS int
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
  VALUES (taker.account_id, lent.unit_id, lent.role, taker.name || CASE lent.role WHEN 'LEADER' THEN ' (KT. ' ELSE ' (thay ' END || lent.name || ')', lent.villages, lent.communes,
    ARRAY(SELECT unnest(lent.sensitive_nouns) INTERSECT SELECT unnest(taker.sensitive_nouns)), first_day, last_day, lent.id) RETURNING id INTO made;
  RETURN made;
END $$;

-- Whoever lent the post, whoever stands in, and a leader of the unit; a stand-in of the leader's no more.
CREATE FUNCTION may_end_stand_in(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM post s JOIN post g ON g.id = my_post() AND g.unit_id = my_unit()
      WHERE s.id = wanted AND s.unit_id = my_unit() AND s.stands_in_for_id IS NOT NULL AND s.valid_to >= today()
        AND (g.id = s.stands_in_for_id OR g.account_id = s.account_id OR g.role = 'LEADER' AND g.stands_in_for_id IS NULL));
  END;

-- Ends it now, its sign-ins with it. False for another's as for a random id.
CREATE FUNCTION end_stand_in(wanted int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT may_end_stand_in(wanted) THEN RETURN false; END IF;
  UPDATE post SET valid_to = today() - 1 WHERE id = wanted;
  UPDATE sign_in SET revoked_at = now() WHERE post_id = wanted AND revoked_at IS NULL;
  RETURN true;
END $$;

-- What is done on somebody's behalf names that post beside the stand-in's own account and post.
CREATE FUNCTION name_principal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE principal int := (SELECT p.stands_in_for_id FROM post p WHERE p.id = NEW.post_id);
BEGIN
  IF principal IS NOT NULL THEN NEW.detail := coalesce(NEW.detail, '{}') || jsonb_build_object('standsInFor', principal); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_name_principal BEFORE INSERT ON audit_line FOR EACH ROW WHEN (NEW.post_id IS NOT NULL) EXECUTE FUNCTION name_principal();

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['start_stand_in(int, int, date, date)', 'may_end_stand_in(int)', 'end_stand_in(int)', 'name_principal()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION start_stand_in(int, int, date, date), may_end_stand_in(int), end_stand_in(int) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;

-- Whoever stands in holds the role for some days and does not count among those who hold it.
CREATE OR REPLACE FUNCTION holders(unit int, wanted text) RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT DISTINCT p.account_id FROM post p JOIN account a ON a.id = p.account_id
     WHERE p.unit_id = unit AND p.role = wanted AND p.stands_in_for_id IS NULL AND is_held(p, today()) AND a.locked_on IS NULL AND a.joined_at IS NOT NULL;
  END;
