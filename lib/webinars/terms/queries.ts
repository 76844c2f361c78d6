import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import type { Publication } from "#lib/publication/rules";
import type { WebinarTerms } from "#lib/webinars/schema";

/** A session as its rooms in the back office name it, without its texts. @returns null when there is no such session */
export async function findWebinarTerms(
  _editor: Viewer,
  id: string,
): Promise<(WebinarTerms & Publication & { id: string; slug: string; title: string }) | null> {
  const row = await db.webinar.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      capacity: true,
      cancelledAt: true,
      publishedAt: true,
      withdrawnAt: true,
    },
  });
  if (!row) return null;
  const { cancelledAt, ...webinar } = row;
  return { ...webinar, cancelled: cancelledAt !== null };
}
