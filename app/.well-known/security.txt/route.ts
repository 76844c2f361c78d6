import { now } from "#lib/platform/clock";
import { nextMidnight } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";

export const dynamic = "force-dynamic";

/** RFC 9116 §2.5.5 asks for less than a year: a stale copy must stop being trusted. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** Where to report a weakness (RFC 9116). */
export function GET(): Response {
  const { SITE_URL, CONTACT_EMAIL } = env();
  const lines = [
    "# La page de contact dit à qui écrire, et ce qui manque encore.",
    `Contact: ${CONTACT_EMAIL ? `mailto:${CONTACT_EMAIL}` : absolute(SITE_URL, paths.page("contact"))}`,
    `Expires: ${new Date(nextMidnight(now()).getTime() + VALID_DAYS * DAY_MS).toISOString()}`,
    "Preferred-Languages: fr, en",
    `Canonical: ${absolute(SITE_URL, "/.well-known/security.txt")}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
