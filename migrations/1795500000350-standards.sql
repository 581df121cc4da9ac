-- A figure, a rule or an area type is changed by a later row. One that was recorded wrongly stays beside the row that replaces it on the same day.
ALTER TABLE standard_figure
  DROP CONSTRAINT standard_figure_standard_figure_area_type_valid_from_key,
  ADD COLUMN replaced_on date,
  ADD CHECK (valid_to >= valid_from);
CREATE UNIQUE INDEX ON standard_figure (standard, figure, area_type, valid_from) NULLS NOT DISTINCT WHERE replaced_on IS NULL;
ALTER TABLE registry_rule
  DROP CONSTRAINT registry_rule_name_valid_from_key,
  ADD COLUMN replaced_on date,
  ADD CHECK (valid_to >= valid_from);
CREATE UNIQUE INDEX ON registry_rule (name, valid_from) WHERE replaced_on IS NULL;
ALTER TABLE village_area_type
  DROP CONSTRAINT village_area_type_village_id_valid_from_key,
  ADD COLUMN replaced_on date,
  ADD CHECK (valid_to >= valid_from);
CREATE UNIQUE INDEX ON village_area_type (village_id, valid_from) WHERE replaced_on IS NULL;
ALTER TABLE poverty_standard ADD CHECK (valid_to >= valid_from);

CREATE OR REPLACE FUNCTION registry_rule(wanted text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT value FROM registry_rule r WHERE r.name = wanted AND r.replaced_on IS NULL AND r.valid_from <= today() AND (r.valid_to IS NULL OR r.valid_to >= today())
          ORDER BY r.valid_from DESC LIMIT 1);

-- A sheet is one region's column of a form. `areas` says for which villages of this province it counts; another region's counts for none.
ALTER TABLE score_sheet
  DROP COLUMN area_type,
  ADD COLUMN areas text[] NOT NULL DEFAULT '{}' CHECK (areas <@ '{RURAL,URBAN}'),
  ADD CHECK (valid_to >= valid_from);
-- How items of a group are chosen stands with each of them, as on the form.
ALTER TABLE score_item
  ADD COLUMN name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  ADD COLUMN is_exclusive boolean NOT NULL,
  ADD COLUMN is_required boolean NOT NULL,
  ADD COLUMN is_counted boolean NOT NULL,
  DROP CONSTRAINT score_item_score_sheet_id_group_name_item_key,
  ADD UNIQUE (score_sheet_id, item),
  ADD CHECK (points >= 0);

-- Brings villages, and with each that changes its households, to the area type of the working day; a row of a later day waits for it.
CREATE FUNCTION apply_village_area_types() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT DISTINCT ON (village_id) village_id, area_type FROM village_area_type
     WHERE replaced_on IS NULL AND valid_from <= today() AND (valid_to IS NULL OR valid_to >= today()) ORDER BY village_id, valid_from DESC),
  changed AS (UPDATE village v SET area_type = d.area_type FROM due d WHERE d.village_id = v.id AND v.area_type <> d.area_type RETURNING v.id, v.area_type)
  UPDATE household h SET area_type = c.area_type FROM changed c WHERE h.village_id = c.id AND h.area_type <> c.area_type AND h.ended_on IS NULL
$$;
CREATE FUNCTION keep_village_area_types() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM apply_village_area_types();
  RETURN NULL;
END $$;
CREATE TRIGGER area_types AFTER INSERT ON village_area_type FOR EACH STATEMENT EXECUTE FUNCTION keep_village_area_types();

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['apply_village_area_types()','keep_village_area_types()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION apply_village_area_types() TO app_user; -- each new day
END $$;
