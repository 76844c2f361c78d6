import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";

type Part = { sha256: string; number: number; bytes: Uint8Array<ArrayBuffer> };

/** The same part twice is one: what was sent before its answer was lost. */
export async function keepPart({ userId }: Editor, part: Part, at: Date): Promise<void> {
  await db.uploadPart.createMany({ data: [{ ...part, userId, createdAt: at }], skipDuplicates: true });
}

export async function forgetUpload({ userId }: Editor, sha256: string): Promise<void> {
  await db.uploadPart.deleteMany({ where: { userId, sha256 } });
}

const LIFE_MS = 86_400_000;

/** What nobody went on with for a day is sent again from its beginning. */
export async function forgetOldUploads(at: Date): Promise<void> {
  await db.uploadPart.deleteMany({ where: { createdAt: { lt: new Date(at.getTime() - LIFE_MS) } } });
}
