import type { Viewer } from "#lib/auth/editor";
import { citing } from "#lib/items/queries";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";

const STEPS = { resource: "resourceId", need: "needId", centre: "centreId", page: "pageId" } as const;

/** What the public reads that leads to the page of an item, with the screens where it is edited. */
export async function usesOf(
  viewer: Viewer,
  item: { noun: EditorialNoun; id: string; path: string },
  at: Date,
): Promise<{ title: string; href: string }[]> {
  const column = (STEPS as Partial<Record<EditorialNoun, string>>)[item.noun];
  const collections = await db.collection.findMany({
    where: { items: { some: { OR: [{ address: item.path }, ...(column ? [{ [column]: item.id }] : [])] } } },
    select: { id: true, title: true },
    orderBy: { position: "asc" },
  });
  const found = [
    ...(await citing(viewer, item.path, at)),
    ...collections.map((row) => ({ noun: "collection" as const, ...row })),
  ];
  const others = found.filter(({ id }) => id !== item.id);
  return others.map(({ noun, id, title }) => ({
    title: `${cardOf(noun).singular}\u00A0: ${title}`,
    href: paths.adminEdit(cardOf(noun).section, id),
  }));
}
