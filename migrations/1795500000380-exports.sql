-- Lists that a post takes out as workbooks. The row tells how far one has come; what may stand in it is decided page by page, by the gates.
CREATE TABLE export_job (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  no int NOT NULL GENERATED ALWAYS AS IDENTITY, -- in the order of asking
  unit_id int NOT NULL,
  post_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('HOUSEHOLDS','MEMBERS','SUPPORTS','SUPPORT_NEEDS','PAIRINGS','CLASS_LIST')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  filter text CHECK (length(filter) <= 20000), -- JSON, as the list takes it
  sort text CHECK (length(sort) <= 2000), -- JSON
  columns text[] NOT NULL CHECK (cardinality(columns) BETWEEN 1 AND 100),
  purpose text,
  state text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED','RUNNING','DONE','FAILED','CANCELLED')),
  done int NOT NULL DEFAULT 0 CHECK (done >= 0),
  total int CHECK (total >= 0), -- null while not counted, or beyond what lists count
  file_id uuid REFERENCES stored_file ON DELETE SET NULL,
  message text CHECK (length(message) <= 1000),
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  expires_at timestamptz NOT NULL DEFAULT now() + interval '7 days', -- the file's
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON export_job (post_id, no);
CREATE INDEX ON export_job (file_id) WHERE file_id IS NOT NULL;

-- Those that a server which is no more was writing, or had yet to begin: nothing of them was kept.
CREATE FUNCTION fail_exports() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE many int;
BEGIN
  UPDATE export_job SET state = 'FAILED', finished_at = now(), message = 'Máy chủ dừng khi đang xuất nên không có tệp. Hãy xuất lại.' WHERE state IN ('QUEUED','RUNNING');
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION fail_exports() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION fail_exports() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION fail_exports() TO app_user;
  GRANT SELECT, INSERT, UPDATE, DELETE ON export_job TO maintainer;
END $$;
