import type { Viewer } from "#lib/auth/editor";
import { typeOf } from "#lib/media/rules";
import type { ListedMedia, MediaQuery, MediaUse, MediaView } from "#lib/media/schema";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { literally, slugify } from "#lib/platform/text";
import { publicationState, visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const PER_PAGE = 50;

export const mediaFacts = {
  mime: true,
  bytes: true,
  sha256: true,
  pages: true,
  tagged: true,
  language: true,
} as const satisfies Prisma.MediaSelect;

const columns = {
  ...mediaFacts,
  id: true,
  name: true,
  width: true,
  height: true,
  credit: true,
  licence: true,
  createdAt: true,
  replacedAt: true,
} as const satisfies Prisma.MediaSelect;

const whereOf = ({ q, sans }: MediaQuery): Prisma.MediaWhereInput => {
  const typed = { contains: literally(q), mode: "insensitive" } as const;
  const named = slugify(q);
  return {
    ...(sans && { links: { none: {} } }),
    ...(q && { OR: [...(named ? [{ name: { contains: named } }] : []), { credit: typed }, { licence: typed }] }),
  };
};

/** Newest first. A page beyond the last one is the last one. */
export async function listMedia(
  _viewer: Viewer,
  query: MediaQuery,
): Promise<{ media: ListedMedia[]; total: number; page: number; pageCount: number; unused: number }> {
  const where = whereOf(query);
  const [total, unused] = await Promise.all([
    db.media.count({ where }),
    db.media.count({ where: { links: { none: {} } } }),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(query.page, pageCount);
  const rows = await db.media.findMany({
    where,
    select: { ...columns, _count: { select: { links: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PER_PAGE,
    skip: (page - 1) * PER_PAGE,
  });
  const media = rows.map(({ _count, ...row }) => ({ ...row, uses: _count.links }));
  return { media, total, page, pageCount, unused };
}

export const findMedia = (_viewer: Viewer, id: string): Promise<(MediaView & { version: number }) | null> =>
  db.media.findUnique({ where: { id }, select: { ...columns, version: true } });

/** What holds a file, and what will once it is published. */
export async function usesOf(
  _viewer: Viewer,
  { id, name }: { id: string; name: string },
  at: Date,
): Promise<MediaUse[]> {
  const [links, copies] = await Promise.all([
    db.resourceLink.findMany({
      where: { mediaId: id },
      select: { resource: { select: { id: true, title: true, publishedAt: true, withdrawnAt: true } } },
      orderBy: { resource: { title: "asc" } },
    }),
    db.$queryRaw<{ noun: string; id: string; title: string }[]>`
      SELECT "noun", "itemId" AS "id", "title" FROM "Revision"
      WHERE "state" = 'working' AND "values"::text LIKE ${`%${literally(paths.file(id, name))}%`} ORDER BY "title", "itemId"`,
  ]);
  return [
    ...links.map(({ resource }) => ({
      noun: "resource",
      id: resource.id,
      title: resource.title,
      state: publicationState(resource, at) === "published" ? ("public" as const) : ("hidden" as const),
    })),
    ...copies.map((copy) => ({ ...copy, state: "working" as const })),
  ];
}

/** Where a file is on the disk, and how it is given. */
export type Served = { sha256: string; mime: string; name: string; inline: boolean };

const servedColumns = { sha256: true, mime: true, name: true } as const satisfies Prisma.MediaSelect;
const served = (row: Omit<Served, "inline"> | null): Served | null =>
  row && { ...row, inline: typeOf(row.mime)?.inline ?? false };

export const findFileForViewer = async (_viewer: Viewer, id: string): Promise<Served | null> =>
  served(await db.media.findUnique({ where: { id }, select: servedColumns }));

/** @returns null unless something that the public may see holds it */
export const findPublicFile = async (id: string, name: string, at: Date): Promise<Served | null> =>
  served(
    await db.media.findFirst({
      where: { id, name, links: { some: { resource: visibleAt(at) } } },
      select: servedColumns,
    }),
  );

/** The addresses of files that the public may have. */
export async function publicFiles(at: Date): Promise<string[]> {
  const where = { links: { some: { resource: visibleAt(at) } } };
  return (await db.media.findMany({ where, select: { id: true, name: true } })).map(({ id, name }) =>
    paths.file(id, name),
  );
}
