import type { Viewer } from "#lib/auth/editor";
import { IDENTIFIED } from "#lib/centres/rules";
import { valuesSpelled } from "#lib/forms/choices";
import { fitting, linesFor } from "#lib/orientation/rules";
import {
  type Line,
  type OrientationQuery,
  type OrientedNeed,
  type OrientedStep,
  stageSpellings,
  TIMES,
  type ToldLine,
} from "#lib/orientation/schema";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { profileSpellings } from "#lib/profiles/labels";
import { visibleAt } from "#lib/publication/rules";
import { citedPages } from "#lib/ties/cited/queries";

/** The same for both tables: identifiers differ. */
const IN_ORDER = [{ needId: "asc" }, { position: "asc" }] as const;

/** The lines of all needs, or of one and of those that hold whatever the need. */
async function linesOf(published: boolean, client: Transaction, need?: string): Promise<Line[]> {
  const rows = await client.orientationStep.findMany({
    where: { published, ...(need !== undefined && { OR: [{ needId: null }, { need: { slug: need } }] }) },
    select: {
      stage: true,
      profiles: true,
      address: true,
      minutes: true,
      reason: true,
      need: { select: { slug: true } },
    },
    orderBy: [...IN_ORDER],
  });
  return rows.map(({ need: of, ...line }) => ({ ...line, need: of?.slug ?? null }));
}

/** The visible needs, each with what people live when they have it and the identified centres that answer it, those that are sure first. */
export async function orientedNeeds(at: Date): Promise<OrientedNeed[]> {
  const rows = await db.need.findMany({
    where: visibleAt(at),
    select: {
      slug: true,
      title: true,
      question: true,
      position: true,
      situations: true,
      centres: {
        where: { centre: { ...visibleAt(at), ...IDENTIFIED } },
        orderBy: [{ confidence: "asc" }, { centre: { position: "asc" } }],
        select: { reason: true, centre: { select: { slug: true, name: true } } },
      },
    },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
  return rows.map(({ centres, ...need }) => ({
    ...need,
    centres: centres.map(({ reason, centre }) => ({ ...centre, reason })),
  }));
}

type Path = { steps: OrientedStep[]; left: number };

async function pathAmong(
  lines: readonly Line[],
  query: OrientationQuery & { besoin: string },
  at: Date,
): Promise<Path> {
  const [profile = null] = valuesSpelled(profileSpellings, [query.profil ?? ""]);
  const [stage = null] = valuesSpelled(stageSpellings, [query.etape ?? ""]);
  const held = linesFor(lines, { profile, stage, need: query.besoin });
  const pages = await citedPages(
    held.map(({ address }) => address),
    at,
  );
  const open = held.flatMap(({ address, minutes, reason, stage: of }): OrientedStep[] => {
    const page = pages.get(address);
    return page?.opens ? [{ ...page, minutes, reason, stage: of }] : [];
  });
  const steps = fitting(open, query.temps ? TIMES[query.temps] : null);
  return { steps, left: open.length - steps.length };
}

/** What the answers lead to, in order, and how many steps more time would leave. Only what opens. */
export const findPath = async (query: OrientationQuery & { besoin: string }, at: Date): Promise<Path> =>
  pathAmong(await linesOf(true, db, query.besoin), query, at);

/** As `findPath`, by the table that editors are writing. */
export const tryPath = async (_editor: Viewer, query: OrientationQuery & { besoin: string }, at: Date): Promise<Path> =>
  pathAmong(await linesOf(false, db, query.besoin), query, at);

/** The table that editors are writing. @param client the transaction that is about to write it */
export const writtenLines = (_editor: Viewer, client: Transaction = db): Promise<Line[]> => linesOf(false, client);

/** Whether what is written is what leads visitors. */
export const isPublished = async (editor: Viewer): Promise<boolean> =>
  fingerprint(await writtenLines(editor)) === fingerprint(await linesOf(true, db));

/** Lines with what they lead to. */
export async function toldLines(lines: readonly Line[], at: Date): Promise<ToldLine[]> {
  const pages = await citedPages([...new Set(lines.map(({ address }) => address))], at);
  return lines.map((line) => ({ ...line, page: pages.get(line.address) ?? null }));
}
