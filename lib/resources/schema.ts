import { z } from "zod";
import { type Edited, editorialFields } from "#lib/edit-forms/schema";
import { choicesOf, identifiers, someOf, spelledChoice } from "#lib/forms/choices";
import {
  firstOfRepeated,
  linesOf,
  listOf,
  optionalLine,
  optionalMarkdown,
  optionalNumber,
  requiredLine,
  requiredText,
} from "#lib/forms/fields";
import type { NeedReference } from "#lib/needs/schema";
import { isLanguage } from "#lib/platform/text";
import { profileSpellings } from "#lib/profiles/labels";
import { documentLines, type OpenLink } from "#lib/resources/links/schema";
import { addressOf, type Relation, relationLines } from "#lib/resources/relations/schema";
import { type Correction, searchWords } from "#lib/search/schema";
import { type Confidence, Phase, Profile, ResourceType } from "#prisma/enums";

export type ResourceSummary = {
  slug: string;
  title: string;
  type: ResourceType;
  summary: string;
  year: number | null;
  dateLabel: string | null;
  language: string;
  pages: number | null;
  durationMinutes: number | null;
  confidence: Confidence;
  /** Whether it has an address, or is written by us and read here; otherwise there is only what we say of it. */
  readable: boolean;
  /** Position of the first need that it answers, from 1; null when it answers none. */
  firstNeed: number | null;
};

export type ResourceDetail = ResourceSummary & {
  publisher: string | null;
  partners: string[];
  audiences: Profile[];
  needs: NeedReference[];
  body: string;
  authors: string[];
  licence: string | null;
  phases: Phase[];
  sdgs: number[];
  territories: string[];
  links: OpenLink[];
  centres: { slug: string; name: string }[];
  relations: Relation[];
  source: string;
  publishedAt: Date;
  updatedAt: Date;
};

const BODY_LENGTH = 300_000;

/** What is to be read first is also tied. */
const UNTIED = "Cochez-le d’abord dans la liste au-dessus.";
const among = (first: readonly string[], tied: readonly string[]) => first.every((id) => tied.includes(id));

export const resourceEdit = z
  .object({
    ...editorialFields,
    title: requiredLine("Indiquez le titre.", 200),
    type: z.enum(ResourceType, "Choisissez un type."),
    summary: requiredText("Dites en deux ou trois phrases pour qui et pour quoi.", 420),
    body: optionalMarkdown(BODY_LENGTH).transform((body) => body ?? ""),
    authors: linesOf(),
    publisher: optionalLine(),
    partners: linesOf(),
    year: optionalNumber("Indiquez une année entre 1900 et 2100.", 1900, 2100),
    dateLabel: optionalLine(80),
    licence: optionalLine(120),
    language: requiredLine("Indiquez la langue, par exemple fr.", 35).refine(
      isLanguage,
      "Indiquez le code d’une langue : fr, en, de…",
    ),
    pages: optionalNumber("Indiquez un nombre de pages.", 1, 100_000),
    durationMinutes: optionalNumber("Indiquez une durée en minutes.", 1, 100_000),
    audiences: someOf(Profile, "Ce public n’existe pas.", "Choisissez au moins un public."),
    phases: choicesOf(Phase, "Cette phase n’existe pas."),
    sdgs: listOf(z.coerce.number().int().min(1, "De 1 à 17.").max(17, "De 1 à 17.")),
    territories: linesOf(20),
    needIds: identifiers("Ce besoin n’existe pas."),
    firstForNeedIds: identifiers("Ce besoin n’existe pas."),
    centreIds: identifiers("Ce centre n’existe pas."),
    firstForCentreIds: identifiers("Ce centre n’existe pas."),
    links: documentLines,
    relations: relationLines,
  })
  .refine(({ firstForNeedIds, needIds }) => among(firstForNeedIds, needIds), {
    path: ["firstForNeedIds"],
    error: UNTIED,
  })
  .refine(({ firstForCentreIds, centreIds }) => among(firstForCentreIds, centreIds), {
    path: ["firstForCentreIds"],
    error: UNTIED,
  })
  .refine(({ slug, relations }) => relations.every(({ address }) => address !== addressOf(slug)), {
    path: ["relations"],
    error: "Un document n’est pas lié à lui-même.",
  });
export type ResourceEdit = z.output<typeof resourceEdit>;
export type EditedResource = Edited<ResourceEdit>;

/** In addresses. */
export const resourceTypeSpellings = {
  reference_framework: "referentiel",
  white_paper: "livre-blanc",
  guide: "guide",
  study: "etude",
  report: "rapport",
  note: "note",
  book: "livre",
  kit: "kit",
  sheet: "fiche",
  self_assessment: "autodiagnostic",
  slides: "presentation",
  replay: "video",
  testimony: "temoignage",
  mooc: "cours-en-ligne",
  article: "article",
  proceedings: "actes",
  journal_issue: "dossier",
} as const satisfies Record<ResourceType, string>;

export const phaseSpellings = {
  design: "conception",
  experimentation: "experimentation",
  modelling: "modelisation",
  spreading: "essaimage",
  industrialisation: "industrialisation",
} as const satisfies Record<Phase, string>;

/** Whether it has an address, and how long it takes. */
export const ACCESSES = ["en-ligne", "notice"] as const;
export const DURATIONS = ["15-minutes", "une-heure", "plus"] as const;
/** What one does with it, known by its type: `search_facets` of the migration. */
export const INTENTS = ["s-informer", "se-former", "agir"] as const;

export const FACETS = [
  "acces",
  "besoin",
  "intention",
  "type",
  "profil",
  "phase",
  "centre",
  "duree",
  "annee",
  "territoire",
  "langue",
  "licence",
  "odd",
] as const;
export type FacetName = (typeof FACETS)[number];
export type Facet = { name: FacetName; options: { value: string; label: string; count: number }[] };

/** The filter of which every value is shown. */
export const expandedFacet = z.object({
  plus: z.enum(FACETS).optional().catch(undefined),
});

export const RESOURCE_SORTS = ["pertinence", "recent", "titre"] as const;
export type ResourceSort = (typeof RESOURCE_SORTS)[number];

export const RESOURCES_PER_PAGE = 12;

export type ResourceSearch = {
  items: ResourceSummary[];
  total: number;
  page: number;
  pageCount: number;
  facets: Facet[];
  nearby: ResourceSummary[];
  corrections: Correction[];
  /** Words that no page says. */
  unknown: string[];
};

const MAX_CHOICES = 20;
const MAX_PAGE = 1000;
/** Keeps the values that `item` accepts, once each. */
const choices = <S extends z.ZodType>(item: S) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<S>[] => {
      const kept = [value].flat().flatMap((one) => {
        const parsed = item.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      });
      return [...new Set(kept)].slice(0, MAX_CHOICES);
    });

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const number = (pattern: RegExp) => z.string().regex(pattern).transform(Number);

/**
 * A search, read from the `searchParams` of its address. Anything may be typed there: what is unknown is dropped,
 * a page that is none is the first, words beyond 200 characters are cut.
 */
export const resourceQuery = z.object({
  q: searchWords,
  besoin: choices(slug),
  centre: choices(slug),
  type: choices(spelledChoice(resourceTypeSpellings)),
  profil: choices(spelledChoice(profileSpellings)),
  phase: choices(spelledChoice(phaseSpellings)),
  annee: choices(number(/^(19|20)\d\d$/)),
  odd: choices(number(/^([1-9]|1[0-7])$/)),
  acces: choices(z.enum(ACCESSES)),
  duree: choices(z.enum(DURATIONS)),
  langue: choices(z.string().max(35).refine(isLanguage)),
  intention: choices(z.enum(INTENTS)),
  territoire: choices(z.string().min(1).max(200)),
  licence: choices(z.string().min(1).max(120)),
  tri: z.preprocess(firstOfRepeated, z.enum(RESOURCE_SORTS)).catch("pertinence"),
  page: z
    .preprocess(firstOfRepeated, number(/^[1-9]\d{0,5}$/))
    .transform((page) => Math.min(page, MAX_PAGE))
    .catch(1),
});
export type ResourceQuery = z.output<typeof resourceQuery>;
