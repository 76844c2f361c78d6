import { z } from "zod";
import { asRegistrant } from "#lib/attendance/reports/fields";
import { matchPeople } from "#lib/attendance/reports/rules";
import { type Match, type ReportedPerson, reportedPerson } from "#lib/attendance/reports/schema";
import type { Viewer } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";

/** Null when none waits for its review. */
export const pendingReport = (_editor: Viewer, webinarId: string): Promise<{ id: string; fileName: string } | null> =>
  db.attendanceImport.findFirst({ where: { webinarId }, select: { id: true, fileName: true } });

export type ReportRow = ReportedPerson & {
  match: Match;
  /** Whether they can be added, should nobody be found. */
  addable: boolean;
};

export type Attendee = { id: string; firstName: string; lastName: string; email: string };

export type Report = { id: string; fileName: string; rows: ReportRow[]; registrants: Attendee[] };

/** Null when it is gone: it was applied, discarded or replaced. */
export async function readReport(client: Transaction, webinarId: string, id: string): Promise<Report | null> {
  const report = await client.attendanceImport.findFirst({
    where: { id, webinarId },
    select: { fileName: true, rows: true },
  });
  if (!report) return null;
  const people = z.array(reportedPerson).parse(report.rows);
  const registered = await client.registration.findMany({
    where: { webinarId, anonymisedAt: null },
    select: { id: true, firstName: true, lastName: true, person: { select: { email: true } } },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }],
  });
  const registrants = registered.map(({ person, ...row }) => ({ ...row, email: person?.email ?? "" }));
  const matches = matchPeople(people, registrants);
  const rows = people.map((person, index) => ({
    ...person,
    match: matches[index] ?? { by: "nothing" as const },
    addable: asRegistrant(person, "citizen") !== null,
  }));
  return { id, fileName: report.fileName, rows, registrants };
}

export const findReport = (_editor: Viewer, webinarId: string, id: string): Promise<Report | null> =>
  readReport(db, webinarId, id);
