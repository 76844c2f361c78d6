-- CreateTable
CREATE TABLE "SecondReading" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "askedById" UUID,
    "askedOfId" UUID NOT NULL,
    "field" TEXT,
    "comment" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SecondReading_itemId_idx" ON "SecondReading"("itemId");

-- CreateIndex
CREATE INDEX "SecondReading_askedOfId_answeredAt_idx" ON "SecondReading"("askedOfId", "answeredAt");

-- CreateIndex
CREATE INDEX "SecondReading_askedById_idx" ON "SecondReading"("askedById");

-- AddForeignKey
ALTER TABLE "SecondReading" ADD CONSTRAINT "SecondReading_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondReading" ADD CONSTRAINT "SecondReading_askedOfId_fkey" FOREIGN KEY ("askedOfId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
