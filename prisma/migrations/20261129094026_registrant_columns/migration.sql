-- The columns of somebody's last file of registrants stand with them; the journal, which knew them until now, says them once.

ALTER TABLE "User" ADD COLUMN "registrantColumns" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "User" u SET "registrantColumns" = ARRAY(SELECT jsonb_array_elements_text(last."columns"))
FROM (
  SELECT DISTINCT ON (a."userId") a."userId", a."details" -> 'columns' AS "columns"
  FROM "AuditEntry" a
  WHERE a."action" = 'registrants.export' AND a."userId" IS NOT NULL
  ORDER BY a."userId", a."at" DESC, a."id" DESC
) last
WHERE u."id" = last."userId" AND jsonb_typeof(last."columns") = 'array';
