import { runTask } from "#lib/jobs/run-task";
import { writeToEach } from "#lib/notices/mutations";
import { dueAt, dueKinds, type PlannedKind, plannedKey, recipientsOf, sameNews } from "#lib/notices/plan/rules";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import { visibleAt } from "#lib/publication/rules";
import { replayColumns } from "#lib/webinars/queries";
import type { Prisma } from "#prisma/client";

const DAY_MS = 86_400_000;
/** People written to in one transaction: a worker that dies in its middle leaves so many to the next one. */
const BATCH = 100;
const BATCH_TIMEOUT_MS = 60_000;
/** No planned message is due earlier before a session, or worth sending later after it. */
const FIRST_DUE_MS = 8 * DAY_MS;
const LAST_SENT_MS = 33 * DAY_MS;

const columns = {
  ...replayColumns,
  id: true,
  startsAt: true,
  attendanceCompleteAt: true,
  disabledMails: { select: { kind: true } },
} as const satisfies Prisma.WebinarSelect;
type WebinarRow = Prisma.WebinarGetPayload<{ select: typeof columns }>;

/**
 * Writes the reminders, follow-ups and surveys that are due, each once for each person, whatever clocks do and however
 * many workers write: the key of each message arbitrates. What was missed while nothing ran is written now, unless it
 * is stale.
 * @returns how many messages were written
 */
export async function writePlannedMessages(at: Date): Promise<number> {
  const webinars = await db.webinar.findMany({
    where: {
      ...visibleAt(at),
      cancelledAt: null,
      startsAt: {
        gt: new Date(at.getTime() - LAST_SENT_MS),
        lt: new Date(at.getTime() + FIRST_DUE_MS),
      },
    },
    select: columns,
    orderBy: { startsAt: "asc" },
  });
  let written = 0;
  for (const webinar of webinars) {
    for (const kind of dueKinds(webinar, at)) {
      written += (await runTask(`${kind} of ${webinar.id}`, () => writeToAll(webinar, kind, at))) ?? 0;
    }
  }
  return written;
}

async function writeToAll(webinar: WebinarRow, kind: PlannedKind, at: Date): Promise<number> {
  let written = 0;
  for (let last: string | undefined; ; ) {
    const people = await db.registration.findMany({
      where: { webinarId: webinar.id, ...recipientsOf(kind, webinar.startsAt), ...(last && { id: { gt: last } }) },
      select: { id: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    const ids = people.map(({ id }) => id);
    written += await writeBatch(webinar, kind, ids, at);
    if (ids.length < BATCH) return written;
    last = ids.at(-1);
  }
}

async function writeBatch(webinar: WebinarRow, kind: PlannedKind, people: string[], at: Date): Promise<number> {
  const { startsAt } = webinar;
  const reached = await alreadyReached(kind, startsAt, people);
  const missing = people.filter((id) => !reached.has(id));
  if (!missing.length) return 0;
  await prepareQueue();
  const key = (id: string) => plannedKey(kind, id, startsAt);
  return db.$transaction((tx) => writeToEach(tx, kind, missing, { at, key }), { timeout: BATCH_TIMEOUT_MS });
}

/**
 * Who has the message or the same news, or was told the date of the session after it was due: that it moved reminds of it
 * too, but for the last reminder, which brings the link of the room.
 */
async function alreadyReached(kind: PlannedKind, startsAt: Date, people: string[]): Promise<Set<string | null>> {
  const keys = sameNews(kind).flatMap((one) => people.map((id) => plannedKey(one, id, startsAt)));
  const moved = {
    registrationId: { in: people },
    kind: { in: ["webinar-moved", "webinar-retimed"] },
    createdAt: { gt: dueAt(kind, startsAt) },
  };
  const mails = await db.outgoingMail.findMany({
    where: kind === "reminder-hour" ? { key: { in: keys } } : { OR: [{ key: { in: keys } }, moved] },
    select: { registrationId: true },
  });
  return new Set(mails.map(({ registrationId }) => registrationId));
}
