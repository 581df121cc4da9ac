-- Links of invitations and resets that go by mail. The token lies here sealed, under a key that the database does not have, and only until it left.
CREATE TABLE link_mail (
  token_hash bytea PRIMARY KEY REFERENCES account_link,
  email text NOT NULL,
  sealed bytea,
  state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING','SENT','DROPPED','GIVEN_UP')),
  tries int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  failure text, -- the code of the last failure, never a text
  CHECK ((sealed IS NOT NULL) = (state = 'WAITING'))
);
CREATE INDEX ON link_mail (next_try_at) WHERE state = 'WAITING';

-- Lets the link that the viewer has just made go to the address of its account, and tells the address; null where there is none.
CREATE FUNCTION mail_link(link_hash bytea, sealed_token bytea) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE address text;
BEGIN
  SELECT a.email INTO address FROM account_link l JOIN account a ON a.id = l.account_id
   WHERE l.token_hash = link_hash AND l.made_by = my_post() AND l.created_at = now() AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  PERFORM refuse_unless(FOUND);
  IF address IS NULL THEN RETURN NULL; END IF;
  INSERT INTO link_mail (token_hash, email, sealed) VALUES (link_hash, address, sealed_token);
  PERFORM pg_notify('link_mail', '');
  RETURN address;
END $$;

-- A link that was used or withdrawn leaves no token behind.
CREATE FUNCTION drop_link_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE link_mail SET state = 'DROPPED', sealed = NULL, settled_at = now() WHERE token_hash = NEW.token_hash AND state = 'WAITING';
  RETURN NULL;
END $$;
CREATE TRIGGER mail AFTER UPDATE ON account_link FOR EACH ROW WHEN (NEW.used_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION drop_link_mail();

DO $$
BEGIN
  GRANT SELECT, INSERT, UPDATE, DELETE ON link_mail TO maintainer;
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION mail_link(bytea, bytea) OWNER TO maintainer;
  ALTER FUNCTION drop_link_mail() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION mail_link(bytea, bytea), drop_link_mail() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION mail_link(bytea, bytea) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  -- The login keeps it as it keeps the queue of notices.
  GRANT SELECT, UPDATE ON link_mail TO app_user;
END $$;
