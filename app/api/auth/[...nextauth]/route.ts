import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/edge/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** To sign in and out. The rest shows pages in English, or writes anybody's words in the log. */
const OPEN = {
  GET: ["csrf", "session"],
  POST: ["callback/credentials", "signout"],
};

async function answer(request: NextRequest, context: Context, method: keyof typeof OPEN): Promise<Response> {
  const asked = (await context.params).nextauth.join("/");
  if (OPEN[method].includes(asked)) return NextAuth(request, context, authOptions());
  const known = Object.values(OPEN).some((actions) => actions.includes(asked));
  return new Response(null, { status: known ? 405 : 404 });
}

export const GET = (request: NextRequest, context: Context): Promise<Response> => answer(request, context, "GET");
export const POST = (request: NextRequest, context: Context): Promise<Response> => answer(request, context, "POST");
