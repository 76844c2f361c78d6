import { addressKey } from "#lib/crawl/address";
import { discover } from "#lib/crawl/discovery";
import { faultWords } from "#lib/crawl/labels";
import { readSite } from "#lib/crawl/reading";
import { CrawlError, type SiteIndex } from "#lib/crawl/schema";
import { userAgent } from "#lib/crawl/user-agent";
import { openVisitor, type Visitor } from "#lib/crawl/visitor";
import { BROKEN_OFF, type Tally, tallyWords } from "#lib/harvest/labels";
import {
  beginPassage,
  endPassage,
  forgetIndex,
  keepIndex,
  keepPage,
  tellProgress,
} from "#lib/harvest/passage/mutations";
import { findSourceToRead, knownPages, type SourceToRead } from "#lib/harvest/passage/queries";
import { log } from "#lib/platform/log";
import { counted } from "#lib/platform/text";

const PAUSE_MS = 1_000;
const LONGEST_MS = 15 * 60_000;
const TOLD_EVERY = 20;
/** Clocks of sites are wrong, and their caches late. */
const OVERLAP_MS = 24 * 3_600_000;
/** What a site answers where it no longer tells of its pages. */
const MOVED = [404, 410];

type Options = { clock: () => Date; signal?: AbortSignal | undefined; pauseMs?: number };

/** As it was found before, until it leads to nothing. */
async function indexOf(visitor: Visitor, source: SourceToRead): Promise<SiteIndex> {
  const { id, kind, address, language } = source;
  if (kind && address) return { kind, address, language };
  const index = await discover(visitor, source.url);
  await keepIndex(id, index);
  return index;
}

async function passage(visitor: Visitor, source: SourceToRead, tally: Tally, clock: () => Date) {
  const { id, etag, lastModified, readAt } = source;
  const since = readAt && new Date(readAt.getTime() - OVERLAP_MS);
  const index = await indexOf(visitor, source);
  const known = await knownPages(id);
  const has = (url: string, modifiedAt: Date | null) => {
    const before = known.get(addressKey(url));
    if (before === undefined) return since !== null && modifiedAt !== null && modifiedAt < since;
    return modifiedAt === null || (before !== null && modifiedAt <= before) || (since !== null && modifiedAt < since);
  };
  const pages = readSite(visitor, index, { etag, lastModified, since, has });
  for (let step = await pages.next(); ; step = await pages.next()) {
    if (step.done) return step.value;
    tally[await keepPage(id, step.value, clock())] += 1;
    const read = tally.new + tally.changed + tally.same;
    if (read % TOLD_EVERY === 0) await tellProgress(id, `${counted(read, "page lue", "pages lues")} jusqu’ici.`);
  }
}

const isMoved = ({ fault, status }: CrawlError): boolean =>
  status === null ? ["not-json", "not-xml"].includes(fault) : MOVED.includes(status);

/** What the team reads of a passage that did not come to its end. What it read is kept. */
function failureWords(error: unknown, tally: Tally): string {
  if (!(error instanceof CrawlError)) return BROKEN_OFF;
  const words = faultWords(error.fault, error.status);
  return tally.new + tally.changed + tally.same ? `${words} Avant cela\u00A0: ${tallyWords(tally, false)}` : words;
}

/**
 * Reads the pages of a source, one request at a time, and proposes those that are new. What the site, the network or the
 * portal do wrong is told to the team; the next passage is in a week.
 * @throws only when it is stopped: another worker goes on
 */
export async function harvest(id: string, { clock, signal, pauseMs = PAUSE_MS }: Options): Promise<void> {
  const source = await findSourceToRead(id);
  if (!source) return;
  const at = clock();
  await beginPassage(id, at);
  const isOver = () => clock().getTime() - at.getTime() > LONGEST_MS;
  const visitor = openVisitor({ userAgent: userAgent(), pauseMs, signal, isOver });
  const tally: Tally = { new: 0, changed: 0, same: 0 };
  try {
    const { complete, ...validators } = await passage(visitor, source, tally, clock);
    const read = complete ? { ...validators, readAt: at } : undefined;
    await endPassage(id, { state: "done", report: tallyWords(tally, !complete) }, clock(), read);
  } catch (error) {
    if (signal?.aborted) {
      await endPassage(id, { state: "waiting", report: null }, clock());
      throw error;
    }
    if (error instanceof CrawlError && isMoved(error)) await forgetIndex(id);
    if (!(error instanceof CrawlError)) log().error({ err: error, source: id }, "a harvest failed");
    await endPassage(id, { state: "failed", report: failureWords(error, tally) }, clock());
  }
}
