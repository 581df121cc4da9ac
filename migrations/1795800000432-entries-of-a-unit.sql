-- A unit's entries, and the files at them, are found by the unit: a portal's row rule begins with it.
CREATE INDEX ON progress_entry (unit_id);
