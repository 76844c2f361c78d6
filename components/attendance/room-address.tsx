import { paths } from "#lib/platform/paths";

export const STILL = { name: "actualiser", value: "non" } as const;

/** @param still whether the page does not ask again by itself */
export function roomAddress(token: string, webinar?: string, still = false): string {
  const query = new URLSearchParams({
    ...(webinar && { seance: webinar }),
    ...(still && { [STILL.name]: STILL.value }),
  });
  return query.size ? `${paths.join(token)}?${query}` : paths.join(token);
}
