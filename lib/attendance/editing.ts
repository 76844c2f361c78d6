import { z } from "zod";
import { peopleIn } from "#lib/attendance/fields";
import { markPresent, unmarkPresent } from "#lib/attendance/mutations";
import { attendanceMinutes, matchPeople, summed } from "#lib/attendance/rules";
import {
  type Decision,
  type Match,
  type ReportedPerson,
  type ReportRefusal,
  reportedPerson,
} from "#lib/attendance/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { decoded, readTable } from "#lib/csv/reading";
import { personFor } from "#lib/people/mutations";
import type { PersonInput } from "#lib/people/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { namedPerson } from "#lib/roster/additions/fields";
import { underLock } from "#lib/seats/lock/mutations";

/**
 * How many people were expected, and how many were there, whether they had a seat or not. Those who were anonymised are
 * counted with the others, and apart: no list names them any more.
 */
export async function countAttendance(
  _editor: Editor,
  webinarId: string,
): Promise<{ expected: number; present: number; absent: number; anonymised: number }> {
  const present = await db.registration.count({ where: { webinarId, presentAt: { not: null } } });
  const absent = await db.registration.count({ where: { webinarId, presentAt: null, status: "confirmed" } });
  const counted = { OR: [{ presentAt: { not: null } }, { status: "confirmed" as const }] };
  const anonymised = await db.registration.count({ where: { webinarId, anonymisedAt: { not: null }, ...counted } });
  return { expected: present + absent, present, absent, anonymised };
}

/**
 * Marks people present or absent by hand.
 * @param change identifiers of registrations; those of another session are left alone
 * @param at instant of the act
 */
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

/** The most people whom one review can hold. */
const REPORTED_PEOPLE = 1_000;

/**
 * Keeps a report of a video-conference until the team has reviewed it. Nobody is marked. It takes the place of the one
 * that was waiting.
 * @param file its name, and its bytes in any encoding that Zoom, Teams and Excel use
 * @param at instant of the request
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
  const people = peopleIn(readTable(decoded(file.bytes)));
  if (people.length === 0) return { ok: false, reason: "empty" };
  if (people.length > REPORTED_PEOPLE) return { ok: false, reason: "crowded" };
  return db.$transaction(async (tx) => {
    await tx.attendanceImport.deleteMany({ where: { webinarId } });
    const data = { webinarId, fileName: file.name, rows: people, createdAt: at };
    const { id } = await tx.attendanceImport.create({ data, select: { id: true } });
    const details = { count: people.length };
    await recordAudit(tx, editor, { action: "attendance.read", noun: "webinar", target: webinarId, details, at });
    return { ok: true, id };
  });
}

/** The report of a session that waits for its review, if one does. */
export const pendingReport = (_editor: Editor, webinarId: string): Promise<{ id: string; fileName: string } | null> =>
  db.attendanceImport.findFirst({ where: { webinarId }, select: { id: true, fileName: true } });

/** Somebody of a report, and whom they may be. */
export type ReportRow = ReportedPerson & {
  match: Match /** Whether they can be added, should nobody be found. */;
  addable: boolean;
};

/** A registrant whom somebody of a report may be. */
export type Attendee = { id: string; firstName: string; lastName: string; email: string };

/** A report to review: its people in their order, and the registrants of its session. */
export type Report = { id: string; fileName: string; rows: ReportRow[]; registrants: Attendee[] };

/** Somebody of a report as a registrant. @returns null without an address, or a first and a last name */
const added = ({ name, email }: ReportedPerson, profile: PersonInput["profile"]): PersonInput | null =>
  email === null ? null : namedPerson(name, email, profile);

async function readReport(client: Transaction, webinarId: string, id: string): Promise<Report | null> {
  const report = await client.attendanceImport.findFirst({
    where: { id, webinarId },
    select: { fileName: true, rows: true },
  });
  if (!report) return null;
  const people = z.array(reportedPerson).parse(report.rows);
  const rowsOfWebinar = await client.registration.findMany({
    where: { webinarId, anonymisedAt: null },
    select: { id: true, firstName: true, lastName: true, person: { select: { email: true } } },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }],
  });
  const registrants = rowsOfWebinar.map(({ person, ...row }) => ({ ...row, email: person?.email ?? "" }));
  const matches = matchPeople(people, registrants);
  const rows = people.map((person, index) => ({
    ...person,
    match: matches[index] ?? { by: "nothing" as const },
    addable: added(person, "citizen") !== null,
  }));
  return { id, fileName: report.fileName, rows, registrants };
}

/** @returns null when there is none, or no longer: it was applied or discarded */
export const findReport = (_editor: Editor, webinarId: string, id: string): Promise<Report | null> =>
  readReport(db, webinarId, id);

/** Forgets a report without marking anybody. */
export async function discardReport(_editor: Editor, webinarId: string, id: string): Promise<void> {
  await db.attendanceImport.deleteMany({ where: { id, webinarId } });
}

/**
 * Does what was decided of each row of a report, once, then forgets the report.
 * @param decisions in the order of its rows; a row without one is nobody's
 * @param at instant of the act
 * @returns how many people were there according to it; « unknown » when it is gone
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
      const person = added(row, decision.add);
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
