-- A message says in rows which registrations it is about, and in which order it was written.

CREATE TABLE "MailSubject" (
    "mailId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,

    CONSTRAINT "MailSubject_pkey" PRIMARY KEY ("mailId","registrationId")
);
CREATE INDEX "MailSubject_registrationId_idx" ON "MailSubject"("registrationId");
ALTER TABLE "MailSubject" ADD CONSTRAINT "MailSubject_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "OutgoingMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailSubject" ADD CONSTRAINT "MailSubject_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now, a message about several registrations named the first: the others were made with it, or stand in its calendar.
INSERT INTO "MailSubject" ("mailId", "registrationId")
SELECT m."id", r."id" FROM "OutgoingMail" m JOIN "Registration" r ON r."id" = m."registrationId"
UNION
SELECT m."id", r."id" FROM "OutgoingMail" m JOIN "Registration" r ON r."emailKey" = m."emailKey"
WHERE m."registrationId" IS NOT NULL AND m."kind" <> 'announcement' AND (
  r."createdAt" = m."createdAt"
    AND m."kind" IN ('registration-confirmed', 'registration-waiting', 'registration-already')
  -- The beginning of the hash of a registration is what its event is called.
  OR m."calendarMethod" = 'PUBLISH' AND position(left(encode(sha256(convert_to(r."id"::text, 'UTF8')), 'hex'), 32) IN m."calendar") > 0);

ALTER TABLE "OutgoingMail" ADD COLUMN "rank" INTEGER;
UPDATE "OutgoingMail" m SET "rank" = o."rank"
  FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS "rank" FROM "OutgoingMail") o WHERE o."id" = m."id";
CREATE SEQUENCE "OutgoingMail_rank_seq" AS INTEGER OWNED BY "OutgoingMail"."rank";
SELECT setval('"OutgoingMail_rank_seq"', coalesce(max("rank"), 0) + 1, false) FROM "OutgoingMail";
ALTER TABLE "OutgoingMail" ALTER COLUMN "rank" SET DEFAULT nextval('"OutgoingMail_rank_seq"'), ALTER COLUMN "rank" SET NOT NULL;
DROP INDEX "OutgoingMail_emailKey_status_idx";
CREATE INDEX "OutgoingMail_emailKey_status_rank_idx" ON "OutgoingMail"("emailKey", "status", "rank");
