-- A word to people that something of theirs changed. It names what it is about and never says what stands there: who reads it reads that
-- under the own rights, now and not as they were when it was sent.
CREATE TABLE notice (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), -- ids commit out of order; readers go by this
  at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL,
  unit_id int NOT NULL REFERENCES unit, -- whom it is for
  post_id int, -- null: those of the unit whose role is named
  roles text[], -- null: everybody of the unit
  from_unit_id int REFERENCES unit, -- null: the system
  noun text NOT NULL, -- what it opens
  row_id text NOT NULL,
  assignment_id int REFERENCES assignment, -- the piece of work it belongs to
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON notice (unit_id, id);
CREATE INDEX ON notice (assignment_id);
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON notice TO maintainer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO maintainer;

-- Sends a notice in the writer's own transaction, also to other units: nobody has INSERT on the table.
CREATE FUNCTION send_notice(kind text, unit int, post int, roles text[], noun text, row_id text, assignment int) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    INSERT INTO notice (kind, unit_id, post_id, roles, from_unit_id, noun, row_id, assignment_id)
    VALUES (kind, unit, post, roles, (SELECT my_unit()), noun, row_id, assignment) RETURNING id;
  END;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION send_notice(text, int, int, text[], text, text, int) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION send_notice(text, int, int, text[], text, text, int) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION send_notice(text, int, int, text[], text, text, int) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
