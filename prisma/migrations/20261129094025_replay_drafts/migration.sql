-- A resource knows the session that it was drafted from; the journal, which knew it until now, says it of those there are.

ALTER TABLE "Resource" ADD COLUMN "fromWebinarId" UUID;

UPDATE "Resource" r SET "fromWebinarId" = draft."webinarId"
FROM (
  SELECT DISTINCT ON (w."id") w."id" AS "webinarId", made."id" AS "resourceId"
  FROM "AuditEntry" a
  JOIN "Webinar" w ON w."id"::text = a."target"
  JOIN "Resource" made ON made."id"::text = a."details" ->> 'resource'
  WHERE a."noun" = 'webinar' AND a."action" = 'webinar.replay'
  ORDER BY w."id", a."at" DESC, a."id" DESC
) draft
WHERE r."id" = draft."resourceId";

CREATE UNIQUE INDEX "Resource_fromWebinarId_key" ON "Resource"("fromWebinarId");

ALTER TABLE "Resource" ADD CONSTRAINT "Resource_fromWebinarId_fkey" FOREIGN KEY ("fromWebinarId") REFERENCES "Webinar"("id") ON DELETE SET NULL ON UPDATE CASCADE;
