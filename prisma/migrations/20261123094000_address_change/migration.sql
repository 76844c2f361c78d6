-- CreateTable
CREATE TABLE "AddressChange" (
    "tokenHash" BYTEA NOT NULL,
    "emailKey" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AddressChange_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "AddressChange_emailKey_idx" ON "AddressChange"("emailKey");
