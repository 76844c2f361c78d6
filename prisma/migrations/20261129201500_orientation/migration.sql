-- CreateEnum
CREATE TYPE "OrientationStage" AS ENUM ('learn', 'train', 'act');

-- AlterTable
ALTER TABLE "Need" ADD COLUMN     "situations" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "OrientationStep" (
    "id" UUID NOT NULL,
    "published" BOOLEAN NOT NULL,
    "needId" UUID,
    "position" INTEGER NOT NULL,
    "stage" "OrientationStage" NOT NULL,
    "profiles" "Profile"[],
    "address" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "OrientationStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrientationStep_needId_idx" ON "OrientationStep"("needId");

-- CreateIndex
CREATE INDEX "SearchEntry_noun_slug_idx" ON "SearchEntry"("noun", "slug");

-- AddForeignKey
ALTER TABLE "OrientationStep" ADD CONSTRAINT "OrientationStep_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Public pages are made of it.
SELECT announce_changes('"OrientationStep"');
