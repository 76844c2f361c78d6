import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { linesOf, requiredLine, requiredText } from "#lib/forms/fields";
import { paths } from "#lib/platform/paths";
import { type Confidence, Profile, type ReadingLevel } from "#prisma/enums";

export type CollectionKind = "collection" | "reading_path";

/** The address of a path begins with « parcours- ». */
export const kindOfSlug = (slug: string): CollectionKind =>
  paths.collection(slug).startsWith(`${paths.collections()}/`) ? "reading_path" : "collection";

/** @param end the last segment of the address of a path */
export const slugOfPath = (end: string): string => `parcours-${end}`;

/** `minutes`: all that may be read of it. */
export type CollectionSummary = {
  slug: string;
  kind: CollectionKind;
  title: string;
  summary: string;
  profile: Profile | null;
  minutes: number;
};

export type Nature = "resource" | "need" | "centre" | "page" | "webinar";

/** `opens`: false when it is only told of. */
export type CollectionStep = {
  href: string;
  title: string;
  nature: Nature;
  opens: boolean;
  level: ReadingLevel | null;
  minutes: number;
  reason: string;
};

export type CollectionDetail = CollectionSummary & { source: string; confidence: Confidence; steps: CollectionStep[] };

export type EditedItem = { address: string; level: ReadingLevel | null; minutes: number; reason: string };

const LEVELS = { "5 minutes": "five_minutes", "30 minutes": "half_hour", "Une demi-journée": "half_day" } as const;
const LEVEL_LINES = Object.entries(LEVELS);
const levelOf = (line: string): ReadingLevel | undefined =>
  LEVEL_LINES.find(([words]) => words.toLowerCase() === line.toLowerCase().replace(/\s+/g, " "))?.[1];

const ITEM = /^(\/\S*)\s+(\d{1,3})\s+(\S.*)$/;
const SHAPE =
  "écrivez l’adresse, les minutes, puis pourquoi. Par exemple\u00A0: /besoins/definir-sa-strategie 3 Pour savoir à quoi l’on renonce.";

/** The items as the edit form shows them: one a line, under the line of their level. */
export function itemsAsLines(items: readonly EditedItem[]): string {
  let level: ReadingLevel | null = null;
  return items
    .flatMap((item) => {
      const words = LEVEL_LINES.find(([, value]) => value === item.level)?.[0];
      const opening = item.level !== level && words ? [words] : [];
      level = item.level;
      return [...opening, `${item.address} ${item.minutes} ${item.reason}`];
    })
    .join("\n");
}

const MOST = 60;

const itemLines = linesOf(MOST).transform((lines, context): EditedItem[] => {
  let level: ReadingLevel | null = null;
  return lines.flatMap((line) => {
    const opened = levelOf(line);
    if (opened) level = opened;
    const [, address, minutes, reason] = ITEM.exec(line) ?? [];
    if (!opened && !reason) context.addIssue({ code: "custom", message: `«\u202F${line}\u202F»\u00A0: ${SHAPE}` });
    return address && reason ? [{ address, level, minutes: Number(minutes), reason }] : [];
  });
});

export const collectionEdit = z.object({
  ...editorialFields,
  position,
  title: requiredLine("Indiquez le titre.", 120),
  summary: requiredText("Présentez l’ensemble en deux ou trois phrases.", 420),
  profile: z
    .string()
    .default("")
    .transform((value) => value || null)
    .pipe(z.enum(Profile, "Ce public n’existe pas.").nullable()),
  items: itemLines,
});
export type CollectionEdit = z.output<typeof collectionEdit>;
export type EditedCollection = Edited<CollectionEdit>;
