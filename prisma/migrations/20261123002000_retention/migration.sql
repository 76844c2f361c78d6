ALTER TABLE "Registration" ADD COLUMN "anonymisedAt" TIMESTAMPTZ(3);
