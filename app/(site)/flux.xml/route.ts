import { notFound } from "next/navigation";
import { findCentre } from "#lib/centres/queries";
import { isIdentified } from "#lib/centres/rules";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { atomFeed } from "#lib/feeds/atom";
import { latestEntries } from "#lib/feeds/queries";
import { feedQuery } from "#lib/feeds/schema";
import { findNeed } from "#lib/needs/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";

/** What came last: everything, or around a need or a centre. */
export async function GET(request: Request): Promise<Response> {
  const query = feedQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const [need, centre, entries] = await Promise.all([
    query.besoin === undefined ? null : findNeed(query.besoin, at),
    query.centre === undefined ? null : findCentre(query.centre, at),
    latestEntries(query, at),
  ]);
  if ((query.besoin !== undefined && !need) || (query.centre !== undefined && !(centre && isIdentified(centre))))
    notFound();
  const name = need?.title ?? centre?.name;
  const about = need ? paths.need(need.slug) : centre ? paths.centre(centre.slug) : paths.home();
  const title = name ? `${name} · ${SITE_NAME}` : SITE_NAME;
  const file = atomFeed(entries, { title, path: paths.feed(query), about }, env().SITE_URL);
  return respondWithEtag(request, file, { "Content-Type": "application/atom+xml; charset=utf-8" });
}
