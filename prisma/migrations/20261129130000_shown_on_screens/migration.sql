-- Every link given on a screen shows what was given then: what the registration has become is for the mailbox.
UPDATE "RegistrationGrant" g SET
  "shownRank" = CASE WHEN r."status" IN ('waiting', 'offered') THEN r."waitlistRank" END,
  "cancelRequestedAt" = CASE WHEN r."status" = 'cancelled' THEN r."cancelledAt" END
FROM "Registration" r WHERE r."id" = g."registrationId" AND g."scope" = 'owner';
