-- CreateTable
CREATE TABLE "PublishedFigures" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "PublishedFigures_pkey" PRIMARY KEY ("id")
);
