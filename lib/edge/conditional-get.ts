import { fingerprint } from "#lib/platform/fingerprint";

const NOT_MODIFIED = 304;

/** RFC 9110 §13.1.2: the comparison is weak, so that a tag that a proxy weakened still counts. */
const strong = (tag: string) => tag.trim().replace(/^W\//, "");

/** Answers a reader that comes again and again: with the file, or 304 when it has it already. */
export function respondWithEtag(request: Request, body: string, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${fingerprint(body)}"`;
  const tags = (request.headers.get("if-none-match") ?? "").split(",").map(strong);
  const tagged = { ...headers, ETag: etag, "Cache-Control": "no-cache" };
  if (tags.includes(etag) || tags.includes("*")) return new Response(null, { status: NOT_MODIFIED, headers: tagged });
  return new Response(body, { headers: tagged });
}
