-- Both come with PostgreSQL and may be created by the owner of a database.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- French stemming after the accents are gone. Beside the stock "french", because the stemmer knows
-- « évaluée » with its accents and visitors type « evaluee » without.
CREATE TEXT SEARCH CONFIGURATION french_unaccent (COPY = french);
ALTER TEXT SEARCH CONFIGURATION french_unaccent
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- A text as it is compared with typing mistakes in it: lower case, no accent.
-- unaccent() is only declared stable, because dictionaries may be edited. This one is not.
CREATE FUNCTION search_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
  AS $$ SELECT lower(unaccent('unaccent', value)) $$;

-- The hyphenated words of a text, hyphens taken out: « co-construction » is also found as « coconstruction ».
CREATE FUNCTION search_unhyphenated(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
    SELECT coalesce(string_agg(regexp_replace(word[1], '[-‐‑]', '', 'g'), ' '), '')
    FROM regexp_matches(value, '\w+(?:[-‐‑]\w+)+', 'g') AS found(word)
  $$;

-- A title as it is compared with typing mistakes: « coconstrution » is near « co-construction ».
CREATE FUNCTION search_spelling(title text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
  AS $$ SELECT search_fold(concat_ws(' ', title, search_unhyphenated(title))) $$;

-- A text in both dictionaries, with its hyphen-less forms. The parser only cuts « l'élu » at the straight apostrophe.
CREATE FUNCTION search_vector(value text, weight "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT
  AS $$
    SELECT setweight(to_tsvector('french', forms) || to_tsvector('french_unaccent', forms), weight)
    FROM (SELECT translate(concat_ws(' ', value, search_unhyphenated(value)), '’', '''') AS forms) AS read
  $$;

CREATE FUNCTION resource_search_vector() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      NEW."searchVector" :=
        search_vector(NEW."title", 'A') ||
        search_vector(concat_ws(' ', NEW."summary", NEW."publisher",
          array_to_string(NEW."partners", ' '), array_to_string(NEW."authors", ' ')), 'B') ||
        search_vector(NEW."body", 'C') ||
        search_vector(concat_ws(' ', NEW."year", NEW."dateLabel"), 'D') ||
        -- No text has such a word: a search for « guide » asks for it beside the word itself.
        array_to_tsvector(ARRAY['type:' || NEW."type"]);
      RETURN NEW;
    END
  $$;

CREATE TRIGGER resource_search_vector
  BEFORE INSERT OR UPDATE OF
    "title", "summary", "body", "publisher", "partners", "authors", "year", "dateLabel", "type" ON "Resource"
  FOR EACH ROW EXECUTE FUNCTION resource_search_vector();

-- Rows that were there before the trigger.
UPDATE "Resource" SET "title" = "title";

-- Serves the full-text search.
CREATE INDEX "Resource_searchVector_idx" ON "Resource" USING GIN ("searchVector");
-- Serves « résultats proches »: titles in spite of typing mistakes.
CREATE INDEX "Resource_title_trigrams_idx" ON "Resource" USING GIN (search_spelling("title") gin_trgm_ops);
-- Serves the order by title.
CREATE INDEX "Resource_title_order_idx" ON "Resource" (search_fold("title"), "id");
