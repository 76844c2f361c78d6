import type { Viewer } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import type { AnsweredQuestion, ModeratedQuestion } from "#lib/questions/schema";
import type { Prisma } from "#prisma/client";

const moderated = { id: true, text: true, status: true, theme: true, answer: true } as const;

type Moderated = Prisma.QuestionGetPayload<{ select: typeof moderated }>;

const questionFingerprint = ({ text, status, theme, answer }: Moderated): string =>
  fingerprint([text, status, theme, answer]);

const nameOf = (person: { firstName: string; lastName: string } | null): string | null =>
  (person && `${person.firstName} ${person.lastName}`.trim()) || null;

/** In the order in which they came, with who asked while that is kept. */
export async function listQuestions(_editor: Viewer, webinarId: string): Promise<ModeratedQuestion[]> {
  const rows = await db.question.findMany({
    where: { webinarId },
    select: {
      ...moderated,
      spokenAt: true,
      createdAt: true,
      registration: { select: { firstName: true, lastName: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ registration, ...row }) => ({
    ...row,
    who: nameOf(registration),
    shown: questionFingerprint(row),
  }));
}

/** The questions of a session that the public may read: accepted and answered, never who asked. */
export async function listAnsweredQuestions(webinarId: string): Promise<AnsweredQuestion[]> {
  const rows = await db.question.findMany({
    where: { webinarId, status: "accepted", answer: { not: null } },
    select: { id: true, text: true, theme: true, answer: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ answer, ...row }) => (answer ? [{ ...row, answer }] : []));
}

export async function webinarsWithPendingQuestions(
  _editor: Viewer,
  at: Date,
): Promise<{ id: string; title: string; pending: number }[]> {
  const pending = { status: "pending" } as const;
  const rows = await db.webinar.findMany({
    where: { startsAt: { gt: at }, questions: { some: pending } },
    select: { id: true, title: true, _count: { select: { questions: { where: pending } } } },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ id, title, _count }) => ({ id, title, pending: _count.questions }));
}

/** Holds a question until the end of a transaction; null when it is gone. */
export async function lockQuestion(
  tx: Transaction,
  id: string,
): Promise<{ webinarId: string; shown: string; status: Moderated["status"] } | null> {
  await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.question.findUnique({ where: { id }, select: { ...moderated, webinarId: true } });
  return row && { webinarId: row.webinarId, status: row.status, shown: questionFingerprint(row) };
}
