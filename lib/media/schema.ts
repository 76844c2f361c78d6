import { z } from "zod";
import { firstOfRepeated, optionalLine, searched } from "#lib/forms/fields";
import { MEDIA_BYTES, TOO_LARGE } from "#lib/media/rules";
import { isLanguage } from "#lib/platform/text";

const NO_FILE = "Choisissez un fichier.";

/** A file whose parts came beforehand: the SHA-256 of the whole, then its name. */
const UPLOAD = /^([0-9a-f]{64})\/([^/\\]{1,255})$/;
const upload = z
  .string()
  .regex(UPLOAD, NO_FILE)
  .transform((text) => {
    const [, sha256 = "", name = ""] = UPLOAD.exec(text) ?? [];
    return { sha256, name };
  });
export type Upload = z.output<typeof upload>;

const file = z.union([upload, z.file().min(1, "Ce fichier est vide.").max(MEDIA_BYTES, TOO_LARGE)], NO_FILE);

const described = { credit: optionalLine(), licence: optionalLine() };

export const broughtMedia = z.object({ file, ...described });
export const replacedMedia = z.object({ id: z.uuid(), file });
export const mediaTarget = z.object({ id: z.uuid() });

const language = optionalLine(20).refine(
  (tag) => tag === null || isLanguage(tag),
  "Écrivez la langue en abrégé\u00A0: fr, en…",
);
export const describedMedia = z.object({ id: z.uuid(), version: z.coerce.number().int(), language, ...described });
export type MediaDescription = z.output<typeof describedMedia>;

export const mediaQuery = z.object({
  q: searched(),
  sans: z.preprocess(firstOfRepeated, z.literal("usage")).optional().catch(undefined),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type MediaQuery = z.output<typeof mediaQuery>;

/** `alien`: of no type that is kept. `unreadable`: damaged, or closed by a password. `other`: not of the type it had. */
export type MediaRefusal = "alien" | "unreadable" | "other" | "unknown";

/** What is known of a file. */
export type MediaFacts = {
  mime: string;
  bytes: number;
  pages: number | null;
  tagged: boolean | null;
  language: string | null;
  width: number | null;
  height: number | null;
};

export type MediaView = MediaFacts & {
  id: string;
  name: string;
  sha256: string;
  credit: string | null;
  licence: string | null;
  createdAt: Date;
  replacedAt: Date | null;
};

export type ListedMedia = MediaView & { uses: number };

/** Where a file serves; a working copy is not yet what the public reads. */
export type MediaUse = { noun: string; id: string; title: string; state: "public" | "hidden" | "working" };

const ADDRESS = /^\/fichiers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([a-z0-9-]+\.[a-z0-9]+)$/;

/** The file that an address is that of, if it is that of a file. */
export function mediaAt(address: string): { id: string; name: string } | null {
  const [, id, name] = ADDRESS.exec(address) ?? [];
  return id && name ? { id, name } : null;
}

export const isMediaAddress = (address: string): boolean => ADDRESS.test(address);
