-- Two pairings of one helper, or two supervisions of one commune, give sight on their own days and not on those between: each stretch is an edge, the later ones numbered by their part.
CREATE OR REPLACE VIEW sight_wanted AS
  WITH lead AS (SELECT s.* FROM service s WHERE EXISTS (SELECT FROM assignment a
    WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL)),
  rule AS (SELECT registry_rule('PROVIDER_DAYS') AS provider_days)
  SELECT h.id AS household_id, h.commune_id AS unit_id, 'OWN_COMMUNE' AS cause, '' AS part, 'FULL' AS depth,
         NULL::int AS member_min_age, NULL::int AS member_max_age, NULL::date AS valid_from, NULL::date AS valid_to, false AS opens_papers, h.code
    FROM household h
  UNION ALL
  SELECT d.household_id, s.unit_id, 'DEPRIVED', d.indicator, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(d.since),
         newly_escaped_to(h.class, h.class_since), bool_or(s.opens_papers), h.code
    FROM deprivation d
    JOIN household h ON h.id = d.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'DEPRIVED' AND s.key = d.indicator AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE d.deprived AND d.until IS NULL
   GROUP BY d.household_id, s.unit_id, d.indicator, h.class, h.class_since, h.code
  UNION ALL
  SELECT g.household_id, s.unit_id, 'GROUP', g.kind, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(g.since),
         CASE WHEN bool_and(s.classes IS NOT NULL) THEN newly_escaped_to(h.class, h.class_since) END, bool_or(s.opens_papers), h.code
    FROM household_group g
    JOIN household h ON h.id = g.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'GROUP' AND s.key = g.kind AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE g.until IS NULL
   GROUP BY g.household_id, s.unit_id, g.kind, h.class, h.class_since, h.code
  UNION ALL
  SELECT n.household_id, s.unit_id, 'NEED', n.kind, 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(n.since),
         newly_escaped_to(h.class, h.class_since), bool_or(s.opens_papers), h.code
    FROM support_need n
    JOIN household h ON h.id = n.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'NEED' AND s.key = n.kind AND (s.classes IS NULL OR h.class = ANY (s.classes))
   WHERE n.until IS NULL
   GROUP BY n.household_id, s.unit_id, n.kind, h.class, h.class_since, h.code
  UNION ALL
  SELECT r.household_id, s.unit_id, 'MERIT', '', 'SERVICE', min(s.member_min_age), max(s.member_max_age), min(r.valid_from),
         CASE WHEN bool_or(r.valid_to IS NULL) THEN NULL ELSE max(r.valid_to) END, bool_or(s.opens_papers), h.code
    FROM merit_record r
    JOIN household h ON h.id = r.household_id AND h.ended_on IS NULL
    JOIN lead s ON s.cause = 'MERIT' AND (s.classes IS NULL OR h.class = ANY (s.classes))
   GROUP BY r.household_id, s.unit_id, h.code
  UNION ALL
  -- APPROVED once a help is promised for good: then the provider may find the family's door.
  SELECT p.household_id, p.provider_id, 'PROVIDER', CASE WHEN bool_or(p.state <> 'PLANNED') THEN 'APPROVED' ELSE 'PLANNED' END, 'SERVICE', NULL, NULL,
         NULL::date, -- from the moment it is entered
         CASE WHEN bool_or(p.state <> 'DELIVERED') THEN NULL ELSE max(p.delivered_day) + rule.provider_days END, false, h.code
    FROM support p JOIN household h ON h.id = p.household_id AND h.ended_on IS NULL CROSS JOIN rule
    JOIN unit u ON u.id = p.provider_id AND u.kind <> 'commune'
   WHERE p.state <> 'CANCELLED'
   GROUP BY p.household_id, p.provider_id, h.code, rule.provider_days
  UNION ALL
  SELECT p.household_id, p.helper_id, 'PAIRED', CASE WHEN d.no = 1 THEN '' ELSE d.no::text END, 'HELP', NULL, NULL, lower(d.days), upper(d.days) - 1, false, p.code
    FROM (SELECT p.household_id, p.helper_id, h.code, range_agg(daterange(p.valid_from, p.valid_to, '[]')) AS spans
            FROM pairing p JOIN household h ON h.id = p.household_id AND h.ended_on IS NULL
           WHERE p.state = 'AGREED' AND p.household_id IS NOT NULL
           GROUP BY p.household_id, p.helper_id, h.code) p CROSS JOIN LATERAL unnest(p.spans) WITH ORDINALITY d(days, no)
  UNION ALL
  -- The list of a review is the households with a class, not every family of the commune.
  SELECT h.id, v.unit_id, 'SUPERVISION', CASE WHEN d.no = 1 THEN '' ELSE d.no::text END, 'LIST', NULL, NULL, lower(d.days), upper(d.days) - 1, false, h.code
    FROM (SELECT unit_id, commune_id, range_agg(daterange(valid_from, valid_to, '[]')) AS spans FROM supervision GROUP BY unit_id, commune_id) v
    CROSS JOIN LATERAL unnest(v.spans) WITH ORDINALITY d(days, no)
    JOIN household h ON h.commune_id = v.commune_id AND h.ended_on IS NULL AND h.class NOT IN ('AVERAGE','NONE')
  UNION ALL
  SELECT r.household_id, r.unit_id, 'GRANTED', r.part, 'PART', NULL, NULL, min(r.decided_on), max(r.valid_to), false, h.code
    FROM sight_request r JOIN household h ON h.id = r.household_id AND h.ended_on IS NULL
   WHERE r.state = 'GRANTED'
   GROUP BY r.household_id, r.unit_id, r.part, h.code;

SELECT refresh_sight(array_agg(DISTINCT x.id)) FROM (
  SELECT household_id AS id FROM pairing WHERE state = 'AGREED' AND household_id IS NOT NULL GROUP BY household_id, helper_id HAVING count(*) > 1
  UNION SELECT h.id FROM household h JOIN (SELECT commune_id FROM supervision GROUP BY unit_id, commune_id HAVING count(*) > 1) v USING (commune_id)) x
 HAVING count(*) > 0;
