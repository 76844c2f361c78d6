import { typeOf } from "#lib/media/rules";
import type { MediaFacts, MediaRefusal, MediaUse } from "#lib/media/schema";
import { counted } from "#lib/platform/text";

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;
const decimal = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2, useGrouping: false });
const rounded = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1, useGrouping: false });
const languages = new Intl.DisplayNames("fr", { type: "language" });

/** « 2,4 Mo ». */
export const weightWords = (bytes: number, { format } = decimal): string =>
  bytes < MEGABYTE ? `${format(bytes / KILOBYTE)}\u00A0Ko` : `${format(bytes / MEGABYTE)}\u00A0Mo`;

const languageWords = (tag: string): string => languages.of(tag) ?? tag;

/** « PDF, 24 pages, 1,2 Mo, français »: what stands in the words of a link (RGAA 13.3). */
export const fileWords = ({ mime, pages, bytes, language }: Omit<MediaFacts, "tagged" | "width" | "height">): string =>
  [
    typeOf(mime)?.format ?? "fichier",
    pages && counted(pages, "page", "pages"),
    weightWords(bytes, rounded),
    language && languageWords(language),
  ]
    .filter(Boolean)
    .join(", ");

/** Null for what is no PDF, and for one that could not be read. */
export const structureWords = ({ tagged }: Pick<MediaFacts, "tagged">): string | null =>
  tagged === null
    ? null
    : tagged
      ? "PDF balisé, que les lecteurs d’écran savent suivre"
      : "PDF non balisé, difficile à suivre avec un lecteur d’écran\u00A0: demandez-nous son contenu sous une autre forme";

export const mediaRefusals = {
  alien:
    "Ce type de fichier n’est pas accepté\u00A0: envoyez un PDF, une image JPEG, PNG ou WebP, ou un document Word, Excel, PowerPoint ou LibreOffice.",
  unreadable:
    "Ce fichier est abîmé, ou protégé par un mot de passe\u00A0: ouvrez-le, enregistrez-le de nouveau sans mot de passe, puis renvoyez-le.",
  other:
    "Ce fichier n’est pas du même type que celui qu’il remplace\u00A0: son adresse le dirait mal. Envoyez-le comme un nouveau fichier.",
  unknown: "Ce fichier n’existe plus.",
} satisfies Record<MediaRefusal, string>;

export const INCOMPLETE = "Ce fichier n’est pas arrivé en entier\u00A0: choisissez-le de nouveau.";

export const AWAY = "Le stockage des fichiers ne répond pas\u00A0: réessayez dans quelques minutes.";

export const USED = "Ce fichier sert encore\u00A0: retirez-le d’abord de ce qui le cite.";

export const useLabels = {
  public: "en ligne",
  hidden: "pas en ligne",
  working: "dans un texte en cours d’écriture",
} satisfies Record<MediaUse["state"], string>;
