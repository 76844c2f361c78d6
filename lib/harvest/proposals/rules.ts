import type { Decision, Proposal } from "#lib/harvest/proposals/schema";
import { formatDay, formatShortDay, yearInParis } from "#lib/platform/dates";
import { excerpt, quoted, slugify } from "#lib/platform/text";
import type { ResourceEdit } from "#lib/resources/schema";
import type { Profile, ProposalStatus, ResourceType } from "#prisma/enums";

/** What its title or its address says that a page is; the first that is met. */
const TYPES: [words: RegExp, type: ResourceType][] = [
  [/\b(referentiel)/, "reference_framework"],
  [/\b(livre-blanc|white-paper)/, "white_paper"],
  [/\b(autodiagnostic|auto-diagnostic|autoevaluation|auto-evaluation)/, "self_assessment"],
  [/\b(mooc|cours-en-ligne)/, "mooc"],
  [/\b(replay|webinaire|webinar|video)/, "replay"],
  [/\b(actes-d[eu]|actes-des)/, "proceedings"],
  [/\b(guide|mode-d-emploi|manuel)/, "guide"],
  [/\b(etude|enquete|barometre)/, "study"],
  [/\b(rapport)/, "report"],
  [/\b(boite-a-outils|kit)\b/, "kit"],
  [/\b(fiche)/, "sheet"],
  [/\b(temoignage|portrait)/, "testimony"],
  [/\b(diaporama|support-de-presentation)/, "slides"],
  [/\b(note)\b/, "note"],
];

export function guessType(title: string, path: string): ResourceType {
  const words = `${slugify(title)} ${path.toLowerCase()}`;
  return TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? "article";
}

/** From which states each decision is taken: one that is no longer there was decided by a colleague. */
export const DECIDED_FROM = {
  accept: "pending",
  refuse: "pending",
  restore: "refused",
  seen: "accepted",
} as const satisfies Record<Decision, ProposalStatus>;

type Harvested = Pick<
  Proposal,
  "url" | "title" | "summary" | "author" | "language" | "type" | "publishedAt" | "foundAt"
> & {
  source: { centreId: string; url: string; centre: { name: string; audiences: Profile[] } };
};

const SOURCE_LENGTH = 500;

/** The draft of a resource: a title, a link, and what its site says of it, to be rewritten. Its text is never copied. */
export function draftOf(proposal: Harvested, slug: string): ResourceEdit {
  const { url, title, summary, author, language, type, publishedAt, foundAt, source } = proposal;
  const { hostname } = new URL(source.url);
  return {
    id: undefined,
    version: 0,
    slug,
    title,
    type,
    summary: summary || "Résumé à écrire.",
    body: "",
    authors: author ? [author] : [],
    publisher: null,
    partners: [],
    year: publishedAt && yearInParis(publishedAt),
    dateLabel: publishedAt && formatDay(publishedAt),
    licence: null,
    language: language ?? "fr",
    pages: null,
    durationMinutes: null,
    audiences: source.centre.audiences,
    phases: [],
    sdgs: [],
    territories: [],
    needIds: [],
    firstForNeedIds: [],
    centreIds: [source.centreId],
    firstForCentreIds: [],
    relations: [],
    links: [
      { url, label: "Lire sur le site d’origine", format: "page web", bytes: null, language: null, checkedOn: null },
    ],
    source: excerpt(
      `À vérifier\u00A0: titre, date et résumé repris du site ${hostname} (${quoted(source.centre.name)}), moissonné le ${formatShortDay(foundAt)}. Résumé à réécrire.`,
      SOURCE_LENGTH,
    ),
    confidence: "to_confirm",
  };
}
