import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { firstOfRepeated, listOf } from "#lib/forms/fields";
import { doubted, emailAddress, sureAddress } from "#lib/people/addresses/schema";

const MOST_CHOICES = 40;
const CHOICE = /^(?:tout|webinaires|(?:besoin|centre):[a-z0-9-]{1,120})$/;
const CHOOSE = "Choisissez au moins une chose à suivre.";

const choices = listOf(z.string().regex(CHOICE, CHOOSE)).pipe(z.array(z.string()).min(1, CHOOSE).max(MOST_CHOICES));

export const digestRequest = z.object({ choices, email: emailAddress, doubted, ...proofFields }).refine(...sureAddress);

export const digestPreferences = z.object({ token: z.string("Ce lien est incomplet."), choices });

export type Digest = {
  email: string;
  choices: string[];
  askedAt: Date;
  /** Null until the mailbox agreed. */
  confirmedAt: Date | null;
  notice: string | null;
};

/** What may be chosen, and how it is called. */
export type DigestChoice = { value: string; label: string };

/** Something published or changed, as a message tells it. */
export type DigestItem = { title: string; url: string; isNew: boolean };

export const digestSteps = { "": "form", envoye: "asked", fin: "ended" } as const;

export const digestQuery = z.object({
  etape: z.preprocess(firstOfRepeated, z.enum(["", "envoye", "fin"])).catch(""),
});
