import { randomInt } from "node:crypto";
import type { z } from "zod";
import { roomSeat } from "#lib/attendance/queries";
import { isRoomAddress, mayOpenRoom, roomOpensAt } from "#lib/attendance/rules";
import type { RoomRefusal } from "#lib/attendance/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import type { roomOpening } from "#lib/webinars/schema";
import type { AttendanceSource } from "#prisma/enums";

/** Without what one hand writes for another: 0 and O, 1, I and L. Without U, so that fewer words come up. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 30^12 is more than 58 bits: nobody meets a code by trying. */
const GROUPS = 3;
const GROUP_LENGTH = 4;

const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? "";
const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");

const newCode = (): string => Array.from({ length: GROUPS }, group).join("-");

/**
 * The first sign is kept, the length is the longest known, the code of the certificate is given once: safe to call
 * again, and from several transactions at a time.
 * @param options.minutes length of presence, when it is known
 */
export async function markPresent(
  tx: Transaction,
  registrationId: string,
  { at, source, minutes = null }: { at: Date; source: AttendanceSource; minutes?: number | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Registration" SET
      "presentAt" = COALESCE("presentAt", ${at}),
      "attendanceSource" = COALESCE("attendanceSource", ${source}::"AttendanceSource"),
      "presentMinutes" = GREATEST("presentMinutes", ${minutes}::int),
      "certificateCode" = COALESCE("certificateCode", ${newCode()})
    WHERE "id" = ${registrationId}::uuid AND "anonymisedAt" IS NULL`;
}

/** The code of the certificate stays: nothing vouches for it until the presence is given again. */
export async function unmarkPresent(tx: Transaction, registrationId: string): Promise<void> {
  await tx.registration.updateMany({
    where: { id: registrationId, anonymisedAt: null },
    data: { presentAt: null, attendanceSource: null, presentMinutes: null },
  });
}

/**
 * One click enters and records. The address is the one of this very instant.
 * @param slug of the session, on a link that opens several
 */
export async function enterRoom(
  token: string,
  slug: string | undefined,
  at: Date,
): Promise<Result<{ url: string }, RoomRefusal>> {
  const seat = await roomSeat(token, slug, at);
  if (!seat) return { ok: false, reason: "unknown" };
  const { view, roomUrl, recorded } = seat;
  if (view.state !== "open" || roomUrl === null)
    return { ok: false, reason: view.state === "open" ? "missing" : view.state };
  if (recorded) await db.$transaction((tx) => markPresent(tx, recorded, { at, source: "join" }));
  return { ok: true, url: roomUrl };
}

/**
 * Lets people in before the usual time, or at that time again.
 * @returns whether there is such a session, it is not cancelled, has a room, and it is time to open it
 */
export async function openRoom(
  editor: Editor,
  { webinarId: id, entree }: z.output<typeof roomOpening>,
  at: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Webinar" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const select = { startsAt: true, roomUrl: true, roomOpenedAt: true };
    const webinar = await tx.webinar.findUnique({ where: { id, cancelledAt: null }, select });
    if (!webinar || !isRoomAddress(webinar.roomUrl) || !mayOpenRoom(webinar, at)) return false;
    const opens = entree === "ouverte";
    // Sent twice, it is done.
    if (opens === roomOpensAt(webinar) <= at) return true;
    await tx.webinar.update({ where: { id }, data: { roomOpenedAt: opens ? at : null } });
    const action = opens ? "attendance.open" : "attendance.close";
    await recordAudit(tx, editor, { action, noun: "webinar", target: id, at });
    return true;
  });
}

export async function markAttendance(
  editor: Editor,
  webinarId: string,
  change: { present: readonly string[]; absent: readonly string[] },
  at: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const among = async (ids: readonly string[]) =>
      tx.registration.findMany({ where: { webinarId, id: { in: [...ids] } }, select: { id: true } });
    const [present, absent] = [await among(change.present), await among(change.absent)];
    if (!present.length && !absent.length) return;
    for (const { id } of present) await markPresent(tx, id, { at, source: "editor" });
    for (const { id } of absent) await unmarkPresent(tx, id);
    const details = { present: present.length, absent: absent.length };
    await recordAudit(tx, editor, { action: "attendance.mark", noun: "webinar", target: webinarId, details, at });
  });
}

/**
 * Says that everybody who came is noted, or takes it back.
 * @returns whether there is such a session, and it has begun
 */
export async function completeAttendance(
  editor: Editor,
  webinarId: string,
  complete: boolean,
  at: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "Webinar" SET "attendanceCompleteAt" = ${complete ? at : null}
      WHERE "id" = ${webinarId}::uuid AND "startsAt" <= ${at}`;
    const action = complete ? "attendance.complete" : "attendance.reopen";
    if (changed) await recordAudit(tx, editor, { action, noun: "webinar", target: webinarId, at });
    return changed > 0;
  });
}
