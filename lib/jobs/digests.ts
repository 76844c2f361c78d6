import { isHoliday } from "#lib/calendar/holidays";
import { entriesSince } from "#lib/feeds/queries";
import { forgetOldDigests, writeDigest } from "#lib/people/digest/mutations";
import { type DueDigest, dueDigests } from "#lib/people/digest/queries";
import { digestMorning } from "#lib/people/digest/rules";
import type { DigestItem } from "#lib/people/digest/schema";
import { env } from "#lib/platform/env";
import { absolute } from "#lib/platform/paths";

/** In a minute: the others are told in the next. */
const BATCH = 200;
const MOST_ITEMS = 30;

type Entry = Awaited<ReturnType<typeof entriesSince>>[number];

function followedBy(choice: string): Parameters<typeof entriesSince>[0] {
  const [kind, slug] = choice.split(":");
  if (kind === "webinaires") return { webinarsOnly: true };
  return { ...(kind === "besoin" && { besoin: slug }), ...(kind === "centre" && { centre: slug }) };
}

async function newsFor({ choices, toldUntil }: DueDigest, read: (choice: string, since: Date) => Promise<Entry[]>) {
  const chosen = choices.includes("tout") ? ["tout"] : choices;
  const found = await Promise.all(chosen.map((choice) => read(choice, toldUntil)));
  const entries = [...new Map(found.flat().map((entry) => [entry.path, entry])).values()];
  return entries
    .map((entry) => ({ ...entry, isNew: entry.publishedAt > toldUntil }))
    .toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, MOST_ITEMS)
    .map(({ title, path, isNew }): DigestItem => ({ title, isNew, url: absolute(env().SITE_URL, path) }));
}

/**
 * Writes the messages of the month that are due, each once, and forgets what nobody confirmed.
 * @returns how many messages were written
 */
export async function writeDigests(at: Date): Promise<number> {
  await forgetOldDigests(at);
  const morning = digestMorning(at, isHoliday);
  if (!morning) return 0;
  const asked = new Map<string, Promise<Entry[]>>();
  const read = (choice: string, since: Date) => {
    const name = `${choice} ${since.getTime()}`;
    const found = asked.get(name) ?? entriesSince(followedBy(choice), since, at);
    asked.set(name, found);
    return found;
  };
  let written = 0;
  for (const due of await dueDigests(morning, BATCH)) {
    if (await writeDigest(due, await newsFor(due, read), { morning, at })) written += 1;
  }
  return written;
}
