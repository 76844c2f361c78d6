import { notFound } from "next/navigation";
import { z } from "zod";

/** Last segment of the page that creates: paths.adminNew. */
const NEW = "nouveau";

/** Whether a segment of an address can be the identifier of a row. */
export const isIdentifier = (segment: string): boolean => z.uuid().safeParse(segment).success;

/**
 * The row that an edit page is about; an address that leads nowhere shows the page that says so.
 * @param segment last segment of the address
 * @returns null when the page creates
 */
export async function editedItem<Row>(segment: string, find: (id: string) => Promise<Row | null>): Promise<Row | null> {
  if (segment === NEW) return null;
  return (isIdentifier(segment) && (await find(segment))) || notFound();
}
