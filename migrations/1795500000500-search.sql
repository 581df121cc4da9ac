-- Search the Vietnamese way: the words of a name without marks, đ as d, in tables of their own that are compared by range.
-- LIKE and trigram operators are not leakproof, so row security would lose their indexes; >= and < on text COLLATE "C" are.

-- Lower-case words of a–z and 0–9, one blank between them. Old and new placement of a tone mark (hoà, hòa) fall together, since no mark stays.
-- server/database/search.ts says the same of what a person types; a test holds the two together.
CREATE FUNCTION search_words(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(translate(regexp_replace(normalize(written, NFKD) COLLATE "C", '[\u0300-\u036f]', '', 'g'),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZĐđÐðƉɖɃƀ', 'abcdefghijklmnopqrstuvwxyzddddddbb'), '[^a-z0-9]+', ' ', 'g'));

-- A code is found by its beginning with or without punctuation (LC-012, lc012), by its later parts, and by its last number without zeros.
CREATE FUNCTION code_words(code text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT concat_ws(' ', replace(w, ' ', ''), substring(w FROM ' (.*)$'), NULLIF(ltrim(substring(w FROM '[0-9]+$'), '0'), ''))
            FROM (SELECT search_words(code) AS w) one);

-- One row a distinct word; `words` are all of the household's, so that the other words typed are tested on the same row.
-- Without a foreign key, which would be checked ten million times at the load of a province: the triggers below keep them.
CREATE TABLE household_word (
  commune_id int NOT NULL,
  household_id uuid NOT NULL,
  word text COLLATE "C" NOT NULL,
  words text COLLATE "C" NOT NULL,
  PRIMARY KEY (household_id, word)
);
CREATE INDEX ON household_word (commune_id, word);
CREATE INDEX ON household_word (word);

CREATE TABLE member_word (
  commune_id int NOT NULL,
  household_id uuid NOT NULL,
  member_id uuid NOT NULL,
  word text COLLATE "C" NOT NULL,
  words text COLLATE "C" NOT NULL,
  PRIMARY KEY (member_id, word)
);
CREATE INDEX ON member_word (commune_id, word);
CREATE INDEX ON member_word (word);

-- OFFSET 0 keeps the words from being worked out again for every place that names them.
CREATE VIEW household_word_wanted AS
  SELECT h.commune_id, h.id AS household_id, w.word, n.words COLLATE "C" AS words
    FROM household h
    CROSS JOIN LATERAL (SELECT search_words(h.head_name) || ' ' || code_words(h.code) AS words OFFSET 0) n
    CROSS JOIN LATERAL (SELECT DISTINCT word COLLATE "C" AS word FROM string_to_table(n.words, ' ') AS word WHERE word <> '') w;
CREATE VIEW member_word_wanted AS
  SELECT m.commune_id, m.household_id, m.id AS member_id, w.word, n.words COLLATE "C" AS words
    FROM member m
    CROSS JOIN LATERAL (SELECT search_words(m.full_name) AS words OFFSET 0) n
    CROSS JOIN LATERAL (SELECT DISTINCT word COLLATE "C" AS word FROM string_to_table(n.words, ' ') AS word WHERE word <> '') w;

CREATE FUNCTION refresh_household_words(households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM household_word WHERE household_id = ANY (households);
  INSERT INTO household_word (commune_id, household_id, word, words) SELECT commune_id, household_id, word, words FROM household_word_wanted WHERE household_id = ANY (households);
END $$;
CREATE FUNCTION refresh_member_words(members uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM member_word WHERE member_id = ANY (members);
  INSERT INTO member_word (commune_id, household_id, member_id, word, words) SELECT commune_id, household_id, member_id, word, words FROM member_word_wanted WHERE member_id = ANY (members);
END $$;

-- Statement-level, in the transaction that writes; a change of other columns costs a comparison. A load of the whole province holds them back, as it does sight.
CREATE FUNCTION keep_household_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE households uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN SELECT array_agg(id) INTO households FROM changed;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(id) INTO households FROM former;
  ELSE SELECT array_agg(id) INTO households FROM (SELECT id, code, head_name, commune_id FROM changed EXCEPT SELECT id, code, head_name, commune_id FROM former) c;
  END IF;
  IF households IS NOT NULL THEN PERFORM refresh_household_words(households); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_member_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE members uuid[];
BEGIN
  IF current_setting('app.sight', true) = 'held' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN SELECT array_agg(id) INTO members FROM changed;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(id) INTO members FROM former;
  ELSE SELECT array_agg(id) INTO members FROM (SELECT id, full_name, household_id, commune_id FROM changed EXCEPT SELECT id, full_name, household_id, commune_id FROM former) c;
  END IF;
  IF members IS NOT NULL THEN PERFORM refresh_member_words(members); END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['household', 'member'] LOOP
    EXECUTE format('CREATE TRIGGER words_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_%s_words()', name, name);
    EXECUTE format('CREATE TRIGGER words_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_%s_words()', name, name);
    EXECUTE format('CREATE TRIGGER words_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION keep_%s_words()', name, name);
  END LOOP;
  GRANT CREATE ON SCHEMA public TO maintainer;
  FOREACH name IN ARRAY ARRAY['refresh_household_words(uuid[])', 'refresh_member_words(uuid[])', 'keep_household_words()', 'keep_member_words()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maintainer', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  ALTER VIEW household_word_wanted OWNER TO maintainer;
  ALTER VIEW member_word_wanted OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
INSERT INTO household_word (commune_id, household_id, word, words) SELECT commune_id, household_id, word, words FROM household_word_wanted;
INSERT INTO member_word (commune_id, household_id, member_id, word, words) SELECT commune_id, household_id, member_id, word, words FROM member_word_wanted;
