import type { ReactNode } from "react";
import { ItemList } from "#components/back-office/item-list";
import { Panel, Screen } from "#components/back-office/screen";
import type { FoundItems } from "#lib/items/schema";
import { CARDS } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { french, quoted } from "#lib/platform/text";

const link = "inline-flex min-h-11 items-center font-semibold";

type Props = {
  q: string;
  people: ReactNode;
  items: readonly FoundItems[];
  screens: readonly { label: string; href: string }[];
  at: Date;
};

/** What answers some words over the whole back office, each with where it stands. */
export function FoundScreen({ q, people, items, screens, at }: Props) {
  const nothing = !people && items.length === 0 && screens.length === 0;
  return (
    <Screen title={q ? `Recherche : ${q}` : "Recherche"}>
      {!q && (
        <p>
          Écrivez en haut de cet écran un nom, une adresse, des mots d’un titre ou le nom d’un écran. La touche{" "}
          {quoted("/")} y mène de partout.
        </p>
      )}
      {q && nothing && (
        <p>Rien ne répond à cette recherche. Quelques lettres suffisent, dans n’importe quel ordre, sans accents.</p>
      )}
      {people}
      {items.map(({ noun, total, rows }) => (
        <Panel key={noun} title={`${CARDS[noun].menu.label} (${total})`}>
          <ItemList noun={noun} items={rows} at={at} />
          {total > rows.length && (
            <a href={paths.adminList(CARDS[noun].section, { q })} className={link}>
              {french(`Tout voir : ${CARDS[noun].menu.label}`)}
            </a>
          )}
        </Panel>
      ))}
      {screens.length > 0 && (
        <Panel title="Écrans">
          <ul className="flex flex-wrap gap-x-6">
            {screens.map(({ label, href }) => (
              <li key={label}>
                <a href={href} className={link}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Screen>
  );
}
