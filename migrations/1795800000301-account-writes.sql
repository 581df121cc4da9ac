-- Every write of accounts and posts. A write above the viewer's own rights raises 42501 whatever was asked before it.
CREATE FUNCTION refuse_unless(allowed boolean) RETURNS void LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF allowed IS NOT TRUE THEN RAISE EXCEPTION 'above the own rights' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;

-- Villages are of the unit itself, for those who work in villages; communes are for offices that serve some communes of the province.
CREATE FUNCTION check_territory(unit int, role text, villages int[], communes int[]) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kind text := (SELECT u.kind FROM unit u WHERE u.id = unit);
BEGIN
  PERFORM refuse_unless((villages IS NULL) = (role <> 'VILLAGE_OFFICER') OR villages IS NOT NULL AND role = 'OFFICER');
  PERFORM refuse_unless(villages IS NULL OR kind = 'commune' AND cardinality(villages) > 0
    AND NOT EXISTS (SELECT FROM unnest(villages) v WHERE NOT EXISTS (SELECT FROM village x WHERE x.id = v AND x.commune_id = unit)));
  PERFORM refuse_unless(communes IS NULL OR kind IN ('department', 'massOrganisation') AND role IN ('OFFICER', 'VIEWER') AND cardinality(communes) > 0
    AND NOT EXISTS (SELECT FROM unnest(communes) c WHERE NOT EXISTS (SELECT FROM unit x WHERE x.id = c AND x.kind = 'commune' AND x.valid_to IS NULL)));
END $$;

CREATE FUNCTION link_end() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT now() + (SELECT value::int FROM setting WHERE name = 'invitation_hours') * interval '1 hour'; END;

-- One writer at a time keeps the people of a unit, so that of two last administrators not each ends the other.
CREATE FUNCTION lock_people(unit int) RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(hashtext('people of unit'), unit) $$;

-- A new person with a first post. The password's hash is of one that nobody knows until the link is used. Logins of a unit end in its code, so that
-- one that is taken tells of nobody elsewhere: 23505 then.
CREATE FUNCTION invite_account(login text, name text, email text, password_hash text, token_hash bytea, unit int, role text, villages int[], communes int[], valid_from date, valid_to date)
  RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made int;
BEGIN
  PERFORM refuse_unless(role = ANY (roles_to_give(unit)) AND login ~ ('^[a-z0-9._-]+[.]' || (SELECT u.code FROM unit u WHERE u.id = unit) || '$'));
  PERFORM check_territory(unit, role, villages, communes);
  INSERT INTO account (login, name, email, password_hash, must_change_password, joined_at) VALUES (login, name, email, password_hash, true, NULL) RETURNING id INTO made;
  INSERT INTO post (account_id, unit_id, role, name, villages, communes, valid_from, valid_to) VALUES (made, unit, role, name, villages, communes, valid_from, valid_to);
  INSERT INTO account_link (token_hash, account_id, made_by, expires_at) VALUES (token_hash, made, my_post(), link_end());
  RETURN made;
END $$;

CREATE FUNCTION offer_post(login text, name text, unit int, role text, villages int[], communes int[], valid_from date, valid_to date)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  PERFORM refuse_unless(role = ANY (roles_to_give(unit)));
  -- To oneself nobody gives a further post.
  PERFORM refuse_unless(offer_post.login <> (SELECT a.login FROM account a WHERE a.id = my_account()));
  PERFORM check_territory(unit, role, villages, communes);
  INSERT INTO post_offer (login, unit_id, name, role, villages, communes, valid_from, valid_to, made_by, expires_at)
    VALUES (login, unit, name, role, villages, communes, valid_from, valid_to, my_post(), link_end()) RETURNING id INTO made;
  RETURN made;
END $$;

-- The viewer's answer to an offer made to the own login; the new post, null when declined. 42501 for another's, an old or an answered one.
CREATE FUNCTION answer_offer(wanted uuid, accepted boolean) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE offer post_offer; made int;
BEGIN
  UPDATE post_offer o SET answered_at = now(), is_accepted = accepted FROM account a
   WHERE o.id = wanted AND a.id = my_account() AND o.login = a.login AND o.answered_at IS NULL AND o.expires_at > now() RETURNING o.* INTO offer;
  PERFORM refuse_unless(offer.id IS NOT NULL);
  IF NOT accepted THEN RETURN NULL; END IF;
  INSERT INTO post (account_id, unit_id, role, name, villages, communes, valid_from, valid_to)
    VALUES (my_account(), offer.unit_id, offer.role, offer.name, offer.villages, offer.communes, offer.valid_from, offer.valid_to) RETURNING id INTO made;
  RETURN made;
END $$;
CREATE FUNCTION my_offers() RETURNS TABLE (id uuid, "unitName" text, role text, "validFrom" date, "validTo" date, "expiresAt" timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT o.id, u.name, o.role, o.valid_from, o.valid_to, o.expires_at FROM post_offer o JOIN unit u ON u.id = o.unit_id JOIN account a ON a.login = o.login
     WHERE a.id = my_account() AND o.answered_at IS NULL AND o.expires_at > now() ORDER BY o.created_at;
  END;
-- Offers of a kept unit that wait for an answer; whether anybody has the login they do not say.
CREATE FUNCTION offers_of(unit int) RETURNS TABLE (id uuid, login text, name text, role text, "expiresAt" timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT o.id, o.login, o.name, o.role, o.expires_at FROM post_offer o WHERE o.unit_id = unit AND keeps(unit) AND o.answered_at IS NULL AND o.expires_at > now() ORDER BY o.created_at;
  END;

-- What is sensitive is given by two persons: what the viewer could not open waits for a leader's word again when the account or the post changes hands.
CREATE FUNCTION suspend_rights(wanted int, why text) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p post; mine text[]; gone text[];
BEGIN
  SELECT * INTO p FROM post WHERE id = wanted;
  mine := coalesce((SELECT m.sensitive_nouns FROM post m WHERE m.id = my_post() AND m.unit_id = p.unit_id AND m.role = 'LEADER'), '{}');
  gone := ARRAY(SELECT unnest(p.sensitive_nouns) EXCEPT SELECT unnest(mine) ORDER BY 1);
  IF gone = '{}' THEN RETURN gone; END IF;
  UPDATE post SET sensitive_nouns = ARRAY(SELECT unnest(p.sensitive_nouns) INTERSECT SELECT unnest(mine) ORDER BY 1), version = version + 1 WHERE id = wanted;
  UPDATE right_request r SET nouns = ARRAY(SELECT unnest(r.nouns) UNION SELECT unnest(gone) ORDER BY 1), reason = why, requested_by = my_post() WHERE r.post_id = wanted AND r.state = 'REQUESTED';
  IF NOT FOUND THEN
    INSERT INTO right_request (unit_id, post_id, nouns, reason, requested_by, requested_on) VALUES (p.unit_id, wanted, gone, why, my_post(), today());
  END IF;
  RETURN gone;
END $$;

CREATE FUNCTION end_sign_ins(account int, of_post int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int;
BEGIN
  UPDATE sign_in s SET revoked_at = now() WHERE s.account_id = account AND (of_post IS NULL OR s.post_id = of_post) AND s.revoked_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- A new link: for whoever has not joined yet the invitation anew, else a reset, which ends every sign-in and lets sensitive rights wait for a leader.
CREATE FUNCTION make_account_link(account int, token_hash bytea, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless(may_keep_account(account));
  PERFORM 1 FROM account a WHERE a.id = account FOR UPDATE;
  UPDATE account_link l SET withdrawn_at = now() WHERE l.account_id = account AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  PERFORM end_sign_ins(account, NULL);
  PERFORM suspend_rights(p.id, why) FROM post p WHERE p.account_id = account AND NOT is_over(p, today()) AND p.sensitive_nouns <> '{}';
  INSERT INTO account_link (token_hash, account_id, made_by, expires_at) VALUES (token_hash, account, my_post(), link_end());
END $$;

-- Locking ends the sign-ins and the open links; unlocking gives none back. True when anything changed.
CREATE FUNCTION set_account_lock(account int, locked boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless(may_keep_account(account));
  UPDATE account a SET locked_on = CASE WHEN locked THEN now() END WHERE a.id = account AND (a.locked_on IS NULL) = locked;
  IF NOT FOUND THEN RETURN false; END IF;
  IF locked THEN
    PERFORM end_sign_ins(account, NULL);
    UPDATE account_link l SET withdrawn_at = now() WHERE l.account_id = account AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  END IF;
  RETURN true;
END $$;

CREATE FUNCTION set_account_email(account int, given text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless(may_keep_account(account));
  UPDATE account a SET email = given WHERE a.id = account;
END $$;

-- Whether the unit keeps somebody of the role when this person goes.
CREATE FUNCTION is_last_of_role(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT p.role IN ('LEADER', 'ACCOUNT_ADMINISTRATOR') AND NOT EXISTS (SELECT FROM holders(p.unit_id, p.role) h WHERE h <> p.account_id)
      FROM post p WHERE p.id = wanted AND keeps(p.unit_id)), false);
  END;

-- The post's last day; from the day after its holder's sign-ins under it are over. One's own may be ended, but not by the last who could name another.
CREATE FUNCTION end_post(wanted int, last_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p post;
BEGIN
  SELECT * INTO p FROM post WHERE id = wanted;
  PERFORM lock_people(p.unit_id);
  SELECT * INTO p FROM post WHERE id = wanted FOR UPDATE;
  PERFORM refuse_unless(may_keep_post(wanted) OR p.account_id = my_account() AND keeps(p.unit_id) AND NOT is_last_of_role(wanted));
  PERFORM refuse_unless(p.valid_to IS NULL OR p.valid_to >= last_day);
  UPDATE post SET valid_to = last_day, version = version + 1 WHERE id = wanted;
  IF last_day < today() THEN PERFORM end_sign_ins(p.account_id, wanted); END IF;
END $$;

-- Another role, territory or term. A role or territory that changes lets sensitive rights wait for a leader; `kept_nouns` can only take away.
CREATE FUNCTION change_post(wanted int, role text, phone text, villages int[], communes int[], valid_from date, valid_to date, kept_nouns text[], why text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p post;
BEGIN
  SELECT * INTO p FROM post WHERE id = wanted;
  PERFORM lock_people(p.unit_id);
  SELECT * INTO p FROM post WHERE id = wanted FOR UPDATE;
  PERFORM refuse_unless(may_keep_post(wanted) AND change_post.role = ANY (roles_to_give(p.unit_id)) AND p.sensitive_nouns @> kept_nouns);
  PERFORM check_territory(p.unit_id, change_post.role, change_post.villages, change_post.communes);
  UPDATE post x SET role = change_post.role, office_phone = phone, villages = change_post.villages, communes = change_post.communes, valid_from = change_post.valid_from, valid_to = change_post.valid_to,
      sensitive_nouns = CASE WHEN change_post.role IN ('LEADER', 'OFFICER') THEN kept_nouns ELSE '{}' END, version = version + 1 WHERE x.id = wanted;
  IF (p.role, p.villages, p.communes) IS DISTINCT FROM (change_post.role, change_post.villages, change_post.communes) AND change_post.role IN ('LEADER', 'OFFICER') THEN PERFORM suspend_rights(wanted, why); END IF;
  IF change_post.role NOT IN ('LEADER', 'OFFICER') THEN
    UPDATE right_request r SET state = 'REFUSED', decided_by = my_post(), decided_on = today(), answer = why WHERE r.post_id = wanted AND r.state = 'REQUESTED';
  END IF;
END $$;

-- Whoever keeps the unit's accounts asks; leaders and officers alone open what is sensitive.
CREATE FUNCTION request_rights(wanted int, nouns text[], reason text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p post; made uuid;
BEGIN
  SELECT * INTO p FROM post WHERE id = wanted;
  PERFORM refuse_unless(keeps(p.unit_id) AND p.role IN ('LEADER', 'OFFICER') AND NOT is_over(p, today()));
  INSERT INTO right_request (unit_id, post_id, nouns, reason, requested_by, requested_on) VALUES (p.unit_id, wanted, nouns, reason, my_post(), today()) RETURNING id INTO made;
  RETURN made;
END $$;

-- A leader of the unit decides, neither for oneself nor on one's own request; for the only leader of a unit a leader of the secretariat does.
CREATE FUNCTION may_decide(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT my_role() = 'LEADER' AND p.account_id <> my_account() AND (q.account_id <> my_account() OR r.unit_id <> my_unit())
        AND (r.unit_id = my_unit() OR p.role = 'LEADER' AND EXISTS (SELECT FROM unit u WHERE u.id = my_unit() AND u.kind = 'secretariat')
          AND NOT EXISTS (SELECT FROM holders(r.unit_id, 'LEADER') h WHERE h <> p.account_id))
      FROM right_request r JOIN post p ON p.id = r.post_id JOIN post q ON q.id = r.requested_by WHERE r.id = request), false);
  END;
CREATE FUNCTION decide_rights(request uuid, granted boolean, said text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE r right_request;
BEGIN
  PERFORM refuse_unless(may_decide(request));
  UPDATE right_request x SET state = CASE WHEN granted THEN 'GRANTED' ELSE 'REFUSED' END, decided_by = my_post(), decided_on = today(), answer = said
   WHERE x.id = request AND x.state = 'REQUESTED' RETURNING x.* INTO r;
  IF r.id IS NULL THEN RETURN false; END IF;
  IF granted THEN
    UPDATE post p SET sensitive_nouns = ARRAY(SELECT unnest(p.sensitive_nouns) UNION SELECT unnest(r.nouns) ORDER BY 1), version = version + 1
     WHERE p.id = r.post_id AND p.role IN ('LEADER', 'OFFICER');
    PERFORM refuse_unless(FOUND);
  END IF;
  RETURN true;
END $$;

-- One's own sign-ins that are alive; the one that asks is known by its hash.
CREATE FUNCTION my_sign_ins(current bytea) RETURNS TABLE (id uuid, device text, address text, since timestamptz, "lastSeenAt" timestamptz, "unitName" text, "isCurrent" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT s.id, s.device, s.address, s.since, s.last_seen_at, u.short_name, coalesce(s.token_hash = current, false) FROM sign_in s LEFT JOIN post p ON p.id = s.post_id LEFT JOIN unit u ON u.id = p.unit_id
     WHERE s.account_id = my_account() AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes'
     ORDER BY 7 DESC, s.last_seen_at DESC LIMIT 100;
  END;
-- Ends one of one's own sign-ins, or with null all but the one that asks; how many.
CREATE FUNCTION end_my_sign_ins(wanted uuid, current bytea) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int;
BEGIN
  UPDATE sign_in s SET revoked_at = now() WHERE s.account_id = my_account() AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes'
     AND (s.id = wanted OR wanted IS NULL AND s.token_hash <> current);
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Whoever uses a link has no session yet; its line is made where the row is, as that of a sign-in.
CREATE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_line (request_id, account_id, unit_id, operation, outcome, noun, row_id, after)
  SELECT '', NEW.account_id, p.unit_id, 'acceptInvitation', 'DONE', 'Account', NEW.account_id::text, jsonb_build_object('madeBy', NEW.made_by) FROM post p WHERE p.id = NEW.made_by;
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER UPDATE ON account_link FOR EACH ROW WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION audit_link();

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  -- Those that work for others only.
  FOREACH name IN ARRAY ARRAY['is_held(post, date)','is_over(post, date)','is_root_keeper()','holders(int, text)','keeps(int)','keeps_person(int)','refuse_unless(boolean)','check_territory(int, text, int[], int[])','link_end()',
                              'lock_people(int)','suspend_rights(int, text)','end_sign_ins(int, int)','audit_link()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['my_account()','my_kept_units()','roles_to_give(int)','my_people()','people_of(int)','may_keep_account(int)','may_keep_post(int)','has_other_posts(int)','last_sign_in(int)','link_until(int)',
                              'has_second_factor(int)','account_posts(int)','kept_post(int)','kept_units()','invite_account(text, text, text, text, bytea, int, text, int[], int[], date, date)',
                              'offer_post(text, text, int, text, int[], int[], date, date)','answer_offer(uuid, boolean)','my_offers()','offers_of(int)','make_account_link(int, bytea, text)',
                              'set_account_lock(int, boolean)','set_account_email(int, text)','is_last_of_role(int)','end_post(int, date)','change_post(int, text, text, int[], int[], date, date, text[], text)',
                              'request_rights(int, text[], text)','may_decide(uuid)','decide_rights(uuid, boolean, text)','my_sign_ins(bytea)','end_my_sign_ins(uuid, bytea)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
