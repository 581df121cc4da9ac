-- A list under another standard begins a record of that standard on the day of the decision, and a class that stays keeps its day. A village head's
-- list gives no class: the office decides.
CREATE OR REPLACE FUNCTION import_classes(wanted uuid, lines json) RETURNS TABLE (household uuid, created uuid, closed uuid, closed_before jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT own_import(wanted) OR EXISTS (SELECT FROM json_populate_recordset(NULL::class_record, lines) r LEFT JOIN household h ON h.id = r.household_id AND h.commune_id = my_unit()
      AND h.ended_on IS NULL AND (my_villages() IS NULL OR h.village_id = ANY (my_villages())) WHERE h.id IS NULL) THEN RAISE insufficient_privilege; END IF;
  IF NOT EXISTS (SELECT FROM post WHERE id = my_post() AND role IN ('LEADER','OFFICER')) AND EXISTS (SELECT FROM json_populate_recordset(NULL::class_record, lines) g
      WHERE g.class IS DISTINCT FROM 'NONE' OR g.movement IS DISTINCT FROM 'LISTED' OR EXISTS (SELECT FROM class_record c WHERE c.household_id = g.household_id)) THEN RAISE insufficient_privilege; END IF;
  RETURN QUERY
    WITH given AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::class_record, lines)),
    ended AS (
      UPDATE class_record c SET until = greatest(g.since, c.since), end_movement = 'CLASS_CHANGED' FROM given g
       WHERE c.household_id = g.household_id AND c.standard = g.standard AND c.until IS NULL RETURNING c.household_id, c.standard, c.id, c.until)
    SELECT e.household_id, NULL::uuid, e.id, '{"until": null, "end_movement": null}'::jsonb FROM ended e;
  RETURN QUERY
    WITH given AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::class_record, lines)),
    living AS (SELECT m.household_id, count(*)::int AS people FROM given g JOIN member m ON m.household_id = g.household_id WHERE m.residence IN ('PRESENT','AWAY') GROUP BY 1),
    standing AS (SELECT c.household_id, c.standard, max(c.until) AS until FROM given g JOIN class_record c ON c.household_id = g.household_id AND c.standard = g.standard GROUP BY 1, 2)
    INSERT INTO class_record (household_id, commune_id, village_id, code, head_name, member_count, class, standard, class_since, movement, since, decision_number, decision_day)
    SELECT h.id, h.commune_id, h.village_id, h.code, h.head_name, coalesce(l.people, 0), g.class, g.standard, g.class_since, g.movement, greatest(g.since, s.until), g.decision_number, g.decision_day
      FROM given g JOIN household h ON h.id = g.household_id LEFT JOIN living l ON l.household_id = g.household_id
      LEFT JOIN standing s ON s.household_id = g.household_id AND s.standard = g.standard
    RETURNING class_record.household_id, class_record.id, NULL::uuid, NULL::jsonb;
  UPDATE household h SET class = g.class, standard = g.standard, class_since = g.class_since FROM json_populate_recordset(NULL::class_record, lines) g
    WHERE h.id = g.household_id AND (h.class, h.standard, h.class_since) IS DISTINCT FROM (g.class, g.standard, g.class_since);
END $$;
