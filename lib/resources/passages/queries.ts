import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { visibleSql } from "#lib/publication/visibility";
import { versionOf } from "#lib/resources/links/schema";
import type { PageSaying } from "#lib/resources/passages/schema";
import { headlineSql, piecesOf } from "#lib/search/extracts";
import { textQuery } from "#lib/search/text-query";
import type { Vocabulary } from "#lib/search/words";
import { Prisma } from "#prisma/client";

type Row = { slug: string; number: number; id: string; name: string; sha256: string; extract: string };

/** The page that says most of some words, in the files of each of some resources that the public may read. */
export async function pagesSaying(
  slugs: readonly string[],
  words: string,
  vocabulary: Vocabulary,
  at: Date,
): Promise<Map<string, PageSaying>> {
  const text = textQuery(words, vocabulary);
  if (!text || slugs.length === 0) return new Map();
  const said = Prisma.join(
    text.terms.map(({ query }) => Prisma.sql`(p."vector" @@ ${query})::int`),
    " + ",
  );
  const rows = await db.$queryRaw<Row[]>`
    SELECT best."slug", best."number", m."id", m."name", m."sha256", ${headlineSql(Prisma.sql`p."text"`, text)} AS "extract"
    FROM (
      SELECT DISTINCT ON (r."slug") r."slug", p."mediaId", p."number"
      FROM "Resource" r JOIN "ResourceLink" l ON l."resourceId" = r."id" JOIN "MediaPage" p ON p."mediaId" = l."mediaId"
      WHERE r."slug" = ANY(${[...slugs]}) AND ${visibleSql(at, "r")} AND p."vector" @@ ${text.any}
      ORDER BY r."slug", ${said} DESC, l."position", p."number") AS best
    JOIN "MediaPage" p USING ("mediaId", "number") JOIN "Media" m ON m."id" = p."mediaId"`;
  return new Map(
    rows.map(({ slug, number, id, name, sha256, extract }) => [
      slug,
      { number, href: `${paths.file(id, name, versionOf(sha256))}#page=${number}`, extract: piecesOf(extract) },
    ]),
  );
}
