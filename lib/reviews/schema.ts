import { z } from "zod";
import { optionalIdentifier } from "#lib/forms/choices";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";

const GONE = "Cette fiche n’existe plus.";

export const reviewTarget = z.object({ noun: z.enum(SHARED_NOUNS, GONE), id: z.uuid(GONE) });
export const ownerChoice = reviewTarget.extend({
  ownerId: optionalIdentifier("Cette personne n’a plus de compte\u00A0: rechargez la page."),
});

/** `ownerId` null: nobody answers for it. */
export type ItemReview = { ownerId: string | null; owner: string | null; reviewedAt: Date | null };

/** Something that its owner is asked to read again. */
export type DueReview = { noun: EditorialNoun; id: string; title: string };
