-- A unit keeps a leader: nobody else in it can name one. Of those who hold the role, who is locked, has not joined yet, stands in, or ends by
-- then as well does not count.
CREATE FUNCTION leaves_no_leader(wanted int, last_day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT p.unit_id = my_unit() AND p.role = 'LEADER' AND p.stands_in_for_id IS NULL AND NOT is_over(p, today()) AND NOT EXISTS (
        SELECT FROM post o JOIN account a ON a.id = o.account_id
         WHERE o.unit_id = p.unit_id AND o.role = 'LEADER' AND o.account_id <> p.account_id AND o.stands_in_for_id IS NULL AND a.locked_on IS NULL AND a.joined_at IS NOT NULL
           AND o.valid_from <= greatest(last_day, today()) + 1 AND (o.valid_to IS NULL OR o.valid_to > greatest(last_day, today())))
      FROM post p WHERE p.id = wanted), false);
  END;

-- Whatever of the unit's own writes it: an end, another role, a shorter term, a handover.
CREATE FUNCTION keep_a_leader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_people(OLD.unit_id);
  PERFORM refuse_unless(NOT leaves_no_leader(OLD.id, CASE WHEN NEW.role = OLD.role THEN NEW.valid_to ELSE today() END));
  RETURN NEW;
END $$;
CREATE TRIGGER keep_a_leader BEFORE UPDATE OF role, valid_to ON post FOR EACH ROW
  WHEN (OLD.role = 'LEADER' AND OLD.stands_in_for_id IS NULL AND (NEW.role <> 'LEADER' OR NEW.valid_to < coalesce(OLD.valid_to, 'infinity'))) EXECUTE FUNCTION keep_a_leader();

-- As before, but for the others of the role: those who can sign in, and not until today alone.
CREATE OR REPLACE FUNCTION handover_sides(leaver int, taker int) RETURNS TABLE (id int, name text, role text, is_held boolean, sensitive_nouns text[], villages int[], communes int[], namesakes int, others_of_role int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM post l WHERE l.id = my_post() AND l.unit_id = my_unit() AND l.role = 'LEADER' AND l.stands_in_for_id IS NULL) THEN RETURN; END IF;
  IF NOT current_setting('transaction_read_only')::boolean THEN
    -- In the order of every writer of the unit's people.
    PERFORM lock_people(my_unit());
    PERFORM FROM post p WHERE p.id IN (leaver, taker) AND p.unit_id = my_unit() ORDER BY p.id FOR UPDATE;
  END IF;
  RETURN QUERY SELECT p.id, p.name::text, p.role, p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today()), p.sensitive_nouns, p.villages, p.communes,
      (SELECT count(*)::int FROM post o WHERE o.unit_id = p.unit_id AND o.id <> p.id AND o.stands_in_for_id IS NULL AND o.name COLLATE "C" = p.name COLLATE "C" AND o.valid_from <= today() AND (o.valid_to IS NULL OR o.valid_to >= today())),
      (SELECT count(*)::int FROM post o JOIN account a ON a.id = o.account_id WHERE o.unit_id = p.unit_id AND o.account_id <> p.account_id AND o.stands_in_for_id IS NULL AND o.role = p.role
         AND a.locked_on IS NULL AND a.joined_at IS NOT NULL AND o.valid_from <= today() AND (o.valid_to IS NULL OR o.valid_to > today()))
    FROM post p WHERE p.id IN (leaver, taker) AND p.unit_id = my_unit() AND p.stands_in_for_id IS NULL;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['leaves_no_leader(int, date)', 'keep_a_leader()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION leaves_no_leader(int, date) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
