-- CreateEnum
CREATE TYPE "DepartureKind" AS ENUM ('withdrawn', 'mistake', 'replaced');

-- CreateTable
CREATE TABLE "Departure" (
    "path" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "DepartureKind" NOT NULL,
    "reason" TEXT,
    "target" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("path")
);

-- CreateIndex
CREATE UNIQUE INDEX "Departure_itemId_key" ON "Departure"("itemId");

-- Addresses answer what it says.
SELECT announce_changes('"Departure"');
