import { z } from "zod";
import { despiteField } from "#lib/editorial/schema";
import { tickBox } from "#lib/forms/fields";

/** What the library has for a need in a centre, and whether the centre answers it. */
export type CoverageCell = {
  centreId: string;
  /** Documents online that are tied to both. */
  documents: number;
  /** Why the centre answers the need, as its page says; null when it does not. */
  reason: string | null;
  doubtful: boolean;
};

export type Coverage = {
  centres: { id: string; name: string }[];
  needs: { id: string; title: string; cells: CoverageCell[] }[];
};

/** The reason is read by the form of the need. */
export const reasonEdit = z.object({
  needId: z.uuid("Ce besoin n’existe plus."),
  centreId: z.uuid("Ce centre n’existe plus."),
  version: z.string(),
  reason: z.string().default(""),
  doubtful: tickBox(),
  ...despiteField,
  step: z.enum(["save", "publish"]).catch("save"),
});
export type ReasonEdit = z.output<typeof reasonEdit>;
