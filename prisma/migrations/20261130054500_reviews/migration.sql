-- AlterTable
ALTER TABLE "User" ADD COLUMN     "reviewsToldAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ItemReview" (
    "noun" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "ownerId" UUID,
    "reviewedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ItemReview_pkey" PRIMARY KEY ("noun","itemId")
);

-- CreateIndex
CREATE INDEX "ItemReview_ownerId_idx" ON "ItemReview"("ownerId");

-- AddForeignKey
ALTER TABLE "ItemReview" ADD CONSTRAINT "ItemReview_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
