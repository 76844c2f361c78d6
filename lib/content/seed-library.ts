import type { z } from "zod";
import { putItems } from "#lib/collections/mutations";
import { targetsOf } from "#lib/collections/queries";
import type * as shape from "#lib/content/schema";
import type { Transaction } from "#lib/platform/db";

type Item<S extends z.ZodType> = z.output<S> & { slug: string };

const KNOWN = { id: true, editedAt: true } as const;
const ID = { id: true } as const;

type Table<Fields> = {
  findUnique(args: {
    where: { slug: string };
    select: typeof KNOWN;
  }): PromiseLike<{ id: string; editedAt: Date | null } | null>;
  create(args: { data: Fields & { slug: string; publishedAt: Date }; select: typeof ID }): PromiseLike<{ id: string }>;
  update(args: { where: { id: string }; data: Fields; select: typeof ID }): PromiseLike<{ id: string }>;
};

/**
 * Creates one row, public from `at`, or refreshes it.
 * @returns its id when the seed wrote it, null when it now belongs to the editor who saved it
 */
async function seedRow<Fields extends object>(
  table: Table<NoInfer<Fields>>,
  slug: string,
  fields: Fields,
  at: Date,
): Promise<string | null> {
  const known = await table.findUnique({ where: { slug }, select: KNOWN });
  if (known?.editedAt) return null;
  if (!known) return (await table.create({ data: { ...fields, slug, publishedAt: at }, select: ID })).id;
  return (await table.update({ where: { id: known.id }, data: fields, select: ID })).id;
}

function lookup(rows: { id: string; slug: string }[]): (slug: string) => string {
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return (slug) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`Le contenu cite « ${slug} », qui n’existe pas.`);
    return id;
  };
}

const slugs = { select: { id: true, slug: true } } as const;

/** @param at instant from which new rows are public */
export async function seedCentres(tx: Transaction, items: Item<typeof shape.centreContent>[], at: Date): Promise<void> {
  for (const { slug, urlCheckedOn, ...fields } of items) {
    const checked = urlCheckedOn ? new Date(urlCheckedOn) : null;
    await seedRow(tx.centre, slug, { ...fields, urlCheckedOn: checked }, at);
  }
}

/** @param at instant from which new rows are public */
export async function seedNeeds(tx: Transaction, items: Item<typeof shape.needContent>[], at: Date): Promise<void> {
  const centreId = lookup(await tx.centre.findMany(slugs));
  for (const { slug, centres, ...fields } of items) {
    const needId = await seedRow(tx.need, slug, fields, at);
    if (!needId) continue;
    await tx.centreNeed.deleteMany({ where: { needId } });
    await tx.centreNeed.createMany({
      data: centres.map(({ slug: centre, ...link }) => ({ ...link, needId, centreId: centreId(centre) })),
    });
  }
}

/** @param at instant from which new rows are public */
export async function seedResources(
  tx: Transaction,
  items: Item<typeof shape.resourceContent>[],
  at: Date,
): Promise<void> {
  const centreId = lookup(await tx.centre.findMany(slugs));
  const needId = lookup(await tx.need.findMany(slugs));
  const tied: { resourceId: string; relations: (typeof items)[number]["relations"] }[] = [];
  for (const { slug, centres, needs, links, relations, firstFor, ...fields } of items) {
    const resourceId = await seedRow(tx.resource, slug, fields, at);
    if (!resourceId) continue;
    tied.push({ resourceId, relations });
    const where = { resourceId };
    await tx.resourceLink.deleteMany({ where });
    await tx.resourceLink.createMany({
      data: links.map(({ checkedOn, ...link }, position) => ({
        ...link,
        checkedOn: checkedOn ? new Date(checkedOn) : null,
        resourceId,
        position,
      })),
    });
    await tx.resourceCentre.deleteMany({ where });
    await tx.resourceCentre.createMany({
      data: centres.map((key) => ({ resourceId, centreId: centreId(key), first: firstFor.includes(key) })),
    });
    await tx.resourceNeed.deleteMany({ where });
    await tx.resourceNeed.createMany({
      data: needs.map((key) => ({ resourceId, needId: needId(key), first: firstFor.includes(key) })),
    });
  }
  const relatedId = lookup(await tx.resource.findMany(slugs));
  for (const { resourceId, relations } of tied) {
    await tx.resourceRelation.deleteMany({ where: { resourceId } });
    await tx.resourceRelation.createMany({
      data: relations.map(({ type, resource }, position) => ({
        resourceId,
        type,
        relatedId: relatedId(resource),
        position,
      })),
    });
  }
}

/** @param at instant from which new rows are public */
export async function seedPages(tx: Transaction, items: Item<typeof shape.pageContent>[], at: Date): Promise<void> {
  for (const { slug, ...fields } of items) await seedRow(tx.page, slug, fields, at);
}

/** @param at instant from which new rows are public */
export async function seedTerms(tx: Transaction, items: z.output<typeof shape.termContent>[], at: Date): Promise<void> {
  for (const { slug, ...fields } of items) await seedRow(tx.term, slug, fields, at);
}

/** @param at instant from which new rows are public */
export async function seedOrganisations(
  tx: Transaction,
  items: z.output<typeof shape.organisationContent>[],
  at: Date,
): Promise<void> {
  for (const { slug, ...fields } of items) await seedRow(tx.organisation, slug, fields, at);
}

/** @param at instant from which new rows are public */
export async function seedFigures(
  tx: Transaction,
  items: z.output<typeof shape.figureContent>[],
  at: Date,
): Promise<void> {
  const resourceId = lookup(await tx.resource.findMany(slugs));
  for (const [position, { slug, resource, ...fields }] of items.entries()) {
    await seedRow(tx.figure, slug, { ...fields, resourceId: resource ? resourceId(resource) : null, position }, at);
  }
}

/** Gives the search its first synonyms and test queries; what editors keep since is never touched. */
export async function seedSearch(
  tx: Transaction,
  { synonyms, tests }: z.output<typeof shape.searchContent>,
): Promise<void> {
  if ((await tx.synonymGroup.count()) === 0)
    await tx.synonymGroup.createMany({ data: synonyms.map((words, position) => ({ position, words })) });
  if ((await tx.testQuery.count()) === 0)
    await tx.testQuery.createMany({ data: tests.map((test, position) => ({ position, ...test })) });
}

/** @param at instant from which new rows are public */
export async function seedCollections(
  tx: Transaction,
  collections: z.output<typeof shape.collectionContent>[],
  at: Date,
): Promise<void> {
  for (const [position, { slug, items, ...fields }] of collections.entries()) {
    const id = await seedRow(tx.collection, slug, { ...fields, position }, at);
    if (!id) continue;
    const targets = await targetsOf(
      items.map(({ address }) => address),
      tx,
    );
    const lost = items.find(({ address }) => !targets.has(address));
    if (lost) throw new Error(`Le contenu cite « ${lost.address} », qui n’existe pas.`);
    await putItems(
      tx,
      id,
      items.map(({ level = null, ...item }) => ({ ...item, level })),
    );
  }
}

/** Gives the orientation its first table, as it is written and as it leads visitors; what editors keep since is never touched. */
export async function seedOrientation(
  tx: Transaction,
  groups: z.output<typeof shape.orientationContent>[],
): Promise<void> {
  if ((await tx.orientationStep.count()) > 0) return;
  const needId = lookup(await tx.need.findMany(slugs));
  const rows = groups.flatMap(({ need, steps }) =>
    steps.map((step, position) => ({ ...step, position, needId: need ? needId(need) : null })),
  );
  await tx.orientationStep.createMany({
    data: [true, false].flatMap((published) => rows.map((row) => ({ ...row, published }))),
  });
}
