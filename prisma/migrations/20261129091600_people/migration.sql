-- A person is one row: everything that repeated their address points at it. Expansion: nothing is lost yet.

CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Person_emailKey_key" ON "Person"("emailKey");

-- The address as its bearer wrote it last.
INSERT INTO "Person" ("id", "email", "emailKey", "createdAt")
SELECT gen_random_uuid(), a."email", a."emailKey", a."createdAt" FROM (
  SELECT DISTINCT ON ("emailKey") "emailKey", "email", min("createdAt") OVER (PARTITION BY "emailKey") AS "createdAt"
  FROM (
    SELECT "emailKey", "email", "createdAt" FROM "Registration" WHERE "anonymisedAt" IS NULL
    UNION ALL SELECT "emailKey", "email", "createdAt" FROM "CycleSubscription") every
  ORDER BY "emailKey", every."createdAt" DESC) a;

ALTER TABLE "Registration" ADD COLUMN "personId" UUID;
ALTER TABLE "CycleSubscription" ADD COLUMN "personId" UUID;
ALTER TABLE "RegistrationLink" ADD COLUMN "personId" UUID;
ALTER TABLE "AddressChange" ADD COLUMN "personId" UUID;

UPDATE "Registration" t SET "personId" = p."id" FROM "Person" p WHERE p."emailKey" = t."emailKey" AND t."anonymisedAt" IS NULL;
UPDATE "CycleSubscription" t SET "personId" = p."id" FROM "Person" p WHERE p."emailKey" = t."emailKey";
UPDATE "RegistrationLink" t SET "personId" = p."id" FROM "Person" p WHERE p."emailKey" = t."emailKey";
UPDATE "AddressChange" t SET "personId" = p."id" FROM "Person" p WHERE p."emailKey" = t."emailKey";
