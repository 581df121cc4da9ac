-- A signal with the number of the notice and nothing else: whoever listens on the channel learns that there is one, and reads it by right or not at all.
CREATE FUNCTION signal_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('notice', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER signal AFTER INSERT ON notice FOR EACH ROW EXECUTE FUNCTION signal_notice();

CREATE INDEX ON notice (transaction, id);

-- Where notices go, for the process that hands them on: of transactions from this one on, with the horizon below which nothing more can come.
-- Ids commit out of order, so a reader goes on from the horizon and not from the last id that it saw.
CREATE FUNCTION notice_routes(since xid8) RETURNS TABLE (horizon xid8, id bigint, transaction xid8, unit_id int, post_id int, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT pg_snapshot_xmin(pg_current_snapshot()), n.id, n.transaction, n.unit_id, n.post_id, n.roles
      FROM (SELECT 1) one LEFT JOIN notice n ON n.transaction >= coalesce(since, pg_snapshot_xmin(pg_current_snapshot()))
     ORDER BY n.transaction, n.id;
  END;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION notice_routes(xid8) OWNER TO maintainer;
  ALTER FUNCTION signal_notice() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION notice_routes(xid8), signal_notice() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION notice_routes(xid8) TO app_user;
END $$;
