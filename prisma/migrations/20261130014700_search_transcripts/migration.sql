-- What was said in a session is searched once its replay is public. Fires after `search_entry`, whose name comes first.
CREATE FUNCTION search_entry_transcript() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      IF NEW."transcript" = '' OR NEW."replayUrl" IS NULL OR NEW."replayPublishedAt" IS NULL THEN
        RETURN NULL;
      END IF;
      UPDATE "SearchEntry"
      SET "vector" = "vector" || search_vector(regexp_replace(left(NEW."transcript", 300000), '\[[0-9:]+\]', ' ', 'g'), 'D')
      WHERE "noun" = 'webinar' AND "itemId" = NEW."id";
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_transcript AFTER INSERT OR UPDATE ON "Webinar"
  FOR EACH ROW EXECUTE FUNCTION search_entry_transcript();

-- Rows that were there before the trigger.
UPDATE "Webinar" SET "slug" = "slug" WHERE "transcript" <> '';
