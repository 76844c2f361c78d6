import { createHmac } from "node:crypto";
import { env } from "#lib/platform/env";

/** HMAC-SHA-256 under a key made out of SESSION_SECRET: two purposes never have the same result. */
export function keyed(purpose: string, text: string | Buffer): Buffer {
  return createHmac("sha256", derivedKey(purpose)).update(text).digest();
}

/** A key of its own for a purpose. @throws Error when the portal has no secret */
export function derivedKey(purpose: string): Buffer {
  const { SESSION_SECRET } = env();
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set.");
  return createHmac("sha256", SESSION_SECRET).update(`abuse:${purpose}`).digest();
}
