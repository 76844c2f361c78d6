-- One word per idea: tables, columns and their constraints take the names of the field. No row changes but the journal's keys.

ALTER TYPE "PresenceSource" RENAME TO "AttendanceSource";

ALTER TABLE "Referral" RENAME TO "PartnerLink";
ALTER TABLE "PartnerLink" RENAME CONSTRAINT "Referral_pkey" TO "PartnerLink_pkey";
ALTER TABLE "PartnerLink" RENAME CONSTRAINT "Referral_webinarId_fkey" TO "PartnerLink_webinarId_fkey";
ALTER INDEX "Referral_webinarId_code_key" RENAME TO "PartnerLink_webinarId_code_key";

ALTER TABLE "Registration" RENAME COLUMN "referralId" TO "partnerLinkId";
ALTER TABLE "Registration" RENAME CONSTRAINT "Registration_referralId_fkey" TO "Registration_partnerLinkId_fkey";
ALTER INDEX "Registration_referralId_idx" RENAME TO "Registration_partnerLinkId_idx";
ALTER TABLE "Registration" RENAME COLUMN "turn" TO "waitlistRank";
ALTER INDEX "Registration_webinarId_turn_key" RENAME TO "Registration_webinarId_waitlistRank_key";
ALTER TABLE "Registration" RENAME COLUMN "presenceSource" TO "attendanceSource";
ALTER TABLE "Registration" RENAME COLUMN "attestationCode" TO "certificateCode";
ALTER INDEX "Registration_attestationCode_key" RENAME TO "Registration_certificateCode_key";
ALTER TABLE "Registration" RENAME COLUMN "surveyed" TO "surveyAnswered";

ALTER TABLE "RegistrationGrant" RENAME COLUMN "turn" TO "shownRank";
ALTER TABLE "RegistrationLink" RENAME COLUMN "requestDigest" TO "requestFingerprint";
ALTER TABLE "SurveyAnswer" RENAME COLUMN "wish" TO "suggestion";
ALTER TABLE "OutgoingMail" RENAME COLUMN "expiresAt" TO "staleAt";

ALTER TABLE "MailText" RENAME TO "MailTemplate";
ALTER TABLE "MailTemplate" RENAME CONSTRAINT "MailText_pkey" TO "MailTemplate_pkey";
ALTER TABLE "MailTemplate" RENAME CONSTRAINT "MailText_webinarId_fkey" TO "MailTemplate_webinarId_fkey";
ALTER INDEX "MailText_kind_webinarId_key" RENAME TO "MailTemplate_kind_webinarId_key";
ALTER INDEX "MailText_kind_common_key" RENAME TO "MailTemplate_kind_common_key";

ALTER TABLE "MailOff" RENAME TO "DisabledPlannedMail";
ALTER TABLE "DisabledPlannedMail" RENAME CONSTRAINT "MailOff_pkey" TO "DisabledPlannedMail_pkey";
ALTER TABLE "DisabledPlannedMail" RENAME CONSTRAINT "MailOff_webinarId_fkey" TO "DisabledPlannedMail_webinarId_fkey";

UPDATE "AuditEntry" SET "action" = 'partner-link' || substr("action", length('referral') + 1),
    "details" = "details" - 'referral' || jsonb_build_object('partnerLink', "details" -> 'referral')
  WHERE "action" LIKE 'referral.%' AND "details" ? 'referral';
UPDATE "AuditEntry" SET "action" = 'mail-template' || substr("action", length('mail-text') + 1), "noun" = 'mail-template'
  WHERE "action" LIKE 'mail-text.%';
UPDATE "AuditEntry" SET "details" = "details" - 'sessions' || jsonb_build_object('webinars', "details" -> 'sessions')
  WHERE "action" LIKE 'cycle.%' AND "details" ? 'sessions';
