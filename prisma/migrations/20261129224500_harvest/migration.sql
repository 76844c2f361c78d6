-- CreateEnum
CREATE TYPE "SiteKind" AS ENUM ('wordpress', 'feed', 'sitemap');

-- CreateEnum
CREATE TYPE "HarvestState" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('pending', 'accepted', 'refused');

-- CreateTable
CREATE TABLE "HarvestSource" (
    "id" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "SiteKind",
    "address" TEXT,
    "language" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "readAt" TIMESTAMPTZ(3),
    "state" "HarvestState" NOT NULL,
    "report" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HarvestSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HarvestProposal" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "author" TEXT,
    "language" TEXT,
    "type" "ResourceType" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "modifiedAt" TIMESTAMPTZ(3),
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'pending',
    "resourceId" UUID,
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HarvestProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HarvestSource_key_key" ON "HarvestSource"("key");

-- CreateIndex
CREATE INDEX "HarvestSource_nextAt_idx" ON "HarvestSource"("nextAt");

-- CreateIndex
CREATE INDEX "HarvestSource_centreId_idx" ON "HarvestSource"("centreId");

-- CreateIndex
CREATE UNIQUE INDEX "HarvestProposal_key_key" ON "HarvestProposal"("key");

-- CreateIndex
CREATE UNIQUE INDEX "HarvestProposal_resourceId_key" ON "HarvestProposal"("resourceId");

-- CreateIndex
CREATE INDEX "HarvestProposal_status_foundAt_idx" ON "HarvestProposal"("status", "foundAt" DESC);

-- CreateIndex
CREATE INDEX "HarvestProposal_sourceId_idx" ON "HarvestProposal"("sourceId");

-- AddForeignKey
ALTER TABLE "HarvestSource" ADD CONSTRAINT "HarvestSource_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HarvestProposal" ADD CONSTRAINT "HarvestProposal_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "HarvestSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HarvestProposal" ADD CONSTRAINT "HarvestProposal_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Serves « Ressemble à » among proposals.
CREATE INDEX "HarvestProposal_title_trigrams_idx" ON "HarvestProposal" USING GIN (search_spelling("title") gin_trgm_ops);
