import { env } from "#lib/platform/env";

/** Over https, the prefix makes browsers refuse one that another host or a plain connection tried to set. */
function cookieOf(name: string) {
  const secure = new URL(env().SITE_URL).protocol === "https:";
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

export const sessionCookie = () => cookieOf("portail-session");

/** Between the password and the code. */
export const stepCookie = () => cookieOf("portail-etape");
