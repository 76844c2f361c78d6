import { db } from "#lib/platform/db";

export type SourceToRead = NonNullable<Awaited<ReturnType<typeof findSourceToRead>>>;

/** What a passage needs to know of its source. */
export const findSourceToRead = (id: string) =>
  db.harvestSource.findUnique({
    where: { id },
    select: {
      id: true,
      url: true,
      kind: true,
      address: true,
      language: true,
      etag: true,
      lastModified: true,
      readAt: true,
    },
  });

/** When each page of a source was changed, as far as its site said, by the key of its address. */
export const knownPages = async (sourceId: string): Promise<Map<string, Date | null>> => {
  const rows = await db.harvestProposal.findMany({ where: { sourceId }, select: { key: true, modifiedAt: true } });
  return new Map(rows.map(({ key, modifiedAt }) => [key, modifiedAt]));
};
