import { isRoomAddress, readCode, refreshSeconds, roomClosesAt, roomOpensAt, roomState } from "#lib/attendance/rules";
import type { AttendanceCounts, CertificateCheck, RoomView } from "#lib/attendance/schema";
import type { Viewer } from "#lib/auth/editor";
import { isAttendanceComplete, recipientsOf } from "#lib/notices/plan/rules";
import { findLink } from "#lib/people/links/queries";
import { joinableThrough, powersOf } from "#lib/people/links/rules";
import { endsAt } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { visibleAt } from "#lib/publication/rules";
import { visibleSql } from "#lib/publication/visibility";
import { replayColumns } from "#lib/webinars/queries";
import { isReplayPublic } from "#lib/webinars/rules";
import type { Prisma } from "#prisma/client";
import type { Profile } from "#prisma/enums";

/** While the message to the absent can still leave. */
const FOLLOWED_MS = 30 * 86_400_000;

const columns = {
  id: true,
  status: true,
  webinar: {
    select: {
      ...replayColumns,
      slug: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      previousStartsAt: true,
      cancelledAt: true,
      roomUrl: true,
      roomOpenedAt: true,
    },
  },
} as const satisfies Prisma.RegistrationSelect;

export type RoomSeat = {
  view: RoomView;
  /** Address of the room while it can be entered, else null. */
  roomUrl: string | null;
  /** The registration whose presence a click records; null when this link records none. */
  recorded: string | null;
};

/**
 * It reads the address of the room anew: it may change until the last minute.
 * @param slug of the session, on a link that opens several; without it, the one whose room closes next
 * @returns null when the link leads to no room
 */
export async function roomSeat(token: string, slug: string | undefined, at: Date): Promise<RoomSeat | null> {
  const link = await findLink(token);
  if (!link) return null;
  const rows = await db.registration.findMany({
    where: { AND: [joinableThrough(link), slug === undefined ? {} : { webinar: { slug } }], anonymisedAt: null },
    select: columns,
    orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
  });
  const row = rows.find(({ webinar }) => at < roomClosesAt(webinar)) ?? rows.at(-1);
  if (!row) return null;
  const { opensPage, acts, shown } = powersOf(link, row.id);
  const { roomUrl, roomOpenedAt, replayUrl, replayPublishedAt, publishedAt, withdrawnAt, ...rest } = row.webinar;
  const { cancelledAt: _, ...webinar } = rest;
  const state = roomState({ status: shown?.status ?? row.status, webinar: row.webinar }, at);
  const replayPublic = isReplayPublic({ replayUrl, replayPublishedAt, publishedAt, withdrawnAt }, at);
  return {
    view: {
      state,
      opensAt: roomOpensAt(row.webinar),
      refreshSeconds: refreshSeconds(state, row.webinar, at),
      opensPage,
      webinar: { ...webinar, replayPublic },
    },
    roomUrl: state === "open" && isRoomAddress(roomUrl) ? roomUrl : null,
    recorded: (acts || !opensPage) && row.status === "confirmed" ? row.id : null,
  };
}

/** What a link to a room shows: never the address of the room. */
export const findRoom = async (token: string, slug: string | undefined, at: Date): Promise<RoomView | null> =>
  (await roomSeat(token, slug, at))?.view ?? null;

const certified = {
  firstName: true,
  lastName: true,
  webinar: { select: { title: true, startsAt: true, durationMinutes: true } },
} as const satisfies Prisma.RegistrationSelect;

export type Certificate = Prisma.RegistrationGetPayload<{ select: typeof certified }> & {
  code: string;
  presentMinutes: number | null;
};

/**
 * Once the session is over, and only for a link that was sent to the address of who was there.
 * @returns « none » when the link opens something else, null when no link has this token
 */
export async function findCertificate(token: string, slug: string, at: Date): Promise<Certificate | "none" | null> {
  const link = await findLink(token);
  if (!link) return null;
  const { verifiedPersonId: personId } = powersOf(link);
  if (personId === null) return "none";
  const row = await db.registration.findFirst({
    where: { personId, webinar: { slug }, presentAt: { not: null } },
    select: { ...certified, presentMinutes: true, certificateCode: true },
  });
  if (!row?.certificateCode || at < endsAt(row.webinar)) return "none";
  const { certificateCode: code, ...words } = row;
  return { ...words, code };
}

/** Whether a code is that of a certificate, and what this certificate says. @param typed as someone typed it */
export async function checkCertificate(typed: string): Promise<CertificateCheck> {
  const code = readCode(typed);
  const row =
    code === ""
      ? null
      : await db.registration.findUnique({
          where: { certificateCode: code },
          select: { ...certified, presentAt: true },
        });
  if (!row?.presentAt) return { state: "unknown" };
  return { state: "valid", name: `${row.firstName} ${row.lastName}`, webinar: row.webinar };
}

/** Attendance of every session together. Persons are not counted, only registrations: they outlive their erasure. */
export type AttendanceStatistics = {
  held: number;
  registrations: number;
  byProfile: { profile: Profile; count: number }[];
  present: number;
  /** From 0 to 1, over the sessions where presence was noted; null when there is none. */
  rate: number | null;
};

export async function attendanceStatistics(at: Date): Promise<AttendanceStatistics> {
  const [profiles, [held], [came]] = await Promise.all([
    db.registration.groupBy({
      by: ["profile"],
      where: { status: "confirmed", webinar: { cancelledAt: null } },
      _count: true,
    }),
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "Webinar" w
      WHERE ${visibleSql(at, "w")} AND w."cancelledAt" IS NULL
        AND (w."replayPublishedAt" IS NOT NULL OR EXISTS (SELECT FROM "Registration" r WHERE r."webinarId" = w."id"))
        AND w."startsAt" + w."durationMinutes" * interval '1 minute' <= ${at}`,
    db.$queryRaw<{ present: number; expected: number }[]>`
      SELECT count(*) FILTER (WHERE r."presentAt" IS NOT NULL)::int AS "present", count(*)::int AS "expected"
      FROM "Registration" r
      WHERE (r."status" = 'confirmed' OR r."presentAt" IS NOT NULL)
        AND EXISTS (SELECT FROM "Registration" p WHERE p."webinarId" = r."webinarId" AND p."presentAt" IS NOT NULL)`,
  ]);
  const { present, expected } = came ?? { present: 0, expected: 0 };
  return {
    held: held?.count ?? 0,
    registrations: profiles.reduce((sum, { _count }) => sum + _count, 0),
    byProfile: profiles
      .map(({ profile, _count: count }) => ({ profile, count }))
      .sort((one, other) => other.count - one.count || one.profile.localeCompare(other.profile)),
    present,
    rate: expected ? present / expected : null,
  };
}

/** Those who were anonymised are counted with the others, and apart: no list names them any more. */
export async function countAttendance(_editor: Viewer, webinarId: string): Promise<AttendanceCounts> {
  const present = await db.registration.count({ where: { webinarId, presentAt: { not: null } } });
  const absent = await db.registration.count({ where: { webinarId, presentAt: null, status: "confirmed" } });
  const counted = { OR: [{ presentAt: { not: null } }, { status: "confirmed" as const }] };
  const anonymised = await db.registration.count({ where: { webinarId, anonymisedAt: { not: null }, ...counted } });
  const noted = { startsAt: true, attendanceCompleteAt: true } as const;
  const webinar = await db.webinar.findUnique({ where: { id: webinarId }, select: noted });
  const complete = webinar !== null && isAttendanceComplete(webinar);
  return { expected: present + absent, present, absent, anonymised, complete };
}

/** Sessions that are over and of which nobody said who came, while messages to the absent wait for it; latest first. */
export async function webinarsAwaitingAttendance(
  _editor: Viewer,
  at: Date,
): Promise<{ id: string; title: string; unnoted: number }[]> {
  const rows = await db.webinar.findMany({
    where: { ...visibleAt(at), cancelledAt: null, startsAt: { gt: new Date(at.getTime() - FOLLOWED_MS), lt: at } },
    select: { id: true, title: true, startsAt: true, durationMinutes: true, attendanceCompleteAt: true },
    orderBy: { startsAt: "desc" },
  });
  const awaited = rows.filter((row) => endsAt(row) <= at && !isAttendanceComplete(row));
  const counted = await Promise.all(
    awaited.map(async ({ id, title, startsAt }) => ({
      id,
      title,
      unnoted: await db.registration.count({ where: { webinarId: id, ...recipientsOf("follow-up-absent", startsAt) } }),
    })),
  );
  return counted.filter(({ unnoted }) => unnoted > 0);
}

/** Who has a seat at a session and is still known, as a list is read aloud. */
export async function expectedPeople(
  _editor: Viewer,
  webinarId: string,
): Promise<{ id: string; firstName: string; lastName: string; organisation: string | null }[]> {
  const people = await db.registration.findMany({
    where: { webinarId, status: "confirmed", anonymisedAt: null },
    select: { id: true, firstName: true, lastName: true, organisation: true },
    orderBy: { id: "asc" },
  });
  return inFrenchOrder(people, ({ lastName, firstName }) => `${lastName} ${firstName}`);
}
