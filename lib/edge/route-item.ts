import { notFound } from "next/navigation";
import { z } from "zod";

/** Last segment of the page that creates: paths.adminNew. */
const NEW = "nouveau";

export const isIdentifier = (segment: string): boolean => z.uuid().safeParse(segment).success;

type Find<Row> = (id: string) => Promise<Row | null>;

/**
 * The row that a page is about; an address that leads nowhere shows the page that says so.
 * @param segment of the address, where the identifier stands
 */
export const requireItem = async <Row>(segment: string, find: Find<Row>): Promise<Row> =>
  (isIdentifier(segment) && (await find(segment))) || notFound();

/**
 * The row that an edit page is about, as `requireItem` finds it.
 * @param segment last segment of the address
 * @returns null when the page creates
 */
export const editedItem = async <Row>(segment: string, find: Find<Row>): Promise<Row | null> =>
  segment === NEW ? null : requireItem(segment, find);
