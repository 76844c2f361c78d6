-- What is searched, for what it costs to compare it: the planner takes `@@` and `%` for nothing, and read every row of a table.
-- Not PARALLEL SAFE: a search that ends in milliseconds does not wait for workers to be started.
CREATE FUNCTION search_words(vector tsvector) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT COST 10000
  AS $$ BEGIN RETURN vector; END $$;
CREATE FUNCTION search_titles(vector tsvector) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT COST 10000
  AS $$ BEGIN RETURN ts_filter(vector, '{a}'); END $$;
CREATE FUNCTION search_letters(word text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE STRICT COST 10000
  AS $$ BEGIN RETURN word; END $$;

-- Serves the search.
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN (search_words("vector"));
-- Serves the choice of what is ranked, when much answers: titles that say what was asked.
CREATE INDEX "SearchEntry_title_words_idx" ON "SearchEntry" USING GIN (search_titles("vector"));
DROP INDEX "SearchEntry_vector_idx";
DROP INDEX "SearchEntry_titles_idx";

-- What a document can be narrowed by, « name:value »; whether an editor says to begin with it.
ALTER TABLE "SearchEntry" ADD COLUMN "facets" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "first" BOOLEAN NOT NULL DEFAULT false;

-- Two minutes a page where no duration is known. What one does with a document is known by its type.
CREATE FUNCTION search_facets(resource uuid) RETURNS text[]
  LANGUAGE sql STABLE SET search_path FROM CURRENT
  AS $$
    SELECT ARRAY(
      SELECT 'type:' || item."type"
      UNION ALL SELECT 'intention:' || CASE
        WHEN item."type" IN ('mooc', 'replay', 'slides', 'proceedings') THEN 'se-former'
        WHEN item."type" IN ('guide', 'kit', 'sheet', 'self_assessment', 'reference_framework') THEN 'agir'
        ELSE 's-informer' END
      UNION ALL SELECT 'profil:' || one FROM unnest(item."audiences") AS one
      UNION ALL SELECT 'phase:' || one FROM unnest(item."phases") AS one
      UNION ALL SELECT 'odd:' || one FROM unnest(item."sdgs") AS one
      UNION ALL SELECT 'annee:' || item."year" WHERE item."year" IS NOT NULL
      UNION ALL SELECT 'langue:' || item."language"
      UNION ALL SELECT 'licence:' || item."licence" WHERE item."licence" IS NOT NULL
      UNION ALL SELECT 'duree:' || CASE WHEN minutes <= 15 THEN '15-minutes' WHEN minutes <= 60 THEN 'une-heure' ELSE 'plus' END
        FROM (SELECT coalesce(item."durationMinutes", 2 * item."pages") AS minutes) AS read WHERE minutes IS NOT NULL
      UNION ALL SELECT 'besoin:' || "needId" FROM "ResourceNeed" WHERE "resourceId" = resource
      UNION ALL SELECT 'centre:' || "centreId" FROM "ResourceCentre" WHERE "resourceId" = resource)
    FROM "Resource" item WHERE item."id" = resource
  $$;
-- Whether an editor says to begin with a document.
CREATE FUNCTION search_first(resource uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path FROM CURRENT
  AS $$
    SELECT EXISTS (SELECT FROM "ResourceNeed" WHERE "resourceId" = resource AND "first")
      OR EXISTS (SELECT FROM "ResourceCentre" WHERE "resourceId" = resource AND "first")
  $$;

CREATE FUNCTION search_entry_facets() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    DECLARE
      changed uuid;
    BEGIN
      IF TG_TABLE_NAME = 'Resource' THEN changed := NEW."id";
      ELSIF TG_OP = 'DELETE' THEN changed := OLD."resourceId";
      ELSE changed := NEW."resourceId";
      END IF;
      UPDATE "SearchEntry" SET "facets" = coalesce(search_facets(changed), '{}'), "first" = search_first(changed)
      WHERE "noun" = 'resource' AND "itemId" = changed
        AND ("facets", "first") IS DISTINCT FROM (coalesce(search_facets(changed), '{}'), search_first(changed));
      RETURN NULL;
    END
  $$;
-- Fires after `search_entry`, whose name comes first.
CREATE TRIGGER search_entry_facets AFTER INSERT OR UPDATE ON "Resource"
  FOR EACH ROW EXECUTE FUNCTION search_entry_facets();
CREATE TRIGGER search_entry_facets AFTER INSERT OR UPDATE OR DELETE ON "ResourceNeed"
  FOR EACH ROW EXECUTE FUNCTION search_entry_facets();
CREATE TRIGGER search_entry_facets AFTER INSERT OR UPDATE OR DELETE ON "ResourceCentre"
  FOR EACH ROW EXECUTE FUNCTION search_entry_facets();

-- The words of titles, as they are compared and as they are written. What no visible entry says any more is passed over.
CREATE TABLE "SearchWord" (
  "key" TEXT NOT NULL, "word" TEXT NOT NULL, CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("key"));
-- Serves « Vouliez-vous dire ».
CREATE INDEX "SearchWord_letters_idx" ON "SearchWord" USING GIN (search_letters("key") gin_trgm_ops);
DROP INDEX "SearchEntry_spelling_idx";

-- In one order for everybody, so that two writers of the same words wait for one another in turn.
CREATE FUNCTION search_entry_words() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      INSERT INTO "SearchWord"
      SELECT DISTINCT ON (key) key, word FROM (
        SELECT lower(part[1]) AS word, search_fold(part[1]) AS key FROM regexp_matches(NEW."title", '[[:alpha:]]{3,}', 'g') AS part
        UNION ALL
        SELECT lower(part[1]), search_fold(regexp_replace(part[1], '[-‐‑]', '', 'g'))
        FROM regexp_matches(NEW."title", '[[:alpha:]]+(?:[-‐‑][[:alpha:]]+)+', 'g') AS part) AS said
      ORDER BY key, word
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER words AFTER INSERT OR UPDATE OF "title" ON "SearchEntry"
  FOR EACH ROW EXECUTE FUNCTION search_entry_words();

-- Rows that were there before the triggers.
UPDATE "SearchEntry" SET "title" = "title";
UPDATE "SearchEntry" SET "facets" = search_facets("itemId"), "first" = search_first("itemId")
WHERE "noun" = 'resource' AND EXISTS (SELECT FROM "Resource" WHERE "id" = "itemId");
