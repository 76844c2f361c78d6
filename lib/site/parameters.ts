import type { z } from "zod";
import { centreFilters } from "#lib/centres/schema";
import { dossierQuery } from "#lib/dossier/schema";
import { embedQuery, feedQuery } from "#lib/feeds/schema";
import { orientationQuery } from "#lib/orientation/schema";
import { partnerQuery } from "#lib/partner-links/schema";
import { digestQuery } from "#lib/people/digest/schema";
import { remarkQuery } from "#lib/remarks/schema";
import { expandedFacet, resourceQuery } from "#lib/resources/schema";
import { siteQuery, suggestionQuery } from "#lib/search/schema";
import { stepsQuery } from "#lib/ties/steps/schema";
import { replayQuery } from "#lib/webinars/replay/schema";
import { calendarQuery, programmeQuery } from "#lib/webinars/schema";

type Parameters = Readonly<Record<string, z.ZodType>>;

/** The parameters that the public pages read, by the schemas with which they read them. No other reaches them. */
const ROUTES: readonly (readonly [RegExp, Parameters])[] = [
  [/^\/besoins\/[^/]+$/, stepsQuery.shape],
  [/^\/centres$/, centreFilters.in.shape],
  [/^\/ressources$/, { ...resourceQuery.shape, ...expandedFacet.shape }],
  [/^\/recherche$/, siteQuery.shape],
  [/^\/suggestions$/, suggestionQuery.shape],
  [/^\/mon-dossier$/, dossierQuery.shape],
  [/^\/orientation$/, orientationQuery.shape],
  [/^\/suivre$/, digestQuery.shape],
  [/^\/signaler$/, remarkQuery.shape],
  [/^\/webinaires$/, programmeQuery.shape],
  [/^\/flux\.xml$/, feedQuery.shape],
  [/^\/oembed$/, embedQuery.shape],
  [/^\/webinaires\.ics$/, calendarQuery.shape],
  [/^\/webinaires\/[^/]+$/, { ...replayQuery.in.shape, ...partnerQuery.shape }],
];

const isText = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

/** What a schema makes of a value, as it is written in an address; nothing when it is as if there were none. */
function spelled(schema: z.ZodType, typed: string[]): string[] {
  const read = schema.safeParse(typed.length === 1 ? typed[0] : typed);
  const nothing = schema.safeParse(undefined);
  if (!read.success) return typed;
  if (nothing.success && JSON.stringify(read.data) === JSON.stringify(nothing.data)) return [];
  const values = [read.data].flat();
  return values.every(isText) ? values.map(String) : typed;
}

/**
 * The address of a page with the parameters that it reads, in the order of its schema, each as it is understood: two
 * addresses of the same page are the same.
 * @param address path and parameters
 */
export function canonicalAddress(address: string): string {
  const cut = address.indexOf("?");
  if (cut === -1) return address;
  const path = address.slice(0, cut);
  const typed = new URLSearchParams(address.slice(cut + 1));
  const parameters = ROUTES.find(([route]) => route.test(path))?.[1] ?? {};
  const kept = Object.entries(parameters).flatMap(([name, schema]) =>
    typed.has(name) ? spelled(schema, typed.getAll(name)).map((value) => [name, value]) : [],
  );
  return kept.length ? `${path}?${new URLSearchParams(kept)}` : path;
}
