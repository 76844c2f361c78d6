import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";
import { LIVE_STATUSES } from "#lib/seats/rules";

/** Which of some addresses have a seat, or a place in line, at a session. @returns keys of addresses */
export async function registeredAmong(
  _editor: Viewer,
  webinarId: string,
  emails: readonly string[],
): Promise<Set<string>> {
  const rows = await db.registration.findMany({
    where: {
      webinarId,
      person: { emailKey: { in: emails.map(emailKey) } },
      status: { in: [...LIVE_STATUSES] },
    },
    select: { person: { select: { emailKey: true } } },
  });
  return new Set(rows.flatMap(({ person }) => person?.emailKey ?? []));
}
