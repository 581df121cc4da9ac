-- Accounts kept by each unit, and one's own sign-ins. Whoever writes them writes through the functions below, which ask for themselves what the
-- viewer's post may: nobody has INSERT or UPDATE on an account, a post or a request, and no portal reads a hash.

ALTER TABLE account
  ADD COLUMN IF NOT EXISTS email text CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND length(email) <= 254),
  ADD COLUMN joined_at timestamptz DEFAULT now(); -- null: invited, and has set no password yet
UPDATE account SET joined_at = created_at;
-- Identity works outside any session; row security is for those who keep accounts.
CREATE POLICY app_user ON account TO app_user USING (true) WITH CHECK (true);
ALTER TABLE post ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE sign_in
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN device text, -- "Chrome, Windows"
  ADD COLUMN address text, -- the coarse beginning of the network address, no machine
  ADD COLUMN since timestamptz NOT NULL DEFAULT now(); -- kept when the hat or the password changes
CREATE INDEX ON sign_in (post_id);
INSERT INTO setting (name, value) VALUES ('invitation_hours', '72');

-- A link that is good once: to set the first password or a new one. Only the hash of its secret is kept.
CREATE TABLE account_link (
  token_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account,
  made_by int NOT NULL REFERENCES post,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX ON account_link (account_id);
GRANT SELECT, UPDATE ON account_link TO app_user;
GRANT SELECT, INSERT, UPDATE, DELETE ON account_link TO maintainer;

-- A further post for whoever has this login, if anybody: nothing is looked up before that person accepts.
CREATE TABLE post_offer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  login text NOT NULL,
  unit_id int NOT NULL REFERENCES unit,
  name text COLLATE vietnamese NOT NULL,
  role text NOT NULL,
  villages int[], communes int[],
  valid_from date NOT NULL, valid_to date,
  made_by int NOT NULL REFERENCES post,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  is_accepted boolean
);
CREATE INDEX ON post_offer (login) WHERE answered_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON post_offer TO maintainer;

-- Đề nghị cấp quyền mở dữ liệu nhạy cảm: asked by one person, granted by another, for a third or for the asker.
CREATE TABLE right_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id int NOT NULL REFERENCES unit,
  post_id int NOT NULL,
  nouns text[] NOT NULL CHECK (cardinality(nouns) > 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  state text NOT NULL DEFAULT 'REQUESTED' CHECK (state IN ('REQUESTED','GRANTED','REFUSED')),
  requested_by int NOT NULL REFERENCES post,
  requested_on date NOT NULL,
  decided_by int REFERENCES post,
  decided_on date,
  answer text CHECK (length(answer) <= 1000),
  FOREIGN KEY (post_id, unit_id) REFERENCES post (id, unit_id)
);
CREATE INDEX ON right_request (unit_id, requested_on DESC);
CREATE UNIQUE INDEX ON right_request (post_id) WHERE state = 'REQUESTED';
ALTER TABLE right_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE right_request FORCE ROW LEVEL SECURITY;

-- Held on the day: ends are inclusive.
CREATE FUNCTION is_held(p post, day date) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN p.valid_from <= day AND (p.valid_to IS NULL OR p.valid_to >= day);
-- Held now or to be held.
CREATE FUNCTION is_over(p post, day date) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN p.valid_to IS NOT NULL AND (p.valid_to < day OR p.valid_to < p.valid_from);

-- The viewer's account, and the role of the viewer's post; null when the post is not held today.
CREATE FUNCTION my_account() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT p.account_id FROM post p WHERE p.id = my_post() AND p.unit_id = my_unit() AND is_held(p, today()); END;
CREATE FUNCTION is_root_keeper() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT EXISTS (SELECT FROM unit u WHERE u.id = my_unit() AND u.kind = 'secretariat') AND coalesce(my_role() = 'ACCOUNT_ADMINISTRATOR', false); END;

-- People of the role who can sign in to the unit today.
CREATE FUNCTION holders(unit int, wanted text) RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT DISTINCT p.account_id FROM post p JOIN account a ON a.id = p.account_id
     WHERE p.unit_id = unit AND p.role = wanted AND is_held(p, today()) AND a.locked_on IS NULL AND a.joined_at IS NOT NULL;
  END;

-- The units whose accounts the viewer keeps: the own one of a leader or an account administrator; of the secretariat's administrator also those that have none.
CREATE FUNCTION my_kept_units() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT CASE WHEN my_role() IN ('LEADER', 'ACCOUNT_ADMINISTRATOR') THEN ARRAY[my_unit()] ELSE '{}'::int[] END
      || CASE WHEN is_root_keeper() THEN ARRAY(SELECT u.id FROM unit u WHERE u.id <> my_unit() AND u.valid_from <= today() AND (u.valid_to IS NULL OR u.valid_to >= today())
           AND NOT u.id IN (SELECT p.unit_id FROM post p JOIN account a ON a.id = p.account_id
             WHERE p.role = 'ACCOUNT_ADMINISTRATOR' AND is_held(p, today()) AND a.locked_on IS NULL AND a.joined_at IS NOT NULL)) ELSE '{}'::int[] END;
  END;

-- The same of one unit and of one person, for functions that are asked row by row.
CREATE FUNCTION keeps(unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce(CASE WHEN unit = my_unit() THEN my_role() IN ('LEADER', 'ACCOUNT_ADMINISTRATOR')
      ELSE is_root_keeper() AND NOT EXISTS (SELECT FROM holders(unit, 'ACCOUNT_ADMINISTRATOR'))
        AND EXISTS (SELECT FROM unit u WHERE u.id = unit AND u.valid_from <= today() AND (u.valid_to IS NULL OR u.valid_to >= today())) END, false);
  END;
CREATE FUNCTION keeps_person(account int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM post p WHERE p.account_id = account AND keeps(p.unit_id)
        AND (NOT is_over(p, today()) OR NOT EXISTS (SELECT FROM post o WHERE o.account_id = account AND NOT is_over(o, today()))))
      OR is_root_keeper() AND (SELECT count(DISTINCT p.unit_id) FROM post p WHERE p.account_id = account AND NOT is_over(p, today())) > 1;
  END;

-- Roles that the viewer may give, take and change in the unit; empty where the viewer keeps no accounts. An administrator gives none as high as the own.
CREATE FUNCTION roles_to_give(unit int) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT ARRAY['OFFICER', 'VIEWER'] || CASE u.kind WHEN 'commune' THEN ARRAY['VILLAGE_OFFICER'] WHEN 'massOrganisation' THEN ARRAY['SUPERVISOR'] ELSE '{}'::text[] END
        || CASE WHEN my_role() = 'LEADER' OR u.id <> my_unit() THEN ARRAY['ACCOUNT_ADMINISTRATOR', 'LEADER'] ELSE '{}'::text[] END
      FROM unit u WHERE u.id = unit AND keeps(u.id)), '{}');
  END;

-- Whose accounts the viewer keeps: people with a post of a kept unit that is not over, and those whose last post was there. The secretariat's
-- administrator also keeps whoever has posts in several units, since no single unit may lock them out of another.
CREATE FUNCTION my_people() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    WITH kept AS (SELECT my_kept_units() AS units)
    SELECT coalesce(array_agg(DISTINCT x.account_id), '{}') FROM (
      SELECT p.account_id FROM kept, post p WHERE p.unit_id = ANY (kept.units)
         AND (NOT is_over(p, today()) OR NOT EXISTS (SELECT FROM post o WHERE o.account_id = p.account_id AND NOT is_over(o, today())))
      UNION ALL SELECT p.account_id FROM post p WHERE is_root_keeper() AND NOT is_over(p, today()) GROUP BY 1 HAVING count(DISTINCT p.unit_id) > 1) x;
  END;
CREATE FUNCTION people_of(unit int) RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT p.account_id), '{}') FROM post p WHERE p.unit_id = unit AND keeps(unit) AND keeps_person(p.account_id);
  END;

-- Whether the viewer may reset, lock and unlock the account: not the own one, nobody with a role that the viewer could not give, and nobody with a
-- post elsewhere unless for the secretariat's administrator.
CREATE FUNCTION may_keep_account(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT wanted <> my_account() AND keeps_person(wanted)
       AND NOT EXISTS (SELECT FROM post p WHERE p.account_id = wanted AND NOT is_over(p, today())
         AND NOT CASE WHEN keeps(p.unit_id) THEN p.role = ANY (roles_to_give(p.unit_id)) ELSE is_root_keeper() END);
  END;
-- Whether the viewer may change or end the post; ending the own one is asked elsewhere.
CREATE FUNCTION may_keep_post(wanted int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce((SELECT p.account_id <> my_account() AND p.role = ANY (roles_to_give(p.unit_id)) FROM post p WHERE p.id = wanted), false);
  END;

-- What the lists of people say beside the account's own columns, of the kept units alone.
CREATE FUNCTION has_other_posts(account int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT keeps_person(account) AND EXISTS (SELECT FROM post p WHERE p.account_id = account AND NOT keeps(p.unit_id) AND NOT is_over(p, today()));
  END;
CREATE FUNCTION last_sign_in(account int) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT max(s.since) FROM sign_in s JOIN post p ON p.id = s.post_id WHERE s.account_id = account AND keeps_person(account) AND keeps(p.unit_id);
  END;
CREATE FUNCTION link_until(account int) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT max(l.expires_at) FROM account_link l WHERE l.account_id = account AND keeps_person(account) AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > now();
  END;
-- Replaced by whoever keeps second factors.
CREATE FUNCTION has_second_factor(account int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC SELECT false; END;
CREATE FUNCTION account_posts(account int) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'version', p.version, 'unitId', p.unit_id, 'unitName', u.short_name, 'name', p.name, 'role', p.role, 'officePhone', p.office_phone,
        'villages', CASE WHEN p.villages IS NOT NULL THEN (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name) ORDER BY v.name), '[]') FROM village v WHERE v.id = ANY (p.villages)) END,
        'communes', CASE WHEN p.communes IS NOT NULL THEN (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.short_name) ORDER BY c.short_name), '[]') FROM unit c WHERE c.id = ANY (p.communes)) END,
        'sensitiveNouns', p.sensitive_nouns, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'isHeld', is_held(p, today()), 'isOver', is_over(p, today()),
        'mayChange', may_keep_post(p.id)) ORDER BY is_over(p, today()), p.valid_from DESC, p.id), '[]')
      FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.account_id = account AND keeps_person(account) AND keeps(p.unit_id);
  END;
-- The units that the viewer keeps, with how many can sign in there as what.
CREATE FUNCTION kept_units() RETURNS TABLE (id int, code text, name text, "shortName" text, kind text, people int, leaders int, administrators int, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT u.id, u.code, u.name, u.short_name, u.kind,
        (SELECT count(DISTINCT p.account_id) FROM post p WHERE p.unit_id = u.id AND NOT is_over(p, today()))::int,
        (SELECT count(*) FROM holders(u.id, 'LEADER'))::int, (SELECT count(*) FROM holders(u.id, 'ACCOUNT_ADMINISTRATOR'))::int, roles_to_give(u.id)
      FROM unit u WHERE u.id = ANY ((SELECT my_kept_units())::int[]) ORDER BY u.id <> my_unit(), u.short_name;
  END;
-- A post of a kept unit as it stands, to be changed or noted in the trail; null for every other.
CREATE FUNCTION kept_post(wanted int) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  BEGIN ATOMIC
    SELECT json_build_object('account', p.account_id, 'unit', p.unit_id, 'name', p.name, 'role', p.role, 'officePhone', p.office_phone, 'villages', p.villages, 'communes', p.communes,
        'sensitiveNouns', p.sensitive_nouns, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'version', p.version, 'isOver', is_over(p, today()), 'isOwn', p.account_id = my_account(), 'mayChange', may_keep_post(p.id))
      FROM post p WHERE p.id = wanted AND keeps(p.unit_id);
  END;
