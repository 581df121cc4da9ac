-- Who may sign in, and as what. Portal roles never touch these but for the few columns of post that the matrix grants.
CREATE TABLE account (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND length(login) BETWEEN 3 AND 64),
  name text COLLATE vietnamese NOT NULL,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT true,
  locked_on timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE post (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  account_id int NOT NULL REFERENCES account,
  unit_id int NOT NULL REFERENCES unit,
  role text NOT NULL CHECK (role IN ('LEADER','OFFICER','VILLAGE_OFFICER','VIEWER','SUPERVISOR','ACCOUNT_ADMINISTRATOR')),
  name text COLLATE vietnamese NOT NULL, -- the holder, as the unit names them on this post
  office_phone text,
  villages int[], -- null: the whole unit
  communes int[], -- null: the whole province (district-level rooms of the bank and of social insurance)
  sensitive_nouns text[] NOT NULL DEFAULT '{}',
  valid_from date NOT NULL,
  valid_to date,
  UNIQUE (id, unit_id)
);
CREATE INDEX ON post (account_id);
CREATE INDEX ON post (unit_id);
ALTER TABLE assignment ADD FOREIGN KEY (officer_id, unit_id) REFERENCES post (id, unit_id);
ALTER TABLE progress_entry ADD FOREIGN KEY (author_id, unit_id) REFERENCES post (id, unit_id);
ALTER TABLE progress_entry ADD FOREIGN KEY (signed_by_id, unit_id) REFERENCES post (id, unit_id);

CREATE TABLE sign_in (
  token_hash bytea PRIMARY KEY, -- only the hash of the cookie's value is kept
  account_id int NOT NULL REFERENCES account,
  post_id int REFERENCES post,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX ON sign_in (account_id);

-- Failed attempts by login and by address, both as hashes: an unknown login is counted like a known one.
CREATE TABLE sign_in_attempt (
  subject bytea PRIMARY KEY,
  failures int NOT NULL,
  last_failure_at timestamptz NOT NULL,
  blocked_until timestamptz
);

CREATE TABLE setting (
  name text PRIMARY KEY,
  value text NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON account, sign_in, sign_in_attempt TO app_user;
GRANT DELETE ON sign_in_attempt TO app_user;
GRANT SELECT ON post, unit, village, setting TO app_user; -- unit, village, post: rows by policy, see the access migration

-- What was done and what was refused; written in the writing transaction, never altered.
CREATE TABLE audit_line (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  request_id text NOT NULL,
  account_id int,
  post_id int,
  unit_id int,
  operation text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('DONE','REFUSED','FAILED')),
  noun text, row_id text,
  before jsonb, after jsonb,
  detail jsonb
);
CREATE INDEX ON audit_line (unit_id, at);

-- Who opened which sensitive record, why; appended before the answer leaves.
CREATE TABLE access_log (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  request_id text NOT NULL,
  account_id int NOT NULL,
  post_id int NOT NULL,
  unit_id int NOT NULL,
  household_id uuid,
  member_id uuid,
  part text NOT NULL,
  purpose text
);
CREATE INDEX ON access_log (household_id, at);

CREATE TABLE outbox (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), -- ids commit out of order; readers go by this
  at timestamptz NOT NULL DEFAULT now(),
  topic text NOT NULL,
  unit_id int,
  row_id text NOT NULL
);
