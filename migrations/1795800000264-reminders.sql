-- A notice may open a reminder; its key is read out of the row id, so that the relation is one by key.
CREATE TABLE reminder (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  from_unit_id int NOT NULL DEFAULT my_unit() REFERENCES unit,
  from_post_id int NOT NULL DEFAULT my_post(),
  unit_id int NOT NULL REFERENCES unit, -- who is reminded
  message text NOT NULL CHECK (length(message) BETWEEN 1 AND 2000),
  sent_on date NOT NULL DEFAULT today(),
  at timestamptz NOT NULL DEFAULT now(),
  read_on date,
  read_by_id int,
  CHECK (from_unit_id <> unit_id),
  UNIQUE (id, unit_id),
  FOREIGN KEY (from_post_id, from_unit_id) REFERENCES post (id, unit_id),
  FOREIGN KEY (read_by_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON reminder (unit_id, id);
CREATE INDEX ON reminder (from_unit_id, sent_on);

-- What it is about: pieces of work of the very unit that is reminded.
CREATE TABLE reminder_item (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  reminder_id int NOT NULL,
  unit_id int NOT NULL,
  assignment_id int NOT NULL,
  UNIQUE (reminder_id, assignment_id),
  FOREIGN KEY (reminder_id, unit_id) REFERENCES reminder (id, unit_id),
  FOREIGN KEY (assignment_id, unit_id) REFERENCES assignment (id, unit_id)
);
CREATE INDEX ON reminder_item (assignment_id);

ALTER TABLE notice ADD COLUMN reminder_id int GENERATED ALWAYS AS (CASE WHEN noun = 'Reminder' THEN row_id::int END) STORED;

-- The reminded unit has read it; the first reading stands. False for another's as for a random id.
CREATE FUNCTION read_reminder(wanted int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE reminder SET read_on = today(), read_by_id = my_post() WHERE id = wanted AND unit_id = my_unit() AND read_on IS NULL;
  RETURN FOUND;
END $$;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION read_reminder(int) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION read_reminder(int) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION read_reminder(int) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  GRANT SELECT, INSERT, UPDATE, DELETE ON reminder, reminder_item TO maintainer;
END $$;
