-- Who helps a household is worked out anew with the day: when a pairing's last day passes, nobody writes it.
CREATE FUNCTION follow_pairings(day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  PERFORM set_config('app.today', day::text, true);
  SELECT array_agg(h.id) INTO households
    FROM household h
    JOIN (SELECT p.household_id, coalesce(array_agg(DISTINCT u.short_name ORDER BY u.short_name) FILTER (WHERE p.valid_to IS NULL OR p.valid_to >= day), '{}') AS helpers
            FROM pairing p JOIN unit u ON u.id = p.helper_id WHERE p.state = 'AGREED' GROUP BY 1) p ON p.household_id = h.id
   WHERE h.helpers <> p.helpers;
  IF households IS NOT NULL THEN PERFORM refresh_counts(households); END IF;
  RETURN coalesce(cardinality(households), 0);
END $$;
DO $$ BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER FUNCTION follow_pairings(date) OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  REVOKE EXECUTE ON FUNCTION follow_pairings(date) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION follow_pairings(date) TO app_user;
END $$;
