import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { SESSION_LIFE_MS } from "#lib/auth/rules";
import { signInSchema } from "#lib/auth/schema";
import { closeSession, openSession } from "#lib/auth/session-mutations";
import { findSession } from "#lib/auth/session-queries";
import { sessionCookie } from "#lib/edge/session-cookie";
import { checkSignIn } from "#lib/edge/sign-in-guard";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { paths } from "#lib/platform/paths";

declare module "next-auth" {
  interface User {
    /** Token of the session opened by `authorize`. */
    sessionToken?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

async function authorize(typed: unknown, headers: Headers) {
  const credentials = signInSchema.safeParse(typed);
  if (!credentials.success) return null;
  const outcome = await checkSignIn(credentials.data, {}, headers, now());
  if (!outcome.ok) return null;
  const userAgent = headers.get("user-agent");
  const { token } = await openSession(db, { userId: outcome.userId, userAgent }, now());
  return { id: outcome.userId, sessionToken: token };
}

/** Over our own sessions: the cookie carries our token, since a signed statement stays valid after the sign-out. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().SESSION_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_LIFE_MS / 1000 },
  useSecureCookies: sessionCookie().options.secure,
  cookies: { sessionToken: sessionCookie() },
  // Its own pages are in English and unlike ours: every one of them is ours instead.
  pages: {
    signIn: paths.signIn(),
    signOut: paths.signIn(),
    error: paths.signIn(),
    verifyRequest: paths.signIn(),
    newUser: paths.admin(),
  },
  // Codes only: its messages would carry what was typed.
  logger: {
    error: (code) => log().warn({ code }, "next-auth refused"),
    warn: (code) => log().debug({ code }, "next-auth warned"),
    debug: () => {},
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, code: {} },
      authorize: (typed, request) => authorize(typed, new Headers(request.headers ?? {})),
    }),
  ],
  jwt: {
    encode: async ({ token }) => token?.sessionToken ?? "",
    decode: async ({ token }) => {
      const session = await findSession(token, now());
      return (
        session && {
          sub: session.account.userId,
          name: session.account.name,
          email: session.email,
          sessionToken: token,
        }
      );
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user?.sessionToken ? { ...token, sessionToken: user.sessionToken } : token),
  },
  events: { signOut: async ({ token }) => closeSession(token?.sessionToken, now()) },
});
