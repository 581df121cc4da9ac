-- What an officer keeps of a list's filters, as the text of its address; of the post that kept it, and nobody else's.
CREATE TABLE saved_filter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  post_id int NOT NULL DEFAULT my_post() REFERENCES post,
  page text NOT NULL CHECK (page ~ '^[a-z-]{1,40}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  query text NOT NULL CHECK (length(query) BETWEEN 1 AND 2000),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (post_id, page, name)
);

-- Removes one of the viewer's own post; false for another's as for a random id. Its audit line keeps what it was.
CREATE FUNCTION remove_saved_filter(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM saved_filter WHERE id = wanted AND post_id = my_post();
  RETURN FOUND;
END $$;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION remove_saved_filter(uuid) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION remove_saved_filter(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION remove_saved_filter(uuid) TO portal_secretariat, portal_department, portal_commune, portal_mass_organisation;
  GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filter TO maintainer;
END $$;
