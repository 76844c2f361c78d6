-- CreateTable
CREATE TABLE "TrashedItem" (
    "itemId" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cycleId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,

    CONSTRAINT "TrashedItem_pkey" PRIMARY KEY ("itemId")
);

-- CreateIndex
CREATE INDEX "TrashedItem_authorId_idx" ON "TrashedItem"("authorId");

-- CreateIndex
CREATE INDEX "TrashedItem_cycleId_idx" ON "TrashedItem"("cycleId");

-- AddForeignKey
ALTER TABLE "TrashedItem" ADD CONSTRAINT "TrashedItem_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
