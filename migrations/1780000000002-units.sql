CREATE TABLE unit (
  id int PRIMARY KEY,
  code text NOT NULL,
  name text COLLATE vietnamese NOT NULL,
  short_name text COLLATE vietnamese NOT NULL,
  kind text NOT NULL CHECK (kind IN ('secretariat','department','commune','massOrganisation')),
  parent_id int REFERENCES unit,
  area text CHECK (area IN ('I','II','III','OUTSIDE')),
  is_extremely_disadvantaged boolean,
  valid_from date NOT NULL,
  valid_to date,
  predecessors text[] NOT NULL DEFAULT '{}',
  centroid double precision[],
  neighbours text[] NOT NULL DEFAULT '{}',
  head_name text, office_phone text, office_email text, logo text,
  provenance text,
  confirmed_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (code, valid_from) -- thirty codes named another unit before July 2025
);
CREATE INDEX ON unit (parent_id);
CREATE TRIGGER stamp BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE unit_class (
  id int PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text COLLATE vietnamese NOT NULL
);
CREATE TABLE unit_class_member (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit_class_id int NOT NULL REFERENCES unit_class,
  unit_id int NOT NULL REFERENCES unit,
  valid_from date NOT NULL,
  valid_to date,
  UNIQUE (unit_class_id, unit_id, valid_from)
);
CREATE INDEX ON unit_class_member (unit_id);

CREATE TABLE village (
  id int PRIMARY KEY,
  code text NOT NULL UNIQUE, -- commune code + three digits; villages have no national code
  name text COLLATE vietnamese NOT NULL,
  commune_id int NOT NULL REFERENCES unit,
  area_type text NOT NULL CHECK (area_type IN ('RURAL','URBAN')),
  is_extremely_disadvantaged boolean NOT NULL DEFAULT false,
  provenance text NOT NULL CHECK (provenance IN ('SOURCED','SYNTHETIC')),
  UNIQUE (id, commune_id)
);
CREATE INDEX ON village (commune_id);
