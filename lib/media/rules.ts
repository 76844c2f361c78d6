import { slugify } from "#lib/platform/text";

type MediaType = { format: string; extension: string; inline?: true };

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What is kept, by what its bytes are. Nothing that could run in a browser: an SVG among others. */
const TYPES: Readonly<Record<string, MediaType>> = {
  "application/pdf": { format: "PDF", extension: "pdf", inline: true },
  "image/jpeg": { format: "image JPEG", extension: "jpg", inline: true },
  "image/png": { format: "image PNG", extension: "png", inline: true },
  "image/webp": { format: "image WebP", extension: "webp", inline: true },
  [`${office}.wordprocessingml.document`]: { format: "document Word", extension: "docx" },
  [`${office}.spreadsheetml.sheet`]: { format: "classeur Excel", extension: "xlsx" },
  [`${office}.presentationml.presentation`]: { format: "présentation PowerPoint", extension: "pptx" },
  [`${open}.text`]: { format: "document LibreOffice", extension: "odt" },
  [`${open}.spreadsheet`]: { format: "classeur LibreOffice", extension: "ods" },
  [`${open}.presentation`]: { format: "présentation LibreOffice", extension: "odp" },
};

export const ACCEPTED = Object.values(TYPES)
  .map(({ extension }) => `.${extension}`)
  .join(",");

/** @returns null for what is not kept */
export const typeOf = (mime: string): MediaType | null => (Object.hasOwn(TYPES, mime) ? (TYPES[mime] ?? null) : null);

const LONGEST_NAME = 80;

/** The name of a file in its address: plain letters, and the ending that its bytes have. */
export function addressName(given: string, mime: string): string {
  const stem = slugify(given.replace(/\.[^.]{1,5}$/, ""))
    .slice(0, LONGEST_NAME)
    .replace(/-$/, "");
  return `${stem || "fichier"}.${typeOf(mime)?.extension ?? "bin"}`;
}

export const MEDIA_BYTES = 25_000_000;

export const TOO_LARGE =
  "Ce fichier dépasse 25\u202FMo\u00A0: allégez-le, ou donnez un lien vers le site qui le publie.";
