-- Signing in by the province's identity provider (OpenID Connect): whose account a subject of an issuer is, and the sign-ins under way.
CREATE TABLE identity_link (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  account_id int NOT NULL REFERENCES account,
  issuer text NOT NULL CHECK (length(issuer) <= 500),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject)
);
CREATE INDEX ON identity_link (account_id);
-- What the provider's answer is compared with; found by a cookie of the browser that began, and used once.
CREATE TABLE oidc_request (
  key_hash bytea PRIMARY KEY,
  state text NOT NULL, nonce text NOT NULL, verifier text NOT NULL,
  account_id int REFERENCES account, -- who links the own account; null: somebody signs in
  expires_at timestamptz NOT NULL DEFAULT now() + interval '10 minutes'
);
-- A leave to begin linking the own account, once, for whoever just gave the password.
CREATE TABLE link_ticket (
  ticket_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account,
  expires_at timestamptz NOT NULL DEFAULT now() + interval '1 minute'
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_link, oidc_request, link_ticket TO app_user, maintainer;
CREATE FUNCTION audit_identity_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE whose int := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
BEGIN
  INSERT INTO audit_line (request_id, account_id, operation, outcome, noun, row_id)
  VALUES ('', whose, CASE WHEN TG_OP = 'DELETE' THEN 'removeIdentityLink' ELSE 'linkIdentity' END, 'DONE', 'Account', whose::text);
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR DELETE ON identity_link FOR EACH ROW EXECUTE FUNCTION audit_identity_link();
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION audit_identity_link() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION audit_identity_link() FROM PUBLIC;
END $$;
