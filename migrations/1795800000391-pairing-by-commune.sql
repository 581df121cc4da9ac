-- First a body helps a commune, then households of it (III.2(8), IV.13, IV.14). Of two that say the same the agreed one stays, of two alike the one that began first.
UPDATE pairing p SET state = 'ENDED', valid_to = least(p.valid_to, greatest(today(), p.valid_from)), end_reason = coalesce(p.end_reason, 'Trùng với phân công khác của đơn vị cho xã này.')
 WHERE p.household_id IS NULL AND p.state IN ('PROPOSED','AGREED') AND EXISTS (SELECT FROM pairing k
   WHERE k.household_id IS NULL AND k.helper_id = p.helper_id AND k.commune_id = p.commune_id AND k.state IN ('PROPOSED','AGREED')
     AND daterange(k.valid_from, k.valid_to, '[]') && daterange(p.valid_from, p.valid_to, '[]') AND (k.state, k.valid_from, k.id) < (p.state, p.valid_from, p.id));
ALTER TABLE pairing ADD CONSTRAINT one_pairing_with_a_commune
  EXCLUDE USING gist (helper_id WITH =, commune_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (household_id IS NULL AND state IN ('PROPOSED','AGREED'));

-- Whether the body and the commune have agreed on that day.
CREATE FUNCTION commune_agreed(commune int, helper int, day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM pairing p WHERE p.commune_id = commune AND p.helper_id = helper AND p.household_id IS NULL AND p.state = 'AGREED' AND p.valid_from <= day AND (p.valid_to IS NULL OR p.valid_to >= day));

-- Households that were given before this was asked keep their helpers: only what is proposed anew is.
CREATE OR REPLACE FUNCTION describe_household() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A helper proposes itself for a household it sees already, and so learns nothing here.
  IF NEW.household_id IS NOT NULL AND current_setting('role') IN ('portal_department','portal_mass_organisation') AND NOT sees_household(NEW.household_id) THEN
    RAISE EXCEPTION 'household not seen' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.household_id IS NOT NULL AND starts_with(current_setting('role'), 'portal_') AND NOT commune_agreed(NEW.commune_id, NEW.helper_id, NEW.valid_from) THEN
    RAISE EXCEPTION 'the body has not agreed with the commune' USING ERRCODE = 'check_violation';
  END IF;
  SELECT h.code, h.village_id, h.class, h.need_kinds, h.has_merit INTO NEW.household_code, NEW.household_village_id, NEW.household_class, NEW.need_kinds, NEW.has_merit
    FROM pairing_household h WHERE h.id = NEW.household_id;
  NEW.need_kinds := coalesce(NEW.need_kinds, '{}');
  NEW.has_merit := coalesce(NEW.has_merit, false);
  RETURN NEW;
END $$;

-- How many households a body has promised to help in a year; 942 of all of them are the plan's own target.
CREATE TABLE pairing_quota (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  helper_id int NOT NULL REFERENCES unit,
  year int NOT NULL CHECK (year BETWEEN 2026 AND 2100),
  households int NOT NULL CHECK (households BETWEEN 0 AND 10000),
  source text CHECK (length(source) <= 300),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (helper_id, year)
);
CREATE TRIGGER stamp BEFORE UPDATE ON pairing_quota FOR EACH ROW EXECUTE FUNCTION stamp();

-- The list of pairings is the secretariat's to bring in.
ALTER TABLE column_mapping DROP CONSTRAINT column_mapping_kind_check, ADD CONSTRAINT column_mapping_kind_check CHECK (kind IN ('HOUSEHOLDS','MEMBERS','NEEDS','SUPPORTS','PAIRINGS'));
ALTER TABLE import_batch DROP CONSTRAINT import_batch_kind_check, ADD CONSTRAINT import_batch_kind_check CHECK (kind IN ('HOUSEHOLDS','MEMBERS','NEEDS','SUPPORTS','PAIRINGS'));

-- Takes a saved list of pairings back whole, or names the lines that a side has answered since and takes nothing back.
CREATE FUNCTION undo_pairings(wanted uuid) RETURNS TABLE (row_no int, code text, reason text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE batch import_batch;
BEGIN
  SELECT * INTO batch FROM import_batch b WHERE b.id = wanted AND own_import(wanted) AND b.state = 'UNDOING' AND b.kind = 'PAIRINGS' FOR UPDATE;
  IF NOT FOUND THEN RAISE insufficient_privilege; END IF;
  CREATE TEMP TABLE undo_pairing ON COMMIT DROP AS SELECT r.row_no, r.code, (x ->> 'i')::uuid AS id FROM import_row r, jsonb_array_elements(r.changes) x WHERE r.batch_id = wanted AND x ->> 't' = 'pairing';
  PERFORM FROM pairing p JOIN undo_pairing u ON u.id = p.id FOR UPDATE OF p;
  RETURN QUERY SELECT u.row_no, u.code, 'CHANGED' FROM undo_pairing u LEFT JOIN pairing p ON p.id = u.id WHERE p.id IS NULL OR p.version <> 1 ORDER BY 1;
  IF FOUND THEN RETURN; END IF;
  DELETE FROM pairing p USING undo_pairing u WHERE p.id = u.id;
END $$;

DO $$
DECLARE name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  GRANT SELECT, INSERT, UPDATE, DELETE ON pairing_quota TO maintainer;
  FOREACH name IN ARRAY ARRAY['commune_agreed(int, int, date)','undo_pairings(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
  GRANT EXECUTE ON FUNCTION undo_pairings(uuid) TO portal_secretariat;
  FOREACH name IN ARRAY ARRAY['own_import(uuid)','import_file(uuid)','step_import(uuid, text[], jsonb)','trace_import(uuid, json, boolean)','settle_import(uuid, uuid[], uuid[])','undo_import(uuid)'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_secretariat', name);
  END LOOP;
END $$;
