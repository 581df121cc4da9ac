-- Who of the unit has read what, each post for itself.
CREATE TABLE notice_read (
  notice_id bigint NOT NULL REFERENCES notice,
  post_id int NOT NULL DEFAULT my_post() REFERENCES post,
  read_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (post_id, notice_id)
);
CREATE INDEX ON notice_read (notice_id);

-- The role of the post in use; a notice may be for some roles of a unit only.
CREATE FUNCTION my_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT role FROM post WHERE id = my_post());
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION my_role() OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION my_role() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION my_role() TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  GRANT SELECT, INSERT, UPDATE, DELETE ON notice_read TO maintainer;
END $$;
