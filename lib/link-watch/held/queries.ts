import type { Root, RootContent } from "hast";
import { isSameSite } from "#lib/crawl/address";
import { publicItemsOf } from "#lib/items/sql";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { stateSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";

/** What the page of an item shows and keeps in other tables, as SQL: its number, and a text. */
const BESIDE: readonly { noun: EditorialNoun; rows: Prisma.Sql }[] = [
  { noun: "resource", rows: Prisma.sql`SELECT "resourceId" AS "id", "url" AS "text" FROM "ResourceLink"` },
  { noun: "webinar", rows: Prisma.sql`SELECT "webinarId" AS "id", "url" AS "text" FROM "WebinarDocument"` },
  {
    noun: "webinar",
    rows: Prisma.sql`SELECT "webinarId" AS "id", "answer" AS "text" FROM "Question" WHERE "status" = 'accepted'`,
  },
];

const BATCH = 500;
const SAYS_AN_ADDRESS = /:\/\/|www\./i;

type Row = { id: string; text: string };

const linksIn = (node: Root | RootContent): string[] => [
  ...("tagName" in node && node.tagName === "a" && typeof node.properties.href === "string"
    ? [node.properties.href]
    : []),
  ...("children" in node ? node.children.flatMap(linksIn) : []),
];

/** Addresses of other sites in whatever a column holds: alone, or in Markdown. */
function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== "string" || !SAYS_AN_ADDRESS.test(value)) return [];
  const written = URL.canParse(value) ? [value] : linksIn(parseMarkdown(value));
  return written.flatMap((address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol) || isSameSite(url.href, env().SITE_URL)) return [];
    return [address.replace(/#.*$/s, "")];
  });
}

type Columns = { roomUrl?: unknown; replayUrl?: unknown; transcript?: unknown; replayPublishedAt?: string | null };

/** What a row says in public: neither the room of a session, nor its replay before it may be watched. */
function shownColumns(text: string, at: Date): unknown[] {
  const { roomUrl: _, replayUrl, transcript, ...shown } = JSON.parse(text) as Columns;
  const { replayPublishedAt: since } = shown;
  return Object.values(since && new Date(since) <= at ? { ...shown, replayUrl, transcript } : shown);
}

async function* inBatches(read: (after: string) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await read(last);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end.id;
  }
}

async function* wordsOf(noun: EditorialNoun, ids: readonly string[] | null, at: Date) {
  const of = ids ? Prisma.sql`"id"::text = ANY(${ids})` : Prisma.sql`TRUE`;
  const items = publicItemsOf(noun);
  const visible = Prisma.sql`${of} AND ${stateSql("published", at)}`;
  const read = (after: string) => db.$queryRaw<Row[]>`
    SELECT "id", "text" FROM ${items} WHERE "id" > ${after}::uuid AND ${visible} ORDER BY "id" LIMIT ${BATCH}`;
  for await (const { id, text } of inBatches(read)) yield { id, addresses: addressesIn(shownColumns(text, at)) };
  for (const { rows } of BESIDE.filter((beside) => beside.noun === noun)) {
    const said = await db.$queryRaw<Row[]>`
      SELECT "beside"."id", "beside"."text" FROM (${rows}) AS "beside" JOIN ${items} USING ("id")
      WHERE ${visible} AND "beside"."text" IS NOT NULL`;
    for (const { id, text } of said) yield { id, addresses: addressesIn(text) };
  }
}

/** « resource/0198… » */
export const holderKey = (noun: EditorialNoun, id: string): string => `${noun}/${id}`;

/**
 * The addresses of other sites to which public pages lead, and the items whose pages do.
 * @param among those items only; all when null
 */
export async function heldAddresses(among: readonly string[] | null, at: Date): Promise<Map<string, Set<string>>> {
  const held = new Map<string, Set<string>>();
  for (const noun of EDITORIAL_NOUNS) {
    const ids = among?.filter((key) => key.startsWith(`${noun}/`)).map((key) => key.slice(noun.length + 1)) ?? null;
    if (ids?.length === 0) continue;
    for await (const { id, addresses } of wordsOf(noun, ids, at)) {
      for (const url of addresses) held.set(url, (held.get(url) ?? new Set()).add(holderKey(noun, id)));
    }
  }
  return held;
}
