import { z } from "zod";
import { oneChoice, spelledChoice } from "#lib/forms/choices";
import { linesOf } from "#lib/forms/fields";
import { profileSpellings } from "#lib/profiles/labels";
import type { CitedPage } from "#lib/ties/cited/schema";
import { OrientationStage, type Profile } from "#prisma/enums";

export const STAGES = Object.values(OrientationStage);

/** In addresses. */
export const stageSpellings = {
  learn: "decouvrir",
  train: "apprendre",
  act: "agir",
} as const satisfies Record<OrientationStage, string>;

/** What somebody has before them, in minutes. */
export const TIMES = { "5-minutes": 5, "30-minutes": 30, "demi-journee": 240 } as const;
export type Time = keyof typeof TIMES;

/** The answer of who does not know their need. */
export const UNKNOWN_NEED = "je-ne-sais-pas";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The answers, read from an address: what is unknown is as if there were none. `questions` shows the form again. */
export const orientationQuery = z.object({
  profil: oneChoice(spelledChoice(profileSpellings)),
  besoin: oneChoice(z.string().max(120).regex(SLUG)),
  etape: oneChoice(spelledChoice(stageSpellings)),
  temps: oneChoice(z.enum(Object.keys(TIMES) as Time[])),
  questions: oneChoice(z.literal("oui")),
});
export type OrientationQuery = z.output<typeof orientationQuery>;

/** A line of the table. `need` is a slug, null whatever the need. */
export type Line = {
  need: string | null;
  stage: OrientationStage;
  profiles: Profile[];
  address: string;
  minutes: number;
  reason: string;
};

export type OrientedNeed = {
  slug: string;
  title: string;
  question: string;
  position: number;
  situations: string[];
  centres: { slug: string; name: string; reason: string }[];
};

export type OrientedStep = CitedPage & Pick<Line, "stage" | "minutes" | "reason">;

/** What editors see of a line. `page` is null when its address leads to nothing that the public sees. */
export type ToldLine = Line & { page: CitedPage | null };

const STAGE_LINES = { "S’informer": "learn", "Se former": "train", Agir: "act" } as const;
const stageLines = Object.entries(STAGE_LINES);
const plain = (words: string) => words.toLowerCase().replaceAll("'", "’");
const stageOf = (line: string) => stageLines.find(([words]) => plain(words) === plain(line))?.[1];

const profileWords = Object.entries(profileSpellings) as [Profile, string][];

type Group = Omit<Line, "need">[];

/** The lines of a need as its form shows them: one a line, under that of their stage. */
export function asLines(lines: Group): string {
  return stageLines
    .flatMap(([words, stage]) => {
      const held = lines.filter((line) => line.stage === stage);
      return [
        ...(held.length ? [words] : []),
        ...held.map(({ address, minutes, reason, profiles }) =>
          [`${address} ${minutes} ${reason}`, profiles.map((profile) => profileSpellings[profile]).join(", ")]
            .filter(Boolean)
            .join(" | "),
        ),
      ];
    })
    .join("\n");
}

const MOST = 40;
const STEP = /^(\/\S*)\s+(\d{1,3})\s+(\S.*)$/;
const SHAPE =
  "écrivez l’adresse, les minutes, puis pourquoi. Par exemple\u00A0: /besoins/definir-sa-strategie 3 Pour savoir à quoi l’on renonce. | elu";
const UNDER = "commencez par une ligne «\u202FS’informer\u202F», «\u202FSe former\u202F» ou «\u202FAgir\u202F».";

const groupLines = linesOf(MOST).transform((lines, context): Group => {
  let stage: OrientationStage | undefined;
  return lines.flatMap((line, rank) => {
    const refuse = (fault: string) => {
      context.addIssue({ code: "custom", message: `Ligne ${rank + 1}\u00A0: ${fault}` });
      return [];
    };
    const opened = stageOf(line);
    if (opened) {
      stage = opened;
      return [];
    }
    const [step = "", whom = "", ...more] = line.split("|").map((part) => part.trim());
    const [, address = "", minutes = "", reason = ""] = STEP.exec(step) ?? [];
    if (!address || more.length > 0) return refuse(SHAPE);
    if (!stage) return refuse(UNDER);
    const words = whom
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
    const unknown = words.find((word) => !profileWords.some(([, spelled]) => spelled === word));
    if (unknown)
      return refuse(
        `«\u202F${unknown}\u202F» n’est pas un public. Les mots possibles\u00A0: ${Object.values(profileSpellings).join(", ")}.`,
      );
    const profiles = profileWords.filter(([, spelled]) => words.includes(spelled)).map(([profile]) => profile);
    return [{ stage, address, minutes: Number(minutes), reason, profiles }];
  });
});

/** Where the lines that hold whatever the need are edited. */
export const EVERY_NEED = "tous";

/** What editors write of one need. `shown` is the fingerprint of what their form showed. */
export const groupEdit = z.object({
  need: z.string().max(120).regex(SLUG),
  lines: groupLines,
  shown: z.string().max(100),
});
export type GroupEdit = z.output<typeof groupEdit>;

export const tablePublication = z.object({ shown: z.string().max(100) });
