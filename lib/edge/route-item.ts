import { notFound } from "next/navigation";
import { z } from "zod";
import type { Viewer } from "#lib/auth/editor";
import { CARDS, type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { isTrashed } from "#lib/publication/trash/queries";
import { findLatestRevision } from "#lib/revisions/queries";

const NEW = "nouveau";

export const isIdentifier = (segment: string): boolean => z.uuid().safeParse(segment).success;

type Find<Row> = (id: string) => Promise<Row | null>;

/** The row that a page is about; an address that leads nowhere shows the page that says so. */
export const requireItem = async <Row>(segment: string, find: Find<Row>): Promise<Row> =>
  (isIdentifier(segment) && (await find(segment))) || notFound();

/**
 * The same for what has a working copy: its row, and what was last written of it. Null both when it creates. What was
 * given up before it had a row leads nowhere.
 */
export async function editedEdition<Row>(viewer: Viewer, noun: EditorialNoun, segment: string, find: Find<Row>) {
  if (segment === NEW) return { row: null, latest: null };
  if (!isIdentifier(segment)) notFound();
  const [row, latest, thrownAway] = await Promise.all([
    find(segment),
    findLatestRevision(viewer, noun, segment),
    isTrashed(viewer, segment),
  ]);
  if (thrownAway) notFound();
  return row || latest?.state === "working" ? { row, latest } : notFound();
}

/** The noun of a section of the back office, among those whose screens are shared; any other leads nowhere. */
export const requireNoun = (section: string): EditorialNoun =>
  SHARED_NOUNS.find((noun) => CARDS[noun].section === section) ?? notFound();
