import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { doneHref } from "#lib/edge/done-href";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { despiteOf, harmRefusal } from "#lib/edge/harm-guard";
import { despiteField, type Finding } from "#lib/editorial/schema";
import { parisInstant } from "#lib/forms/fields";
import { findPage, findState } from "#lib/items/queries";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { ownPath, pathTyped } from "#lib/publication/departures/addresses";
import { type Departure, departureFields } from "#lib/publication/departures/schema";
import { changePublication } from "#lib/publication/mutations";
import { publicationState } from "#lib/publication/rules";
import type { PublicationChange } from "#lib/publication/schema";
import { trashRefusals } from "#lib/publication/trash/labels";
import { trashItem } from "#lib/publication/trash/mutations";
import type { DepartureKind } from "#prisma/enums";

const WHEN = "Indiquez la date et l’heure de publication.";
const UNSAID = "Choisissez ce que devient son adresse.";
const UNEXPLAINED = "Dites pourquoi, en une phrase\u00A0: les lecteurs la liront.";
const UNNAMED = "Indiquez la page qui la remplace.";
const NOWHERE =
  "Cette adresse ne mène à aucune autre page en ligne de ce portail\u00A0: copiez celle que montre votre navigateur.";
const target = { noun: z.enum(EDITORIAL_NOUNS), id: z.uuid(), opening: z.string().max(20).default("") };

const publicationForm = z.discriminatedUnion("kind", [
  z.object({ ...target, kind: z.literal("publish"), ...despiteField }),
  z.object({ ...target, kind: z.literal("schedule"), at: parisInstant(WHEN), ...despiteField }),
  z.object({ ...target, kind: z.literal("withdraw"), ...departureFields }),
  z.object({ ...target, kind: z.literal("trash") }),
]);

type Asked = { departure?: DepartureKind | undefined; reason: string | null; instead: string | null };

/** What becomes of an address that the public knows; undefined where there is none, else what is missing or wrong. */
async function departureAsked(
  editor: Editor,
  noun: EditorialNoun,
  id: string,
  { departure: kind, reason, instead }: Asked,
  at: Date,
): Promise<Departure | undefined | { fieldErrors: Record<string, string> }> {
  const item = await findState(editor, noun, id);
  const own = item && publicationState(item, at) === "published" ? ownPath(noun, item.slug) : null;
  if (!own) return undefined;
  if (!kind) return { fieldErrors: { departure: UNSAID } };
  if (kind === "mistake") return { kind, reason: null, target: null };
  const path = instead === null ? null : pathTyped(instead, env().SITE_URL);
  const target = path !== null && path !== own && (await findPage(path, at)) ? path : null;
  const fieldErrors = {
    ...(kind === "withdrawn" && !reason && { reason: UNEXPLAINED }),
    ...(target === null && (kind === "replaced" || instead !== null) && { instead: instead ? NOWHERE : UNNAMED }),
  };
  if (Object.keys(fieldErrors).length > 0) return { fieldErrors };
  return { kind, reason: kind === "withdrawn" ? reason : null, target };
}

/** Leads to what was thrown away, from where it may be taken back. */
export async function throwAway(
  editor: Editor,
  item: { noun: EditorialNoun; id: string },
  at: Date,
): Promise<FormOutcome> {
  const outcome = await trashItem(editor, item, at);
  return outcome.ok
    ? { ok: true, redirectTo: paths.adminList("corbeille", { fait: "jete" }) }
    : { ok: false, formError: trashRefusals[outcome.reason] };
}

const done = { publish: "publie", schedule: "programme", withdraw: "retire" } satisfies Record<
  PublicationChange["kind"],
  string
>;

type HarmsOf = (editor: Editor, noun: EditorialNoun, id: string, at: Date) => Promise<Finding[]>;

/** The schema and the work of the action that publishes, schedules and withdraws any noun, for `formAction`. */
export const publishAction = (clock: () => Date, harmsOf: HarmsOf) => ({
  schema: publicationForm,
  run: async (
    { noun, id, opening, ...asked }: z.output<typeof publicationForm>,
    editor: Editor,
  ): Promise<FormOutcome> => {
    const at = clock();
    if (asked.kind === "trash") return throwAway(editor, { noun, id }, at);
    const harms = asked.kind === "withdraw" ? [] : await harmsOf(editor, noun, id, at);
    const reason = asked.kind === "withdraw" ? null : asked.despite;
    if (harms.length && !reason) return harmRefusal(harms, asked.kind);
    const departure = asked.kind === "withdraw" ? await departureAsked(editor, noun, id, asked, at) : undefined;
    if (departure && "fieldErrors" in departure) return { ok: false, ...departure };
    const despite = despiteOf(harms, reason);
    const change: PublicationChange =
      asked.kind === "withdraw"
        ? { kind: asked.kind, departure }
        : asked.kind === "schedule"
          ? { kind: asked.kind, at: asked.at, ...despite }
          : { kind: asked.kind, ...despite };
    const outcome = await changePublication(editor, noun, id, change, at);
    if (outcome.ok) return { ok: true, redirectTo: doneHref(noun, id, done[change.kind], opening) };
    return outcome.reason === "past"
      ? {
          ok: false,
          fieldErrors: { at: "Cette date est passée\u00A0: publiez maintenant, ou choisissez une date à venir." },
        }
      : { ok: false, formError: "Cette fiche n’existe plus." };
  },
});
