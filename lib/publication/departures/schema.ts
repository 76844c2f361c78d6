import { z } from "zod";
import { optionalLine, optionalText } from "#lib/forms/fields";
import { DepartureKind } from "#prisma/enums";

/** What an address answers once its page has left it: `target` is a path of the portal. */
export type Departure = { kind: DepartureKind; reason: string | null; target: string | null };

/** What a form that withdraws an item says of its address; checked once the item is known. */
export const departureFields = {
  departure: z.enum(DepartureKind).optional().catch(undefined),
  reason: optionalText(300),
  instead: optionalLine(300),
};
