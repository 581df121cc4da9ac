-- Who opened what, as a list that the household's commune may read and print: it names the person as the unit named them on that day.
ALTER TABLE access_log ADD COLUMN person text;
CREATE FUNCTION name_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT p.name INTO NEW.person FROM post p WHERE p.id = NEW.post_id;
  RETURN NEW;
END $$;
CREATE TRIGGER person BEFORE INSERT ON access_log FOR EACH ROW EXECUTE FUNCTION name_person();
CREATE INDEX ON access_log (unit_id, at);
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION name_person() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION name_person() FROM PUBLIC;
END $$;
-- Append-only for everybody, the owner's own jobs included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
