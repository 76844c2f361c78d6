import { notFound } from "next/navigation";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { embedOf } from "#lib/feeds/embed";
import { embedQuery } from "#lib/feeds/schema";
import { env } from "#lib/platform/env";

/** The next session for the tools of other sites. In JSON alone: another format is not found, 501 being an incident here. */
export async function GET(request: Request): Promise<Response> {
  const query = embedQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const embed = query.format === "json" ? embedOf(query, env().SITE_URL) : null;
  if (!embed) notFound();
  return respondWithEtag(request, JSON.stringify(embed), {
    "Content-Type": "application/json; charset=utf-8",
    "X-Robots-Tag": "noindex",
  });
}
