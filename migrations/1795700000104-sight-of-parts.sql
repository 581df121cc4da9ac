-- The few edges that open a part without the household: lists of people look for them among all edges of a unit.
CREATE INDEX sight_part ON sight (unit_id, household_id) INCLUDE (valid_from, valid_to) WHERE depth = 'PART';
