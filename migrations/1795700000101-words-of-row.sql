-- A row's own words: a list that walks households in its order tests them without asking the table of words for each, which now keeps one
-- word a row and nothing beside it.
ALTER TABLE household ADD COLUMN words text COLLATE "C" GENERATED ALWAYS AS (search_words(head_name) || ' ' || code_words(code)) STORED;
ALTER TABLE member ADD COLUMN words text COLLATE "C" GENERATED ALWAYS AS (search_words(full_name)) STORED;

DROP VIEW household_word_wanted, member_word_wanted;
ALTER TABLE household_word DROP COLUMN words;
ALTER TABLE member_word DROP COLUMN words;
CREATE VIEW household_word_wanted AS
  SELECT h.commune_id, h.id AS household_id, w.word
    FROM household h
    CROSS JOIN LATERAL (SELECT DISTINCT word COLLATE "C" AS word FROM string_to_table(h.words, ' ') AS word WHERE word <> '') w;
CREATE VIEW member_word_wanted AS
  SELECT m.commune_id, m.household_id, m.id AS member_id, w.word
    FROM member m
    CROSS JOIN LATERAL (SELECT DISTINCT word COLLATE "C" AS word FROM string_to_table(m.words, ' ') AS word WHERE word <> '') w;

CREATE OR REPLACE FUNCTION refresh_household_words(households uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM household_word WHERE household_id = ANY (households);
  INSERT INTO household_word (commune_id, household_id, word) SELECT commune_id, household_id, word FROM household_word_wanted WHERE household_id = ANY (households);
END $$;
CREATE OR REPLACE FUNCTION refresh_member_words(members uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM member_word WHERE member_id = ANY (members);
  INSERT INTO member_word (commune_id, household_id, member_id, word) SELECT commune_id, household_id, member_id, word FROM member_word_wanted WHERE member_id = ANY (members);
END $$;
DO $$ BEGIN
  GRANT CREATE ON SCHEMA public TO maintainer;
  ALTER VIEW household_word_wanted OWNER TO maintainer;
  ALTER VIEW member_word_wanted OWNER TO maintainer;
  REVOKE CREATE ON SCHEMA public FROM maintainer;
END $$;
