-- Mail about notices: who wants it where and how, and what waits to be sent.
ALTER TABLE account ADD COLUMN IF NOT EXISTS email text CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND length(email) <= 254);

CREATE TABLE mail_preference (
  post_id int PRIMARY KEY REFERENCES post,
  mode text NOT NULL CHECK (mode IN ('AT_ONCE','DIGEST','OFF')),
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- A row for each notice and post that is to hear of it by mail. It is fed by the notice's own transaction and holds keys only: the text is
-- made when it is sent, under the receiver's rights of then.
CREATE TABLE mail_queue (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  notice_id bigint NOT NULL REFERENCES notice,
  post_id int NOT NULL REFERENCES post,
  mode text NOT NULL CHECK (mode IN ('AT_ONCE','DIGEST')),
  state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING','SENT','DROPPED','GIVEN_UP')),
  tries int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  failure text, -- the code of the last failure, never a text
  UNIQUE (notice_id, post_id)
);
CREATE INDEX ON mail_queue (next_try_at) WHERE state = 'WAITING';
CREATE INDEX ON mail_queue (post_id, settled_at);

-- Who is told by mail: those whom the notice is for today, who have an address and did not turn mail off. What cannot wait goes at once.
CREATE FUNCTION queue_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail_queue (notice_id, post_id, mode)
  SELECT NEW.id, p.id, CASE WHEN coalesce(m.mode, 'AT_ONCE') = 'AT_ONCE' AND NEW.kind IN ('RETURNED','OVERDUE','ASSIGNED') THEN 'AT_ONCE' ELSE 'DIGEST' END
    FROM post p JOIN account a ON a.id = p.account_id LEFT JOIN mail_preference m ON m.post_id = p.id
   WHERE p.unit_id = NEW.unit_id AND (NEW.post_id IS NULL OR p.id = NEW.post_id) AND (NEW.roles IS NULL OR p.role = ANY (NEW.roles))
     AND p.valid_from <= today() AND (p.valid_to IS NULL OR p.valid_to >= today())
     AND a.email IS NOT NULL AND a.locked_on IS NULL AND coalesce(m.mode, 'AT_ONCE') <> 'OFF';
  RETURN NULL;
END $$;
CREATE TRIGGER mail AFTER INSERT ON notice FOR EACH ROW EXECUTE FUNCTION queue_mail();

-- What the post in use chose, and how mail to it fares.
CREATE FUNCTION my_mail() RETURNS TABLE (email text, mode text, given_up_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT a.email, coalesce(m.mode, 'AT_ONCE'),
           (SELECT max(q.settled_at) FROM mail_queue q WHERE q.post_id = p.id AND q.state = 'GIVEN_UP'
               AND q.settled_at > coalesce((SELECT max(s.settled_at) FROM mail_queue s WHERE s.post_id = p.id AND s.state = 'SENT'), '-infinity'))
      FROM post p JOIN account a ON a.id = p.account_id LEFT JOIN mail_preference m ON m.post_id = p.id WHERE p.id = my_post();
  END;
CREATE FUNCTION set_my_mail(wanted_email text, wanted_mode text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE account SET email = wanted_email WHERE id = (SELECT account_id FROM post WHERE id = my_post()) AND email IS DISTINCT FROM wanted_email;
  INSERT INTO mail_preference (post_id, mode) VALUES (my_post(), wanted_mode) ON CONFLICT (post_id) DO UPDATE SET mode = excluded.mode, changed_at = now();
END $$;

-- Work whose last day is over is told of once for each such day, to its officer or else to the leaders and officers. What was over for long
-- when this began is left to be chased by people.
CREATE TABLE overdue_told (
  assignment_id int NOT NULL REFERENCES assignment,
  due_day date NOT NULL,
  told_on date NOT NULL DEFAULT today(),
  PRIMARY KEY (assignment_id, due_day)
);
CREATE FUNCTION tell_overdue(day date, longest_days int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told int;
BEGIN
  WITH late AS (
    SELECT a.id, a.unit_id, a.officer_id, coalesce(a.extended_to, a.due_day) AS due FROM assignment a
     WHERE a.confirmed_on IS NOT NULL AND (a.valid_to IS NULL OR a.valid_to >= day) AND a.done_on IS NULL
       AND coalesce(a.extended_to, a.due_day) < day AND coalesce(a.extended_to, a.due_day) >= day - longest_days),
  new AS (
    INSERT INTO overdue_told (assignment_id, due_day, told_on) SELECT id, due, day FROM late ON CONFLICT DO NOTHING RETURNING assignment_id)
  INSERT INTO notice (kind, unit_id, post_id, roles, noun, row_id, assignment_id)
  SELECT 'OVERDUE', l.unit_id, p.id, CASE WHEN p.id IS NULL THEN ARRAY['LEADER','OFFICER'] END, 'Assignment', l.id::text, l.id
    FROM new JOIN late l ON l.id = new.assignment_id
    LEFT JOIN post p ON p.id = l.officer_id AND p.valid_from <= day AND (p.valid_to IS NULL OR p.valid_to >= day);
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT SELECT, INSERT, UPDATE, DELETE ON mail_preference, mail_queue, overdue_told TO maintainer;
  GRANT SELECT, UPDATE ON account TO maintainer;
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['queue_mail()','my_mail()','set_my_mail(text, text)','tell_overdue(date, int)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION my_mail(), set_my_mail(text, text) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  -- The login keeps the queue as it keeps sign-ins: without a row of anybody's work in it.
  GRANT SELECT, UPDATE ON mail_queue TO app_user;
  GRANT SELECT ON mail_preference TO app_user;
  GRANT EXECUTE ON FUNCTION tell_overdue(date, int) TO app_user;
END $$;
