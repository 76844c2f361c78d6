import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { doneHref } from "#lib/edge/done-href";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { parisInstant } from "#lib/forms/fields";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { changePublication } from "#lib/publication/mutations";
import type { PublicationChange } from "#lib/publication/schema";

const WHEN = "Indiquez la date et l’heure de publication.";
const target = { noun: z.enum(EDITORIAL_NOUNS), id: z.uuid(), opening: z.string().max(20).default("") };

const publicationForm = z.discriminatedUnion("kind", [
  z.object({ ...target, kind: z.literal("publish") }),
  z.object({ ...target, kind: z.literal("schedule"), at: parisInstant(WHEN) }),
  z.object({ ...target, kind: z.literal("withdraw") }),
]);

const done = { publish: "publie", schedule: "programme", withdraw: "retire" } satisfies Record<
  PublicationChange["kind"],
  string
>;

/** The schema and the work of the action that publishes, schedules and withdraws any noun, for `formAction`. */
export const publishAction = (clock: () => Date) => ({
  schema: publicationForm,
  run: async (
    { noun, id, opening, ...change }: z.output<typeof publicationForm>,
    editor: Editor,
  ): Promise<FormOutcome> => {
    const outcome = await changePublication(editor, noun, id, change, clock());
    if (outcome.ok) return { ok: true, redirectTo: doneHref(noun, id, done[change.kind], opening) };
    return outcome.reason === "past"
      ? {
          ok: false,
          fieldErrors: { at: "Cette date est passée\u00A0: publiez maintenant, ou choisissez une date à venir." },
        }
      : { ok: false, formError: "Cette fiche n’existe plus." };
  },
});
