import type { Root } from "hast";
import { z } from "zod";
import {
  type Edited,
  editorialFields,
  identifier,
  markdown,
  optionalAddress,
  optionalIdentifier,
  optionalNumber,
  parisInstant,
  wholeNumber,
} from "#lib/editorial/schema";
import { linesOf, optionalText, requiredText, tickBox } from "#lib/forms/fields";
import type { NeedReference } from "#lib/needs/schema";
import { columnsOf } from "#lib/platform/columns";
import { excerpt, quoted } from "#lib/platform/text";
import { linkLines, type ResourceLinkView, searchWords } from "#lib/resources/schema";
import { areCaptions, readCaptions } from "#lib/webinars/captions";
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
  title: "content",
  summary: "content",
  body: "content",
  startsAt: "occurrence",
  durationMinutes: "content",
  capacity: "content",
  speakers: "outcome",
  roomUrl: "occurrence",
  replayUrl: "outcome",
  replayPublishedAt: "occurrence",
  transcript: "outcome",
  previousStartsAt: "occurrence",
  sequence: "occurrence",
  cancelledAt: "occurrence",
  source: "occurrence",
  confidence: "occurrence",
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
  /** Seats held: confirmed, or kept while an offer is answered. */
  taken: number;
  /** People in the waiting list. */
  waiting: number;
  confidence: Confidence;
};

export type WebinarDetail = WebinarSummary & {
  id: string;
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
  sequence: number;
  cycle: { slug: string; title: string };
  source: string;
  updatedAt: Date;
};

export type CycleOption = { id: string; slug: string; title: string };

/** What of a session its registrants go by. */
export type WebinarTerms = { startsAt: Date; durationMinutes: number; cancelled: boolean; capacity: number | null };

/** A session as it was, and as it becomes. */
export type WebinarChange = { before: WebinarTerms; after: WebinarTerms };

/** What registrants must be told of a session. */
export type ChangeKind = "moved" | "cancelled" | "reopened";

/** What a change of a session will do to its registrants, before it is made. */
export type Consequences = {
  /** Resized: there are more or fewer seats, and nothing else changes. */
  kind: ChangeKind | "resized";
  /** People who have a seat, and are told. */
  recipients: number;
  /** People in line, or who were offered a seat, and are told. */
  waiting: number;
  /** How many of those in line get a seat. */
  given: number;
  /** How many of those in line are offered a seat. */
  offered: number;
  /** How many offers are taken back. */
  withdrawn: number;
};

/** The transcript of a replay, as it is shown. */
export type TranscriptView = {
  /** Safe elements. A paragraph that begins with a time has an id; what was looked for is marked. */
  tree: Root;
  /** Long enough for a search to help. */
  searchable: boolean;
  /** How many passages say what was looked for; null when everything is shown. */
  found: number | null;
};

/**
 * What a visitor asks of the page of a session that is over, read from its address: to watch the replay there, from which
 * second, and what to look for in the transcript.
 */
export const replayQuery = z
  .object({
    lecture: z.unknown().optional(),
    t: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .nullable()
      .catch(null),
    transcription: z.unknown().optional(),
    chercher: searchWords.optional(),
  })
  .transform(({ lecture, t, transcription, chercher }) => ({
    watching: lecture !== undefined,
    second: t,
    reading: transcription !== undefined || chercher !== undefined,
    words: chercher ?? "",
  }));
export type ReplayQuery = z.output<typeof replayQuery>;

const TRANSCRIPT_LENGTH = 200_000;
/** The same, with the marks of a file of subtitles. */
const CAPTIONS_LENGTH = 1_000_000;

/** Text in Markdown, or the whole content of a file of subtitles, which becomes such a text. */
const transcript = optionalText(CAPTIONS_LENGTH)
  .transform((pasted, context) => {
    // Only subtitles are waited for: any other text is also read at once.
    if (pasted === null || !areCaptions(pasted)) return pasted ?? "";
    return readCaptions(pasted).then((read) => {
      if (read.ok) return read.transcript;
      const where = read.reason && ` à partir de la ligne ${quoted(excerpt(read.reason, 60))}`;
      const message = `Ces sous-titres n’ont pas pu être lus${where}. Copiez de nouveau tout le contenu du fichier, lignes vides comprises, ou collez un texte simple.`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
  })
  .pipe(z.string().max(TRANSCRIPT_LENGTH, `Ce texte est trop long\u00A0: ${TRANSCRIPT_LENGTH} caractères au plus.`));

/** The edit form of a webinar. The address of the replay may be typed long before the public may watch it. */
export const webinarEdit = z
  .object({
    ...editorialFields,
    cycleId: identifier("Choisissez un cycle."),
    needId: optionalIdentifier("Ce besoin n’existe pas."),
    title: requiredText("Indiquez le titre.", 200),
    summary: requiredText("Présentez la séance en deux ou trois phrases.", 420),
    body: markdown("Décrivez la séance."),
    startsAt: parisInstant("Indiquez la date et l’heure de Paris."),
    durationMinutes: wholeNumber("Indiquez une durée en minutes, entre 5 et 600.", 5, 600),
    capacity: optionalNumber("Indiquez un nombre de places, ou laissez vide s’il n’y a pas de limite.", 1, 100_000),
    speakers: linesOf(20),
    roomUrl: optionalAddress(),
    replayUrl: optionalAddress(),
    replayPublished: tickBox(),
    transcript,
    documents: linkLines,
    cancelled: tickBox(),
  })
  .refine(({ replayUrl, replayPublished }) => replayUrl !== null || !replayPublished, {
    path: ["replayUrl"],
    error: "Indiquez l’adresse de l’enregistrement avant de le publier.",
  });
export type WebinarEdit = z.output<typeof webinarEdit>;
export type EditedWebinar = Edited<WebinarEdit>;
