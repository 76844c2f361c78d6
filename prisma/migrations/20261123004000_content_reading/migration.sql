CREATE TABLE "ContentReading" (
    "digest" BYTEA NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContentReading_pkey" PRIMARY KEY ("digest")
);
