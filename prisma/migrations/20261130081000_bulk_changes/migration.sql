-- CreateTable
CREATE TABLE "BulkChange" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BulkChange_noun_at_idx" ON "BulkChange"("noun", "at");

-- CreateIndex
CREATE INDEX "BulkChange_authorId_idx" ON "BulkChange"("authorId");

-- AddForeignKey
ALTER TABLE "BulkChange" ADD CONSTRAINT "BulkChange_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
