import { markPresent } from "#lib/attendance/mutations";
import { asRegistrant, type readReportFile } from "#lib/attendance/reports/fields";
import { readReport } from "#lib/attendance/reports/queries";
import { attendanceMinutes, mergePeople, summed } from "#lib/attendance/reports/rules";
import type { Decision, ReportRefusal } from "#lib/attendance/reports/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { written } from "#lib/files/decoding/rules";
import { personFor } from "#lib/people/mutations";
import type { PersonInput } from "#lib/people/schema";
import { confined } from "#lib/platform/confined";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { underLock } from "#lib/seats/lock/mutations";

const LONGEST_FILE_NAME = 200;

/**
 * Until the team has reviewed it: nobody is marked. It takes the place of the one that was waiting.
 * @param file its bytes in any encoding that Zoom, Teams and Excel use
 */
export async function keepReport(
  editor: Editor,
  webinarId: string,
  file: { name: string; bytes: Uint8Array },
  at: Date,
): Promise<Result<{ id: string }, ReportRefusal>> {
  const webinar = await db.webinar.findUnique({ where: { id: webinarId }, select: { startsAt: true } });
  if (!webinar) return { ok: false, reason: "unknown" };
  if (at < webinar.startsAt) return { ok: false, reason: "early" };
  const confinedRead = await confined<typeof readReportFile>("report", [file.bytes]);
  const read = confinedRead.ok ? confinedRead.value : confinedRead;
  if (!read.ok) return read;
  const registrants = await db.registration.findMany({
    where: { webinarId, anonymisedAt: null },
    select: { firstName: true, lastName: true },
  });
  const people = mergePeople(read.people, registrants);
  return db.$transaction(async (tx) => {
    await tx.attendanceImport.deleteMany({ where: { webinarId } });
    const data = {
      webinarId,
      fileName: written(file.name).slice(-LONGEST_FILE_NAME).toWellFormed(),
      rows: people,
      createdAt: at,
    };
    const { id } = await tx.attendanceImport.create({ data, select: { id: true } });
    const details = { count: people.length };
    await recordAudit(tx, editor, { action: "attendance.read", noun: "webinar", target: webinarId, details, at });
    return { ok: true, id };
  });
}

export async function discardReport(_editor: Editor, webinarId: string, id: string): Promise<void> {
  await db.attendanceImport.deleteMany({ where: { id, webinarId } });
}

/**
 * Does what was decided of each row, once, then forgets the report.
 * @param decisions in the order of its rows; a row without one is nobody's
 */
export async function applyReport(
  editor: Editor,
  { webinarId, id }: { webinarId: string; id: string },
  decisions: readonly Decision[],
  at: Date,
): Promise<Result<{ present: number; added: number }, "unknown">> {
  return underLock([webinarId], async (tx) => {
    const report = await readReport(tx, webinarId, id);
    if (!report) return { ok: false, reason: "unknown" };
    await tx.attendanceImport.delete({ where: { id } });
    const registrantIds = new Set(report.registrants.map((registrant) => registrant.id));
    const seen: { id: string; seconds: number | null }[] = [];
    let newcomers = 0;
    for (const [index, row] of report.rows.entries()) {
      const decision = decisions[index] ?? null;
      if (!decision) continue;
      if ("registrationId" in decision) {
        if (registrantIds.has(decision.registrationId))
          seen.push({ id: decision.registrationId, seconds: row.seconds });
        continue;
      }
      const person = asRegistrant(row, decision.add);
      if (!person) continue;
      const arrived = await bring(tx, webinarId, person, at);
      if (arrived.isNew) newcomers += 1;
      seen.push({ id: arrived.id, seconds: row.seconds });
    }
    const present = await markSeen(tx, webinarId, seen);
    const details = { count: present, added: newcomers };
    await recordAudit(tx, editor, { action: "attendance.apply", noun: "webinar", target: webinarId, details, at });
    return { ok: true, present, added: newcomers };
  });
}

/** Whoever was there had a seat, whatever the capacity said. */
async function bring(tx: Transaction, webinarId: string, person: PersonInput, at: Date) {
  const { email, ...answers } = person;
  const key = { webinarId, personId: (await personFor(tx, email, at)).id };
  const existing = await tx.registration.findUnique({ where: { webinarId_personId: key }, select: { id: true } });
  if (existing) return { id: existing.id, isNew: false };
  const data = { ...answers, ...key, origin: "report" as const, confirmedAt: at, createdAt: at };
  return { id: (await tx.registration.create({ data, select: { id: true } })).id, isNew: true };
}

/** Marks each once: several rows may be one person, on a telephone and on a computer. */
async function markSeen(tx: Transaction, webinarId: string, seen: { id: string; seconds: number | null }[]) {
  const { startsAt, durationMinutes } = await tx.webinar.findUniqueOrThrow({
    where: { id: webinarId },
    select: { startsAt: true, durationMinutes: true },
  });
  const lengths = Map.groupBy(seen, ({ id }) => id);
  for (const [id, rows] of lengths) {
    const minutes = attendanceMinutes(rows.map(({ seconds }) => seconds).reduce(summed), durationMinutes);
    await markPresent(tx, id, { at: startsAt, source: "report", minutes });
  }
  return lengths.size;
}
