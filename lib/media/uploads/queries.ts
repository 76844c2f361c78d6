import { createHash } from "node:crypto";
import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";

/** How many parts of a file are there, from the first to the first that is missing. */
export async function countParts({ userId }: Editor, sha256: string): Promise<number> {
  const parts = await db.uploadPart.findMany({
    where: { userId, sha256 },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  const missing = parts.findIndex(({ number }, rank) => number !== rank);
  return missing === -1 ? parts.length : missing;
}

/** A file whose parts all came; null when they make another one. */
export async function findUpload({ userId }: Editor, sha256: string): Promise<Uint8Array | null> {
  const parts = await db.uploadPart.findMany({
    where: { userId, sha256 },
    select: { bytes: true },
    orderBy: { number: "asc" },
  });
  const whole = Buffer.concat(parts.map(({ bytes }) => bytes));
  return createHash("sha256").update(whole).digest("hex") === sha256 ? whole : null;
}
