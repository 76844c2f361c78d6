import type { Viewer } from "#lib/auth/editor";
import {
  type CollectionDetail,
  type CollectionStep,
  type CollectionSummary,
  type EditedCollection,
  type EditedItem,
  kindOfSlug,
  slugOfPath,
} from "#lib/collections/schema";
import { db, type Transaction } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { editedColumns } from "#lib/publication/columns";
import { publicationState, visibleAt } from "#lib/publication/rules";
import { comingAt } from "#lib/webinars/queries";
import type { Prisma } from "#prisma/client";
import type { Profile } from "#prisma/enums";

const ownColumns = {
  slug: true,
  title: true,
  summary: true,
  profile: true,
} as const satisfies Prisma.CollectionSelect;

const target = { slug: true, title: true, publishedAt: true, withdrawnAt: true } as const;

const itemColumns = {
  level: true,
  minutes: true,
  reason: true,
  address: true,
  resource: { select: { ...target, confidence: true, _count: { select: { links: true } } } },
  need: { select: target },
  centre: { select: { slug: true, name: true, publishedAt: true, withdrawnAt: true } },
  page: { select: target },
} as const satisfies Prisma.CollectionItemSelect;

const items = { select: itemColumns, orderBy: { position: "asc" } } as const satisfies Prisma.Collection$itemsArgs;

type ItemRow = Prisma.CollectionItemGetPayload<{ select: typeof itemColumns }>;
type Session = { slug: string; title: string };

/** The pages that the portal draws itself, and that an item may lead to. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  [paths.needs()]: "Les sept besoins",
  [paths.centres()]: "Les centres de ressources",
  [paths.resources()]: "Les ressources",
  [paths.webinars()]: "Les webinaires",
  [paths.observatory()]: "L’Observatoire, en chiffres",
  [paths.glossary()]: "Le glossaire",
};

type Cited = { table: "resource" | "need" | "centre" | "page" | "theme"; slug: string };

const SECTIONS = { ressources: "resource", besoins: "need", centres: "centre", webinaires: "theme" } as const;
const ADDRESS = /^\/(?:(ressources|besoins|centres|webinaires)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** What an address leads to; null when it is none of the portal, or one that the portal draws itself. */
function citedBy(address: string): Cited | null {
  const [, section, slug = ""] = ADDRESS.exec(address) ?? [];
  if (!slug || address in OWN_PAGES) return null;
  return { table: section ? SECTIONS[section as keyof typeof SECTIONS] : "page", slug };
}

const YEAR = /-\d{4}$/;

/** The next sessions, by theme: the end of an address, but for the year. */
async function nextByTheme(at: Date): Promise<Map<string, Session>> {
  const coming = await db.webinar.findMany({
    where: comingAt(at),
    select: { slug: true, title: true },
    orderBy: [{ startsAt: "desc" }, { slug: "desc" }],
  });
  return new Map(coming.map((session) => [session.slug.replace(YEAR, ""), session]));
}

function addressOf({ resource, need, centre, page, address }: ItemRow): string {
  if (resource) return paths.resource(resource.slug);
  if (need) return paths.need(need.slug);
  if (centre) return paths.centre(centre.slug);
  return page ? paths.page(page.slug) : (address ?? "");
}

type Shown = Pick<CollectionStep, "href" | "title" | "nature" | "opens">;

/** What an item leads to; null when the public may not see it, or when no session of the theme is to come. */
function shown(row: ItemRow, sessions: ReadonlyMap<string, Session>, at: Date): Shown | null {
  const { resource, need, centre, page } = row;
  const href = addressOf(row);
  const cited = resource ?? need ?? centre ?? page;
  if (cited && publicationState(cited, at) !== "published") return null;
  if (resource)
    return {
      href,
      title: resource.title,
      nature: "resource",
      opens: resource._count.links > 0 || resource.confidence === "own_words",
    };
  if (need) return { href, title: need.title, nature: "need", opens: true };
  if (centre) return { href, title: centre.name, nature: "centre", opens: true };
  if (page) return { href, title: page.title, nature: "page", opens: true };
  const own = OWN_PAGES[href];
  if (own) return { href, title: own, nature: "page", opens: true };
  const session = sessions.get(citedBy(href)?.slug ?? "");
  return session ? { href: paths.webinar(session.slug), title: session.title, nature: "webinar", opens: true } : null;
}

const steps = (rows: readonly ItemRow[], sessions: ReadonlyMap<string, Session>, at: Date): CollectionStep[] =>
  rows.flatMap((row) => {
    const step = shown(row, sessions, at);
    return step ? [{ ...step, level: row.level, minutes: row.minutes, reason: row.reason }] : [];
  });

const totalOf = (read: readonly { minutes: number }[]) => read.reduce((sum, { minutes }) => sum + minutes, 0);

export async function listCollections(at: Date): Promise<CollectionSummary[]> {
  const [rows, sessions] = await Promise.all([
    db.collection.findMany({
      where: visibleAt(at),
      select: { ...ownColumns, items },
      orderBy: [{ position: "asc" }, { slug: "asc" }],
    }),
    nextByTheme(at),
  ]);
  return rows.map(({ items: read, ...row }) => ({
    ...row,
    kind: kindOfSlug(row.slug),
    minutes: totalOf(steps(read, sessions, at)),
  }));
}

/** The reading path of each profile that has one, by its profile. */
export async function readingPaths(at: Date): Promise<Map<Profile, string>> {
  const rows = await db.collection.findMany({
    where: { ...visibleAt(at), slug: { startsWith: slugOfPath("") } },
    select: { slug: true, profile: true },
    orderBy: [{ position: "desc" }, { slug: "desc" }],
  });
  return new Map(rows.flatMap(({ slug, profile }) => (profile ? [[profile, slug]] : [])));
}

/** The visible collections in which a resource is. */
export const collectionsOf = (resourceSlug: string, at: Date): Promise<{ slug: string; title: string }[]> =>
  db.collection.findMany({
    where: { ...visibleAt(at), items: { some: { resource: { slug: resourceSlug } } } },
    select: { slug: true, title: true },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });

/** @returns null when the public may not see it */
export async function findCollection(
  slug: string,
  at: Date,
  shown: object = visibleAt(at),
): Promise<CollectionDetail | null> {
  const [row, sessions] = await Promise.all([
    db.collection.findFirst({
      where: { slug, ...shown },
      select: { ...ownColumns, source: true, confidence: true, items },
    }),
    nextByTheme(at),
  ]);
  if (!row) return null;
  const { items: read, ...own } = row;
  const found = steps(read, sessions, at);
  return { ...own, kind: kindOfSlug(own.slug), steps: found, minutes: totalOf(found) };
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findCollectionForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedCollection | null> {
  const row = await client.collection.findUnique({
    where: { id },
    select: { ...editedColumns, ...ownColumns, position: true, items },
  });
  if (!row) return null;
  const typed = row.items.map(
    (item): EditedItem => ({
      address: addressOf(item),
      level: item.level,
      minutes: item.minutes,
      reason: item.reason,
    }),
  );
  return { ...row, items: typed };
}

type Target = Pick<
  Prisma.CollectionItemUncheckedCreateInput,
  "resourceId" | "needId" | "centreId" | "pageId" | "address"
>;

/** What addresses lead to, by address; one that leads nowhere is not there. */
export async function targetsOf(addresses: readonly string[], client: Transaction = db): Promise<Map<string, Target>> {
  const cited = addresses.flatMap((address) => citedBy(address) ?? []);
  const of = (table: Cited["table"]) => ({
    where: { slug: { in: cited.flatMap((one) => (one.table === table ? [one.slug] : [])) } },
    select: { id: true, slug: true },
  });
  const resources = await client.resource.findMany(of("resource"));
  const needs = await client.need.findMany(of("need"));
  const centres = await client.centre.findMany(of("centre"));
  const pages = await client.page.findMany(of("page"));
  const sessions = await client.webinar.findMany({ select: { slug: true } });
  return new Map<string, Target>([
    ...resources.map(({ id, slug }): [string, Target] => [paths.resource(slug), { resourceId: id }]),
    ...needs.map(({ id, slug }): [string, Target] => [paths.need(slug), { needId: id }]),
    ...centres.map(({ id, slug }): [string, Target] => [paths.centre(slug), { centreId: id }]),
    ...pages.map(({ id, slug }): [string, Target] => [paths.page(slug), { pageId: id }]),
    ...sessions
      .map(({ slug }) => paths.webinar(slug.replace(YEAR, "")))
      .map((address): [string, Target] => [address, { address }]),
    ...Object.keys(OWN_PAGES).map((address): [string, Target] => [address, { address }]),
  ]);
}

/** The addresses that lead nowhere. */
export async function unknownAddresses(addresses: readonly string[]): Promise<string[]> {
  const targets = await targetsOf(addresses);
  return addresses.filter((address) => !targets.has(address));
}
