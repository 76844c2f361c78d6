import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { copyFormFields } from "#lib/form-fields/mutations";
import { formatShortDay, yearInParis } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import type { Result } from "#lib/platform/result";
import { freeSlug, quoted } from "#lib/platform/text";
import { columnsOf } from "#lib/publication/columns";
import { type PublishedEdition, type Saved, save } from "#lib/publication/mutations";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { findReplayDraft } from "#lib/webinars/replay/queries";
import { type AnsweredQuestion, replayBody, webinarState } from "#lib/webinars/rules";
import { WEBINAR_COLUMNS, type WebinarEdit } from "#lib/webinars/schema";
import { actColumns, actsOf, withoutActs } from "#lib/webinars/terms/rules";
import type { Prisma } from "#prisma/client";

/** Of a session that is stored, its texts only: what acts on people is saved by `saveTerms`. @param at also that of its acts */
export const saveWebinar = (editor: Editor, input: WebinarEdit, at: Date, edition?: PublishedEdition): Promise<Saved> =>
  save(
    editor,
    input,
    at,
    {
      noun: "webinar",
      find: findWebinarForEditor,
      toRow: (typed) => {
        const { documents: _documents, formFrom: _form, ...row } = withoutActs(typed);
        return row;
      },
      table: (tx) => ({
        create: ({ data, select }) =>
          tx.webinar.create({ data: { ...actColumns(actsOf(input), null, at), ...data }, select }),
        updateMany: (changed) => tx.webinar.updateMany(changed),
      }),
      relate: async (tx, webinarId, { documents, formFrom }, before) => {
        if (!before && formFrom) await copyFormFields(tx, [{ from: formFrom, to: webinarId }]);
        await tx.webinarDocument.deleteMany({ where: { webinarId } });
        await tx.webinarDocument.createMany({
          data: documents.map((link, position) => ({ ...link, webinarId, position })),
        });
      },
    },
    edition,
  );

export type ReplayRefusal = "unknown" | "upcoming";

async function replaySlug(tx: Transaction, webinar: string): Promise<string> {
  const wished = `${webinar}-replay`;
  const alike = await tx.resource.findMany({ where: { slug: { startsWith: wished } }, select: { slug: true } });
  return freeSlug(wished, (slug) => alike.some((resource) => resource.slug === slug));
}

const replayFields = {
  ...columnsOf(WEBINAR_COLUMNS, "content", "outcome"),
  slug: true,
  startsAt: true,
  confidence: true,
  documents: { select: { label: true, url: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.WebinarSelect;
type WebinarRow = Prisma.WebinarGetPayload<{ select: typeof replayFields }>;

function linksOf({ replayUrl, documents }: WebinarRow) {
  const video = replayUrl ? [{ label: "Voir l’enregistrement", url: replayUrl }] : [];
  const links = [...video, ...documents.filter(({ url }) => url !== replayUrl)];
  return links.map((link, position) => ({ ...link, position }));
}

/**
 * Makes a draft of resource from a session that is over. Asked again, it gives the same one.
 * @param questions those that the public may read
 * @returns the identifier of the resource
 */
export async function draftReplay(
  editor: Editor,
  webinarId: string,
  questions: readonly AnsweredQuestion[],
  at: Date,
): Promise<Result<{ id: string }, ReplayRefusal>> {
  return db.$transaction(async (tx) => {
    // Of two presses at once, the second waits here, then finds what the first made.
    await tx.$queryRaw`SELECT 1 FROM "Webinar" WHERE "id" = ${webinarId}::uuid FOR UPDATE`;
    const webinar = await tx.webinar.findUnique({ where: { id: webinarId }, select: replayFields });
    if (!webinar) return { ok: false, reason: "unknown" };
    if (webinarState(webinar, at) !== "past") return { ok: false, reason: "upcoming" };
    const made = await findReplayDraft(tx, webinarId);
    if (made) return { ok: true, id: made };
    const {
      slug,
      title,
      summary,
      startsAt,
      durationMinutes,
      speakers,
      needId,
      confidence,
      body,
      transcript,
      replayUrl: _linked,
      documents: _linkedToo,
      capacity: _seats,
      theme: _theme,
      ...unplaced
    } = webinar;
    // A column that is no text does not compile here: it wants its place below.
    const others: Record<string, string | null> = unplaced;
    const texts = Object.values(others).flatMap((text) => text || []);
    const day = formatShortDay(startsAt);
    const { id } = await tx.resource.create({
      data: {
        slug: await replaySlug(tx, slug),
        type: "replay",
        title,
        summary,
        body: replayBody({ texts, body, transcript, page: paths.webinarTranscript(slug) }, questions),
        authors: speakers,
        year: yearInParis(startsAt),
        dateLabel: day,
        durationMinutes,
        source: `Webinaire ${quoted(title)} du ${day}`,
        confidence,
        fromWebinarId: webinarId,
        editedAt: at,
        links: { create: linksOf(webinar) },
        ...(needId && { needs: { create: { needId } } }),
      },
      select: { id: true },
    });
    const details = { resource: id };
    await recordAudit(tx, editor, { action: "webinar.replay", noun: "webinar", target: webinarId, details, at });
    return { ok: true, id };
  });
}
