import { z } from "zod";
import { firstOfRepeated, requiredText } from "#lib/forms/fields";
import type { FormValues } from "#lib/forms/state";
import type { ImportState, LineOutcome } from "#prisma/enums";

export const IMPORT_QUEUE = "import";

/** A table of twenty thousand documents with their summaries. */
export const MOST_BYTES = 10_000_000;
export const MOST_LINES = 20_000;
/** For how long an import may be read again and undone. */
export const KEPT_DAYS = 30;
export const LINES_PER_PAGE = 50;

/** How a mapping names the column that tells one document from another. */
export const KEY = "key";

/** Places of columns from 0, by name of field. */
export type Mapping = Readonly<Record<string, number>>;

const TOO_HEAVY = "Ce fichier dépasse 10\u202FMo\u00A0: coupez-le en plusieurs.";
const NOTHING = "Choisissez un fichier, ou collez un tableau.";

export const broughtTable = z
  .object({
    file: z.file().max(MOST_BYTES, TOO_HEAVY).optional(),
    pasted: z.string().max(MOST_BYTES, TOO_HEAVY).default(""),
  })
  .refine(({ file, pasted }) => file || pasted.trim(), { path: ["file"], error: NOTHING });

export const mappedImport = z.looseObject({ id: z.uuid() });
export const askedImport = z.object({ id: z.uuid() });

/** Which lines of a report are shown. */
export const reportQuery = z.object({
  lignes: z
    .preprocess(firstOfRepeated, z.enum(["make", "change", "same", "refused"]))
    .optional()
    .catch(undefined),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(MOST_LINES)).catch(1),
});
export type ReportQuery = z.output<typeof reportQuery>;

export const externalKey = requiredText("L’identifiant manque.", 200);

/** One line as the cells of a table are understood: what they put in the form, or why they cannot. */
export type ReadLine = { number: number; key: string; title: string; typed: FormValues; faults: string[] };

/** What becomes of a line. @property before what the form held; null of what is made */
export type Judged = { outcome: LineOutcome; words: string; itemId: string | null; before: FormValues | null };

export type ReportLine = {
  number: number;
  key: string;
  title: string;
  outcome: LineOutcome;
  words: string;
  itemId: string | null;
  acted: boolean;
  undone: boolean | null;
};

export type ImportSummary = {
  id: string;
  name: string;
  state: ImportState;
  total: number;
  read: number;
  fault: string | null;
  at: Date;
  endedAt: Date | null;
  author: string | null;
};

export type Counts = Record<LineOutcome, number> & { acted: number; left: number };

export type OpenImport = ImportSummary & { headers: string[]; mapping: Mapping; counts: Counts };

/** `empty`: headings alone. `long`: more lines than are taken. `quote`: a cell never ends. `narrow`: one column. */
export type TableRefusal = "empty" | "long" | "quote" | "narrow";
