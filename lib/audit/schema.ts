import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import { fromParis, nextMidnight } from "#lib/platform/dates";

/** Stands for what nobody of the team did. */
export const PORTAL = "portail";

const one = <S extends z.ZodType>(schema: S) => z.preprocess(firstOfRepeated, schema.optional()).catch(undefined);
const day = () => one(z.iso.date());

/** The journal, read from its address: what is unknown is dropped. */
export const journalQuery = z.object({
  qui: one(z.union([z.uuid(), z.literal(PORTAL)])),
  acte: searched(),
  du: day(),
  au: day(),
  personne: searched(),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type JournalQuery = z.output<typeof journalQuery>;

const midnight = (date: string | undefined) => (date === undefined ? null : fromParis(`${date}T00:00`));

/** The days asked for, in Paris, the last one whole. */
export function daysOf({ du, au }: Pick<JournalQuery, "du" | "au">): { from: Date | null; until: Date | null } {
  const last = midnight(au);
  return { from: midnight(du), until: last && nextMidnight(last) };
}
