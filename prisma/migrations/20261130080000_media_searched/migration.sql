-- AlterTable
ALTER TABLE "MediaPage" ADD COLUMN     "vector" tsvector;

-- What a page says, as it is searched.
CREATE FUNCTION media_page_vector() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      NEW."vector" := search_vector(NEW."text", 'D');
      RETURN NEW;
    END
  $$;
CREATE TRIGGER media_page_vector BEFORE INSERT OR UPDATE ON "MediaPage"
  FOR EACH ROW EXECUTE FUNCTION media_page_vector();
UPDATE "MediaPage" SET "text" = "text";

-- What the files of a resource say is searched with it. Fires after `search_entry`, whose name comes first.
CREATE FUNCTION search_entry_files() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    DECLARE
      said text := (SELECT left(string_agg(p."text", ' ' ORDER BY l."position", p."number"), 300000)
        FROM "ResourceLink" l JOIN "MediaPage" p ON p."mediaId" = l."mediaId" WHERE l."resourceId" = NEW."id");
    BEGIN
      IF said IS NOT NULL THEN
        UPDATE "SearchEntry" SET "vector" = "vector" || search_vector(said, 'D')
        WHERE "noun" = 'resource' AND "itemId" = NEW."id";
      END IF;
      RETURN NULL;
    -- Of so many different words, none is searched: the resource is saved all the same.
    EXCEPTION WHEN program_limit_exceeded THEN
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_files AFTER INSERT OR UPDATE ON "Resource"
  FOR EACH ROW EXECUTE FUNCTION search_entry_files();

-- A file that comes or goes, or whose pages do: the entry is written again.
CREATE FUNCTION search_entry_link() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      IF coalesce(NEW."mediaId", OLD."mediaId") IS NOT NULL THEN
        UPDATE "Resource" SET "slug" = "slug" WHERE "id" = coalesce(NEW."resourceId", OLD."resourceId");
      END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_link AFTER INSERT OR UPDATE OF "mediaId", "position" OR DELETE ON "ResourceLink"
  FOR EACH ROW EXECUTE FUNCTION search_entry_link();

CREATE FUNCTION search_entry_pages() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      UPDATE "Resource" SET "slug" = "slug"
      WHERE "id" IN (SELECT l."resourceId" FROM "ResourceLink" l JOIN changed USING ("mediaId"));
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_pages AFTER INSERT ON "MediaPage" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_pages();
CREATE TRIGGER search_entry_pages_gone AFTER DELETE ON "MediaPage" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_pages();

-- Rows that were there before the triggers.
UPDATE "Resource" SET "slug" = "slug" WHERE "id" IN (SELECT "resourceId" FROM "ResourceLink" WHERE "mediaId" IS NOT NULL);

-- A search says on which page.
SELECT announce_changes('"MediaPage"');
