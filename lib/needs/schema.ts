import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { someOf } from "#lib/forms/choices";
import { linesOf, markdown, requiredLine, requiredText } from "#lib/forms/fields";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";
import { Confidence, Perspective } from "#prisma/enums";

export type NeedReference = { slug: string; title: string; position: number };

export type NeedSummary = NeedReference & {
  question: string;
  summary: string;
  perspectives: Perspective[];
  confidence: Confidence;
};

export type NeedDetail = NeedSummary & {
  answer: string;
  firstStep: string;
  keyPoints: string;
  body: string;
  learn: string;
  train: string;
  act: string;
  source: string;
  centres: { slug: string; name: string; summary: string; reason: string; confidence: Confidence }[];
};

/** Field of the edit form that says why a centre answers the need; empty when it does not. */
export const reasonField = (centreId: string) => `reason.${centreId}`;

const answer = z.object({
  centreId: z.uuid("Ce centre n’existe pas."),
  reason: requiredText("Dites pourquoi ce centre répond au besoin.", 400),
  confidence: z.enum(Confidence),
});

const REASON = /^reason\.(.+)$/;

/** Gathers the fields `reason.<centreId>` and `toConfirm` (identifiers of centres, ticked) into one list. */
function gatherCentres(typed: unknown): unknown {
  if (typeof typed !== "object" || typed === null || "centres" in typed) return typed;
  const doubtful = "toConfirm" in typed ? [typed.toConfirm].flat() : [];
  const centres = Object.entries(typed).flatMap(([name, reason]) => {
    const centreId = REASON.exec(name)?.[1];
    if (!centreId || typeof reason !== "string" || !reason.trim()) return [];
    return [{ centreId, reason, confidence: doubtful.includes(centreId) ? "to_confirm" : "documented" }];
  });
  return { ...typed, centres: centres.sort((a, b) => (a.centreId < b.centreId ? -1 : 1)) };
}

const ANSWER_LENGTH = 300;
const POINTS_LENGTH = 700;
const MOST_SITUATIONS = 4;

const minute = (message: string, max = ANSWER_LENGTH) => requiredText(message, max).refine(canBeLaidOut, TOO_MARKED);

/** The edit form of a need: one field `reason.<centreId>` per centre, one box `toConfirm` per doubtful one. */
export const needEdit = z.preprocess(
  gatherCentres,
  z.object({
    ...editorialFields,
    position,
    title: requiredLine("Indiquez le nom du besoin.", 120),
    question: requiredLine("Indiquez la question que se pose le visiteur.", 140),
    situations: linesOf(MOST_SITUATIONS),
    summary: requiredText("Indiquez la réponse en trois lignes.", 420),
    answer: minute("Répondez à la question en deux phrases."),
    firstStep: minute("Dites ce qu’il faut faire d’abord."),
    keyPoints: minute("Dites deux ou trois choses à savoir.", POINTS_LENGTH),
    body: markdown("Décrivez ce que couvre le besoin."),
    learn: markdown("Indiquez comment s’informer."),
    train: markdown("Indiquez comment se former."),
    act: markdown("Indiquez comment agir."),
    perspectives: someOf(Perspective, "Ce regard n’existe pas.", "Choisissez au moins un regard."),
    centres: z.array(answer),
  }),
);
export type NeedEdit = z.output<typeof needEdit>;
export type EditedNeed = Edited<NeedEdit>;
