-- CreateEnum
CREATE TYPE "RelationType" AS ENUM ('continues', 'abridges', 'translates', 'replaces', 'supplements', 'cites', 'part_of');

-- CreateTable
CREATE TABLE "ResourceRelation" (
    "resourceId" UUID NOT NULL,
    "type" "RelationType" NOT NULL,
    "relatedId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ResourceRelation_pkey" PRIMARY KEY ("resourceId","type","relatedId")
);

-- CreateIndex
CREATE INDEX "ResourceRelation_relatedId_idx" ON "ResourceRelation"("relatedId");

-- AddForeignKey
ALTER TABLE "ResourceRelation" ADD CONSTRAINT "ResourceRelation_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceRelation" ADD CONSTRAINT "ResourceRelation_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ResourceRelation" ADD CONSTRAINT "ResourceRelation_other" CHECK ("resourceId" <> "relatedId");

-- Both documents say it.
SELECT announce_changes('"ResourceRelation"');
