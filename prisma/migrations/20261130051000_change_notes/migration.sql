-- CreateTable
CREATE TABLE "ChangeNote" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,

    CONSTRAINT "ChangeNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChangeNote_itemId_at_idx" ON "ChangeNote"("itemId", "at");

-- CreateIndex
CREATE INDEX "ChangeNote_authorId_idx" ON "ChangeNote"("authorId");

-- AddForeignKey
ALTER TABLE "ChangeNote" ADD CONSTRAINT "ChangeNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Public pages show it.
SELECT announce_changes('"ChangeNote"');
