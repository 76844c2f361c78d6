import { Panel, Screen } from "#components/back-office/screen";
import { StateTag } from "#components/back-office/state-tag";
import { Pagination } from "#components/ui/pagination";
import { Tag } from "#components/ui/tag";
import type { ItemPage, ListedItem } from "#lib/items/schema";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

type Item = Pick<ListedItem, "id" | "slug" | "title" | "changed" | "updatedAt" | "publishedAt" | "withdrawnAt">;

function Own({ noun, item, at }: { noun: EditorialNoun; item: Item; at: Date }) {
  return (
    <div className="grid gap-x-6 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <a
          href={paths.ownItem(CARDS[noun].section, item.id)}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {french(item.title)}
        </a>
        <p className="text-muted text-sm">modifié le {formatShortDay(item.updatedAt)}</p>
      </div>
      <p>
        <StateTag row={item} at={at} />
        {item.changed && <Tag look="doubt">Modifications en attente</Tag>}
      </p>
    </div>
  );
}

type Brought = {
  links: number;
  /** Null under five. */
  brought: number | null;
};

/** As it may be published: to the nearest five, and nothing under five. */
const broughtWords = ({ links, brought }: Brought): string =>
  links === 0
    ? "Aucun lien de séance n’est encore à votre nom."
    : `${counted(links, "lien de séance", "liens de séance")} à votre nom\u00A0: ${brought === null ? "moins de cinq inscriptions" : `environ ${brought} inscriptions`} jusqu’à la nuit dernière.`;

type Props = { centre: Item; resources: ItemPage; links: Brought; at: Date };

/** All that a partner sees of the back office: the page of their centre, and its resources. */
export function OwnCentreScreen({ centre, resources, links, at }: Props) {
  const { rows, total, page, pageCount } = resources;
  return (
    <Screen title={centre.title}>
      <p className="max-w-prose">
        Ce que vous écrivez attend l’équipe{"\u00A0"}: le public lit la version en ligne jusqu’à ce qu’elle publie la
        vôtre. Dans chaque fiche, demandez-lui une relecture.
      </p>
      <Panel title="La page du centre">
        <Own noun="centre" item={centre} at={at} />
      </Panel>
      <Panel title="Ses liens de partenaire">
        <p>{broughtWords(links)}</p>
      </Panel>
      <Panel title="Ses ressources">
        <p className="mb-2 text-muted">
          {total ? counted(total, "ressource", "ressources") : "Aucune ressource n’est encore rattachée à ce centre."}
        </p>
        <ul className="[&>li:first-child]:border-t-0 [&>li]:border-line [&>li]:border-t [&>li]:py-3">
          {rows.map((item) => (
            <li key={item.id}>
              <Own noun="resource" item={item} at={at} />
            </li>
          ))}
        </ul>
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(other) => paths.ownCentre({ page: other })}
          label="Pages des ressources"
        />
      </Panel>
    </Screen>
  );
}
