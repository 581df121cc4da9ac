-- Whoever lost the device and the codes on paper: the keeper of the account takes the second factor away. It is set up anew at the next sign-in
-- where a rule asks for it; what the person could open of the sensitive and the keeper could not waits for a leader's word again.
CREATE FUNCTION reset_second_factor(account int, why text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless(may_keep_account(account));
  PERFORM 1 FROM account a WHERE a.id = account FOR UPDATE;
  DELETE FROM second_factor f WHERE f.account_id = account;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM recovery_code c WHERE c.account_id = account;
  DELETE FROM half_sign_in h WHERE h.account_id = account;
  PERFORM end_sign_ins(account, NULL);
  PERFORM suspend_rights(p.id, why) FROM post p WHERE p.account_id = account AND NOT is_over(p, today()) AND p.sensitive_nouns <> '{}';
  RETURN true;
END $$;

-- A factor that somebody else took away has that person's line already.
CREATE OR REPLACE FUNCTION audit_second_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said text := TG_ARGV[0]; whose int := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
BEGIN
  IF my_account() <> whose THEN RETURN NULL; END IF;
  INSERT INTO audit_line (request_id, account_id, operation, outcome, noun, row_id) VALUES ('', whose, said, 'DONE', 'Account', whose::text);
  RETURN NULL;
END $$;

DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION reset_second_factor(int, text) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION reset_second_factor(int, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reset_second_factor(int, text) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
