-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN     "linkOnly" BOOLEAN NOT NULL DEFAULT false;

-- What is reached by its link alone is found by no search. Fires after `search_entry`, whose name comes first.
CREATE FUNCTION search_entry_unlisted() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      UPDATE "SearchEntry" SET "publishedAt" = NULL WHERE "noun" = 'webinar' AND "itemId" = NEW."id";
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_unlisted AFTER INSERT OR UPDATE ON "Webinar"
  FOR EACH ROW WHEN (NEW."linkOnly") EXECUTE FUNCTION search_entry_unlisted();
