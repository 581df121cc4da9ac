-- Whose headers, order and words a list that is taken out has.
ALTER TABLE export_job ADD COLUMN mapping_id uuid REFERENCES column_mapping ON DELETE SET NULL;
CREATE INDEX ON export_job (mapping_id) WHERE mapping_id IS NOT NULL;
-- The headers of a mapping in the order in which they stand in the file, which jsonb forgets.
ALTER TABLE column_mapping ALTER COLUMN value_map DROP DEFAULT;
ALTER TABLE column_mapping ALTER COLUMN columns TYPE json USING columns::json, ALTER COLUMN value_map TYPE json USING value_map::json;
ALTER TABLE column_mapping ALTER COLUMN value_map SET DEFAULT '{}';
