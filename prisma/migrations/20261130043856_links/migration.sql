-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('ok', 'to_check', 'dead');

-- CreateTable
CREATE TABLE "WatchedLink" (
    "url" TEXT NOT NULL,
    "heldBy" TEXT[],
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "LinkState",
    "fault" TEXT,
    "failedOn" DATE,
    "openedOn" DATE,
    "checkedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "ignoredUntil" DATE,

    CONSTRAINT "WatchedLink_pkey" PRIMARY KEY ("url")
);

-- CreateIndex
CREATE INDEX "WatchedLink_nextAt_idx" ON "WatchedLink"("nextAt");

-- CreateIndex
CREATE INDEX "WatchedLink_state_idx" ON "WatchedLink"("state");
