import type { Viewer } from "#lib/auth/editor";
import { judgedAnswers } from "#lib/form-fields/answers/schema";
import type { EditedFormField, FormAnswers, FormField } from "#lib/form-fields/schema";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const columns = {
  id: true,
  kind: true,
  label: true,
  hint: true,
  required: true,
  options: true,
} as const satisfies Record<keyof FormField, true>;

const IN_ORDER = [{ position: "asc" }, { id: "asc" }] satisfies Prisma.FormFieldOrderByWithRelationInput[];

/** The fields that the form of a session asks now, in order. */
export const askedFormFields = {
  where: { archivedAt: null },
  select: columns,
  orderBy: IN_ORDER,
} satisfies Prisma.Webinar$formFieldsArgs;

/** All that the form of a session ever asked and somebody answered, in the order of the form. */
export const everFormFields = {
  select: { id: true, label: true },
  orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, ...IN_ORDER],
} satisfies Prisma.Webinar$formFieldsArgs;

export const listAskedFields = (client: Transaction, webinarId: string): Promise<FormField[]> =>
  client.formField.findMany({ ...askedFormFields, where: { webinarId, archivedAt: null } });

/** What is kept of what was posted to the form of a session. @param webinarId undefined when it asks nothing of its own */
export const judgedFields = async (tx: Transaction, webinarId: string | undefined, posted?: FormAnswers) =>
  judgedAnswers(webinarId ? await listAskedFields(tx, webinarId) : [], posted);

/** The fields that the session asks whose page the public sees under an address. */
export const askedFieldsOfPage = (slug: string, at: Date): Promise<FormField[]> =>
  db.formField.findMany({ ...askedFormFields, where: { archivedAt: null, webinar: { slug, ...visibleAt(at) } } });

const shownOf = ({ kind, label, hint, required, options }: FormField): string =>
  fingerprint([kind, label, hint, required, options]);

/** Those that are asked, then those that are not any more, each with how many answered it. @param client the transaction that is about to change them */
export async function listFormFields(
  _viewer: Viewer,
  webinarId: string,
  client: Transaction = db,
): Promise<EditedFormField[]> {
  const rows = await client.$queryRaw<Omit<EditedFormField, "shown">[]>`
    SELECT f."id", f."kind", f."label", f."hint", f."required", f."options", f."archivedAt", (
      SELECT count(*)::int FROM "Registration" r
      WHERE r."webinarId" = f."webinarId" AND jsonb_exists(r."formAnswers", f."id"::text)) AS "answers"
    FROM "FormField" f WHERE f."webinarId" = ${webinarId}::uuid
    ORDER BY f."archivedAt" NULLS FIRST, f."position", f."id"`;
  return rows.map((row) => ({ ...row, shown: shownOf(row) }));
}

/** The sessions whose form asks something of its own, the latest first. */
export const sessionsWithFields = (_viewer: Viewer): Promise<{ id: string; title: string; startsAt: Date }[]> =>
  db.webinar.findMany({
    where: { formFields: { some: { archivedAt: null } } },
    select: { id: true, title: true, startsAt: true },
    orderBy: { startsAt: "desc" },
  });
