import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { drawnAnew, isImage } from "#lib/files/images";
import type { readPdf } from "#lib/files/pdf";
import { sniffed } from "#lib/files/sniffing";
import { removeStored, storedBefore, storeFile } from "#lib/files/storage";
import { usesOf } from "#lib/media/queries";
import { addressName, typeOf } from "#lib/media/rules";
import type { MediaDescription, MediaFacts, MediaRefusal } from "#lib/media/schema";
import { confined } from "#lib/platform/confined";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

/** A long report on a busy machine. */
const READING = { milliseconds: 30_000, megabytes: 256 };
const PDF = "application/pdf";

type Brought = { name: string; bytes: Uint8Array };
type Content = { bytes: Uint8Array; facts: Omit<MediaFacts, "bytes">; texts: string[] };

const UNKNOWN = { pages: null, tagged: null, language: null, width: null, height: null };

/** What is kept of a file: an image is drawn anew, a PDF is read aside; what takes too long is kept unread. */
async function readFile(given: Uint8Array): Promise<Result<Content, MediaRefusal>> {
  const mime = await sniffed(given);
  if (mime === null || !typeOf(mime)) return { ok: false, reason: "alien" };
  if (isImage(mime)) {
    const image = await drawnAnew(given, mime);
    if (!image) return { ok: false, reason: "unreadable" };
    const { bytes, width, height } = image;
    return { ok: true, bytes, facts: { ...UNKNOWN, mime, width, height }, texts: [] };
  }
  if (mime !== PDF) return { ok: true, bytes: given, facts: { ...UNKNOWN, mime }, texts: [] };
  const read = await confined<typeof readPdf>("pdf", [given], READING);
  if (!read.ok) return { ok: true, bytes: given, facts: { ...UNKNOWN, mime }, texts: [] };
  if (!read.value) return { ok: false, reason: "unreadable" };
  const { pages, tagged, language, texts } = read.value;
  return { ok: true, bytes: given, facts: { ...UNKNOWN, mime, pages, tagged, language }, texts };
}

/** A file is not removed between its writing and its row. */
const share = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('files'))`;

const WRITING = { timeout: 60_000 };
const pageRows = (texts: readonly string[]) =>
  texts.flatMap((text, index) => (text ? [{ number: index + 1, text }] : []));

/** @returns the file that is there already when it is the same; its row is there once its content is on the disk */
export async function keepMedia(
  editor: Editor,
  file: Brought,
  description: Pick<MediaDescription, "credit" | "licence">,
  at: Date,
): Promise<Result<{ id: string; known: boolean }, MediaRefusal>> {
  const read = await readFile(file.bytes);
  if (!read.ok) return read;
  return db.$transaction(async (tx) => {
    await share(tx);
    const sha256 = await storeFile([read.bytes]);
    const same = await tx.media.findFirst({ where: { sha256 }, select: { id: true }, orderBy: { createdAt: "asc" } });
    if (same) return { ok: true, id: same.id, known: true };
    const name = addressName(file.name, read.facts.mime);
    const row = { ...read.facts, ...description, name, sha256, bytes: read.bytes.length, createdAt: at };
    const { id } = await tx.media.create({
      data: { ...row, texts: { createMany: { data: pageRows(read.texts) } } },
      select: { id: true },
    });
    await recordAudit(tx, editor, { action: "media.create", noun: "media", target: id, details: { name }, at });
    return { ok: true, id, known: false };
  }, WRITING);
}

/** Its address stays, and so does what people wrote of it. */
export async function replaceMedia(
  editor: Editor,
  id: string,
  file: Brought,
  at: Date,
): Promise<Result<object, MediaRefusal>> {
  const read = await readFile(file.bytes);
  if (!read.ok) return read;
  return db.$transaction(async (tx) => {
    await share(tx);
    await tx.$executeRaw`SELECT FROM "Media" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await tx.media.findUnique({ where: { id }, select: { mime: true, sha256: true, language: true } });
    if (!before) return { ok: false, reason: "unknown" };
    if (before.mime !== read.facts.mime) return { ok: false, reason: "other" };
    const sha256 = await storeFile([read.bytes]);
    if (sha256 === before.sha256) return { ok: true };
    await tx.mediaPage.deleteMany({ where: { mediaId: id } });
    const language = read.facts.language ?? before.language;
    const data = {
      ...read.facts,
      language,
      sha256,
      bytes: read.bytes.length,
      replacedAt: at,
      version: { increment: 1 },
    };
    await tx.media.update({
      where: { id },
      data: { ...data, texts: { createMany: { data: pageRows(read.texts) } } },
    });
    const details = { before: before.sha256, after: sha256 };
    await recordAudit(tx, editor, { action: "media.replace", noun: "media", target: id, details, at });
    return { ok: true };
  }, WRITING);
}

/** `stale`: a colleague wrote meanwhile. */
export const describeMedia = (
  editor: Editor,
  { id, version, ...description }: MediaDescription,
  at: Date,
): Promise<Result<object, "stale">> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.media.updateMany({
      where: { id, version },
      data: { ...description, version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "stale" };
    await recordAudit(tx, editor, { action: "media.update", noun: "media", target: id, at });
    return { ok: true };
  });

/** Its content stays on the disk for a month, as every file that nothing names. */
export async function removeMedia(editor: Editor, id: string, at: Date): Promise<Result<object, "used">> {
  const media = await db.media.findUnique({ where: { id }, select: { id: true, name: true } });
  if (!media) return { ok: true };
  if ((await usesOf(editor, media, at)).length > 0) return { ok: false, reason: "used" };
  return db.$transaction(async (tx) => {
    const { count } = await tx.media.deleteMany({ where: { id, links: { none: {} } } });
    if (count === 0) return { ok: false, reason: "used" };
    await recordAudit(tx, editor, {
      action: "media.delete",
      noun: "media",
      target: id,
      details: { name: media.name },
      at,
    });
    return { ok: true };
  });
}

const LOST_MS = 30 * 86_400_000;

/** Removes what no row has named for a month: a row that comes back, restored, still finds its file. @returns how many */
export async function removeLostFiles(at: Date): Promise<number> {
  const names = await storedBefore(new Date(at.getTime() - LOST_MS));
  if (names.length === 0) return 0;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('files'))`;
    const rows = await tx.media.findMany({ where: { sha256: { in: names } }, select: { sha256: true } });
    const named = new Set(rows.map(({ sha256 }) => sha256));
    const still = new Set(await storedBefore(new Date(at.getTime() - LOST_MS)));
    const lost = names.filter((name) => !named.has(name) && still.has(name));
    for (const name of lost) await removeStored(name);
    return lost.length;
  }, WRITING);
}
