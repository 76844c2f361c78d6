import { env } from "#lib/platform/env";

/** Who asks, and where to complain. */
export function userAgent(): string {
  const { SITE_URL, CONTACT_EMAIL } = env();
  return `InnovationTerritoriale/1.0 (+${[SITE_URL, CONTACT_EMAIL].filter(Boolean).join("; ")})`;
}
