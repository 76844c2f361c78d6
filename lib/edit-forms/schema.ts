import { z } from "zod";
import { requiredText, wholeNumber } from "#lib/forms/fields";
import type { EditorialState } from "#lib/publication/schema";
import { Confidence } from "#prisma/enums";

export type Edited<Values> = Omit<Values, "id"> & EditorialState;

export type Edit = { id?: string | undefined; version: number; slug: string };

/**
 * One field of an edit form, as data: the form, its first values, what a colleague saved meanwhile and the words of the
 * journal are all made of it. `lines` is one text a line, `instant` a wall-clock time in Paris, `day` a date alone.
 */
export type EditField = {
  name: string;
  label: string;
  hint?: string;
  group: string;
  required?: boolean;
  /** Another name under which the schema may say what is wrong here. */
  errorName?: string;
  /** A text of Markdown that is written with its layout in sight. */
  rich?: true;
  /** Names that stand whole in it, between braces. */
  chips?: readonly string[];
  /** The file whose words may be put in it. */
  file?: { label: string; accept: string };
} & (
  | { kind: "line" | "number" | "address" | "day" | "instant" | "lines" | "text" | "markdown" | "tick" }
  | { kind: "choice" | "choices"; options: readonly { value: string; label: string }[] }
);

/** What publishing asks for and a draft may lack. */
export type Shortcoming = { name: string; label: string; message: string };

const UNKNOWN = "Cette fiche n’existe pas.";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Fields of every edit form. `id` is empty to create, `version` is the one that the form was opened on,
 * `source` and `confidence` say where the facts come from and how sure they are.
 */
export const editorialFields = {
  id: z
    .string()
    .optional()
    .transform((value) => value || undefined)
    .pipe(z.uuid(UNKNOWN).optional()),
  version: z.coerce.number(UNKNOWN).int(UNKNOWN).min(0, UNKNOWN).default(0),
  slug: requiredText("Indiquez la fin de l’adresse de la page.", 120).pipe(
    z.string().regex(SLUG, "Utilisez des lettres minuscules sans accent, des chiffres et des tirets."),
  ),
  source: requiredText("Indiquez d’où viennent ces informations.", 500),
  confidence: z.enum(
    Confidence,
    "Indiquez si ces informations sont documentées, non lues, de l’équipe ou à confirmer.",
  ),
};

/** Rank in the public lists, smallest first. */
export const position = wholeNumber("Indiquez un rang, par exemple 1.", 0, 9999);
