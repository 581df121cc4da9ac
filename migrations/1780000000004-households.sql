CREATE TABLE ethnic_group (
  code text PRIMARY KEY, -- code of the General Statistics Office; health insurance numbers them otherwise
  name text COLLATE vietnamese NOT NULL,
  is_minority boolean NOT NULL
);

CREATE TABLE household (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  commune_id int NOT NULL REFERENCES unit,
  village_id int,
  area_type text NOT NULL CHECK (area_type IN ('RURAL','URBAN')),
  head_name text COLLATE vietnamese NOT NULL CHECK (length(head_name) BETWEEN 1 AND 120),
  class text NOT NULL CHECK (class IN ('POOR','NEAR_POOR','NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR','AVERAGE','NONE')),
  standard text NOT NULL,
  class_since date NOT NULL,
  member_count int NOT NULL CHECK (member_count >= 1),
  worker_count int NOT NULL CHECK (worker_count >= 0),
  child_count int NOT NULL CHECK (child_count >= 0),
  deprivation_count int NOT NULL CHECK (deprivation_count BETWEEN 0 AND 12),
  ethnicity_code text NOT NULL REFERENCES ethnic_group,
  exit_registered_on date,
  expected_exit_year int,
  officer_in_charge text,
  note text CHECK (length(note) <= 4000),
  synthetic boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (commune_id, code), -- the key names the commune, so a clash tells nothing of another's rows
  UNIQUE (id, commune_id),
  FOREIGN KEY (village_id, commune_id) REFERENCES village (id, commune_id)
);
CREATE INDEX ON household (code, id);
CREATE INDEX ON household (commune_id, code, id);
CREATE TRIGGER stamp BEFORE UPDATE ON household FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE member (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  full_name text COLLATE vietnamese NOT NULL CHECK (length(full_name) BETWEEN 1 AND 120),
  is_head boolean NOT NULL DEFAULT false,
  birth_year int NOT NULL,
  sex text NOT NULL CHECK (sex IN ('FEMALE','MALE')),
  birth_date date,
  relation text,
  ethnicity_code text NOT NULL REFERENCES ethnic_group,
  residence text NOT NULL DEFAULT 'PRESENT' CHECK (residence IN ('PRESENT','AWAY','LEFT','DEAD')),
  UNIQUE (id, household_id, commune_id),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON member (household_id);

-- A noun of its own: whoever sees a member does not thereby see the papers.
CREATE TABLE household_identity (
  member_id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  id_kind text NOT NULL CHECK (id_kind IN ('CITIZEN_ID','BIRTH_NUMBER','NONE')),
  id_number text,
  insurance_number text,
  birth_date date,
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON household_identity (commune_id, id_number);

CREATE TABLE deprivation_indicator (
  code text PRIMARY KEY,
  dimension text NOT NULL,
  name text NOT NULL
);
CREATE TABLE deprivation (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  indicator text NOT NULL REFERENCES deprivation_indicator,
  standard text NOT NULL,
  deprived boolean NOT NULL,
  since date NOT NULL,
  until date,
  measure text,
  as_of date NOT NULL,
  UNIQUE (household_id, indicator, standard, since),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);

CREATE TABLE household_group (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('MINORITY','MERIT','NO_LABOUR','AGENT_ORANGE_CHILD')),
  since date NOT NULL,
  until date,
  UNIQUE (household_id, kind, since),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);

CREATE TABLE pairing (
  id uuid PRIMARY KEY,
  commune_id int NOT NULL REFERENCES unit,
  helper_id int NOT NULL REFERENCES unit,
  household_id uuid,
  leader_in_charge text,
  valid_from date NOT NULL,
  valid_to date,
  state text NOT NULL CHECK (state IN ('PROPOSED','AGREED','ENDED')),
  commune_confirmed_on date,
  helper_confirmed_on date,
  officer text, promise text, outcome text, end_reason text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (state <> 'AGREED' OR (commune_confirmed_on IS NOT NULL AND helper_confirmed_on IS NOT NULL)),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON pairing (household_id);
CREATE INDEX ON pairing (helper_id);
CREATE INDEX ON pairing (commune_id);
CREATE TRIGGER stamp BEFORE UPDATE ON pairing FOR EACH ROW EXECUTE FUNCTION stamp();
