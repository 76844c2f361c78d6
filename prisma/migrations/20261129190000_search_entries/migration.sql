-- Signs as the parser of PostgreSQL should read them: every space is a space, every apostrophe and quote straight.
CREATE FUNCTION search_signs(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
    SELECT translate(normalize(value, NFC),
      U&'\00A0\202F\2007\2009\200A\3000\2019\2018\201B\02BC\00AB\00BB\201C\201D\201E\2060\200B\00AD\FEFF',
      '      ''"""""')
  $$;

-- « commune », whose stem is that of « commun », is a « municipalité » where it is a noun.
CREATE FUNCTION search_plain(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
  AS $$
    SELECT regexp_replace(search_signs(value),
      '\m(la|les|une|des|de|ma|sa|ta|votre|notre|leur|leurs|vos|nos|cette|ces|chaque|aux|petites?|grandes?)\s+communes?\M',
      ' municipalité', 'gi')
  $$;

CREATE OR REPLACE FUNCTION search_vector(value text, weight "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT
  AS $$
    SELECT setweight(to_tsvector('french', forms) || to_tsvector('french_unaccent', forms), weight)
    FROM (SELECT search_plain(concat_ws(' ', value, search_unhyphenated(value))) AS forms) AS read
  $$;

UPDATE "Resource" SET "title" = "title";

-- The words of a name, whatever their order, accents and plural.
CREATE FUNCTION search_key(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
  AS $$ SELECT array_to_string(tsvector_to_array(to_tsvector('french_unaccent', search_plain(value))), ' ') $$;

CREATE TABLE "SearchEntry" (
  "noun" TEXT NOT NULL,
  "itemId" UUID NOT NULL,
  "slug" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "names" TEXT[],
  "spelling" TEXT NOT NULL,
  "vector" tsvector NOT NULL,
  "opens" BOOLEAN NOT NULL,
  "startsAt" TIMESTAMPTZ(3),
  "year" INTEGER,
  "position" INTEGER,
  "publishedAt" TIMESTAMPTZ(3),
  "withdrawnAt" TIMESTAMPTZ(3),
  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("noun", "itemId")
);
CREATE INDEX "SearchEntry_vector_idx" ON "SearchEntry" USING GIN ("vector");
CREATE INDEX "SearchEntry_names_idx" ON "SearchEntry" USING GIN ("names");
-- Serves « Vouliez-vous dire ».
CREATE INDEX "SearchEntry_spelling_idx" ON "SearchEntry" USING GIN ("spelling" gin_trgm_ops);

CREATE TABLE "SynonymGroup" ("position" INTEGER NOT NULL, "words" TEXT[], CONSTRAINT "SynonymGroup_pkey" PRIMARY KEY ("position"));
CREATE TABLE "TestQuery" (
  "position" INTEGER NOT NULL, "words" TEXT NOT NULL, "path" TEXT NOT NULL, CONSTRAINT "TestQuery_pkey" PRIMARY KEY ("position"));
CREATE TABLE "FruitlessSearch" (
  "day" DATE NOT NULL, "words" TEXT NOT NULL, "count" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "FruitlessSearch_pkey" PRIMARY KEY ("day", "words"));

-- The values of some columns of a row, one after the other; those of a list are said with commas.
CREATE FUNCTION search_columns(item jsonb, columns text, separator text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT coalesce(string_agg(
      CASE jsonb_typeof(item -> name)
        WHEN 'array' THEN (SELECT string_agg(one, ', ') FROM jsonb_array_elements_text(item -> name) AS one)
        ELSE item ->> name
      END, separator ORDER BY rank), '')
    FROM unnest(string_to_array(columns, ',')) WITH ORDINALITY AS listed(name, rank)
  $$;

-- Keeps the entry of a row. Arguments: the noun, then its columns by weight, as its card says (lib/nouns/cards):
-- title, other names, lead, body.
CREATE FUNCTION search_entry() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    DECLARE
      item jsonb;
      named text;
      aliases text;
      summary text;
      body text;
    BEGIN
      IF TG_OP = 'DELETE' THEN
        DELETE FROM "SearchEntry" WHERE "noun" = TG_ARGV[0] AND "itemId" = OLD."id";
        RETURN NULL;
      END IF;
      item := to_jsonb(NEW);
      named := search_columns(item, TG_ARGV[1], ' ');
      aliases := search_columns(item, TG_ARGV[2], ', ');
      summary := search_columns(item, TG_ARGV[3], E'\n');
      body := search_columns(item, TG_ARGV[4], E'\n');
      INSERT INTO "SearchEntry" VALUES (
        TG_ARGV[0], NEW."id", item ->> 'slug', named, summary, body,
        ARRAY(SELECT DISTINCT search_key(name) FROM unnest(named || string_to_array(aliases, ', ')) AS name WHERE search_key(name) <> ''),
        search_spelling(concat_ws(' ', named, aliases)),
        search_vector(concat_ws(' ', named, aliases), 'A') || search_vector(summary, 'B') || search_vector(body, 'C')
          || CASE WHEN item ? 'type' THEN array_to_tsvector(ARRAY['type:' || (item ->> 'type')]) ELSE '' END,
        CASE TG_ARGV[0]
          WHEN 'resource' THEN EXISTS (SELECT FROM "ResourceLink" WHERE "resourceId" = NEW."id")
          WHEN 'centre' THEN (item ->> 'url') IS NOT NULL
          ELSE true
        END,
        (item ->> 'startsAt')::timestamptz, (item ->> 'year')::int, (item ->> 'position')::int,
        NEW."publishedAt", NEW."withdrawnAt")
      ON CONFLICT ("noun", "itemId") DO UPDATE SET
        "slug" = EXCLUDED."slug", "title" = EXCLUDED."title", "lead" = EXCLUDED."lead", "text" = EXCLUDED."text",
        "names" = EXCLUDED."names", "spelling" = EXCLUDED."spelling", "vector" = EXCLUDED."vector", "opens" = EXCLUDED."opens",
        "startsAt" = EXCLUDED."startsAt", "year" = EXCLUDED."year", "position" = EXCLUDED."position",
        "publishedAt" = EXCLUDED."publishedAt", "withdrawnAt" = EXCLUDED."withdrawnAt";
      RETURN NULL;
    END
  $$;

CREATE FUNCTION search_entry_opens() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    DECLARE
      changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."resourceId" ELSE NEW."resourceId" END;
    BEGIN
      UPDATE "SearchEntry" SET "opens" = EXISTS (SELECT FROM "ResourceLink" WHERE "resourceId" = changed)
      WHERE "noun" = 'resource' AND "itemId" = changed;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_opens AFTER INSERT OR UPDATE OR DELETE ON "ResourceLink"
  FOR EACH ROW EXECUTE FUNCTION search_entry_opens();

CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Need"
  FOR EACH ROW EXECUTE FUNCTION search_entry('need', 'title', '', 'question,summary', 'body,learn,train,act');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Centre"
  FOR EACH ROW EXECUTE FUNCTION search_entry('centre', 'name', '', 'summary,partners', 'body');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Resource"
  FOR EACH ROW EXECUTE FUNCTION search_entry('resource', 'title', '', 'summary,publisher,partners,authors,year', 'body,dateLabel');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Webinar"
  FOR EACH ROW EXECUTE FUNCTION search_entry('webinar', 'title', '', 'summary,speakers', 'body');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Page"
  FOR EACH ROW EXECUTE FUNCTION search_entry('page', 'title', '', 'summary', 'body');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Term"
  FOR EACH ROW EXECUTE FUNCTION search_entry('term', 'name', 'aliases', 'definition', 'source');
CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Figure"
  FOR EACH ROW EXECUTE FUNCTION search_entry('figure', 'value,statement', '', 'population,sample,survey,period', 'theme,source');

-- Rows that were there before the triggers.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Need', 'Centre', 'Resource', 'Webinar', 'Page', 'Term', 'Figure'] LOOP
    EXECUTE format('UPDATE %I SET "slug" = "slug"', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['SearchEntry', 'SynonymGroup'] LOOP
    EXECUTE format(
      'CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_change()',
      name);
  END LOOP;
END $$;
