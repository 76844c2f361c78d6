import { env } from "#lib/platform/env";

/** Over https, the prefix makes browsers refuse one that another host or a plain connection tried to set. */
export function sessionCookie() {
  const secure = new URL(env().SITE_URL).protocol === "https:";
  return {
    name: secure ? "__Host-portail-session" : "portail-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}
