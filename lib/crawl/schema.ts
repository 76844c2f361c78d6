import { z } from "zod";
import type { FetchFault } from "#lib/crawl/public-fetch";
import type { SiteKind } from "#prisma/enums";

/** Where the pages of a site are told: WordPress’ collections, a feed, a map. */
export type SiteIndex = { kind: SiteKind; address: string; language: string | null };

/** A page, as its site tells of it: plain text, nothing of its HTML. */
export type FoundPage = {
  url: string;
  title: string;
  summary: string;
  author: string | null;
  publishedAt: Date | null;
  modifiedAt: Date | null;
  language: string | null;
};

export type CrawlFault =
  | Exclude<FetchFault, "too-large">
  | "robots"
  | "too-large"
  | "not-json"
  | "not-xml"
  | "nothing"
  | "over";

/** Why a site, or one of its pages, was not read. */
export class CrawlError extends Error {
  readonly fault: CrawlFault;
  /** What the site answered, when it answered. */
  readonly status: number | null;
  constructor(fault: CrawlFault | "status", status: number | null = null) {
    super(status ? `status ${status}` : fault);
    this.fault = fault === "status" ? "broken" : fault;
    this.status = status;
  }
}

const rendered = z.object({ rendered: z.string(), protected: z.boolean().optional() });

/** A post or a page of WordPress (wp/v2), as far as it is read. */
export const wordpressItem = z.looseObject({
  link: z.string(),
  title: rendered,
  excerpt: rendered.optional(),
  date_gmt: z.string().nullish(),
  modified_gmt: z.string().nullish(),
  lang: z.string().optional().catch(undefined),
  _embedded: z
    .looseObject({ author: z.array(z.looseObject({ name: z.string().optional() })).optional() })
    .optional()
    .catch(undefined),
});
