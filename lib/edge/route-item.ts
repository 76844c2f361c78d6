import { notFound } from "next/navigation";
import { z } from "zod";
import { CARDS, type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";

const NEW = "nouveau";

export const isIdentifier = (segment: string): boolean => z.uuid().safeParse(segment).success;

type Find<Row> = (id: string) => Promise<Row | null>;

/** The row that a page is about; an address that leads nowhere shows the page that says so. */
export const requireItem = async <Row>(segment: string, find: Find<Row>): Promise<Row> =>
  (isIdentifier(segment) && (await find(segment))) || notFound();

/** The same for an edit page; null when it creates. */
export const editedItem = async <Row>(segment: string, find: Find<Row>): Promise<Row | null> =>
  segment === NEW ? null : requireItem(segment, find);

/** The noun of a section of the back office, among those whose screens are shared; any other leads nowhere. */
export const requireNoun = (section: string): EditorialNoun =>
  SHARED_NOUNS.find((noun) => CARDS[noun].section === section) ?? notFound();
