import type { Root } from "hast";
import { z } from "zod";
import { transcriptText } from "#lib/captions/schema";
import { type Edited, editorialFields } from "#lib/edit-forms/schema";
import type { FormField } from "#lib/form-fields/schema";
import { identifier, optionalIdentifier } from "#lib/forms/choices";
import {
  firstOfRepeated,
  linesOf,
  markdown,
  optionalAddress,
  optionalLine,
  optionalNumber,
  parisInstant,
  requiredLine,
  requiredText,
  tickBox,
  wholeNumber,
} from "#lib/forms/fields";
import type { NeedReference } from "#lib/needs/schema";
import { columnsOf } from "#lib/publication/columns";
import { linkLines, type ResourceLinkView } from "#lib/resources/links/schema";
import type { Piece } from "#lib/search/schema";
import type { Webinar } from "#prisma/client";
import type { Confidence } from "#prisma/enums";

/**
 * `content` goes along when a session is copied, to the next cycle and to the draft of its replay; `outcome` to that draft
 * only; `occurrence` stays with the session.
 */
type ColumnKind = "content" | "outcome" | "occurrence";

export const WEBINAR_COLUMNS = {
  id: "occurrence",
  slug: "occurrence",
  cycleId: "occurrence",
  needId: "content",
  theme: "content",
  title: "content",
  summary: "content",
  body: "content",
  startsAt: "occurrence",
  durationMinutes: "content",
  capacity: "content",
  seatsCounted: "occurrence",
  speakers: "outcome",
  roomUrl: "occurrence",
  roomOpenedAt: "occurrence",
  replayUrl: "outcome",
  replayPublishedAt: "occurrence",
  transcript: "outcome",
  previousStartsAt: "occurrence",
  sequence: "occurrence",
  cancelledAt: "occurrence",
  attendanceCompleteAt: "occurrence",
  source: "occurrence",
  confidence: "occurrence",
  linkOnly: "occurrence",
  publishedAt: "occurrence",
  withdrawnAt: "occurrence",
  version: "occurrence",
  editedAt: "occurrence",
  createdAt: "occurrence",
  updatedAt: "occurrence",
} as const satisfies Record<keyof Webinar, ColumnKind>;

export const contentColumns = columnsOf(WEBINAR_COLUMNS, "content");

export type WebinarSummary = {
  slug: string;
  title: string;
  summary: string;
  startsAt: Date;
  durationMinutes: number;
  /** Announced, date and subject may still change. */
  provisional: boolean;
  cancelledAt: Date | null;
  need: NeedReference | null;
  /** Null means no limit. */
  capacity: number | null;
  full: boolean;
  /** Seats held last night, by fives. */
  seatsCounted: number;
  hasReplay: boolean;
  confidence: Confidence;
};

export type WebinarDetail = WebinarSummary & {
  id: string;
  theme: string | null;
  body: string;
  speakers: string[];
  /** When it was to start before its last move; null when it never moved. */
  previousStartsAt: Date | null;
  /** Null until the public may watch it. */
  replayUrl: string | null;
  replayPublishedAt: Date | null;
  /** Markdown; empty until the replay is public. */
  transcript: string;
  /** What the session leaves behind: slides, an article… */
  documents: ResourceLinkView[];
  /** What its form asks besides what every form does. */
  formFields: FormField[];
  /** Whether it is shown nowhere but at its own address. */
  linkOnly: boolean;
  sequence: number;
  cycle: { slug: string; title: string };
  source: string;
  updatedAt: Date;
};

export type CycleOption = { id: string; slug: string; title: string };

export type WebinarTerms = { startsAt: Date; durationMinutes: number; cancelled: boolean; capacity: number | null };

export type WebinarChange = { before: WebinarTerms; after: WebinarTerms };

/** What registrants must be told of a session. */
export type ChangeKind = "moved" | "retimed" | "cancelled" | "reopened";

export type Consequences = {
  /** Resized: there are more or fewer seats, and nothing else changes. */
  kind: ChangeKind | "resized";
  recipients: number;
  waiting: number;
  given: number;
  offered: number;
  withdrawn: number;
};

/** When a session says something; whether its replay can be watched in the page, from there. */
export type Moment = { second: number; playable: boolean; extract: Piece[] };

export type TranscriptView = {
  /** Safe elements. A paragraph that begins with a time has an id; what was looked for is marked. */
  tree: Root;
  searchable: boolean;
  /** How many passages say what was looked for; null when everything is shown. */
  found: number | null;
};

/** The year whose programme is asked for, as it is typed. */
export const programmeQuery = z.object({
  annee: z
    .preprocess(firstOfRepeated, z.string().regex(/^\d{4}$/))
    .optional()
    .catch(undefined),
});

/** The need whose sessions a calendar follows; one that is none finds no calendar. */
export const calendarQuery = z.object({ besoin: z.preprocess(firstOfRepeated, z.string()).optional() });

/** What acts on people as soon as it is saved, and is never a draft once the session is stored. */
const acts = {
  startsAt: parisInstant("Indiquez la date et l’heure de Paris."),
  durationMinutes: wholeNumber("Indiquez une durée en minutes, entre 5 et 600.", 5, 600),
  capacity: optionalNumber("Indiquez un nombre de places, ou laissez vide s’il n’y a pas de limite.", 1, 100_000),
  cancelled: tickBox(),
  linkOnly: tickBox(),
  roomUrl: optionalAddress(),
  replayUrl: optionalAddress(),
  replayPublished: tickBox(),
};
export type WebinarActs = z.output<z.ZodObject<typeof acts>>;
export const ACTS = Object.keys(acts) as (keyof WebinarActs)[];

const replayIsSomewhere = [
  ({ replayUrl, replayPublished }: Pick<WebinarActs, "replayUrl" | "replayPublished">) =>
    replayUrl !== null || !replayPublished,
  { path: ["replayUrl"], error: "Indiquez l’adresse de l’enregistrement avant de le publier." },
] satisfies [check: (typed: WebinarActs) => boolean, says: object];

/** `version`: what the form was opened on; `replaces` in its place once what a colleague changed was read. */
export const termsEdit = z
  .object({
    id: z.uuid(),
    version: z.string(),
    replaces: z.string().optional(),
    shown: z.string().default(""),
    ...acts,
  })
  .refine(...replayIsSomewhere);

/** The address of the room alone, as it is changed during the session. `before`: the one that was shown. */
export const roomEdit = z.object({ webinarId: z.uuid(), before: z.string().default(""), roomUrl: acts.roomUrl });

/** `entree`: whether people come in at once, or at the usual time again. */
export const roomOpening = z.object({ webinarId: z.uuid(), entree: z.enum(["ouverte", "a-l-heure"]) });

export const webinarEdit = z
  .object({
    ...editorialFields,
    cycleId: identifier("Choisissez un cycle."),
    needId: optionalIdentifier("Ce besoin n’existe pas."),
    theme: optionalLine(120),
    title: requiredLine("Indiquez le titre.", 200),
    summary: requiredText("Présentez la séance en deux ou trois phrases.", 420),
    body: markdown("Décrivez la séance."),
    speakers: linesOf(20),
    transcript: transcriptText,
    documents: linkLines,
    formFrom: optionalIdentifier("Cette séance n’existe pas."),
    ...acts,
  })
  .refine(...replayIsSomewhere);
export type WebinarEdit = z.output<typeof webinarEdit>;
export type EditedWebinar = Edited<WebinarEdit>;
