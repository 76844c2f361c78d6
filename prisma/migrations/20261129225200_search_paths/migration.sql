-- Whose reading path a collection is.
CREATE FUNCTION search_entry_path() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      UPDATE "SearchEntry" SET "facets" = CASE WHEN NEW."profile" IS NULL THEN '{}' ELSE ARRAY['profil:' || NEW."profile"] END
      WHERE "noun" = 'collection' AND "itemId" = NEW."id";
      RETURN NULL;
    END
  $$;
-- Both fire after `search_entry`, whose name comes first.
CREATE TRIGGER search_entry_path AFTER INSERT OR UPDATE ON "Collection"
  FOR EACH ROW EXECUTE FUNCTION search_entry_path();

-- A session is looked for by its month, in the words of Paris.
CREATE FUNCTION search_entry_month() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    DECLARE
      months text[] := '{janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre}';
      day timestamp := NEW."startsAt" AT TIME ZONE 'Europe/Paris';
    BEGIN
      UPDATE "SearchEntry" SET "vector" = "vector" || search_vector(concat_ws(' ',
        extract(day FROM day)::int, months[extract(month FROM day)::int], extract(year FROM day)::int, 'webinaire'), 'B')
      WHERE "noun" = 'webinar' AND "itemId" = NEW."id";
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_month AFTER INSERT OR UPDATE ON "Webinar"
  FOR EACH ROW EXECUTE FUNCTION search_entry_month();

-- Rows that were there before the triggers.
UPDATE "Collection" SET "slug" = "slug";
UPDATE "Webinar" SET "slug" = "slug";
