-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('mapping', 'checking', 'checked', 'running', 'done', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "LineOutcome" AS ENUM ('make', 'change', 'same', 'refused');

-- CreateTable
CREATE TABLE "ResourceImport" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'mapping',
    "total" INTEGER NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "authorId" UUID,

    CONSTRAINT "ResourceImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResourceImportLine" (
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "outcome" "LineOutcome" NOT NULL,
    "words" TEXT NOT NULL,
    "itemId" UUID,
    "typed" JSONB NOT NULL,
    "before" JSONB,
    "acted" BOOLEAN NOT NULL DEFAULT false,
    "undone" BOOLEAN,

    CONSTRAINT "ResourceImportLine_pkey" PRIMARY KEY ("importId","number")
);

-- CreateTable
CREATE TABLE "ExternalId" (
    "key" TEXT NOT NULL,
    "itemId" UUID NOT NULL,

    CONSTRAINT "ExternalId_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "ResourceImport_at_idx" ON "ResourceImport"("at");

-- CreateIndex
CREATE INDEX "ResourceImport_authorId_idx" ON "ResourceImport"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalId_itemId_key" ON "ExternalId"("itemId");

-- AddForeignKey
ALTER TABLE "ResourceImport" ADD CONSTRAINT "ResourceImport_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceImportLine" ADD CONSTRAINT "ResourceImportLine_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ResourceImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
