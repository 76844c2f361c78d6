import { respondWithEtag } from "#lib/edge/conditional-get";
import { now } from "#lib/platform/clock";
import { suggestionQuery } from "#lib/search/schema";
import { suggestions } from "#lib/search/suggestions";

/** Titles for a field in which somebody types. */
export async function GET(request: Request): Promise<Response> {
  const { q } = suggestionQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const titles = await suggestions(now(), q);
  return respondWithEtag(request, JSON.stringify(titles), {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "public, max-age=300",
    "X-Robots-Tag": "noindex",
  });
}
