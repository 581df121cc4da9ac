-- Files that prove or carry something: evidence of a progress entry, or the document that an assignment led to. The bytes lie in the
-- folder under content_id; an entry that corrects another has rows of its own for the files that it keeps, of the same bytes.
ALTER TABLE progress_entry ADD UNIQUE (id, assignment_id);
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  assignment_id int NOT NULL,
  unit_id int NOT NULL,
  post_id int NOT NULL, -- who sent it
  purpose text NOT NULL CHECK (purpose IN ('EVIDENCE','DOCUMENT')),
  entry_id int,
  no int NOT NULL DEFAULT 0, -- its place among the entry's
  content_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL CHECK (length(media_type) BETWEEN 1 AND 120),
  size bigint NOT NULL CHECK (size >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  bound_at timestamptz, -- null: it waits for what it belongs to
  UNIQUE (id, assignment_id),
  FOREIGN KEY (assignment_id, unit_id) REFERENCES assignment (id, unit_id),
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id),
  FOREIGN KEY (entry_id, assignment_id) REFERENCES progress_entry (id, assignment_id),
  CHECK (entry_id IS NULL OR (bound_at IS NOT NULL AND purpose = 'EVIDENCE')),
  CHECK (bound_at IS NULL OR purpose = 'DOCUMENT' OR entry_id IS NOT NULL)
);
CREATE INDEX ON attachment (entry_id);
CREATE INDEX ON attachment (assignment_id) WHERE purpose = 'DOCUMENT';
CREATE INDEX ON attachment (content_id);
CREATE INDEX ON attachment (post_id, created_at) WHERE bound_at IS NULL;

ALTER TABLE assignment ADD COLUMN document_file_id uuid;
ALTER TABLE assignment ADD FOREIGN KEY (document_file_id, id) REFERENCES attachment (id, assignment_id);
CREATE INDEX ON assignment (document_file_id) WHERE document_file_id IS NOT NULL;

-- Of a ticket that is for a file of an assignment; its target is the id that the file will have.
ALTER TABLE file_ticket ADD COLUMN assignment_id int REFERENCES assignment;

-- How large, how many, how long; a change is a new row.
CREATE TABLE attachment_rule (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  value int NOT NULL CHECK (value > 0),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  source text NOT NULL,
  EXCLUDE USING gist (name WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
INSERT INTO attachment_rule (name, value, valid_from, source) VALUES
  ('IMAGE_BYTES_MOST', 2 * 1024 * 1024, '2026-01-01', 'Mức của hệ thống: ảnh đã thu nhỏ trên máy người gửi'),
  ('DOCUMENT_BYTES_MOST', 20 * 1024 * 1024, '2026-01-01', 'Mức của hệ thống'),
  ('IMAGE_POINTS_MOST', 40000000, '2026-01-01', 'Mức của hệ thống: điểm ảnh mà trình duyệt mở được'),
  ('ENTRY_FILES_MOST', 20, '2026-01-01', 'Mức của hệ thống'),
  ('WAITING_FILES_MOST', 60, '2026-01-01', 'Mức của hệ thống: tệp đã gửi mà chưa lưu cùng nội dung nào, mỗi chức vụ'),
  ('WAITING_HOURS_MOST', 24, '2026-01-01', 'Mức của hệ thống');
ALTER TABLE attachment_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON attachment_rule TO maintainer USING (true) WITH CHECK (true);
CREATE FUNCTION attachment_rule(wanted text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT value FROM attachment_rule r WHERE r.name = wanted AND r.valid_from <= today() AND (r.valid_to IS NULL OR r.valid_to >= today()));

-- What belongs to an entry or an assignment stays as it was sent, whoever asks.
CREATE FUNCTION keep_bound_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.bound_at IS NOT NULL THEN RAISE EXCEPTION 'a file that belongs to something never changes' USING ERRCODE = 'check_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_bound BEFORE UPDATE OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_bound_file();

-- A file that has come, of the viewer's own post and unit, as a ticket of theirs says. Nobody has INSERT on the table.
CREATE FUNCTION receive_attachment(id uuid, assignment int, purpose text, content uuid, name text, media_type text, size bigint, sha256 text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    INSERT INTO attachment (id, assignment_id, unit_id, post_id, purpose, content_id, name, media_type, size, sha256)
    VALUES (id, assignment, my_unit(), my_post(), purpose, content, name, media_type, size, sha256);
  END;

-- Hangs files on an entry that this very transaction wrote under the viewer's post: own ones that wait, and of those of the entry that it
-- corrects a row of their own each. Returns how many of the wanted there were.
CREATE FUNCTION bind_files(entry int, wanted uuid[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  e progress_entry;
  sent int;
  kept int;
BEGIN
  SELECT * INTO e FROM progress_entry p WHERE p.id = entry AND p.unit_id = my_unit() AND p.author_id = my_post() AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN RAISE insufficient_privilege; END IF;
  WITH wish AS (SELECT w.id, w.no FROM unnest(wanted) WITH ORDINALITY AS w (id, no))
  INSERT INTO attachment (id, assignment_id, unit_id, post_id, purpose, entry_id, no, content_id, name, media_type, size, sha256, created_at, bound_at)
    SELECT gen_random_uuid(), a.assignment_id, a.unit_id, a.post_id, a.purpose, e.id, w.no, a.content_id, a.name, a.media_type, a.size, a.sha256, a.created_at, now()
      FROM wish w JOIN attachment a ON a.id = w.id WHERE a.entry_id = e.supersedes_id;
  GET DIAGNOSTICS kept = ROW_COUNT;
  WITH wish AS (SELECT w.id, w.no FROM unnest(wanted) WITH ORDINALITY AS w (id, no))
  UPDATE attachment a SET entry_id = e.id, no = w.no, bound_at = now() FROM wish w
   WHERE a.id = w.id AND a.bound_at IS NULL AND a.purpose = 'EVIDENCE' AND a.post_id = my_post() AND a.unit_id = my_unit() AND a.assignment_id = e.assignment_id;
  GET DIAGNOSTICS sent = ROW_COUNT;
  RETURN sent + kept;
END $$;

-- A document that waits, for the assignment that it was sent for; false when there is none of the viewer's post.
CREATE FUNCTION bind_document(assignment int, wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE attachment a SET bound_at = now()
   WHERE a.id = wanted AND a.bound_at IS NULL AND a.purpose = 'DOCUMENT' AND a.post_id = my_post() AND a.unit_id = my_unit() AND a.assignment_id = assignment;
  RETURN FOUND;
END $$;

-- Files that nothing came to need end as well, and bytes stay while any row names them.
CREATE OR REPLACE FUNCTION expire_files(present uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM file_ticket WHERE expires_at < now() - interval '1 day';
  DELETE FROM stored_file WHERE expires_at < now();
  DELETE FROM attachment WHERE bound_at IS NULL AND created_at < now() - make_interval(hours => coalesce(attachment_rule('WAITING_HOURS_MOST'), 24));
  RETURN QUERY SELECT p FROM unnest(present) AS p
    WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.id = p) AND NOT EXISTS (SELECT FROM attachment a WHERE a.content_id = p);
END $$;

-- The document that an assignment led to is among its terms: what it was stays readable, the file by its name.
CREATE OR REPLACE FUNCTION keep_assignment_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO assignment_change (assignment_id, unit_id, field, before, after, reason, changed_by)
  SELECT NEW.id, NEW.unit_id, x.field, x.before, x.after, CASE WHEN x.field NOT LIKE 'document%' THEN NEW.extension_reason END, coalesce((SELECT name FROM post WHERE id = my_post()), 'Hệ thống')
  FROM (VALUES ('part', OLD.part, NEW.part), ('dueDay', OLD.due_day::text, NEW.due_day::text), ('extendedTo', OLD.extended_to::text, NEW.extended_to::text),
               ('validTo', OLD.valid_to::text, NEW.valid_to::text), ('confirmedOn', OLD.confirmed_on::text, NEW.confirmed_on::text),
               ('acceptedOn', OLD.accepted_on::text, NEW.accepted_on::text),
               ('officer', (SELECT name FROM post WHERE id = OLD.officer_id), (SELECT name FROM post WHERE id = NEW.officer_id)),
               ('documentNumber', OLD.document_number, NEW.document_number), ('documentDay', OLD.document_day::text, NEW.document_day::text),
               ('documentSigner', OLD.document_signer, NEW.document_signer)) AS x (field, before, after)
  WHERE x.before IS DISTINCT FROM x.after
    -- The next milestone brings its own day; that is the plan's course, not a change of it.
    AND (x.field NOT IN ('dueDay', 'extendedTo') OR NEW.next_milestone_id IS NOT DISTINCT FROM OLD.next_milestone_id);
  IF OLD.document_file_id IS DISTINCT FROM NEW.document_file_id THEN
    INSERT INTO assignment_change (assignment_id, unit_id, field, before, after, changed_by)
    VALUES (NEW.id, NEW.unit_id, 'documentFile', (SELECT name FROM attachment WHERE id = OLD.document_file_id), (SELECT name FROM attachment WHERE id = NEW.document_file_id),
            coalesce((SELECT name FROM post WHERE id = my_post()), 'Hệ thống'));
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON attachment, attachment_rule TO maintainer;
  FOREACH name IN ARRAY ARRAY['attachment_rule(text)','receive_attachment(uuid, int, text, uuid, text, text, bigint, text)','bind_files(int, uuid[])','bind_document(int, uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_department, portal_commune, portal_mass_organisation', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
