import { z } from "zod";
import { readingRequest } from "#lib/desks/readings/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { NOT_YOURS } from "#lib/partners/labels";

/** What a centre holds: its page, and its resources. */
const OWN_NOUNS = ["centre", "resource"] as const satisfies readonly EditorialNoun[];
export type OwnNoun = (typeof OWN_NOUNS)[number];

export const isOwnNoun = (noun: EditorialNoun): noun is OwnNoun =>
  (OWN_NOUNS as readonly EditorialNoun[]).includes(noun);

const own = { noun: z.enum(OWN_NOUNS, NOT_YOURS), id: z.uuid(NOT_YOURS) };

/** What the form of an item posts besides its fields. `replaces`: the version that is knowingly written over. */
export const ownEdition = z.looseObject({
  ...own,
  version: z.coerce.number().int().min(1, NOT_YOURS),
  replaces: z.coerce.number().int().min(1).optional().catch(undefined),
  pen: z.uuid().nullable().catch(null),
});
export type OwnEdition = z.output<typeof ownEdition>;

export const ownRequest = readingRequest.extend(own);
export type OwnRequest = z.output<typeof ownRequest>;
