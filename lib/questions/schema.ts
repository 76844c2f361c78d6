import { z } from "zod";
import { optionalLine, optionalMarkdown, requiredText } from "#lib/forms/fields";
import { QuestionStatus } from "#prisma/enums";

const QUESTION_LENGTH = 1000;
const THEME_LENGTH = 80;
const ANSWER_LENGTH = 10_000;

export type ModeratedQuestion = {
  id: string;
  text: string;
  status: QuestionStatus;
  theme: string | null;
  answer: string | null;
  /** When the host noted that it was answered aloud. */
  spokenAt: Date | null;
  createdAt: Date;
  /** Who asked; null once that is no longer kept, or when it never was. */
  who: string | null;
  /** Fingerprint of what was read: a change names it, so that nobody writes over a colleague. */
  shown: string;
};

/** A question as the public reads it: never who asked, nor when. */
export type AnsweredQuestion = { id: string; text: string; theme: string | null; answer: string };

const GONE = "Cette question n’existe plus.";
const target = { webinarId: z.uuid(GONE), id: z.uuid(GONE), shown: z.string(GONE).max(64, GONE) };
const status = z.enum(QuestionStatus, "Choisissez ce que devient la question.");

/** The buttons beside a question: only its place changes. */
export const questionDecision = z.object({ ...target, status });

/** What the host ticks during the session: whether it was answered aloud. */
export const questionTick = z.object({ webinarId: target.webinarId, id: target.id, spoken: z.enum(["oui", "non"]) });

export const questionEdit = z.object({
  ...target,
  status,
  text: requiredText("Indiquez la question.", QUESTION_LENGTH),
  theme: optionalLine(THEME_LENGTH),
  answer: optionalMarkdown(ANSWER_LENGTH),
});

/** What a moderation changes; what is left out stays as it is. */
export type Moderation = Pick<z.output<typeof questionEdit>, "status"> &
  Partial<Pick<z.output<typeof questionEdit>, "text" | "theme" | "answer">>;
