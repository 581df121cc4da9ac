-- Who must have a second factor changes with a day, as every rule does: a row that was recorded wrongly is set aside and stays, and from a day on
-- a rule may ask no longer.
ALTER TABLE second_factor_rule ADD is_required boolean NOT NULL DEFAULT true, ADD replaced_on date;
-- Of rows that began on the same day for the same units the one that lasts longest holds: together they asked for no more than it does.
UPDATE second_factor_rule r SET replaced_on = current_date
 WHERE EXISTS (SELECT FROM second_factor_rule o WHERE (o.unit_id, o.portal_kind) IS NOT DISTINCT FROM (r.unit_id, r.portal_kind) AND o.valid_from = r.valid_from AND o.id <> r.id
   AND (coalesce(o.valid_to, 'infinity'), -o.id) > (coalesce(r.valid_to, 'infinity'), -r.id));
CREATE UNIQUE INDEX second_factor_rule_once ON second_factor_rule (unit_id, portal_kind, valid_from) NULLS NOT DISTINCT WHERE replaced_on IS NULL;
