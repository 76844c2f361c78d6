-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN "attendanceCompleteAt" TIMESTAMPTZ(3);

-- Where the absent were already told so, who is not noted is absent.
UPDATE "Webinar" w SET "attendanceCompleteAt" = w."startsAt" + w."durationMinutes" * interval '1 minute'
WHERE EXISTS (
  SELECT FROM "OutgoingMail" m JOIN "Registration" r ON r."id" = m."registrationId"
  WHERE r."webinarId" = w."id" AND m."kind" = 'follow-up-absent' AND m."key" IS NOT NULL
);
