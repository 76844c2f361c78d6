import { z } from "zod";
import { publicationStateLabels } from "#lib/editorial/labels";
import { type PublicationState, publicationState } from "#lib/editorial/rules";
import type { EditorialNoun, EditorialState } from "#lib/editorial/schema";
import { publicPath, sectionOf } from "#lib/editorial/sections";
import { firstOfRepeated } from "#lib/forms/fields";
import { paths } from "#lib/platform/paths";
import { slugify } from "#lib/platform/text";

const PAGE_SIZE = 50;
const STATES = Object.keys(publicationStateLabels) as PublicationState[];

/** A list of editors, read from its address: what is unknown is dropped. */
export const listQuery = z.object({
  q: z.preprocess(firstOfRepeated, z.string().trim().max(200)).catch(""),
  etat: z.preprocess(firstOfRepeated, z.enum(["", ...STATES, "to_confirm"])).catch(""),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type ListQuery = z.output<typeof listQuery>;

/** A row with the pages where it is edited and read. */
type Line<Row> = Row & { editHref: string; publicHref: string };

/**
 * The rows that answer a list's address: words of the title, whatever their accents, and the state.
 * @param at the present instant
 */
export function adminList<Row extends EditorialState & { title: string }>(
  noun: EditorialNoun,
  all: readonly Row[],
  query: ListQuery,
  at: Date,
): { rows: Line<Row>[]; total: number; page: number; pageCount: number; query: ListQuery } {
  const words = slugify(query.q).split("-").filter(Boolean);
  const inState = (row: Row) =>
    query.etat === "" ||
    (query.etat === "to_confirm" ? row.confidence === "to_confirm" : publicationState(row, at) === query.etat);
  const found = all.filter((row) => inState(row) && words.every((word) => slugify(row.title).includes(word)));
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const rows = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => ({
    ...row,
    editHref: paths.adminEdit(sectionOf[noun], row.id),
    publicHref: publicPath[noun](row.slug),
  }));
  return { rows, total: found.length, page, pageCount, query };
}
