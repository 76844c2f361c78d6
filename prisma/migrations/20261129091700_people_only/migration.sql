-- Contraction: addresses stand in "Person" only.

-- Links and proposals of a mailbox under which nobody is registered open nothing.
DELETE FROM "RegistrationLink" WHERE "emailKey" IS NOT NULL AND "personId" IS NULL;
DELETE FROM "AddressChange" WHERE "personId" IS NULL;

ALTER TABLE "CycleSubscription" ALTER COLUMN "personId" SET NOT NULL;
ALTER TABLE "AddressChange" ALTER COLUMN "personId" SET NOT NULL;

ALTER TABLE "Registration" DROP COLUMN "email", DROP COLUMN "emailKey";
ALTER TABLE "CycleSubscription" DROP COLUMN "email", DROP COLUMN "emailKey";
ALTER TABLE "RegistrationLink" DROP COLUMN "emailKey";
ALTER TABLE "AddressChange" DROP COLUMN "emailKey";

CREATE UNIQUE INDEX "Registration_webinarId_personId_key" ON "Registration"("webinarId", "personId");
CREATE INDEX "Registration_personId_idx" ON "Registration"("personId");
CREATE UNIQUE INDEX "CycleSubscription_cycleId_personId_key" ON "CycleSubscription"("cycleId", "personId");
CREATE INDEX "CycleSubscription_personId_idx" ON "CycleSubscription"("personId");
CREATE INDEX "RegistrationLink_personId_idx" ON "RegistrationLink"("personId");
CREATE INDEX "AddressChange_personId_idx" ON "AddressChange"("personId");

ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CycleSubscription" ADD CONSTRAINT "CycleSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RegistrationLink" ADD CONSTRAINT "RegistrationLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AddressChange" ADD CONSTRAINT "AddressChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is anonymised is nobody, and nobody else is.
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_person_check" CHECK (("personId" IS NULL) = ("anonymisedAt" IS NOT NULL));
