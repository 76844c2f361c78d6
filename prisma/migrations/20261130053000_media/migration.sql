-- CreateTable
CREATE TABLE "Media" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "pages" INTEGER,
    "tagged" BOOLEAN,
    "language" TEXT,
    "credit" TEXT,
    "licence" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replacedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaPage" (
    "mediaId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "MediaPage_pkey" PRIMARY KEY ("mediaId","number")
);

-- AlterTable
ALTER TABLE "ResourceLink" ADD COLUMN     "mediaId" UUID;

-- CreateIndex
CREATE INDEX "Media_sha256_idx" ON "Media"("sha256");

-- CreateIndex
CREATE INDEX "Media_createdAt_idx" ON "Media"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "ResourceLink_mediaId_idx" ON "ResourceLink"("mediaId");

-- AddForeignKey
ALTER TABLE "MediaPage" ADD CONSTRAINT "MediaPage_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceLink" ADD CONSTRAINT "ResourceLink_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Pages say what a file weighs, and how many pages it has.
SELECT announce_changes('"Media"');
