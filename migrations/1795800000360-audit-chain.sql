-- Trails that can prove themselves: every line of what was done and of what was opened is sealed, in an order that no later commit can slip
-- into, by the hash of all that came before it.
ALTER TABLE audit_line
  ADD COLUMN transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), -- ids commit out of order; the chain goes by this
  ADD COLUMN person text, ADD COLUMN role text; -- as the unit named them on that day
ALTER TABLE access_log ADD COLUMN transaction xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX ON audit_line (transaction, id);
CREATE INDEX ON access_log (transaction, id);
CREATE INDEX ON audit_line (unit_id, id);

CREATE FUNCTION name_actor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT p.name, p.role INTO NEW.person, NEW.role FROM post p WHERE p.id = NEW.post_id;
  RETURN NEW;
END $$;
CREATE TRIGGER actor BEFORE INSERT ON audit_line FOR EACH ROW WHEN (NEW.post_id IS NOT NULL) EXECUTE FUNCTION name_actor();

-- Append-only for everybody, the owner's own jobs included.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_line FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One seal a line: hash = sha256(hash before || the line's text). The first stands on the trail's name.
CREATE TABLE audit_seal (
  trail text NOT NULL CHECK (trail IN ('audit_line', 'access_log')),
  no bigint NOT NULL,
  line_id bigint NOT NULL,
  transaction xid8 NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  hash bytea NOT NULL,
  PRIMARY KEY (trail, no),
  UNIQUE (trail, line_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- How far the system itself has looked through a chain again, and what it found.
CREATE TABLE audit_check (
  trail text PRIMARY KEY CHECK (trail IN ('audit_line', 'access_log')),
  sealed_until timestamptz, -- every line before it has its seal
  checked_no bigint NOT NULL DEFAULT 0,
  whole_at timestamptz, -- when the last look that found nothing wrong ended
  wrong_at timestamptz -- the first time something was found wrong; only a person ends it
);
INSERT INTO audit_check (trail) VALUES ('audit_line'), ('access_log');
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_check FORCE ROW LEVEL SECURITY;
CREATE POLICY maintainer ON audit_seal TO maintainer USING (true) WITH CHECK (true);
CREATE POLICY maintainer ON audit_check TO maintainer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_seal TO maintainer;
GRANT SELECT, UPDATE ON audit_check TO maintainer;

-- A line as the chain reads it: every column in a fixed order and form, whatever the session's settings and whatever columns come later.
CREATE FUNCTION chain_text(l audit_line) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp
  RETURN jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.transaction::text, l.request_id, l.account_id, l.post_id, l.unit_id, l.person, l.role,
    l.operation, l.outcome, l.noun, l.row_id, l.before, l.after, l.detail)::text;
CREATE FUNCTION chain_text(l access_log) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp
  RETURN jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.transaction::text, l.request_id, l.account_id, l.post_id, l.unit_id, l.person,
    l.household_id, l.member_id, l.part, l.purpose)::text;

-- Seals at most so many lines of a trail whose transactions are over, with all that could come before them; returns how many. Of several
-- that seal at once, one does.
CREATE FUNCTION seal_trail(which text, most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last audit_seal; line record; sealed int := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('seal trails')) THEN RETURN 0; END IF;
  SELECT * INTO last FROM audit_seal WHERE trail = which ORDER BY no DESC LIMIT 1;
  IF last IS NULL THEN last := ROW(which, 0, 0, '0', now(), convert_to(which, 'UTF8'))::audit_seal; END IF;
  FOR line IN EXECUTE format('SELECT l.id, l.transaction, chain_text(l) AS said FROM %I l WHERE l.transaction >= $1 AND l.transaction < pg_snapshot_xmin(pg_current_snapshot())
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.trail = $3 AND s.line_id = l.id) ORDER BY l.transaction, l.id LIMIT $2', which) USING last.transaction, most, which
  LOOP
    last := ROW(which, last.no + 1, line.id, line.transaction, now(), sha256(last.hash || convert_to(line.said, 'UTF8')))::audit_seal;
    INSERT INTO audit_seal VALUES (last.*);
    sealed := sealed + 1;
  END LOOP;
  IF sealed < most THEN
    EXECUTE format('UPDATE audit_check SET sealed_until = coalesce((SELECT min(l.at) FROM %I l WHERE l.transaction >= $1
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.trail = $2 AND s.line_id = l.id)), now()) WHERE trail = $2', which) USING last.transaction, which;
  END IF;
  RETURN sealed;
END $$;

-- Looks through at most so many seals of a trail again, from where the last look ended; at the chain's end it begins anew, not more than once in a quarter of an hour.
CREATE FUNCTION check_trail(which text, most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE now_at audit_check; seal record; before bytea; looked int := 0;
BEGIN
  SELECT * INTO now_at FROM audit_check WHERE trail = which FOR UPDATE SKIP LOCKED;
  IF NOT FOUND OR now_at.wrong_at IS NOT NULL OR now_at.checked_no = 0 AND now_at.whole_at > now() - interval '15 minutes' THEN RETURN 0; END IF;
  before := coalesce((SELECT hash FROM audit_seal WHERE trail = which AND no = now_at.checked_no), convert_to(which, 'UTF8'));
  FOR seal IN
    SELECT s.no, s.hash, CASE which WHEN 'audit_line' THEN (SELECT chain_text(l) FROM audit_line l WHERE l.id = s.line_id) ELSE (SELECT chain_text(l) FROM access_log l WHERE l.id = s.line_id) END AS said
      FROM audit_seal s WHERE s.trail = which AND s.no > now_at.checked_no ORDER BY s.no LIMIT most
  LOOP
    looked := looked + 1;
    IF seal.said IS NULL OR seal.no <> now_at.checked_no + 1 OR seal.hash <> sha256(before || convert_to(seal.said, 'UTF8')) THEN
      UPDATE audit_check SET wrong_at = now() WHERE trail = which;
      RETURN 0;
    END IF;
    before := seal.hash;
    now_at.checked_no := seal.no;
  END LOOP;
  UPDATE audit_check SET checked_no = CASE WHEN looked < most THEN 0 ELSE now_at.checked_no END, whole_at = CASE WHEN looked < most THEN now() ELSE whole_at END WHERE trail = which;
  RETURN looked;
END $$;

-- What a page says of the trail: nothing of its lines, and not how many there are.
CREATE FUNCTION audit_state() RETURNS TABLE (sealed_until timestamptz, checked_at timestamptz, is_whole boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(c.sealed_until), coalesce(max(c.wrong_at), min(c.whole_at)), bool_and(c.wrong_at IS NULL) FROM audit_check c
$$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['name_actor()','chain_text(audit_line)','chain_text(access_log)','seal_trail(text, int)','check_trail(text, int)','audit_state()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION seal_trail(text, int), check_trail(text, int) TO app_user;
  GRANT EXECUTE ON FUNCTION audit_state() TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
END $$;
