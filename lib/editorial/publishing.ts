import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { changePublication } from "#lib/editorial/mutations";
import { EDITORIAL_NOUNS, type PublicationChange } from "#lib/editorial/schema";
import { doneHref } from "#lib/editorial/sections";
import type { FormOutcome } from "#lib/forms/action";
import { fromParis } from "#lib/platform/dates";

const WHEN = "Indiquez la date et l’heure de publication.";
const NO_SUCH_TIME =
  "Cette heure n’existe pas à Paris, ou y existe deux fois, à cause du changement d’heure\u00A0: choisissez-en une autre.";

const target = { noun: z.enum(EDITORIAL_NOUNS), id: z.uuid(), opening: z.string().max(20).default("") };

/** A wall-clock time in Paris; one that does not exist there, or exists twice, is refused. */
const parisTime = z
  .string(WHEN)
  .min(1, WHEN)
  .transform((local, context) => {
    const at = fromParis(local);
    if (at) return at;
    context.addIssue({ code: "custom", message: NO_SUCH_TIME });
    return z.NEVER;
  });

/** The buttons beside an edit form. */
const publicationForm = z.discriminatedUnion("kind", [
  z.object({ ...target, kind: z.literal("publish") }),
  z.object({ ...target, kind: z.literal("schedule"), at: parisTime }),
  z.object({ ...target, kind: z.literal("withdraw") }),
]);

const done = { publish: "publie", schedule: "programme", withdraw: "retire" } satisfies Record<
  PublicationChange["kind"],
  string
>;

/**
 * The schema and the work of the action that publishes, schedules and withdraws any noun, for `formAction`.
 * @param clock reads the present instant
 */
export const publishing = (clock: () => Date) => ({
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
