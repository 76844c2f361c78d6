import { addressKey } from "#lib/crawl/address";
import type { Validators } from "#lib/crawl/reading";
import type { FoundPage, SiteIndex } from "#lib/crawl/schema";
import type { Tally } from "#lib/harvest/labels";
import { guessType } from "#lib/harvest/proposals/rules";
import { nextPassage } from "#lib/harvest/rules";
import { db } from "#lib/platform/db";

/** The next passage is set before this one begins: one that never ends is not begun again at once. A paused source stays paused. */
export async function beginPassage(id: string, at: Date): Promise<void> {
  await db.harvestSource.updateMany({ where: { id }, data: { state: "running", startedAt: at, report: null } });
  await db.harvestSource.updateMany({ where: { id, nextAt: { not: null } }, data: { nextAt: nextPassage(at) } });
}

export const keepIndex = async (id: string, index: SiteIndex): Promise<void> => {
  await db.harvestSource.updateMany({ where: { id }, data: index });
};

/** The next passage asks the site anew how it tells of its pages. */
export const forgetIndex = async (id: string): Promise<void> => {
  const data = { kind: null, address: null, language: null, etag: null, lastModified: null, readAt: null };
  await db.harvestSource.updateMany({ where: { id }, data });
};

export const tellProgress = async (id: string, report: string): Promise<void> => {
  await db.harvestSource.updateMany({ where: { id }, data: { report } });
};

type End = { state: "done" | "failed" | "waiting"; report: string | null };

/** @param read what the site is asked with the next time, when everything was read; the passage began at `readAt` */
export async function endPassage(
  id: string,
  { state, report }: End,
  at: Date,
  read?: Validators & { readAt: Date },
): Promise<void> {
  await db.harvestSource.updateMany({ where: { id }, data: { state, report, endedAt: at, ...read } });
}

const time = (instant: Date | null) => instant?.getTime();

/** Keeps what a site says of a page: a proposal when it is met for the first time; what was refused stays so. */
export async function keepPage(sourceId: string, page: FoundPage, at: Date): Promise<keyof Tally> {
  const key = addressKey(page.url);
  const before = await db.harvestProposal.findUnique({ where: { key } });
  if (!before) {
    const type = guessType(page.title, new URL(page.url).pathname);
    const row = { ...page, key, sourceId, type, foundAt: at };
    const { count } = await db.harvestProposal.createMany({ data: [row], skipDuplicates: true });
    return count ? "new" : "same";
  }
  const { title, summary, modifiedAt } = before;
  const isSame = title === page.title && summary === page.summary && time(modifiedAt) === time(page.modifiedAt);
  // Two sources may tell of one page, each in its own words: the first one that did goes on.
  if (isSame || before.sourceId !== sourceId) return "same";
  const { url: _first, ...told } = page;
  const data = { ...told, ...(before.status === "accepted" && { changedAt: at }) };
  await db.harvestProposal.updateMany({ where: { id: before.id, status: before.status }, data });
  return "changed";
}
