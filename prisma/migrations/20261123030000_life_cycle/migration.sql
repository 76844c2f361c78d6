-- CreateEnum
CREATE TYPE "RegistrationOrigin" AS ENUM ('form', 'cycle', 'editor', 'report');

-- CreateEnum
CREATE TYPE "PresenceSource" AS ENUM ('join', 'report', 'editor');

-- CreateEnum
CREATE TYPE "GrantScope" AS ENUM ('owner', 'receipt', 'join', 'survey');

-- CreateEnum
CREATE TYPE "QuestionStatus" AS ENUM ('pending', 'accepted', 'dismissed');

-- CreateEnum
CREATE TYPE "SurveyIntention" AS ENUM ('yes', 'maybe', 'no');

-- AlterEnum
ALTER TYPE "MailStatus" ADD VALUE 'dropped';

-- AlterEnum
ALTER TYPE "RegistrationStatus" ADD VALUE 'waiting';
ALTER TYPE "RegistrationStatus" ADD VALUE 'offered';
ALTER TYPE "RegistrationStatus" ADD VALUE 'expired';

-- AlterTable
ALTER TABLE "OutgoingMail" ADD COLUMN     "announcementId" UUID,
ADD COLUMN     "emailKey" TEXT,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "key" TEXT,
ADD COLUMN     "unsubscribeUrl" TEXT;

-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "attestationCode" TEXT,
ADD COLUMN     "cancellationReason" TEXT,
ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "offerExpiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "origin" "RegistrationOrigin" NOT NULL DEFAULT 'form',
ADD COLUMN     "presenceSource" "PresenceSource",
ADD COLUMN     "presentAt" TIMESTAMPTZ(3),
ADD COLUMN     "presentMinutes" INTEGER,
ADD COLUMN     "remindersOffAt" TIMESTAMPTZ(3),
ADD COLUMN     "surveyed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "turn" INTEGER;

-- AlterTable
ALTER TABLE "RegistrationLink" ADD COLUMN     "emailKey" TEXT,
ADD COLUMN     "requestDigest" BYTEA;

-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN     "previousStartsAt" TIMESTAMPTZ(3),
ADD COLUMN     "replayPublishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "transcript" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MailText" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "webinarId" UUID,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailOff" (
    "webinarId" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "MailOff_pkey" PRIMARY KEY ("webinarId","kind")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "recipients" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationGrant" (
    "tokenHash" BYTEA NOT NULL,
    "registrationId" UUID NOT NULL,
    "scope" "GrantScope" NOT NULL,
    "turn" INTEGER,
    "cancelRequestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationGrant_pkey" PRIMARY KEY ("tokenHash","registrationId")
);

-- CreateTable
CREATE TABLE "CycleSubscription" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "profile" "Profile" NOT NULL,
    "organisation" TEXT,
    "territory" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CycleSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "registrationId" UUID,
    "text" TEXT NOT NULL,
    "status" "QuestionStatus" NOT NULL DEFAULT 'pending',
    "theme" TEXT,
    "answer" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "usefulness" INTEGER NOT NULL,
    "intention" "SurveyIntention" NOT NULL,
    "wish" TEXT,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceImport" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttendanceImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolHoliday" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "SchoolHoliday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebinarDocument" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "WebinarDocument_pkey" PRIMARY KEY ("id")
);

-- Links open several registrations; questions are moderated one by one.
INSERT INTO "RegistrationGrant" ("tokenHash", "registrationId", "scope", "cancelRequestedAt")
SELECT "tokenHash", "registrationId", "scope"::text::"GrantScope", "cancelRequestedAt" FROM "RegistrationLink";

INSERT INTO "Question" ("id", "webinarId", "registrationId", "text", "createdAt")
SELECT gen_random_uuid(), "webinarId", "id", "question", "createdAt" FROM "Registration" WHERE "question" IS NOT NULL;

UPDATE "Registration" SET "confirmedAt" = "createdAt" WHERE "status" = 'confirmed';

UPDATE "OutgoingMail" SET "emailKey" = lower(btrim(normalize("to", NFKC))) WHERE "registrationId" IS NOT NULL;

UPDATE "Webinar" SET "replayPublishedAt" = "updatedAt" WHERE "replayUrl" IS NOT NULL;

ALTER TABLE "RegistrationLink" DROP CONSTRAINT "RegistrationLink_registrationId_fkey";

DROP INDEX "RegistrationLink_registrationId_idx";

ALTER TABLE "Registration" DROP COLUMN "question";
ALTER TABLE "RegistrationLink" DROP COLUMN "cancelRequestedAt", DROP COLUMN "registrationId", DROP COLUMN "scope";

DROP TYPE "LinkScope";

-- CreateIndex
CREATE INDEX "RateLimiterFlexible_expire_idx" ON "RateLimiterFlexible"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "MailText_kind_webinarId_key" ON "MailText"("kind", "webinarId");

-- CreateIndex
CREATE INDEX "Announcement_webinarId_sentAt_idx" ON "Announcement"("webinarId", "sentAt");

-- CreateIndex
CREATE INDEX "RegistrationGrant_registrationId_idx" ON "RegistrationGrant"("registrationId");

-- CreateIndex
CREATE INDEX "CycleSubscription_emailKey_idx" ON "CycleSubscription"("emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "CycleSubscription_cycleId_emailKey_key" ON "CycleSubscription"("cycleId", "emailKey");

-- CreateIndex
CREATE INDEX "Question_webinarId_status_createdAt_idx" ON "Question"("webinarId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Question_registrationId_idx" ON "Question"("registrationId");

-- CreateIndex
CREATE INDEX "SurveyAnswer_webinarId_idx" ON "SurveyAnswer"("webinarId");

-- CreateIndex
CREATE INDEX "AttendanceImport_createdAt_idx" ON "AttendanceImport"("createdAt");

-- CreateIndex
CREATE INDEX "AttendanceImport_webinarId_idx" ON "AttendanceImport"("webinarId");

-- CreateIndex
CREATE INDEX "SchoolHoliday_startsOn_idx" ON "SchoolHoliday"("startsOn");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolHoliday_label_startsOn_key" ON "SchoolHoliday"("label", "startsOn");

-- CreateIndex
CREATE UNIQUE INDEX "WebinarDocument_webinarId_position_key" ON "WebinarDocument"("webinarId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "WebinarDocument_webinarId_url_key" ON "WebinarDocument"("webinarId", "url");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_key_key" ON "OutgoingMail"("key");

-- CreateIndex
CREATE INDEX "OutgoingMail_emailKey_status_idx" ON "OutgoingMail"("emailKey", "status");

-- CreateIndex
CREATE INDEX "OutgoingMail_announcementId_idx" ON "OutgoingMail"("announcementId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_attestationCode_key" ON "Registration"("attestationCode");

-- CreateIndex
CREATE INDEX "Registration_emailKey_idx" ON "Registration"("emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_webinarId_turn_key" ON "Registration"("webinarId", "turn");

-- CreateIndex
CREATE INDEX "RegistrationLink_emailKey_idx" ON "RegistrationLink"("emailKey");

-- AddForeignKey
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailText" ADD CONSTRAINT "MailText_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailOff" ADD CONSTRAINT "MailOff_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationGrant" ADD CONSTRAINT "RegistrationGrant_tokenHash_fkey" FOREIGN KEY ("tokenHash") REFERENCES "RegistrationLink"("tokenHash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationGrant" ADD CONSTRAINT "RegistrationGrant_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleSubscription" ADD CONSTRAINT "CycleSubscription_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceImport" ADD CONSTRAINT "AttendanceImport_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebinarDocument" ADD CONSTRAINT "WebinarDocument_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One common text a kind: a null session is equal to no other in the index above.
CREATE UNIQUE INDEX "MailText_kind_common_key" ON "MailText"("kind") WHERE "webinarId" IS NULL;
