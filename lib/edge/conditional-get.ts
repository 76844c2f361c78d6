import { fingerprint } from "#lib/platform/fingerprint";

const NOT_MODIFIED = 304;

/** RFC 9110 §13.1.2: the comparison is weak, so that a tag that a proxy weakened still counts. */
const strong = (tag: string) => tag.trim().replace(/^W\//, "");

/** @param changedAt told, and never compared: what is withdrawn makes a file older, not newer */
export function respondWithEtag(
  request: Request,
  body: string,
  headers: Readonly<Record<string, string>>,
  changedAt?: Date,
): Response {
  const etag = `"${fingerprint(body)}"`;
  const tags = (request.headers.get("if-none-match") ?? "").split(",").map(strong);
  const tagged = {
    "Cache-Control": "no-cache",
    ...(changedAt?.getTime() && { "Last-Modified": changedAt.toUTCString() }),
    ...headers,
    ETag: etag,
  };
  if (tags.includes(etag) || tags.includes("*")) return new Response(null, { status: NOT_MODIFIED, headers: tagged });
  return new Response(body, { headers: tagged });
}
