-- Questions between units and the clock that runs on both sides. What a unit has sent moves by one function alone, so that no portal's
-- rights on the table can answer for another; drafts are written like any other row.

-- How long an answer may take; a change is a new row.
CREATE TABLE unit_request_rule (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('RECOMMENDATION','EXTENSION','COORDINATION')),
  days int NOT NULL CHECK (days BETWEEN 1 AND 365),
  counts_working_days boolean NOT NULL, -- Monday to Friday; holidays are not known
  most_days int NOT NULL CHECK (most_days BETWEEN 1 AND 730), -- the latest day that the asker may set, in days of the calendar
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  UNIQUE (kind, valid_from)
);
INSERT INTO unit_request_rule (kind, days, counts_working_days, most_days, valid_from, source) VALUES
  ('RECOMMENDATION', 10, false, 90, '2026-01-01', 'Quy ước của hệ thống; chờ xác nhận theo Quy chế làm việc của Ủy ban nhân dân tỉnh.'),
  ('EXTENSION', 5, true, 30, '2026-01-01', 'Quy ước của hệ thống; chờ xác nhận theo Quy chế làm việc của Ủy ban nhân dân tỉnh. Chưa trừ ngày lễ.'),
  ('COORDINATION', 7, true, 60, '2026-01-01', 'Quy ước của hệ thống; chờ xác nhận theo Quy chế làm việc của Ủy ban nhân dân tỉnh. Chưa trừ ngày lễ.');

-- The last day for the answer to what arrives on a day, by the rule in force on it.
CREATE FUNCTION unit_request_due(wanted text, day date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT CASE WHEN r.counts_working_days
      THEN (SELECT max(w.d) FROM (SELECT day + n AS d FROM generate_series(1, r.days * 2 + 7) n WHERE extract(isodow FROM day + n) < 6 ORDER BY n LIMIT r.days) w)
      ELSE day + r.days END
    FROM unit_request_rule r WHERE r.kind = wanted AND r.valid_from <= day AND (r.valid_to IS NULL OR r.valid_to >= day) ORDER BY r.valid_from DESC LIMIT 1);

CREATE TABLE unit_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('RECOMMENDATION','EXTENSION','COORDINATION')),
  number text, year int, serial int, -- given when it is sent
  unit_id int NOT NULL REFERENCES unit, -- who asks
  to_unit_id int NOT NULL REFERENCES unit, -- with whom it lies
  former_unit_ids int[] NOT NULL DEFAULT '{}', -- with whom it lay before it was forwarded
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  task_id int REFERENCES task,
  assignment_id int,
  asked_day date, -- of an extension
  due_day date, -- null in a draft: as the rule says on the day of sending
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT','SENT','FORWARDED','REOPENED','ANSWERED','DECLINED','WITHDRAWN')),
  is_open boolean GENERATED ALWAYS AS (state IN ('SENT','FORWARDED','REOPENED')) STORED,
  author_id int,
  sent_on date, -- null: nobody but the asker has seen it
  held_since date, -- since when it has lain with to_unit_id
  closed_on date,
  answer text CHECK (length(answer) BETWEEN 1 AND 4000),
  granted_day date,
  reopened_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (unit_id, year, serial),
  FOREIGN KEY (assignment_id, unit_id) REFERENCES assignment (id, unit_id),
  FOREIGN KEY (author_id, unit_id) REFERENCES post (id, unit_id),
  CHECK (to_unit_id <> unit_id),
  CHECK ((kind = 'EXTENSION') = (asked_day IS NOT NULL)),
  CHECK (kind <> 'EXTENSION' OR assignment_id IS NOT NULL),
  CHECK (granted_day IS NULL OR kind = 'EXTENSION'),
  CHECK ((sent_on IS NULL) = (number IS NULL) AND (sent_on IS NULL OR due_day IS NOT NULL AND held_since IS NOT NULL)),
  CHECK (state NOT IN ('SENT','FORWARDED','REOPENED','ANSWERED','DECLINED') OR sent_on IS NOT NULL),
  CHECK (state NOT IN ('ANSWERED','DECLINED') OR closed_on IS NOT NULL AND answer IS NOT NULL)
);
CREATE INDEX ON unit_request (to_unit_id, due_day) WHERE is_open;
CREATE INDEX ON unit_request (unit_id, due_day) WHERE is_open;
CREATE INDEX ON unit_request (to_unit_id);
CREATE INDEX ON unit_request USING gin (former_unit_ids);
CREATE INDEX ON unit_request (assignment_id);
CREATE TRIGGER stamp BEFORE UPDATE ON unit_request FOR EACH ROW EXECUTE FUNCTION stamp();

-- How it went: who did what on which day, and with whom it lay from then on.
CREATE TABLE unit_request_step (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES unit_request,
  no int NOT NULL,
  act text NOT NULL CHECK (act IN ('SENT','FORWARDED','REOPENED','ANSWERED','DECLINED','WITHDRAWN')),
  day date NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  unit_id int NOT NULL REFERENCES unit,
  to_unit_id int REFERENCES unit, -- null: it lies with nobody
  by_name text NOT NULL,
  words text CHECK (length(words) BETWEEN 1 AND 4000),
  granted_day date,
  UNIQUE (request_id, no)
);

-- A unit's working paper on what lies with it.
CREATE TABLE answer_draft (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES unit_request,
  unit_id int NOT NULL REFERENCES unit,
  outcome text NOT NULL CHECK (outcome IN ('ANSWERED','DECLINED')),
  answer text NOT NULL CHECK (length(answer) BETWEEN 1 AND 4000),
  granted_day date,
  author_id int,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (request_id, unit_id),
  FOREIGN KEY (author_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE TRIGGER stamp BEFORE UPDATE ON answer_draft FOR EACH ROW EXECUTE FUNCTION stamp();

-- The next number of a unit in a year, for people to quote: KN-02869-2026-003. Two who send at once wait for one another.
CREATE FUNCTION number_unit_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('unit_request number'), NEW.unit_id);
  NEW.year := extract(year FROM NEW.sent_on);
  NEW.serial := 1 + coalesce((SELECT max(r.serial) FROM unit_request r WHERE r.unit_id = NEW.unit_id AND r.year = NEW.year), 0);
  NEW.number := concat_ws('-', CASE NEW.kind WHEN 'RECOMMENDATION' THEN 'KN' WHEN 'EXTENSION' THEN 'GH' ELSE 'PH' END,
    (SELECT upper(code) FROM unit WHERE id = NEW.unit_id), NEW.year, lpad(NEW.serial::text, greatest(3, length(NEW.serial::text)), '0'));
  RETURN NEW;
END $$;
CREATE TRIGGER number_insert BEFORE INSERT ON unit_request FOR EACH ROW WHEN (NEW.sent_on IS NOT NULL) EXECUTE FUNCTION number_unit_request();
CREATE TRIGGER number_update BEFORE UPDATE ON unit_request FOR EACH ROW WHEN (OLD.sent_on IS NULL AND NEW.sent_on IS NOT NULL) EXECUTE FUNCTION number_unit_request();

-- One step of a request as the viewer's unit may take it, on today's day; false, and nothing is changed, when it is not the unit's to take,
-- when the state does not allow it or when somebody was first. Only the secretariat grants a day (granted).
CREATE FUNCTION move_unit_request(wanted uuid, expected int, act text, words text, target int, granted date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_variable
DECLARE me int := my_unit(); day date := today(); r unit_request; holder int;
BEGIN
  SELECT * INTO r FROM unit_request WHERE id = wanted AND version = expected FOR NO KEY UPDATE;
  IF NOT FOUND OR (CASE act
      WHEN 'SENT' THEN r.unit_id = me AND r.state = 'DRAFT' AND coalesce(r.due_day >= unit_request_due(r.kind, day), true)
      WHEN 'WITHDRAWN' THEN r.unit_id = me AND (r.is_open OR r.state = 'DRAFT')
      WHEN 'REOPENED' THEN r.unit_id = me AND r.state IN ('ANSWERED','DECLINED') AND r.reopened_on IS NULL AND words IS NOT NULL
      WHEN 'FORWARDED' THEN r.to_unit_id = me AND r.is_open AND words IS NOT NULL AND target NOT IN (me, r.unit_id)
      WHEN 'DECLINED' THEN r.to_unit_id = me AND r.is_open AND words IS NOT NULL
      WHEN 'ANSWERED' THEN r.to_unit_id = me AND r.is_open AND words IS NOT NULL AND (r.kind = 'EXTENSION') = (granted IS NOT NULL)
        AND (granted IS NULL OR EXISTS (SELECT FROM unit u WHERE u.id = me AND u.kind = 'secretariat')) END) IS NOT TRUE
    THEN RETURN false; END IF;
  holder := CASE act WHEN 'FORWARDED' THEN target WHEN 'SENT' THEN r.to_unit_id WHEN 'REOPENED' THEN r.to_unit_id END;
  UPDATE unit_request SET state = act,
    sent_on = CASE WHEN act = 'SENT' THEN day ELSE sent_on END,
    due_day = CASE WHEN act = 'REOPENED' OR act = 'SENT' AND due_day IS NULL THEN unit_request_due(kind, day) ELSE due_day END,
    held_since = CASE WHEN holder IS NOT NULL THEN day ELSE held_since END,
    former_unit_ids = CASE WHEN act = 'FORWARDED' THEN array_append(array_remove(former_unit_ids, to_unit_id), to_unit_id) ELSE former_unit_ids END,
    to_unit_id = coalesce(holder, to_unit_id),
    closed_on = CASE WHEN act IN ('ANSWERED','DECLINED','WITHDRAWN') THEN day END,
    answer = CASE WHEN act IN ('ANSWERED','DECLINED') THEN words ELSE answer END,
    granted_day = CASE WHEN act IN ('ANSWERED','DECLINED') THEN granted ELSE granted_day END,
    reopened_on = CASE WHEN act = 'REOPENED' THEN day ELSE reopened_on END
   WHERE id = wanted;
  -- A draft that is thrown away has no story.
  IF act <> 'WITHDRAWN' OR r.sent_on IS NOT NULL THEN
    INSERT INTO unit_request_step (request_id, no, act, day, unit_id, to_unit_id, by_name, words, granted_day)
    SELECT wanted, 1 + coalesce(max(s.no), 0), act, day, me, holder, coalesce((SELECT p.name FROM post p WHERE p.id = my_post()), 'Hệ thống'), words, granted
      FROM unit_request_step s WHERE s.request_id = wanted;
  END IF;
  RETURN true;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['unit_request_due(text, date)','number_unit_request()','move_unit_request(uuid, int, text, text, int, date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON unit_request_rule, unit_request, unit_request_step, answer_draft TO maintainer;
  GRANT EXECUTE ON FUNCTION unit_request_due(text, date), move_unit_request(uuid, int, text, text, int, date) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
