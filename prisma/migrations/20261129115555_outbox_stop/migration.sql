-- AlterTable
ALTER TABLE "OutgoingMail" ADD COLUMN     "refusedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "OutboxStop" (
    "id" UUID NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3) NOT NULL,
    "probedAt" TIMESTAMPTZ(3) NOT NULL,
    "resumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxStop_pkey" PRIMARY KEY ("id")
);

-- One stop is open at most, whoever opens it.
CREATE UNIQUE INDEX "OutboxStop_open" ON "OutboxStop" (("resumedAt" IS NULL)) WHERE "resumedAt" IS NULL;
