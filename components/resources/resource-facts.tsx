import type { ReactNode } from "react";
import { NeedLink } from "#components/needs/need-link";
import { languageName, readableDuration, readingMinutes } from "#components/resources/resource-kind";
import { Facts } from "#components/ui/facts";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { phaseLabels, resourceTypeLabels, sdgLabel } from "#lib/resources/labels";
import { RELATION_TYPES, relationLabels } from "#lib/resources/relations/labels";
import type { Relation } from "#lib/resources/relations/schema";
import type { ResourceDetail } from "#lib/resources/schema";
import type { Confidence } from "#prisma/enums";

/** A comma would cut « Maire, élue ou élu » in two. */
const listed = (items: readonly string[]) => french(items.join(" · "));

/** What of the work stands behind what we say of it. */
const readings = {
  documented: "Notice établie d’après les sources citées au bas de cette page.",
  unread: "Nous n’avons pas lu le document\u00A0: seule son existence est établie.",
  own_words: "Le texte de cette notice est de l’équipe du portail.",
  to_confirm: "Ce que dit cette notice reste à confirmer.",
} satisfies Record<Confidence, string>;
/** Things named by links; nothing when there is none. */
function links<T extends { slug: string }>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {items.map((item) => (
        <li key={item.slug}>{draw(item)}</li>
      ))}
    </ul>
  );
}

const relationFacts = (relations: readonly Relation[]) =>
  RELATION_TYPES.flatMap((type) =>
    (["own", "other"] as const).map((side) => ({
      name: relationLabels[type][side],
      value: links(
        relations.filter((relation) => relation.type === type && relation.side === side),
        ({ slug, title }) => (
          <a href={paths.resource(slug)} className="inline-flex min-h-8 items-center">
            {french(title)}
          </a>
        ),
      ),
    })),
  );

type Props = {
  resource: ResourceDetail;
  /** Those that hold it. */
  collections?: readonly { slug: string; title: string }[];
  /** Draws who published or took part. */
  named?: (label: string) => ReactNode;
};

export function ResourceFacts({ resource, collections = [], named = french }: Props) {
  const { pages, durationMinutes, dateLabel, year } = resource;
  return (
    <Facts
      facts={[
        { name: "Nature", value: resourceTypeLabels[resource.type] },
        { name: "Date", value: dateLabel ?? year },
        { name: "Auteurs", value: listed(resource.authors) },
        { name: "Éditeur", value: resource.publisher && named(resource.publisher) },
        {
          name: "Partenaires",
          value: resource.partners.length > 0 && (
            <ul>
              {resource.partners.map((label) => (
                <li key={label}>{named(label)}</li>
              ))}
            </ul>
          ),
        },
        {
          name: "Collections",
          value: links(collections, ({ slug, title }) => (
            <a href={paths.collection(slug)} className="inline-flex min-h-8 items-center">
              {french(title)}
            </a>
          )),
        },
        ...relationFacts(resource.relations),
        { name: "Pour qui", value: listed(resource.audiences.map((profile) => profileLabels[profile])) },
        { name: "Longueur", value: pages && counted(pages, "page", "pages") },
        {
          name: "Lecture",
          value: pages && `environ ${readableDuration(readingMinutes(pages))}, à deux minutes la page`,
        },
        { name: "Durée", value: durationMinutes && readableDuration(durationMinutes) },
        { name: "Langue", value: resource.language === "fr" ? null : languageName(resource.language) },
        { name: "Phases", value: listed(resource.phases.map((phase) => phaseLabels[phase])) },
        { name: "Territoires", value: listed(resource.territories) },
        { name: "Objectifs", value: listed(resource.sdgs.map(sdgLabel)) },
        { name: "Droits", value: french(resource.licence ?? "Non précisés\u00A0: demandez à l’éditeur.") },
        {
          name: "Notice",
          value: `${readings[resource.confidence]} En ligne ici depuis le ${formatShortDay(resource.publishedAt)}.`,
        },
        { name: "Besoins", value: links(resource.needs, (need) => <NeedLink need={need} />) },
        {
          name: "Centres",
          value: links(resource.centres, ({ slug, name }) => (
            <a href={paths.centre(slug)} className="inline-flex min-h-8 items-center">
              {french(name)}
            </a>
          )),
        },
      ]}
    />
  );
}
