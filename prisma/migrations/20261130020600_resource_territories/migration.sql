-- AlterTable
ALTER TABLE "Resource" ADD COLUMN     "territories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- The same, and where a document is about.
CREATE OR REPLACE FUNCTION search_facets(resource uuid) RETURNS text[]
  LANGUAGE sql STABLE SET search_path FROM CURRENT
  AS $$
    SELECT ARRAY(
      SELECT 'type:' || item."type"
      UNION ALL SELECT 'intention:' || CASE
        WHEN item."type" IN ('mooc', 'replay', 'slides', 'proceedings') THEN 'se-former'
        WHEN item."type" IN ('guide', 'kit', 'sheet', 'self_assessment', 'reference_framework') THEN 'agir'
        ELSE 's-informer' END
      UNION ALL SELECT 'profil:' || one FROM unnest(item."audiences") AS one
      UNION ALL SELECT 'phase:' || one FROM unnest(item."phases") AS one
      UNION ALL SELECT 'odd:' || one FROM unnest(item."sdgs") AS one
      UNION ALL SELECT 'annee:' || item."year" WHERE item."year" IS NOT NULL
      UNION ALL SELECT 'territoire:' || one FROM unnest(item."territories") AS one
      UNION ALL SELECT 'langue:' || item."language"
      UNION ALL SELECT 'licence:' || item."licence" WHERE item."licence" IS NOT NULL
      UNION ALL SELECT 'duree:' || CASE WHEN minutes <= 15 THEN '15-minutes' WHEN minutes <= 60 THEN 'une-heure' ELSE 'plus' END
        FROM (SELECT coalesce(item."durationMinutes", 2 * item."pages") AS minutes) AS read WHERE minutes IS NOT NULL
      UNION ALL SELECT 'besoin:' || "needId" FROM "ResourceNeed" WHERE "resourceId" = resource
      UNION ALL SELECT 'centre:' || "centreId" FROM "ResourceCentre" WHERE "resourceId" = resource)
    FROM "Resource" item WHERE item."id" = resource
  $$;
