import type { Viewer } from "#lib/auth/editor";
import { titlesOf } from "#lib/items/queries";
import { heldAddresses } from "#lib/link-watch/held/queries";
import { dayOf, nightAfter } from "#lib/link-watch/rules";
import type { Holder, LinkReport, ToldLink } from "#lib/link-watch/schema";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import type { LinkState, Prisma } from "#prisma/client";

const MOST_TOLD = 300;

const columns = {
  url: true,
  heldBy: true,
  state: true,
  fault: true,
  failedOn: true,
  openedOn: true,
  checkedAt: true,
  ignoredUntil: true,
} as const satisfies Prisma.WatchedLinkSelect;

const isTold = (state: LinkState | null): state is ToldLink["state"] => state === "dead" || state === "to_check";

/** Those that do not open, as long as a public page leads there: the dead first. */
async function failingLinks(at: Date) {
  const rows = await db.watchedLink.findMany({
    where: { state: { in: ["dead", "to_check"] } },
    select: columns,
    orderBy: [{ state: "desc" }, { failedOn: "asc" }, { url: "asc" }],
    take: MOST_TOLD,
  });
  const held = await heldAddresses([...new Set(rows.flatMap(({ heldBy }) => heldBy))], at);
  return rows.flatMap(({ state, heldBy: _, ...row }) => {
    const holders = held.get(row.url);
    return holders && isTold(state) ? [{ ...row, state, holders: [...holders].toSorted() }] : [];
  });
}

const isIgnored = ({ ignoredUntil }: Pick<ToldLink, "ignoredUntil">, at: Date): boolean =>
  ignoredUntil !== null && ignoredUntil >= dayOf(at);

/** How many links the team has to replace, and how many to look at. */
export async function countFailingLinks(_editor: Viewer, at: Date): Promise<Record<ToldLink["state"], number>> {
  const told = (await failingLinks(at)).filter((link) => !isIgnored(link, at));
  const dead = told.filter(({ state }) => state === "dead").length;
  return { dead, to_check: told.length - dead };
}

export async function reportLinks(editor: Viewer, at: Date): Promise<LinkReport> {
  const [failing, open, unasked] = await Promise.all([
    failingLinks(at),
    db.watchedLink.count({ where: { state: "ok" } }),
    db.watchedLink.count({ where: { state: null } }),
  ]);
  const titles = await titlesOf(
    editor,
    failing.flatMap(({ holders }) => holders.map((key) => key.split("/")[1] ?? "")),
  );
  const links = failing.map(
    (link): ToldLink => ({
      ...link,
      holders: link.holders.flatMap((key): Holder[] => {
        const [kind, id = ""] = key.split("/");
        const noun = EDITORIAL_NOUNS.find((known) => known === kind);
        return noun ? [{ noun, id, title: titles.get(id) ?? id }] : [];
      }),
    }),
  );
  const ignored = links.filter((link) => isIgnored(link, at));
  return { told: links.filter((link) => !ignored.includes(link)), ignored, open, unasked };
}

/** Whether pages are to be read anew for their links: once a night. */
export async function isReadingDue(at: Date): Promise<boolean> {
  const last = await db.watchedLink.aggregate({ _max: { seenAt: true } });
  return last._max.seenAt === null || nightAfter(last._max.seenAt) <= at;
}

/** Those whose turn has come, the longest awaited first. @param limit links */
export const dueLinks = (at: Date, limit: number) =>
  db.watchedLink.findMany({
    where: { nextAt: { lte: at } },
    select: { url: true, state: true, failedOn: true },
    orderBy: [{ nextAt: "asc" }, { url: "asc" }],
    take: limit,
  });

/** Whether there is anything to do. */
export const isWatchDue = async (at: Date): Promise<boolean> =>
  (await db.watchedLink.count({ where: { nextAt: { lte: at } }, take: 1 })) > 0 || (await isReadingDue(at));

/** Of some addresses, those that were found dead and that the team wants to hear of. */
export async function deadAmong(urls: readonly string[], at: Date): Promise<string[]> {
  const rows = await db.watchedLink.findMany({
    where: { url: { in: [...urls] }, state: "dead" },
    select: { url: true, ignoredUntil: true },
  });
  return rows.filter((row) => !isIgnored(row, at)).map(({ url }) => url);
}
