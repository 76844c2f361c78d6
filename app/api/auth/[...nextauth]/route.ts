import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/edge/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

export function POST(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

/** A sign-in is a POST: read as a page, its address would answer with an error in English. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  return action === "callback" ? new Response(null, { status: 404 }) : NextAuth(request, context, authOptions());
}
