import { createHash, randomBytes } from "node:crypto";

/** Far above the 128 bits asked of a secret that stands for a person (OWASP ASVS 5.0, 11.5.1). */
const BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** A new secret for an address: 43 characters of base64url. */
export const newToken = (): string => randomBytes(BYTES).toString("base64url");

/** What is kept of a secret: enough to recognise it, not to use it. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());

/** Whether a text has the form of a secret. */
export const isToken = (text: string): boolean => TOKEN.test(text);
