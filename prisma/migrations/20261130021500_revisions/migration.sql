-- CreateEnum
CREATE TYPE "RevisionState" AS ENUM ('working', 'saved', 'published');

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "RevisionState" NOT NULL,
    "title" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "auto" BOOLEAN NOT NULL DEFAULT false,
    "pen" UUID,
    "authorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Revision_authorId_idx" ON "Revision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_noun_itemId_version_key" ON "Revision"("noun", "itemId", "version");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of an item there is one working copy. Serves the lists of the team.
CREATE UNIQUE INDEX "Revision_working_key" ON "Revision"("noun", "itemId") WHERE "state" = 'working';
