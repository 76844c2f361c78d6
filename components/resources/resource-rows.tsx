import "./catalogue.css";
import { resourceKind } from "#components/resources/resource-kind";
import { paths } from "#lib/platform/paths";
import { excerpt, french } from "#lib/platform/text";
import { accessLabels } from "#lib/resources/labels";
import type { ResourceSummary } from "#lib/resources/schema";
import type { ResourceType } from "#prisma/enums";

/** Enough to know for whom and for what; the rest is on its page. */
const SUMMARY_LENGTH = 150;

const covers = {
  reference_framework: "book",
  white_paper: "book",
  guide: "book",
  study: "book",
  report: "book",
  book: "book",
  proceedings: "book",
  journal_issue: "book",
  note: "sheet",
  sheet: "sheet",
  testimony: "sheet",
  article: "sheet",
  kit: "kit",
  self_assessment: "kit",
  slides: "screen",
  replay: "screen",
  mooc: "screen",
} satisfies Record<ResourceType, string>;

function ResourceRow({ resource }: { resource: ResourceSummary }) {
  const { slug, title, type, summary, language, readable, firstNeed } = resource;
  return (
    <li className={`cover ${covers[type]} ${firstNeed ? `need-${firstNeed}` : ""}`}>
      <h3 lang={language === "fr" ? undefined : language}>
        <a href={paths.resource(slug)}>{french(title)}</a>
      </h3>
      {french(excerpt(summary, SUMMARY_LENGTH))}
      <p>{resourceKind(resource)}</p>
      <p className={readable ? "readable" : undefined}>{readable ? accessLabels["en-ligne"] : accessLabels.notice}</p>
    </li>
  );
}

/** Documents as the shelves of a catalogue: a cover drawn by nature, what it is, and whether it opens. */
export function ResourceRows({ resources }: { resources: readonly ResourceSummary[] }) {
  return (
    <ul className="catalogue">
      {resources.map((resource) => (
        <ResourceRow key={resource.slug} resource={resource} />
      ))}
    </ul>
  );
}
