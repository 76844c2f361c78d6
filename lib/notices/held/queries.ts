import { BOUNDED, type Held, type HeldKind, toldFrom, windowStart } from "#lib/notices/held/rules";
import { endsAt } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { records } from "#lib/platform/records";

const NOT_SENT = ["dropped"] as const;

type Lately = { person: number; seats: number[]; held: boolean };

/** What was written of late to each of some people, about each of their registrations, in the order asked. */
export function writtenLately(
  tx: Transaction,
  people: readonly { emailKey: string; registrationIds: readonly string[] }[],
  at: Date,
): Promise<Lately[]> {
  const asked = records(people.map(({ emailKey, registrationIds }, turn) => ({ turn, emailKey, registrationIds })));
  return tx.$queryRaw<Lately[]>`
    WITH asked AS (
      SELECT * FROM json_to_recordset(${asked}::json)
        AS asked("turn" int, "emailKey" text, "registrationIds" uuid[])),
    lately AS (
      SELECT asked."turn", m."id" FROM asked JOIN "OutgoingMail" m ON m."emailKey" = asked."emailKey"
      WHERE m."kind" = ANY(${[...BOUNDED]}) AND m."status" <> 'dropped' AND m."createdAt" > ${windowStart(at)})
    SELECT (SELECT count(*)::int FROM lately WHERE lately."turn" = asked."turn") AS "person",
      ARRAY(SELECT (SELECT count(*)::int FROM "MailSubject" s JOIN lately ON lately."id" = s."mailId"
        WHERE lately."turn" = asked."turn" AND s."registrationId" = one)
        FROM unnest(asked."registrationIds") one) AS "seats",
      EXISTS (SELECT FROM "HeldNotice" WHERE "registrationId" = ANY(asked."registrationIds")) AS "held"
    FROM asked ORDER BY "turn"`;
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
