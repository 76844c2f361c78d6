import { randomBytes, timingSafeEqual } from "node:crypto";
import { keyed } from "#lib/abuse/secret";
import { observed, SLOT } from "#lib/observation/page";
import { spelledBytes } from "#lib/platform/tokens";

const NONCE_BYTES = 16;
const INSTANT_BYTES = 6;
const SIGNED_BYTES = NONCE_BYTES + INSTANT_BYTES;
const LENGTH = 72;
const LIFE_MS = 24 * 60 * 60_000;
/** Two processes do not read the same hour to the millisecond. */
const CLOCK_SKEW_MS = 60_000;

const signature = (signed: Buffer) => keyed("form token", signed);

/**
 * It says when the form is shown, and no two are the same. In a page that is kept for everyone, a place for it: the front
 * puts one there for each visitor.
 */
export function issueFormToken(at: Date): string {
  const page = observed();
  if (page) {
    page.slotted = true;
    return SLOT;
  }
  const signed = Buffer.alloc(SIGNED_BYTES);
  randomBytes(NONCE_BYTES).copy(signed);
  signed.writeUIntBE(at.getTime(), NONCE_BYTES, INSTANT_BYTES);
  return Buffer.concat([signed, signature(signed)]).toString("base64url");
}

/** Null when the token is not ours, is spelled otherwise or is a day old. */
export function readFormToken(token: unknown, at: Date): { issuedAt: Date } | null {
  if (typeof token !== "string" || token.length !== LENGTH) return null;
  const bytes = spelledBytes(token);
  if (!bytes) return null;
  const signed = bytes.subarray(0, SIGNED_BYTES);
  const expected = signature(signed);
  const given = bytes.subarray(SIGNED_BYTES);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const issuedAt = new Date(signed.readUIntBE(NONCE_BYTES, INSTANT_BYTES));
  const age = at.getTime() - issuedAt.getTime();
  return age < LIFE_MS && age >= -CLOCK_SKEW_MS ? { issuedAt } : null;
}
