-- The registry of households: what hangs on a household or on one of its members, each a noun of its own where who may know of it differs.
ALTER TABLE household
  ADD COLUMN ended_on date,
  ADD COLUMN end_kind text CHECK (end_kind IN ('ENDED','MERGED')),
  ADD COLUMN merged_into_id uuid REFERENCES household,
  ADD COLUMN helpers text[] NOT NULL DEFAULT '{}', -- names of the units paired with it, kept by pairing
  ADD COLUMN has_any_support boolean NOT NULL DEFAULT false, -- kept by support; which kinds would tell of loans
  ADD CHECK ((ended_on IS NULL) = (end_kind IS NULL)),
  ADD CHECK ((end_kind = 'MERGED') = (merged_into_id IS NOT NULL)),
  DROP CONSTRAINT household_member_count_check,
  ADD CHECK (member_count >= 0),
  DROP CONSTRAINT household_deprivation_count_check,
  ADD CHECK (deprivation_count >= 0);
ALTER TABLE member
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE TRIGGER stamp BEFORE UPDATE ON member FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE INDEX ON deprivation (household_id); -- the open ones of a page of households
CREATE INDEX ON household_group (household_id);
CREATE INDEX ON household_identity (household_id);

-- The list: one row a household and standard from one decision to the next. Names the commune of those days, so that a list of an
-- earlier day stays whole after a household has moved away; half-open, [since, until).
CREATE TABLE class_record (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES household,
  commune_id int NOT NULL REFERENCES unit,
  village_id int REFERENCES village,
  code text NOT NULL,
  head_name text COLLATE vietnamese NOT NULL,
  member_count int NOT NULL,
  class text NOT NULL CHECK (class IN ('POOR','NEAR_POOR','NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR','AVERAGE','NONE')),
  standard text NOT NULL,
  movement text NOT NULL CHECK (movement IN ('LISTED','NEWLY_ARISEN','NEWLY_ARISEN_NEAR_POOR','RELAPSED','RELAPSED_NEAR_POOR','ESCAPED','ESCAPED_NEAR_POOR','POOR_TO_NEAR_POOR','NEAR_POOR_TO_POOR',
    'UNCHANGED','LEVEL_CHANGED','STANDARD_CHANGED','WINDOW_ENDED','MOVED_IN','SPLIT')),
  since date NOT NULL,
  until date,
  end_movement text CHECK (end_movement IN ('CLASS_CHANGED','MOVED_OUT','MERGED','ENDED')),
  decision_number text,
  decision_day date,
  reason text CHECK (length(reason) <= 2000),
  related_household_id uuid REFERENCES household, -- split from, merged into
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (until >= since),
  CHECK ((until IS NULL) = (end_movement IS NULL))
);
CREATE UNIQUE INDEX ON class_record (household_id, standard) WHERE until IS NULL; -- nothing is counted twice
CREATE INDEX ON class_record (household_id, since);
CREATE INDEX ON class_record (commune_id, since);

CREATE TABLE household_contact (
  household_id uuid PRIMARY KEY,
  commune_id int NOT NULL,
  address_detail text CHECK (length(address_detail) <= 300),
  phone text CHECK (length(phone) <= 20),
  latitude numeric(8,5) CHECK (latitude BETWEEN 8 AND 24),
  longitude numeric(8,5) CHECK (longitude BETWEEN 102 AND 110),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);
CREATE TRIGGER stamp BEFORE UPDATE ON household_contact FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE poverty_cause (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  cause text NOT NULL CHECK (cause IN ('LAND','CAPITAL','LABOUR','TOOLS','KNOWLEDGE','SKILLS','ILLNESS','OTHER')),
  since date NOT NULL,
  until date CHECK (until >= since),
  UNIQUE (household_id, cause, since),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);

-- The commune of a row is its household's, the household of a row its member's, whatever the writer says; row security then judges the row so placed.
CREATE FUNCTION place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE given jsonb := to_jsonb(NEW);
BEGIN
  IF given ->> 'member_id' IS NOT NULL THEN
    SELECT m.household_id, m.commune_id INTO NEW.household_id, NEW.commune_id FROM member m WHERE m.id = NEW.member_id
      AND (NEW.household_id IS NULL OR m.household_id = NEW.household_id);
  ELSE
    SELECT h.commune_id INTO NEW.commune_id FROM household h WHERE h.id = NEW.household_id;
  END IF;
  RETURN NEW;
END $$;

-- What is asked of the family's working people, children and insured, each for the body whose task it is.
CREATE TABLE member_labour (
  member_id uuid PRIMARY KEY, household_id uuid NOT NULL, commune_id int NOT NULL,
  status text NOT NULL CHECK (status IN ('WORKING','UNEMPLOYED','NOT_WORKING','UNABLE')),
  occupation text CHECK (length(occupation) <= 120),
  trained_level text NOT NULL CHECK (trained_level IN ('NONE','SHORT_COURSE','ELEMENTARY','INTERMEDIATE','COLLEGE','UNIVERSITY')),
  as_of date NOT NULL, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE TABLE member_schooling (
  member_id uuid PRIMARY KEY, household_id uuid NOT NULL, commune_id int NOT NULL,
  attending boolean NOT NULL,
  level text NOT NULL CHECK (level IN ('NONE','KINDERGARTEN','PRIMARY','LOWER_SECONDARY','UPPER_SECONDARY','VOCATIONAL','HIGHER')),
  reason text CHECK (length(reason) <= 300), -- why not attending
  as_of date NOT NULL, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE TABLE member_insurance (
  member_id uuid PRIMARY KEY, household_id uuid NOT NULL, commune_id int NOT NULL,
  has_card boolean NOT NULL,
  valid_to date,
  as_of date NOT NULL, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE TABLE member_health (
  member_id uuid PRIMARY KEY, household_id uuid NOT NULL, commune_id int NOT NULL,
  malnutrition boolean NOT NULL,
  disability text NOT NULL CHECK (disability IN ('NONE','MILD','SEVERE','EXTREME')),
  serious_illness boolean NOT NULL,
  as_of date NOT NULL, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
ALTER TABLE household_identity
  ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member_labour','member_schooling','member_insurance','member_health','household_identity'] LOOP
    EXECUTE format('CREATE TRIGGER stamp BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION stamp()', name);
    IF name <> 'household_identity' THEN EXECUTE format('CREATE INDEX ON %I (household_id)', name); END IF;
  END LOOP;
END $$;

CREATE TABLE household_income (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  standard text NOT NULL,
  as_of date NOT NULL,
  source text NOT NULL CHECK (source IN ('SURVEY','DECLARED','IMPORTED')),
  income_per_head bigint CHECK (income_per_head >= 0), -- đồng a month
  income_points int CHECK (income_points >= 0),
  sheet_answers jsonb,
  form_version text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (income_per_head IS NOT NULL OR income_points IS NOT NULL),
  UNIQUE (household_id, standard, as_of),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);

CREATE TABLE merit_record (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL, household_id uuid NOT NULL, commune_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('WAR_INVALID','SICK_SOLDIER','MARTYR_KIN','AGENT_ORANGE_VICTIM','HEROIC_MOTHER','REVOLUTION_HELPER','OTHER')),
  decision_number text CHECK (length(decision_number) <= 60),
  decision_day date,
  allowance_kind text CHECK (length(allowance_kind) <= 120),
  housing_need text CHECK (housing_need IN ('NONE','REPAIR','REBUILD')),
  housing_due_day date,
  confirmed_by_id int REFERENCES post,
  confirmed_on date,
  valid_from date NOT NULL,
  valid_to date,
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((confirmed_by_id IS NULL) = (confirmed_on IS NULL)),
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON merit_record (household_id);
CREATE INDEX ON merit_record (member_id);
CREATE TRIGGER stamp BEFORE UPDATE ON merit_record FOR EACH ROW EXECUTE FUNCTION stamp();

-- Kinds of help, and the indicators that each makes good: who leads an indicator leads its kind of help.
CREATE TABLE support_kind (
  code text PRIMARY KEY,
  name text COLLATE vietnamese NOT NULL,
  no int NOT NULL,
  indicators text[] NOT NULL DEFAULT '{}',
  is_health boolean NOT NULL DEFAULT false
);
CREATE TABLE support (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  member_id uuid,
  kind text NOT NULL REFERENCES support_kind,
  provider_id int NOT NULL REFERENCES unit,
  funding_source text CHECK (funding_source IN ('STATE_PROGRAMME','LOCAL_BUDGET','ENTRUSTED_CAPITAL','SOCIALISED','FUND')),
  programme text CHECK (length(programme) <= 200),
  clause text CHECK (length(clause) <= 60),
  plan_item text CHECK (length(plan_item) <= 200),
  state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED','APPROVED','DELIVERED','CANCELLED')),
  planned_day date,
  delivered_day date,
  quantity text CHECK (length(quantity) <= 120),
  reserved_until date,
  evidence text CHECK (length(evidence) <= 2000),
  note text CHECK (length(note) <= 2000),
  verified_by_id int REFERENCES post,
  verified_on date,
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (state <> 'DELIVERED' OR delivered_day IS NOT NULL),
  UNIQUE (id, provider_id, commune_id),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE,
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON support (household_id);
CREATE INDEX ON support (provider_id, household_id);
CREATE INDEX ON support (member_id);
CREATE TRIGGER stamp BEFORE UPDATE ON support FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TABLE support_amount (
  support_id uuid PRIMARY KEY, provider_id int NOT NULL, commune_id int NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0), -- đồng
  disbursed_on date,
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (support_id, provider_id, commune_id) REFERENCES support (id, provider_id, commune_id) ON UPDATE CASCADE
);
CREATE TRIGGER stamp BEFORE UPDATE ON support_amount FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TABLE support_loan (
  support_id uuid PRIMARY KEY, provider_id int NOT NULL, commune_id int NOT NULL,
  term_months int CHECK (term_months BETWEEN 1 AND 360),
  purpose text CHECK (length(purpose) <= 300),
  disbursed_on date,
  outstanding bigint CHECK (outstanding >= 0), -- đồng
  overdue bigint CHECK (overdue >= 0),
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (support_id, provider_id, commune_id) REFERENCES support (id, provider_id, commune_id) ON UPDATE CASCADE
);
CREATE TRIGGER stamp BEFORE UPDATE ON support_loan FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TABLE support_need (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  member_id uuid,
  kind text NOT NULL REFERENCES support_kind,
  since date NOT NULL,
  until date CHECK (until >= since), -- met, or no longer asked for
  met_by_id uuid REFERENCES support,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (household_id, member_id, kind, since),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE,
  FOREIGN KEY (member_id, household_id, commune_id) REFERENCES member (id, household_id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON support_need (kind, household_id) WHERE until IS NULL;

-- Who supervises which commune's list on which days: its Front committee during a review, the province's Front on an inspection.
CREATE TABLE supervision (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit_id int NOT NULL REFERENCES unit,
  commune_id int NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('REVIEW','INSPECTION')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to >= valid_from),
  UNIQUE (unit_id, commune_id, kind, valid_from)
);
CREATE INDEX ON supervision (commune_id);

-- Đề nghị mở xem: a part of one household for a purpose and some days, granted by the commune's head.
CREATE TABLE sight_request (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL,
  commune_id int NOT NULL,
  unit_id int NOT NULL REFERENCES unit,
  requested_by_id int NOT NULL,
  part text NOT NULL CHECK (part IN ('Member','Deprivation','HouseholdContact','HouseholdIdentity','MeritRecord','MemberLabour','MemberSchooling','MemberInsurance','MemberHealth','SupportNeed','PovertyCause','HouseholdGroup')),
  purpose text NOT NULL CHECK (purpose IN ('VERIFY_PERSON','PROVIDE_SUPPORT','REVIEW','INSPECTION','ANSWER_SUBJECT')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  days int NOT NULL CHECK (days >= 1),
  requested_on date NOT NULL,
  state text NOT NULL DEFAULT 'REQUESTED' CHECK (state IN ('REQUESTED','GRANTED','REFUSED','WITHDRAWN')),
  decided_by_id int REFERENCES post,
  decided_on date,
  answer text CHECK (length(answer) <= 1000),
  valid_to date, -- last day of a grant
  version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'GRANTED') = (valid_to IS NOT NULL)),
  FOREIGN KEY (requested_by_id, unit_id) REFERENCES post (id, unit_id),
  FOREIGN KEY (household_id, commune_id) REFERENCES household (id, commune_id) ON UPDATE CASCADE
);
CREATE INDEX ON sight_request (commune_id, state);
CREATE INDEX ON sight_request (unit_id, state);
CREATE INDEX ON sight_request (household_id);
CREATE TRIGGER stamp BEFORE UPDATE ON sight_request FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE FUNCTION place_by_support() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT p.provider_id, p.commune_id INTO NEW.provider_id, NEW.commune_id FROM support p WHERE p.id = NEW.support_id;
  RETURN NEW;
END $$;
CREATE TRIGGER place BEFORE INSERT ON support_amount FOR EACH ROW EXECUTE FUNCTION place_by_support();
CREATE TRIGGER place BEFORE INSERT ON support_loan FOR EACH ROW EXECUTE FUNCTION place_by_support();

-- Standards, thresholds, forms and rules: effective-dated, each with its source, changed by adding a row.
CREATE TABLE poverty_standard (
  code text PRIMARY KEY,
  name text NOT NULL,
  legal_basis text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  provenance text NOT NULL CHECK (provenance IN ('SOURCED','RECALLED','ENTERED')),
  note text
);
CREATE TABLE standard_indicator (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  standard text NOT NULL REFERENCES poverty_standard,
  indicator text NOT NULL REFERENCES deprivation_indicator,
  no int NOT NULL,
  name text NOT NULL,
  threshold text,
  UNIQUE (standard, indicator)
);
CREATE TABLE standard_figure (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  standard text NOT NULL REFERENCES poverty_standard,
  figure text NOT NULL CHECK (figure IN ('INCOME_LINE','AVERAGE_FROM','AVERAGE_TO','INCOME_POINTS','POINTS_PER_INDICATOR','POOR_FROM_POINTS','MIN_DEPRIVATIONS')),
  area_type text CHECK (area_type IN ('RURAL','URBAN')),
  value bigint NOT NULL CHECK (value >= 0),
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  provenance text NOT NULL CHECK (provenance IN ('SOURCED','RECALLED','ENTERED')),
  note text,
  UNIQUE NULLS NOT DISTINCT (standard, figure, area_type, valid_from)
);
CREATE TABLE score_sheet (
  id uuid PRIMARY KEY,
  standard text NOT NULL REFERENCES poverty_standard,
  form_version text NOT NULL CHECK (length(form_version) BETWEEN 1 AND 60),
  region text NOT NULL CHECK (length(region) BETWEEN 1 AND 80),
  area_type text CHECK (area_type IN ('RURAL','URBAN')),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  valid_from date NOT NULL,
  valid_to date,
  imported_by_id int REFERENCES post,
  imported_on date NOT NULL,
  UNIQUE (standard, form_version, region)
);
CREATE TABLE score_item (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  score_sheet_id uuid NOT NULL REFERENCES score_sheet,
  no int NOT NULL,
  group_name text NOT NULL,
  item text NOT NULL,
  points int NOT NULL,
  UNIQUE (score_sheet_id, group_name, item)
);
-- What the registry does by itself, as the administration sets it.
CREATE TABLE registry_rule (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name IN ('NEWLY_ESCAPED_MONTHS','PROVIDER_DAYS','GRANT_DAYS_MOST','ELIGIBILITY_CHECKS_AN_HOUR')),
  value int NOT NULL CHECK (value >= 0),
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  UNIQUE (name, valid_from)
);
CREATE TABLE village_area_type (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  village_id int NOT NULL REFERENCES village,
  area_type text NOT NULL CHECK (area_type IN ('RURAL','URBAN')),
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  UNIQUE (village_id, valid_from)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member','deprivation','household_group','household_contact','poverty_cause','member_labour','member_schooling','member_insurance','member_health',
                              'household_identity','household_income','merit_record','support','support_need','sight_request'] LOOP
    EXECUTE format('CREATE TRIGGER place BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.commune_id IS NULL) EXECUTE FUNCTION place()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['household','member','deprivation','household_group','pairing','class_record','poverty_cause','household_income','merit_record','support','support_need',
                              'sight_request','score_sheet'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN id SET DEFAULT gen_random_uuid()', name);
  END LOOP;
END $$;

-- The rule in force on the working day.
CREATE FUNCTION registry_rule(wanted text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT value FROM registry_rule r WHERE r.name = wanted AND r.valid_from <= today() AND (r.valid_to IS NULL OR r.valid_to >= today()) ORDER BY r.valid_from DESC LIMIT 1);

INSERT INTO registry_rule (name, value, valid_from, source) VALUES
  ('NEWLY_ESCAPED_MONTHS', 36, '2022-01-01', 'Chính sách tín dụng tính "mới thoát nghèo" trong 3 năm; chờ xác nhận.'),
  ('PROVIDER_DAYS', 90, '2022-01-01', 'Quy ước của hệ thống: xem hộ 90 ngày sau khi giao hỗ trợ.'),
  ('GRANT_DAYS_MOST', 30, '2022-01-01', 'Quy ước của hệ thống theo Luật 91/2025/QH15, Điều 3: chỉ trong thời gian cần thiết.'),
  ('ELIGIBILITY_CHECKS_AN_HOUR', 60, '2022-01-01', 'Quy ước của hệ thống, chống dò tìm.');
INSERT INTO support_kind (no, code, name, indicators, is_health) VALUES
  (1, 'TRAINING', 'Đào tạo nghề', '{ADULT_EDUCATION}', false),
  (2, 'JOB', 'Tư vấn, giới thiệu việc làm', '{JOB}', false),
  (3, 'PRODUCTION', 'Hỗ trợ sản xuất', '{}', false),
  (4, 'LOAN', 'Vay vốn ưu đãi', '{}', false),
  (5, 'HOUSING', 'Nhà ở', '{HOUSING_QUALITY,HOUSING_AREA}', false),
  (6, 'INSURANCE', 'Bảo hiểm y tế', '{INSURANCE}', true),
  (7, 'NUTRITION', 'Dinh dưỡng, chăm sóc sức khỏe', '{NUTRITION}', true),
  (8, 'EDUCATION', 'Giáo dục, học phí', '{SCHOOLING}', false),
  (9, 'WATER', 'Nước sinh hoạt', '{WATER}', false),
  (10, 'LATRINE', 'Nhà tiêu hợp vệ sinh', '{LATRINE}', false),
  (11, 'INFORMATION', 'Thông tin, viễn thông', '{TELECOM,INFORMATION_MEANS}', false),
  (12, 'LEGAL_AID', 'Trợ giúp pháp lý', '{}', false),
  (13, 'CASH', 'Tiền, hiện vật từ quỹ', '{}', false);
