ALTER TYPE "Role" ADD VALUE 'reader';

CREATE TYPE "AccountLinkPurpose" AS ENUM ('password', 'email');

ALTER TABLE "Invitation" ADD COLUMN     "email" TEXT,
ADD COLUMN     "invitedBy" UUID;

ALTER TABLE "User" ADD COLUMN     "secondFactorDueAt" TIMESTAMPTZ(3);

-- Administrators who have an account already are given the time that new ones have.
UPDATE "User" SET "secondFactorDueAt" = now() + interval '14 days' WHERE "role" = 'administrator' AND "totpSecret" IS NULL;

ALTER TABLE "UserSession" ADD COLUMN     "provenAt" TIMESTAMPTZ(3);

CREATE TABLE "RecoveryCode" (
    "codeHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("codeHash")
);

CREATE TABLE "AccountLink" (
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "AccountLinkPurpose" NOT NULL,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("tokenHash")
);

CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

CREATE INDEX "AccountLink_userId_idx" ON "AccountLink"("userId");

CREATE INDEX "AccountLink_expiresAt_idx" ON "AccountLink"("expiresAt");

ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
