import { z } from "zod";
import { linesOf, webAddress, withScheme } from "#lib/forms/fields";
import { weightWords } from "#lib/media/labels";
import { isMediaAddress, type MediaFacts } from "#lib/media/schema";

export type ResourceLinkView = { label: string; url: string };

/** Where a document can be read, and what is known of what is there. */
export type DocumentLink = ResourceLinkView & {
  format: string | null;
  bytes: number | null;
  /** BCP 47, when it is not that of the work. */
  language: string | null;
  /** The day it was last opened with success. */
  checkedOn: Date | null;
};

/** The same as readers meet it: of a file of the portal, what it is as it stands. */
export type OpenLink = DocumentLink & { file?: MediaFacts & { sha256: string } };

const VERSION_LENGTH = 12;

/** How the digest of a file begins, as the addresses that pages give say it. */
export const versionOf = (sha256: string): string => sha256.slice(0, VERSION_LENGTH);

const LINK = /^(\S+)\s+(\S.*)$/;

/** Links as the edit form shows them: one a line, the address then its words. */
export const linksAsLines = (links: readonly ResourceLinkView[]): string =>
  links.map(({ url, label }) => `${url} ${label}`).join("\n");

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WEIGHT = /^(\d{1,4}(?:,\d{1,2})?)\s?(Ko|Mo)$/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/;
const BYTES = { ko: 1000, mo: 1_000_000 };

/** Links of a document as the edit form shows them: what is known of each stands behind it, between bars. */
export const documentsAsLines = (links: readonly DocumentLink[]): string =>
  links
    .map(({ url, label, format, bytes, language, checkedOn }) =>
      [
        `${url} ${label}`,
        format,
        bytes && weightWords(bytes).replace("\u00A0", " "),
        language,
        checkedOn?.toISOString().slice(0, "2019-02-21".length),
      ]
        .filter(Boolean)
        .join(" | "),
    )
    .join("\n");

const linkTo = (url: typeof webAddress | typeof documentAddress) =>
  z
    .string()
    .transform((line) => ({ url: withScheme(LINK.exec(line)?.[1] ?? line), label: LINK.exec(line)?.[2] ?? "" }))
    .pipe(
      z.object({
        url,
        label: z.string().min(1, "Écrivez sur chaque ligne l’adresse, une espace, puis l’intitulé du lien."),
      }),
    );

const documentAddress = z.union([webAddress, z.string().refine(isMediaAddress)], {
  error: "Indiquez une adresse complète, par exemple https://exemple.fr, ou celle d’un fichier des médias.",
});

const REPEATED = "Une même adresse est donnée deux fois.";
const distinct = (list: readonly ResourceLinkView[]) => new Set(list.map(({ url }) => url)).size === list.length;

/** Links as they are typed: one a line, the address, a space, the words of the link. Each address once. */
export const linkLines = linesOf(20)
  .pipe(z.array(linkTo(webAddress)))
  .refine(distinct, REPEATED);

const ALIEN =
  "Après l’intitulé, séparez par des barres ce que vous savez\u00A0: le format, le poids (2,4 Mo), la langue (en), le jour de vérification (2026-11-20), une fois chacun.";

/** @returns null when two things say the same, or when a day does not exist */
function detailsOf(parts: readonly string[]): Omit<DocumentLink, keyof ResourceLinkView> | null {
  const found = { format: null, bytes: null, language: null, checkedOn: null } as Omit<
    DocumentLink,
    keyof ResourceLinkView
  >;
  for (const part of parts) {
    const [, count, unit] = WEIGHT.exec(part) ?? [];
    const name = unit ? "bytes" : DAY.test(part) ? "checkedOn" : LANGUAGE.test(part) ? "language" : "format";
    if (found[name] !== null) return null;
    if (count && unit)
      found.bytes = Math.round(Number(count.replace(",", ".")) * BYTES[unit.toLowerCase() as "ko" | "mo"]);
    else if (name === "checkedOn") {
      if (!z.iso.date().safeParse(part).success) return null;
      found.checkedOn = new Date(part);
    } else if (name === "language") found.language = part;
    else found.format = part;
  }
  return found;
}

const documentLink = linkTo(documentAddress);

/** As `linkLines`; behind the words of each, between bars, its format, weight, language and the day it was checked. */
export const documentLines = linesOf(20)
  .pipe(
    z.array(
      z.string().transform((line, context) => {
        const [first = "", ...parts] = line.split("|").map((part) => part.trim());
        const read = documentLink.safeParse(first);
        const details = detailsOf(parts.filter(Boolean));
        if (read.success && details) return { ...read.data, ...details };
        context.addIssue({ code: "custom", message: read.error?.issues[0]?.message ?? ALIEN });
        return z.NEVER;
      }),
    ),
  )
  .refine(distinct, REPEATED);
