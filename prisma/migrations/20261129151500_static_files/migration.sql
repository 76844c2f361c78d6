-- CreateTable
CREATE TABLE "StaticFile" (
    "path" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaticFile_pkey" PRIMARY KEY ("path")
);
