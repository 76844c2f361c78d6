import { BOUNDED, type Held, type HeldKind, toldFrom, windowStart } from "#lib/notices/held/rules";
import { endsAt } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";

const NOT_SENT = ["dropped"] as const;

export async function writtenLately(
  tx: Transaction,
  emailKey: string,
  registrationIds: readonly string[],
  at: Date,
): Promise<{ person: number; seats: number[]; held: boolean }> {
  const ids = [...registrationIds];
  const [row] = await tx.$queryRaw<{ person: number; seats: number[]; held: boolean }[]>`
    WITH lately AS (
      SELECT "id" FROM "OutgoingMail" WHERE "emailKey" = ${emailKey} AND "kind" = ANY(${[...BOUNDED]})
        AND "status" <> 'dropped' AND "createdAt" > ${windowStart(at)})
    SELECT (SELECT count(*)::int FROM lately) AS "person",
      ARRAY(SELECT (SELECT count(*)::int FROM "MailSubject" s JOIN lately ON lately."id" = s."mailId"
        WHERE s."registrationId" = one) FROM unnest(${ids}::uuid[]) one) AS "seats",
      EXISTS (SELECT FROM "HeldNotice" WHERE "registrationId" = ANY(${ids}::uuid[])) AS "held"`;
  return row ?? { person: 0, seats: [], held: false };
}

const restingAt = (at: Date) => {
  const { lastAt, firstAt } = toldFrom(at);
  return { OR: [{ lastAt: { lte: lastAt } }, { firstAt: { lte: firstAt } }] };
};

export async function restingPeople(at: Date): Promise<{ personId: string; webinarIds: string[] }[]> {
  const rows = await db.heldNotice.findMany({
    where: { ...restingAt(at), registration: { personId: { not: null } } },
    select: { registration: { select: { personId: true, webinarId: true } } },
  });
  const people = Map.groupBy(rows, ({ registration }) => registration.personId ?? "");
  return [...people].map(([personId, held]) => ({
    personId,
    webinarIds: held.map(({ registration }) => registration.webinarId),
  }));
}

/** What is held of a person and rests; sessions that are over, or that the team cancelled and told of, are left out. */
export async function restingOf(
  tx: Transaction,
  personId: string,
  at: Date,
): Promise<{ held: Held[]; over: string[] }> {
  const rows = await tx.heldNotice.findMany({
    where: { ...restingAt(at), registration: { personId } },
    select: {
      registrationId: true,
      kind: true,
      registration: {
        select: {
          status: true,
          webinar: { select: { startsAt: true, durationMinutes: true, cancelledAt: true } },
          mailSubjects: {
            where: { mail: { calendarMethod: { not: null }, status: { notIn: [...NOT_SENT] } } },
            select: { mail: { select: { calendarMethod: true } } },
            orderBy: { mail: { rank: "desc" } },
            take: 1,
          },
        },
      },
    },
    orderBy: { registration: { webinar: { startsAt: "asc" } } },
  });
  const isOver = ({ registration: { webinar } }: (typeof rows)[number]) =>
    webinar.cancelledAt !== null || endsAt(webinar) <= at;
  const held = rows
    .filter((row) => !isOver(row))
    .map(({ registrationId, kind, registration: { status, mailSubjects } }) => ({
      registrationId,
      kind: kind as HeldKind,
      status,
      calendarMethod: mailSubjects[0]?.mail.calendarMethod ?? null,
    }));
  return { held, over: rows.filter(isOver).map(({ registrationId }) => registrationId) };
}
