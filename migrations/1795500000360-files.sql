-- Files that people send and fetch: the bytes lie in a folder under the row's id, here stands whose they are and until when.
CREATE TABLE stored_file (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL,
  post_id int NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL CHECK (length(media_type) BETWEEN 1 AND 120),
  size bigint NOT NULL CHECK (size >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kind text NOT NULL CHECK (kind IN ('IMPORT','IMPORT_NOTES','IMPORT_TEMPLATE','EXPORT')),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '7 days',
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON stored_file (expires_at);

-- A leave to send one file once; of the token only its hash is kept.
CREATE TABLE file_ticket (
  token_hash text PRIMARY KEY,
  account_id int NOT NULL REFERENCES account,
  unit_id int NOT NULL,
  post_id int NOT NULL,
  kind text NOT NULL,
  target uuid NOT NULL, -- the row that the file is for
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '10 minutes',
  used_at timestamptz,
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON file_ticket (expires_at);

-- Ends what has lasted long enough; of the files that lie in the folder returns those that no row names any more.
CREATE FUNCTION expire_files(present uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM file_ticket WHERE expires_at < now() - interval '1 day';
  DELETE FROM stored_file WHERE expires_at < now();
  RETURN QUERY SELECT p FROM unnest(present) AS p WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.id = p);
END $$;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION expire_files(uuid[]) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION expire_files(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION expire_files(uuid[]) TO app_user;
  GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file, file_ticket TO maintainer;
END $$;
