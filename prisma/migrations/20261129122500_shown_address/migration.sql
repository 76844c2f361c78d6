ALTER TABLE "RegistrationLink" ADD COLUMN "shownAddress" TEXT;
