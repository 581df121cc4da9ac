-- A second factor of signing in: a code that the person's own device makes (TOTP, RFC 6238), and codes on paper for the day it is lost.
CREATE TABLE second_factor (
  account_id int PRIMARY KEY REFERENCES account,
  secret bytea NOT NULL, -- sealed by a key that the database does not have
  confirmed_at timestamptz, -- null: being set up
  last_step bigint, -- of the last code used: none is taken twice, and none before it
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE recovery_code (
  code_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account,
  used_at timestamptz
);
CREATE INDEX ON recovery_code (account_id);
-- Whoever gave the right password and owes the code: no session, and used once.
CREATE TABLE half_sign_in (
  token_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account,
  expires_at timestamptz NOT NULL DEFAULT now() + interval '5 minutes',
  used_at timestamptz
);
CREATE INDEX ON half_sign_in (account_id);
-- Since when accounts that open sensitive data must have it: those of a unit, or of all units of a kind.
CREATE TABLE second_factor_rule (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit_id int REFERENCES unit,
  portal_kind text CHECK (portal_kind IN ('secretariat','department','commune','massOrganisation')),
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  CHECK (num_nonnulls(unit_id, portal_kind) = 1)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code, half_sign_in TO app_user, maintainer;
GRANT SELECT ON second_factor_rule TO app_user;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_rule TO maintainer;

-- Turning it on and off, and a code of paper used, have their lines where the rows are, as signing in has.
CREATE FUNCTION audit_second_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said text := TG_ARGV[0]; whose int := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
BEGIN
  INSERT INTO audit_line (request_id, account_id, operation, outcome, noun, row_id) VALUES ('', whose, said, 'DONE', 'Account', whose::text);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_on AFTER UPDATE ON second_factor FOR EACH ROW WHEN (OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION audit_second_factor('confirmSecondFactor');
CREATE TRIGGER audit_off AFTER DELETE ON second_factor FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL) EXECUTE FUNCTION audit_second_factor('removeSecondFactor');
CREATE TRIGGER audit_use AFTER UPDATE ON recovery_code FOR EACH ROW WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION audit_second_factor('useRecoveryCode');

-- A new password ends what began with the old one.
CREATE FUNCTION drop_half_sign_ins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM half_sign_in WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_half_sign_ins AFTER UPDATE ON account FOR EACH ROW
  WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash OR NEW.locked_on IS NOT NULL) EXECUTE FUNCTION drop_half_sign_ins();
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION audit_second_factor() OWNER TO maintainer;
  ALTER FUNCTION drop_half_sign_ins() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION audit_second_factor(), drop_half_sign_ins() FROM PUBLIC;
END $$;

-- Who keeps accounts sees that a second factor is on, and nothing else of it.
CREATE OR REPLACE FUNCTION has_second_factor(account int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT EXISTS (SELECT FROM second_factor f WHERE f.account_id = account AND f.confirmed_at IS NOT NULL); END;
