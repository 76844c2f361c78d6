-- CreateEnum
CREATE TYPE "ReadingLevel" AS ENUM ('five_minutes', 'half_hour', 'half_day');

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "profile" "Profile",
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionItem" (
    "id" UUID NOT NULL,
    "collectionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "ReadingLevel",
    "minutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "resourceId" UUID,
    "needId" UUID,
    "centreId" UUID,
    "pageId" UUID,
    "address" TEXT,

    CONSTRAINT "CollectionItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_slug_key" ON "Collection"("slug");

-- CreateIndex
CREATE INDEX "Collection_publishedAt_position_idx" ON "Collection"("publishedAt", "position");

-- CreateIndex
CREATE INDEX "CollectionItem_resourceId_idx" ON "CollectionItem"("resourceId");

-- CreateIndex
CREATE INDEX "CollectionItem_needId_idx" ON "CollectionItem"("needId");

-- CreateIndex
CREATE INDEX "CollectionItem_centreId_idx" ON "CollectionItem"("centreId");

-- CreateIndex
CREATE INDEX "CollectionItem_pageId_idx" ON "CollectionItem"("pageId");

-- CreateIndex
CREATE UNIQUE INDEX "CollectionItem_collectionId_position_key" ON "CollectionItem"("collectionId", "position");

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionItem" ADD CONSTRAINT "CollectionItem_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Public pages are made of them.
SELECT announce_changes('"Collection"');
SELECT announce_changes('"CollectionItem"');

CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Collection"
  FOR EACH ROW EXECUTE FUNCTION search_entry('collection', 'title', '', 'summary', '');

-- What the team writes is read here: it opens without an address elsewhere. Fires after `search_entry`, whose name comes first.
CREATE FUNCTION search_entry_own() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT
  AS $$
    BEGIN
      UPDATE "SearchEntry" SET "opens" = true WHERE "noun" = 'resource' AND "itemId" = NEW."id";
      RETURN NULL;
    END
  $$;
CREATE TRIGGER search_entry_own AFTER INSERT OR UPDATE ON "Resource"
  FOR EACH ROW WHEN (NEW."confidence" = 'own_words') EXECUTE FUNCTION search_entry_own();
