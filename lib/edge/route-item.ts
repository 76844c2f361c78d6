import { notFound } from "next/navigation";
import { z } from "zod";

const NEW = "nouveau";

export const isIdentifier = (segment: string): boolean => z.uuid().safeParse(segment).success;

type Find<Row> = (id: string) => Promise<Row | null>;

/** The row that a page is about; an address that leads nowhere shows the page that says so. */
export const requireItem = async <Row>(segment: string, find: Find<Row>): Promise<Row> =>
  (isIdentifier(segment) && (await find(segment))) || notFound();

/** The same for an edit page; null when it creates. */
export const editedItem = async <Row>(segment: string, find: Find<Row>): Promise<Row | null> =>
  segment === NEW ? null : requireItem(segment, find);
