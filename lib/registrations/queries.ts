import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";
import { isCancellable } from "#lib/registrations/rules";
import type { RegistrationView } from "#lib/registrations/schema";
import type { Prisma } from "#prisma/client";

/** What calendars and messages say of a session. */
export const sessionColumns = {
  slug: true,
  title: true,
  summary: true,
  startsAt: true,
  durationMinutes: true,
  cancelledAt: true,
  sequence: true,
} as const satisfies Prisma.WebinarSelect;

/**
 * Name under which calendars know a registration, the same in messages and on screen.
 * The identifier of the row would not do: it holds the instant at which the row was made.
 */
export const calendarId = (id: string): string => tokenHash(id).toString("hex").slice(0, 32);

/**
 * What stands behind a personal link.
 * A link of the scope « receipt » looks the same as its owner's, whatever became of the request that was made with it.
 * @param at the present instant
 * @returns null when no registration has this link
 */
export async function findRegistration(token: string, at: Date): Promise<RegistrationView | null> {
  if (!isToken(token)) return null;
  const link = await db.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      cancelRequestedAt: true,
      registration: { select: { id: true, status: true, webinar: { select: sessionColumns } } },
    },
  });
  if (!link) return null;
  const { id, status, webinar } = link.registration;
  const { sequence, ...session } = webinar;
  return {
    calendarId: calendarId(id),
    sequence,
    state: link.cancelRequestedAt ? "cancelled" : status,
    cancellable: isCancellable(session, at),
    webinar: session,
  };
}
