-- CreateTable
CREATE TABLE "DigestSubscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "choices" TEXT[],
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "notice" TEXT,
    "toldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "DigestSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DigestSubscription_personId_key" ON "DigestSubscription"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "DigestSubscription_tokenHash_key" ON "DigestSubscription"("tokenHash");

-- CreateIndex
CREATE INDEX "DigestSubscription_toldUntil_idx" ON "DigestSubscription"("toldUntil");

-- CreateIndex
CREATE INDEX "DigestSubscription_confirmedAt_askedAt_idx" ON "DigestSubscription"("confirmedAt", "askedAt");

-- AddForeignKey
ALTER TABLE "DigestSubscription" ADD CONSTRAINT "DigestSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
