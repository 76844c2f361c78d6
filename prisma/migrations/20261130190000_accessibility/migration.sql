-- CreateEnum
CREATE TYPE "CriterionState" AS ENUM ('met', 'unmet', 'not_applicable');

-- CreateTable
CREATE TABLE "AccessibilityCriterion" (
    "number" TEXT NOT NULL,
    "state" "CriterionState" NOT NULL,
    "note" TEXT,
    "evaluatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccessibilityCriterion_pkey" PRIMARY KEY ("number")
);

-- The statement is made of it.
SELECT announce_changes('"AccessibilityCriterion"');
