import { createHash } from "node:crypto";

/** Tells one thing from another: what somebody agrees to, or reads again, is what they were shown. */
export const fingerprint = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");
