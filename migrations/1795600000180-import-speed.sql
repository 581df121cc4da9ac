-- The database alone keeps sight, so its edges are known by what they join; the text of `id` is for clients, and comparing it in Vietnamese order cost more than all the rest.
-- Without foreign keys, which were checked for every edge of every line of a list: an edge is made from the rows that they would ask for.
ALTER TABLE sight DROP CONSTRAINT sight_pkey, ADD PRIMARY KEY (household_id, unit_id, cause, part),
  DROP CONSTRAINT sight_household_id_fkey, DROP CONSTRAINT sight_unit_id_fkey;
DROP INDEX sight_household_id_unit_id_idx;

-- What is wanted is worked out once, and an edge that stays as it is is not written again.
CREATE OR REPLACE FUNCTION refresh_sight(households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH wanted AS MATERIALIZED (SELECT * FROM sight_wanted WHERE household_id = ANY (households)),
  gone AS (DELETE FROM sight s WHERE s.household_id = ANY (households)
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.household_id = s.household_id AND w.unit_id = s.unit_id AND w.cause = s.cause AND w.part = s.part))
  INSERT INTO sight AS s (household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code)
    SELECT * FROM wanted
    ON CONFLICT (household_id, unit_id, cause, part) DO UPDATE SET depth = excluded.depth, member_min_age = excluded.member_min_age, member_max_age = excluded.member_max_age,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, opens_papers = excluded.opens_papers, code = excluded.code
    WHERE (s.depth, s.member_min_age, s.member_max_age, s.valid_from, s.valid_to, s.opens_papers, s.code)
      IS DISTINCT FROM (excluded.depth, excluded.member_min_age, excluded.member_max_age, excluded.valid_from, excluded.valid_to, excluded.opens_papers, excluded.code);
END $$;

-- Room beside a household for its next version: counts and class are in no index, so a page with room takes them without touching any.
ALTER TABLE household SET (fillfactor = 70);
