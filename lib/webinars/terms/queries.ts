import type { Viewer } from "#lib/auth/editor";
import { askedFormFields } from "#lib/form-fields/queries";
import { db } from "#lib/platform/db";
import type { Publication } from "#lib/publication/rules";
import { contentColumns, type WebinarTerms } from "#lib/webinars/schema";

/** A session as its rooms in the back office name it, without its texts. @returns null when there is no such session */
export async function findWebinarTerms(
  _editor: Viewer,
  id: string,
): Promise<
  | (WebinarTerms &
      Publication & {
        id: string;
        slug: string;
        title: string;
        linkOnly: boolean;
        roomUrl: string | null;
        roomOpenedAt: Date | null;
      })
  | null
> {
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
      linkOnly: true,
      roomUrl: true,
      roomOpenedAt: true,
      publishedAt: true,
      withdrawnAt: true,
    },
  });
  if (!row) return null;
  const { cancelledAt, ...webinar } = row;
  return { ...webinar, cancelled: cancelledAt !== null };
}

/** What the form of a new session begins with when it is made from another: its texts, its length and what its form asks, none of what happens once. */
export async function valuesFromWebinar(_editor: Viewer, id: string): Promise<Record<string, unknown>> {
  const select = { ...contentColumns, cycleId: true, speakers: true };
  const from = await db.webinar.findUnique({
    where: { id },
    select: { ...select, formFields: { ...askedFormFields, take: 1 } },
  });
  const { formFields, ...values } = from ?? {};
  return { ...values, ...(formFields?.length && { formFrom: id }) };
}
