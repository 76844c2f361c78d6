import { createHash, randomBytes } from "node:crypto";

const BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits in base64url. */
export const newToken = (): string => randomBytes(BYTES).toString("base64url");

/** What is kept of a token: its SHA-256. Whoever reads the database cannot make a link or a cookie of it. */
export const tokenHash = (token: string) => createHash("sha256").update(token).digest();

/** What a text spells in base64url; null unless it is the one spelling of these bytes: two would be two tokens of one. */
export function spelledBytes(text: string): Buffer<ArrayBuffer> | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}

/** So that anything else is refused without asking the database. */
export const isToken = (text: unknown): text is string =>
  typeof text === "string" && SHAPE.test(text) && spelledBytes(text) !== null;
