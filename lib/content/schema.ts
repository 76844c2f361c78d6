import { z } from "zod";
import { Confidence, OrganisationKind, OrientationStage, RelationType } from "#prisma/enums";

/**
 * The shape of what lies in content/: the portal's texts and facts on day one.
 * A file that does not fit stops the seed with its path and the field at fault.
 */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "un identifiant en minuscules, chiffres et tirets");
const text = z.string().trim().min(1);
const httpUrl = z.url({ protocol: /^https?$/ });

/** Where a fact comes from and how sure it is; on every item. */
const sourced = { source: text, confidence: z.enum(Confidence) };

export const profile = z.enum([
  "elected_official",
  "territorial_agent",
  "association",
  "company",
  "foundation",
  "adviser",
  "catalyst",
  "researcher",
  "citizen",
]);
export const phase = z.enum(["design", "experimentation", "modelling", "spreading", "industrialisation"]);
export const resourceType = z.enum([
  "reference_framework",
  "white_paper",
  "guide",
  "study",
  "report",
  "note",
  "book",
  "kit",
  "sheet",
  "self_assessment",
  "slides",
  "replay",
  "testimony",
  "mooc",
  "article",
  "proceedings",
  "journal_issue",
]);

/** content/centres/<slug>.md: front matter, then the presentation in Markdown. */
export const centreContent = z.strictObject({
  position: z.int().positive(),
  name: text,
  summary: text.max(220),
  partners: z.array(text).default([]),
  audiences: z.array(profile).min(1),
  url: httpUrl.optional(),
  urlCheckedOn: z.iso.date().optional(),
  body: text,
  ...sourced,
});

/** content/needs/<slug>.md: front matter, then what the need covers. */
export const needContent = z.strictObject({
  position: z.int().min(1).max(7),
  title: text,
  question: text.max(140),
  situations: z.array(text.max(160)).min(1).max(4),
  summary: text.max(420),
  answer: text.max(300),
  firstStep: text.max(300),
  keyPoints: text.max(700),
  learn: text,
  train: text,
  act: text,
  perspectives: z.array(z.enum(["ecosystem", "projects", "investments"])).min(1),
  centres: z.array(z.strictObject({ slug, reason: text, confidence: sourced.confidence })).min(1),
  body: text,
  ...sourced,
});

/** content/resources/<slug>.md: front matter, then an optional presentation. */
export const resourceContent = z.strictObject({
  title: text,
  type: resourceType,
  summary: text.max(420),
  authors: z.array(text).default([]),
  publisher: text.optional(),
  partners: z.array(text).default([]),
  year: z.int().min(2000).max(2030).optional(),
  dateLabel: text.optional(),
  licence: text.optional(),
  language: z.string().default("fr"),
  pages: z.int().positive().optional(),
  durationMinutes: z.int().positive().optional(),
  audiences: z.array(profile).min(1),
  phases: z.array(phase).default([]),
  sdgs: z.array(z.int().min(1).max(17)).default([]),
  territories: z.array(text).default([]),
  needs: z.array(slug).default([]),
  centres: z.array(slug).default([]),
  relations: z.array(z.strictObject({ type: z.enum(RelationType), resource: slug })).default([]),
  /** Needs and centres that it is read first for. */
  firstFor: z.array(slug).default([]),
  links: z
    .array(
      z.strictObject({
        label: text,
        url: httpUrl,
        format: text.optional(),
        bytes: z.int().positive().optional(),
        language: text.optional(),
        checkedOn: z.iso.date().optional(),
      }),
    )
    .default([]),
  body: z.string().trim().default(""),
  ...sourced,
});

/** content/pages/<slug>.md: front matter, then the page. */
export const pageContent = z.strictObject({
  position: z.int().positive(),
  title: text,
  summary: text.max(200),
  body: text,
  ...sourced,
});

/** content/collections.yaml: a list, in order of appearance. */
export const collectionContent = z.strictObject({
  slug,
  title: text.max(120),
  summary: text.max(420),
  profile: profile.optional(),
  items: z
    .array(
      z.strictObject({
        address: z.string().startsWith("/"),
        level: z.enum(["five_minutes", "half_hour", "half_day"]).optional(),
        minutes: z.int().positive(),
        reason: text.max(300),
      }),
    )
    .min(2),
  ...sourced,
});

/** content/orientation.yaml: what leads where, by need; whatever the need where none is named. */
export const orientationContent = z.strictObject({
  need: slug.optional(),
  steps: z.array(
    z.strictObject({
      stage: z.enum(OrientationStage),
      address: z.string().startsWith("/"),
      minutes: z.int().positive(),
      reason: text.max(200),
      profiles: z.array(profile).default([]),
    }),
  ),
});

/** content/glossary.yaml: a list. */
export const termContent = z.strictObject({
  slug,
  name: text,
  aliases: z.array(text).default([]),
  definition: text,
  ...sourced,
});

/** content/organisations.yaml: a list. */
export const organisationContent = z.strictObject({
  slug,
  name: text,
  aliases: z.array(text).default([]),
  signatures: z.array(text).default([]),
  kind: z.enum(OrganisationKind).optional(),
  summary: z.string().max(300).default(""),
  url: httpUrl.optional(),
  ...sourced,
});

/** content/figures.yaml: a list, in order of appearance. */
export const figureContent = z.strictObject({
  slug,
  value: text.max(20),
  percentage: z.int().min(0).max(100).optional(),
  statement: text.max(240),
  population: text,
  survey: text,
  period: text,
  sample: text.optional(),
  sourceUrl: httpUrl.optional(),
  /** The document that it is drawn from. */
  resource: slug.optional(),
  theme: text,
  ...sourced,
});

/** content/webinars.yaml: the themes in the order of a cycle, and the dates of the cycles that are known. */
export const webinarsContent = z.strictObject({
  themes: z
    .array(
      z.strictObject({
        slug,
        title: text,
        need: slug.optional(),
        summary: text.max(420),
        body: text,
      }),
    )
    .length(12),
  cycles: z.array(
    z.strictObject({
      slug,
      title: text,
      webinars: z.array(
        z.strictObject({
          theme: slug,
          title: text,
          date: z.iso.date(),
          summary: text.max(420),
          body: text,
          ...sourced,
        }),
      ),
    }),
  ),
  current: z.strictObject({ slug, title: text, ...sourced }),
});

/** content/search.yaml: what editors keep in the back office once it has been read. */
export const searchContent = z.strictObject({
  synonyms: z.array(z.array(text).min(2)),
  tests: z.array(z.strictObject({ words: text, path: text.startsWith("/") })),
});
