import type { PersonInput } from "#lib/people/schema";
import { db, type Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";

export type Follower = PersonInput & { personId: string; cycleId: string };

export const follows = async (tx: Transaction, webinarId: string, { email }: Pick<PersonInput, "email">) =>
  (await tx.cycleSubscription.count({
    where: { person: { emailKey: emailKey(email) }, cycle: { webinars: { some: { id: webinarId } } } },
  })) > 0;

export const missingFollowers = (cycleId: string, webinarIds: readonly string[]) =>
  db.$queryRaw<Follower[]>`
    SELECT s."personId", s."cycleId", s."firstName", s."lastName", p."email", s."profile", s."organisation", s."territory"
    FROM "CycleSubscription" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."cycleId" = ${cycleId}::uuid AND (
      SELECT count(*) FROM "Registration" r
      WHERE r."personId" = s."personId" AND r."webinarId" = ANY(${[...webinarIds]}::uuid[])) < ${webinarIds.length}
    ORDER BY s."createdAt", s."id"`;

/** As whom somebody would follow a cycle: their latest registration in it. @returns null without one */
export async function findFollower(personId: string, cycleSlug: string): Promise<Follower | null> {
  const latest = await db.registration.findFirst({
    where: { personId, webinar: { cycle: { slug: cycleSlug } } },
    select: {
      firstName: true,
      lastName: true,
      profile: true,
      organisation: true,
      territory: true,
      person: { select: { email: true } },
      webinar: { select: { cycleId: true } },
    },
    orderBy: { id: "desc" },
  });
  if (!latest?.person) return null;
  const { person, webinar, ...answers } = latest;
  return { ...answers, ...person, personId, cycleId: webinar.cycleId };
}
