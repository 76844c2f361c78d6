import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { afterCheck, type Known, nightAfter, type Verdict } from "#lib/link-watch/rules";
import type { LinkAct } from "#lib/link-watch/schema";
import { db } from "#lib/platform/db";

/** Keeps which public pages lead where; what none leads to any more is forgotten. */
export async function keepHeld(held: ReadonlyMap<string, ReadonlySet<string>>, at: Date): Promise<void> {
  const rows = [...held].map(([url, holders]) => ({ url, heldBy: [...holders] }));
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO "WatchedLink" ("url", "heldBy", "seenAt", "nextAt")
      SELECT "url", "heldBy", ${at}, ${nightAfter(at)}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS "row" ("url" text, "heldBy" text[])
      ON CONFLICT ("url") DO UPDATE SET "heldBy" = excluded."heldBy", "seenAt" = excluded."seenAt"`,
    db.watchedLink.deleteMany({ where: { seenAt: { lt: at } } }),
  ]);
}

export const keepCheck = ({ url, ...known }: Known & { url: string }, verdict: Verdict, at: Date) =>
  db.watchedLink.updateMany({ where: { url }, data: afterCheck(known, verdict, at) });

/** Nothing is held against links while this portal has no network. */
export const postpone = (urls: string[], at: Date) =>
  db.watchedLink.updateMany({ where: { url: { in: urls } }, data: { nextAt: nightAfter(at) } });

/** « Vérifié le » of documents and centres: the day the watch last opened their address, where it is later than what they say. */
export const tellOpened = () =>
  db.$transaction([
    db.$executeRaw`
      UPDATE "ResourceLink" AS "link" SET "checkedOn" = "watched"."openedOn" FROM "WatchedLink" AS "watched"
      WHERE "watched"."url" = split_part("link"."url", '#', 1)
        AND "watched"."openedOn" > coalesce("link"."checkedOn", '-infinity')`,
    db.$executeRaw`
      UPDATE "Centre" AS "centre" SET "urlCheckedOn" = "watched"."openedOn" FROM "WatchedLink" AS "watched"
      WHERE "watched"."url" = split_part("centre"."url", '#', 1)
        AND "watched"."openedOn" > coalesce("centre"."urlCheckedOn", '-infinity')`,
  ]);

const changes = {
  ignore: (until: string) => ({ ignoredUntil: new Date(until) }),
  heed: () => ({ ignoredUntil: null }),
  // Asked within a minute.
  check: (_until: string, at: Date) => ({ nextAt: at }),
} satisfies Record<LinkAct, (until: string, at: Date) => object>;

/** @param decision `until`: the last day, YYYY-MM-DD @returns how many links it was; those that no page holds are none */
export const decideLinks = (
  editor: Editor,
  { act, urls, until }: { act: LinkAct; urls: readonly string[]; until: string },
  at: Date,
): Promise<number> =>
  db.$transaction(async (tx) => {
    const rows = await tx.watchedLink.updateManyAndReturn({
      where: { url: { in: [...urls] } },
      data: changes[act](until, at),
      select: { url: true },
    });
    for (const { url } of rows) await recordAudit(tx, editor, { action: `link.${act}`, noun: "link", target: url, at });
    return rows.length;
  });
